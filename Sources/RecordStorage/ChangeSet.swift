/// The inserts, updates and deletes that finishing performs, all or none, in order.
///
/// A value: what the confirmation shows, what a dry run prints, and what ``Store`` commits.
package struct ChangeSet: Equatable, Sendable {
  /// The changes, in the order they are made.
  package private(set) var changes: [Change] = []
  /// The position of the change that the registration is about; a case names its record.
  package var main: Int?
  /// The record that a ``RecordTaker`` has begun.
  var begun: NewRow?

  /// Makes an empty set.
  package init() {
    changes.reserveCapacity(4)
  }

  /// Adds an insert.
  ///
  /// - Returns: Its position, for ``Cell/row(_:)``.
  @discardableResult
  package mutating func insert(_ row: NewRow) -> Int {
    changes.append(.insert(row))
    return changes.count - 1
  }

  /// Adds an update; one that alters nothing is kept and does nothing.
  ///
  /// - Returns: Its position.
  @discardableResult
  package mutating func update(_ row: AlteredRow) -> Int {
    changes.append(.update(row))
    return changes.count - 1
  }

  /// Alters more columns with an update that is in the set already; without effect on another change.
  ///
  /// - Parameters:
  ///   - position: The position of the update.
  ///   - body: Gives the columns their cells.
  package mutating func alter(_ position: Int, _ body: (inout AlteredRow) -> Void) {
    guard changes.indices.contains(position), case .update(var row) = changes[position] else {
      return
    }
    body(&row)
    changes[position] = .update(row)
  }

  /// Gives an insert that is in the set already other cells; without effect on another change.
  ///
  /// - Parameters:
  ///   - position: The position of the insert.
  ///   - body: Gives the columns their cells.
  package mutating func amend(_ position: Int, _ body: (inout NewRow) -> Void) {
    guard changes.indices.contains(position), case .insert(var row) = changes[position] else {
      return
    }
    body(&row)
    changes[position] = .insert(row)
  }

  /// Adds the removal of a record.
  ///
  /// - Parameter record: The record as it was read; it must not have changed since.
  /// - Returns: Its position.
  @discardableResult
  package mutating func delete(_ record: Record) -> Int {
    changes.append(
      .delete(table: record.table, key: record.key, expectedRevision: record.revision)
    )
    return changes.count - 1
  }
}

/// One change of a set.
package enum Change: Equatable, Sendable {
  /// A new record.
  case insert(NewRow)
  /// Altered columns of a record.
  case update(AlteredRow)
  /// A removed record; the revision is the one it was read with.
  case delete(table: Table, key: SQLValue, expectedRevision: Int64)
}

/// A record to insert.
package struct NewRow: Equatable, Sendable {
  /// The table it goes to.
  package let table: Table
  /// The cells that were given, by ascending positions: a few of many, and a million rows go by them.
  private(set) var given: [GivenCell] = []

  /// A cell and the column it is for.
  struct GivenCell: Equatable, Sendable {
    /// The position of the column.
    let position: Int
    /// What to store.
    var cell: Cell
  }

  /// Makes a record of which nothing is given yet.
  package init(in table: Table) {
    self.table = table
    given.reserveCapacity(12)
  }

  /// Gives a column its cell.
  ///
  /// - Parameters:
  ///   - cell: What to store.
  ///   - key: The column's name in answer files.
  /// - Returns: Whether the table has such a column that can be given; nothing is set otherwise.
  @discardableResult
  package mutating func set(_ cell: Cell, for key: String) -> Bool {
    guard let position = table.layout.givenPosition(of: key) else { return false }
    set(cell, at: position)
    return true
  }

  /// Gives a column its cell.
  ///
  /// - Parameters:
  ///   - cell: What to store.
  ///   - position: The position of a column that can be given.
  package mutating func set(_ cell: Cell, at position: Int) {
    // Most columns come in their order, so the place is at the end or near it.
    if given.last.map({ $0.position < position }) ?? true {
      given.append(GivenCell(position: position, cell: cell))
      return
    }
    var place = given.count
    while place > 0, given[place - 1].position >= position { place -= 1 }
    if place < given.count, given[place].position == position {
      given[place].cell = cell
    } else {
      given.insert(GivenCell(position: position, cell: cell), at: place)
    }
  }

  /// The cell of a column; empty when nothing was given for it.
  package func cell(at position: Int) -> Cell {
    given.first { $0.position == position }?.cell ?? .empty
  }

  /// The cell of a column; empty when the table has no column with this key.
  package func cell(for key: String) -> Cell {
    table.layout.givenPosition(of: key).map { cell(at: $0) } ?? .empty
  }

  /// One cell per own column of the table's layout.
  package var cells: [Cell] { table.layout.columns.indices.map { cell(at: $0) } }
}

/// Columns of a record to alter.
package struct AlteredRow: Equatable, Sendable {
  /// One column's value before and after.
  package struct Alteration: Equatable, Sendable {
    /// The column's position in the table's layout.
    package let position: Int
    /// The value as it was read.
    package let before: SQLValue
    /// What it becomes.
    package let after: Cell
  }

  /// The record as it was read.
  package let record: Record
  /// Whether the commit refuses when anything in the record changed since; otherwise it refuses only
  /// when an altered column did.
  package let isStrict: Bool
  /// The columns that change, in the order they were set.
  package private(set) var alterations: [Alteration] = []

  /// The table of the record.
  package var table: Table {
    record.table
  }

  /// Starts altering a record.
  ///
  /// - Parameters:
  ///   - record: The record as it was read.
  ///   - isStrict: Whether any change since then makes the update stale.
  package init(_ record: Record, isStrict: Bool = true) {
    self.record = record
    self.isStrict = isStrict
  }

  /// Gives a column another value; the value that it has already is no alteration.
  ///
  /// - Parameters:
  ///   - cell: What to store.
  ///   - key: The column's name in answer files.
  /// - Returns: Whether the table has such a column that can be given; nothing is set otherwise.
  @discardableResult
  package mutating func set(_ cell: Cell, for key: String) -> Bool {
    guard let position = table.layout.givenPosition(of: key) else { return false }
    alterations.removeAll { $0.position == position }
    let before = record.values[position]
    if cell != .value(before) {
      alterations.append(Alteration(position: position, before: before, after: cell))
    }
    return true
  }
}

extension TableLayout {
  /// The position of a column that a change set may give; the key of a numbered table is one.
  fileprivate func givenPosition(of key: String) -> Int? {
    guard let position = position(of: key), position < columns.count else { return nil }
    return columns[position].origin == .given ? position : nil
  }
}
