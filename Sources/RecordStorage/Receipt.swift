/// What a commit wrote.
package struct Receipt: Equatable, Sendable {
  /// A record that was inserted, altered or removed.
  package struct Row: Equatable, Sendable {
    /// The table it is of.
    package let table: Table
    /// The key that other records refer to it by.
    package let key: SQLValue
    /// What people call it: `CT-0001`, an identifier, an e-mail address, a code.
    package let name: String
  }

  /// One row per change of the set, in its order.
  package let rows: [Row]
  /// The position of the row that the registration is about.
  package let main: Int?

  /// The invoices and credit notes that were made.
  package var documents: [Row] { rows.filter { $0.table == .invoices } }

  /// The row that the registration is about.
  package var mainRow: Row? {
    main.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }
}
