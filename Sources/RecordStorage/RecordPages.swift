/// The records of a table in the order of their keys, some at a time.
///
/// No lock is held between two pages, so that whoever reads a million records keeps nobody from writing: each
/// record is whole, and records that others add or change meanwhile may or may not be seen so.
package struct RecordPages {
  private let table: Table
  private let selection: Selection
  private let store: Store
  /// The key of the last record so far; `nil` before the first page.
  private var last: SQLValue?
  /// The key behind which nothing is read; `nil` where everything is.
  private var end: SQLValue?
  private var hasEnded = false

  private static let size = 500

  /// Prepares for reading.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - selection: Which records; its order and limit are not used.
  ///   - store: The store.
  package init(of table: Table, where selection: Selection = Selection(), in store: Store) {
    self.table = table
    self.selection = selection
    self.store = store
  }

  /// The next records; `nil` behind the last.
  ///
  /// - Throws: ``StoreError``.
  package mutating func next() throws(StoreError) -> [Record]? {
    guard !hasEnded else { return nil }
    let key = table.layout.keyExpression
    var condition = selection.condition(on: table)
    if let last { condition.add("\(key) > $", last) }
    if let end { condition.add("\(key) <= $", end) }
    let page = try store.records(of: table, condition, "ORDER BY \(key) LIMIT \(RecordPages.size)")
    hasEnded = page.count < RecordPages.size
    last = page.last?.key ?? last
    return page.isEmpty ? nil : page
  }

  /// Goes back to the first record; what others add behind the last one is not read then.
  package mutating func rewind() {
    end = last
    hasEnded = last == nil
    last = nil
  }
}
