extension LineEditor {
  /// Edits by a key, in the manner of emacs and readline.
  ///
  /// - Returns: true when it was an editing key, even if there was nothing to do. Delete with C-d is
  ///   one only while the line holds something.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: removeBack()
    case .delete: removeOn()
    case .left: moveBack()
    case .right: moveOn()
    case .home: moveToStart()
    case .end: moveToEnd()
    case .controlLeft: goBack(to: wordStart, cutting: false)
    case .controlRight: goOn(to: wordEnd, cutting: false)
    case .altBackspace: goBack(to: wordStart, cutting: true)
    case .control(let letter): return handleControl(letter)
    case .alt(let letter): return handleAlt(letter)
    default: return false
    }
    return true
  }

  private mutating func handleControl(_ letter: Character) -> Bool {
    switch letter {
    case "a": moveToStart()
    case "e": moveToEnd()
    case "b": moveBack()
    case "f": moveOn()
    case "d":
      if isEmpty { return false }
      removeOn()
    case "w": goBack(to: blankDelimitedStart, cutting: true)
    case "u": goBack(to: before.startIndex, cutting: true)
    case "k": goOn(to: after.endIndex, cutting: true)
    case "y": insert(cut)
    default: return false
    }
    return true
  }

  private mutating func handleAlt(_ letter: Character) -> Bool {
    switch letter {
    case "b": goBack(to: wordStart, cutting: false)
    case "f": goOn(to: wordEnd, cutting: false)
    case "d": goOn(to: wordEnd, cutting: true)
    default: return false
    }
    return true
  }

  /// The start of the word (letters and digits) before the cursor.
  private var wordStart: String.Index {
    start(of: before) { $0.isLetter || $0.isNumber }
  }

  /// The start of what C-w cuts: everything back to a blank.
  private var blankDelimitedStart: String.Index {
    start(of: before) { !$0.isWhitespace }
  }

  /// The end of the word at or after the cursor.
  private var wordEnd: String.Index {
    func isInWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    guard let start = after.firstIndex(where: isInWord) else { return after.endIndex }
    return after[start...].firstIndex { !isInWord($0) } ?? after.endIndex
  }

  /// Backwards over what is no word, then over the word.
  private func start(of text: String, isInWord: (Character) -> Bool) -> String.Index {
    guard let last = text.lastIndex(where: isInWord) else { return text.startIndex }
    guard let gap = text[..<last].lastIndex(where: { !isInWord($0) }) else {
      return text.startIndex
    }
    return text.index(after: gap)
  }
}
