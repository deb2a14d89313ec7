/// What is known of English words beforehand: which say little, which turn a sentence round, which go
/// in pairs of opposites, which mean about the same.
///
/// Small on purpose: the words that people use of work, rooms, institutions, crime and communities.
/// Whatever is not here is told by its letters and by how rare it is in the session.
enum Lexicon {
  /// Words that hold sentences together; folded, apostrophes taken out.
  static let stopWords = Set(
    words(
      """
      a about after again all also am an and any anyone anything are as at be because been before being
      both but by can come could did do does doing done each else etc even ever every everyone everything
      for from get gets getting go goes going got had has have having he her here hers him his how i id
      if ill im in into is it its itself ive just know let lets like lot lots made make makes making many
      may maybe me might more most much must my myself need needed needs of off ok okay on one ones only
      or other others ought our ours out over own perhaps please put quite rather really same say see
      seem seems shall she should so some someone something still such sure take than that thats the
      their theirs them themselves then there theres these they theyre thing things think this those
      though through to too try trying up upon us use used uses using very via want wants was way ways we
      well were weve what whats when where whether which while who whom whose why will with within would
      yes yet you your youre yours
      """))

  /// Words that are in talk of any subject: no reason for a theme, and no name for a topic.
  static let generalWords = Set(
    words(
      """
      new old next last first second third early late later now today tomorrow yesterday never always
      often soon already once ask asks asked asking give gives given take takes taken bring find found
      keep kept work works start stop put set run show call called time times day days week weeks month
      months year years hour hours minute minutes good bad better best worse worst big small little long
      short high low different whole full real possible main kind sort part parts number numbers bit end
      two three four five six seven eight nine ten half everywhere somewhere nobody nothing none not no
      without cannot dont doesnt didnt cant wont isnt arent wasnt hear heard tell told talk happen happens
      happened happening become came come
      """))

  /// Words that say that something is not so.
  static let negations = Set(
    words(
      """
      not no never cannot without neither nor none nobody nothing nowhere hardly barely scarcely lack
      lacks lacking dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt
      havent hadnt mustnt neednt aint
      """))

  /// Pairs of opposites: two texts that differ in one of these say different things.
  static let opposites: [(String, String)] = pairs(
    """
    more/less more/fewer increase/decrease increase/reduce increase/cut rise/fall raise/lower grow/shrink
    before/after first/last early/late earlier/later always/never all/none every/none most/few many/few
    inside/outside internal/external national/local local/central public/private formal/informal
    voluntary/compulsory voluntary/mandatory optional/mandatory optional/compulsory start/stop begin/end
    start/finish open/close open/closed allow/ban allow/forbid allow/prevent permit/ban include/exclude
    accept/reject agree/disagree support/oppose encourage/discourage enable/disable easy/hard
    easier/harder easy/difficult easier/difficult simple/complicated simple/complex fast/slow
    faster/slower quick/slow quicker/slower cheap/expensive cheaper/costlier good/bad better/worse
    best/worst highest/lowest largest/smallest strong/weak stronger/weaker strength/weakness high/low higher/lower up/down long/short
    longer/shorter old/new older/younger old/young big/small bigger/smaller large/small larger/smaller
    man/woman boy/girl adult/child parent/child victim/offender victim/suspect online/offline
    online/person remote/person digital/paper weekly/monthly daily/weekly daily/monthly monthly/quarterly
    monthly/yearly weekly/quarterly quarterly/yearly quarterly/annual monthly/annual day/night
    weekday/weekend morning/evening summer/winter success/failure successful/failed succeed/fail win/lose gain/lose buy/sell import/export
    arrival/departure join/leave recruit/dismiss hire/fire safe/unsafe safe/dangerous legal/illegal
    lawful/unlawful fair/unfair able/unable necessary/unnecessary known/unknown clear/unclear
    likely/unlikely trust/distrust trust/mistrust centralise/decentralise centralise/devolve
    proactive/reactive prevention/enforcement predict/react share/withhold publish/withhold
    permanent/temporary short/permanent keep/remove keep/abolish keep/scrap add/remove expand/reduce
    urban/rural city/rural domestic/foreign domestic/international
    """)

  /// Words one of which excludes the others: "within a week" is not "within a year".
  static let rivals: [[String]] = lines(
    """
    second minute hour day week month year decade
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    north south east west northern southern eastern western
    morning afternoon evening night
    spring summer autumn winter
    nursery primary secondary university
    past present future
    breakfast lunch dinner
    red amber green
    """)

  /// Numbers in words, up to where people write them out. Not "one", which is mostly a pronoun.
  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    let small = words(
      """
      two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
      seventeen eighteen nineteen
      """)
    for (index, word) in small.enumerated() { numbers[word] = index + 2 }
    let tens = words("twenty thirty forty fifty sixty seventy eighty ninety hundred")
    for (index, word) in tens.enumerated() { numbers[word] = (index + 2) * 10 }
    numbers["thousand"] = 1000
    numbers["million"] = 1_000_000
    return numbers
  }()

  /// Forms that no rule of endings leads to their word.
  static let irregular: [String: String] = {
    var irregular: [String: String] = [:]
    for line in lines(
      """
      child children | man men | woman women | teach taught | tell told | say said | keep kept
      build built | find found | lose lost | sell sold | buy bought | think thought | meet met | pay paid
      spend spent | send sent | know knew known | give gave given | take took taken | steal stole stolen
      hide hid hidden | write wrote written | light lit | speak spoke spoken | see saw seen | bring brought
      catch caught | fight fought | feel felt | hold held | run ran | begin began begun | grow grew grown
      choose chose chosen | break broke broken | drive drove driven | hear heard | understand understood
      thief thieves | life lives | knife knives | crisis crises | analysis analyses | person persons
      datum data | criterion criteria | news | business businesses | process processes
      """, separators: "|\n")
    {
      guard let base = line.first else { continue }
      for word in line { irregular[word] = base == "datum" ? "data" : base }
    }
    return irregular
  }()

  static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  static func lines(_ text: String, separators: String = "\n") -> [[String]] {
    text.split { separators.contains($0) }.map { words(String($0)) }
  }

  private static func pairs(_ text: String) -> [(String, String)] {
    words(text).compactMap { pair in
      let sides = pair.split(separator: "/")
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }
}
