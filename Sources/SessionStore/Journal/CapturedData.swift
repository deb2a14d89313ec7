import SessionEngine

// The one event that is written while somebody types is written without an encoder, which would take
// longer than all else together. A test holds the two to the same bytes.
extension ContributionCaptured {
  /// Appends the event's own fields as JSON, keys sorted.
  func appendData(to bytes: inout [UInt8]) {
    func key(_ key: StaticString) {
      key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
    key("{\"contribution\":")
    JSONText.append(contribution.text, to: &bytes)
    key(",\"group\":")
    JSONText.append(group.text, to: &bytes)
    if let highlight { key(highlight ? ",\"highlight\":true" : ",\"highlight\":false") }
    if let lens {
      key(",\"lens\":")
      JSONText.append(lens.text, to: &bytes)
    }
    key(",\"number\":")
    JSONText.append(number.description, to: &bytes)
    if let partOf {
      key(",\"partOf\":")
      JSONText.append(partOf.text, to: &bytes)
    }
    key(",\"priority\":")
    JSONText.append(priority.text, to: &bytes)
    if let round {
      key(",\"round\":")
      bytes.append(contentsOf: String(round).utf8)
    }
    if let saidAt {
      key(",\"saidAt\":")
      JSONText.append(saidAt.description, to: &bytes)
    }
    if let source {
      key(",\"source\":")
      JSONText.append(source, to: &bytes)
    }
    if let themes {
      key(",\"themes\":[")
      for (index, theme) in themes.enumerated() {
        if index > 0 { key(",") }
        JSONText.append(theme.text, to: &bytes)
      }
      key("]")
    }
    key("}")
  }
}
