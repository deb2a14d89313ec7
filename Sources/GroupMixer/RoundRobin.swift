/// Deals items to groups in turn, class after class.
///
/// Items of one class go to as many different groups as there are, and the sizes of the groups
/// differ by one at most. The first and simplest way to mix; it balances one attribute.
public enum RoundRobin {
  /// The group, from 0, of each item.
  ///
  /// - Parameters:
  ///   - classes: the class of each item, such as a delegate's sector. Order matters: items of a
  ///     class are dealt in the order given, the largest class first.
  ///   - groups: how many groups there are, 1 or more.
  public static func deal(_ classes: [String], into groups: Int) -> [Int] {
    guard groups > 0 else { return [] }
    var members: [String: [Int]] = [:]
    for (item, name) in classes.enumerated() { members[name, default: []].append(item) }
    let order = members.sorted { a, b in
      a.value.count != b.value.count ? a.value.count > b.value.count : a.key < b.key
    }
    var assignment = Array(repeating: 0, count: classes.count)
    for (turn, item) in order.flatMap(\.value).enumerated() { assignment[item] = turn % groups }
    return assignment
  }
}
