/// How long a text may be, whatever it is, be it a contribution, a title or a field of a card: far more than
/// anybody says in a breath, and little enough that every screen, search and document stays quick with it.
public enum WordsLimit {
  /// The most characters, counted as Unicode code points.
  public static let most = 20_000

  /// Why words are too long to be kept; `nil` where they are not.
  public static func fault(in words: String) -> Refusal? {
    // Bytes are never fewer than code points, and counted at once.
    guard words.utf8.count > most else { return nil }
    let count = words.unicodeScalars.count
    guard count > most else { return nil }
    return Refusal(
      "the text has \(count) characters, and \(most) are the most",
      remedy: "shorten it, or keep it in parts")
  }
}
