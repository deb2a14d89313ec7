import Terminal

extension KeyTable {
  /// What a key does in a context.
  static func binding(for key: Key, in context: Context) -> Binding? {
    lookup[context]?[key]
  }

  private static let lookup: [Context: [Key: Binding]] = Dictionary(
    uniqueKeysWithValues: Context.allCases.map { context in
      let pairs = all.filter { $0.contexts.contains(context) }
        .flatMap { binding in binding.keys.map { ($0, binding) } }
      return (context, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    })

  /// The bindings of a context, each action once with all its keys there, in the table's order.
  static func bindings(in context: Context) -> [Binding] { merged[context] ?? [] }

  /// Whether an action has a key in a context.
  static func holds(_ action: Action, in context: Context) -> Bool {
    bindings(in: context).contains { $0.action == action }
  }

  /// The bindings that the footer of a context may name, the most helpful first.
  static func footer(in context: Context) -> [Binding] { footers[context] ?? [] }

  private static let merged = Dictionary(
    uniqueKeysWithValues: Context.allCases.map { ($0, merge($0)) })

  private static let footers = merged.mapValues { bindings in
    bindings.filter { $0.footer != nil }.sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
  }

  private static func merge(_ context: Context) -> [Binding] {
    var found: [Binding] = []
    for binding in all where binding.contexts.contains(context) {
      if let index = found.firstIndex(where: { $0.action == binding.action }) {
        found[index].keys += binding.keys.filter { !found[index].keys.contains($0) }
        found[index].footer = found[index].footer ?? binding.footer
      } else {
        found.append(binding)
      }
    }
    return found
  }
}
