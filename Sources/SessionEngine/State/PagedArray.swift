/// An array in pages, so that a copy of a large session costs little when one of the two changes.
///
/// Folding journals keeps two states, the present one and one a little older. With plain arrays the
/// first change after a copy would copy every element; here it copies one page.
public struct PagedArray<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline static var pageSize: Int { 512 }
  @usableFromInline var pages: [[Element]] = []

  /// How many elements there are.
  public private(set) var count = 0

  /// Makes an empty array.
  public init() {}

  /// The first index.
  @inlinable public var startIndex: Int { 0 }
  /// One past the last index.
  @inlinable public var endIndex: Int { count }

  /// Appends at the same cost whatever the count.
  public mutating func append(_ element: Element) {
    if count % Self.pageSize == 0 {
      var page: [Element] = []
      page.reserveCapacity(count == 0 ? 16 : Self.pageSize)
      pages.append(page)
    }
    pages[pages.count - 1].append(element)
    count += 1
  }

  /// The element at an index; it is read and changed in its place.
  @inlinable public subscript(index: Int) -> Element {
    _read { yield pages[index / Self.pageSize][index % Self.pageSize] }
    _modify { yield &pages[index / Self.pageSize][index % Self.pageSize] }
  }
}
