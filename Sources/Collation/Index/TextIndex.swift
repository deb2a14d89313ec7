/// A text as the index knows it, in the numbers of its vocabulary.
struct Passage: Sendable {
  let id: Int
  /// Every word, in the order of the text.
  let forms: [Int]
  /// Every different term with how often it stands there, in the order of the text.
  let terms: [(term: Int, count: Int)]
  /// What the text is about: its different terms, without those that hold a sentence together unless
  /// there are no others. At most `TextIndex.longest`, so that one endless text costs no more than many.
  let content: [Int]
  /// What stands for each of `content` among words of the same meaning.
  let keys: [Int]
  let denials: Denials
  /// Those of `content` that are typed as the first letters of other words.
  let acronyms: [Int]
  /// The numbers in it, rising.
  let numbers: [Int]
  /// The opposites it has words of.
  let sides: Opposites.Sides
  /// Whether it says what is done to somebody, and by whom.
  let isPassive: Bool
  /// The same for texts of the same words in the same order.
  let signature: UInt64

  func has(_ term: Int) -> Bool { terms.contains { $0.term == term } }
}

/// Texts by their words: which texts there are, the words of each, and the texts of each word.
///
/// A value; copies share what they have in common, and a copy that changes pays for a copy of its own,
/// so keep a single one. Adding, changing or removing a text costs as much as the text is long, however
/// many there are. Nothing that is found in it depends on the order in which texts came and went.
struct TextIndex: Sendable {
  /// How many different words of one text are weighed.
  static let longest = 96

  private(set) var vocabulary = Vocabulary()
  private(set) var passages: [Passage?] = []
  /// The slots of the texts that have a key.
  private(set) var postings: [[Int32]] = []
  private var slots: [Int: Int] = [:]
  private var free: [Int] = []

  /// An index of no texts.
  init() {}

  /// How many texts there are.
  var count: Int { slots.count }

  /// The texts' identifiers, in rising order.
  var ids: [Int] { slots.keys.sorted() }

  /// Whether there is such a text.
  func contains(_ id: Int) -> Bool { slots[id] != nil }

  /// Adds a text, or puts it in the place of the one with the same identifier.
  mutating func set(_ text: String, for id: Int) { _ = replace(text, for: id) }

  /// Takes a text out. Does nothing when there is none.
  mutating func remove(_ id: Int) { _ = replace(nil, for: id) }

  /// What a change of one text touched.
  struct Change {
    var slot: Int
    var before: Passage?
    var after: Passage?
  }

  /// `nil` when nothing changed.
  mutating func replace(_ text: String?, for id: Int) -> Change? {
    let known = slots[id]
    let before = known.flatMap { passages[$0] }
    guard let text else {
      guard let slot = known, let before else { return nil }
      forget(before, at: slot)
      passages[slot] = nil
      slots[id] = nil
      free.append(slot)
      return Change(slot: slot, before: before)
    }
    let after = read(text, for: id)
    if let before, before.forms == after.forms { return nil }
    let slot: Int
    if let known, let before {
      slot = known
      forget(before, at: slot)
    } else {
      slot = free.popLast() ?? passages.count
      if slot == passages.count { passages.append(nil) }
      slots[id] = slot
    }
    passages[slot] = after
    keep(after, at: slot)
    return Change(slot: slot, before: before, after: after)
  }

  func slot(of id: Int) -> Int? { slots[id] }

  /// The passage of a text that need not be in the index; its new words are learnt, but not counted.
  mutating func read(_ text: String, for id: Int) -> Passage {
    var forms: [Int] = []
    TextReader.forEachWord(in: text) { forms.append(vocabulary.form($0)) }
    var terms: [(term: Int, count: Int)] = []
    var signature = Hash.start
    // Looking a term up among a few is quicker than hashing it; not so among very many.
    var seen: [Int: Int] = [:]
    let isLong = forms.count > 48
    for form in forms {
      let term = vocabulary.forms[form].term
      signature = Hash.mix(signature, UInt64(truncatingIfNeeded: term) &* 0x9E37_79B9_7F4A_7C15)
      signature ^= signature >> 29
      let place = isLong ? seen[term] : terms.firstIndex { $0.term == term }
      if let place {
        terms[place].count += 1
      } else {
        if isLong { seen[term] = terms.count }
        terms.append((term, 1))
      }
    }
    let telling = terms.filter { !vocabulary.terms[$0.term].isStop }
    let content = (telling.isEmpty ? terms : telling).prefix(Self.longest).map(\.term)
    return Passage(
      id: id, forms: forms, terms: terms, content: content,
      keys: content.map { vocabulary.terms[$0].key }, denials: Denials(forms, vocabulary),
      acronyms: forms.filter { vocabulary.forms[$0].isAcronym }.map { vocabulary.forms[$0].term },
      numbers: content.compactMap { vocabulary.terms[$0].number }.sorted(),
      sides: terms.reduce(into: Opposites.Sides()) { sides, term in
        sides.formUnion(vocabulary.terms[term.term].sides)
      }, isPassive: Voice.isPassive(forms, vocabulary), signature: signature)
  }

  private mutating func keep(_ passage: Passage, at slot: Int) {
    count(passage, by: 1)
    if postings.count < vocabulary.terms.count {
      postings.append(
        contentsOf: repeatElement([], count: vocabulary.terms.count - postings.count))
    }
    for key in passage.keys where postings[key].last != Int32(slot) {
      postings[key].append(Int32(slot))
    }
  }

  private mutating func forget(_ passage: Passage, at slot: Int) {
    count(passage, by: -1)
    for key in passage.keys {
      guard let place = postings[key].lastIndex(of: Int32(slot)) else { continue }
      let last = postings[key].count - 1
      postings[key].swapAt(place, last)
      postings[key].removeLast()
    }
  }

  private mutating func count(_ passage: Passage, by change: Int) {
    for form in passage.forms { vocabulary.count(form: form, by: change) }
    for (term, _) in passage.terms { vocabulary.count(term: term, by: change) }
    var counted: [Int] = []
    for (term, key) in zip(passage.content, passage.keys) where key != term {
      if counted.contains(key) { continue }
      counted.append(key)
      vocabulary.count(term: key, by: change)
    }
  }
}
