extension [Int] {
  /// Where a value stands in a sorted array, or would stand.
  private func sortedIndex(of value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func insertSorted(_ value: Int) { insert(value, at: sortedIndex(of: value)) }

  mutating func removeSorted(_ value: Int) {
    let index = sortedIndex(of: value)
    if index < count, self[index] == value { remove(at: index) }
  }
}
