/// A column of a record, as data: what it is called, where its value comes from, how it is shown.
package struct Column: Hashable, Sendable {
  /// What the column holds.
  package enum Kind: Hashable, Sendable {
    /// A text of one line.
    case text
    /// A text that may have line breaks.
    case memo
    /// A whole number.
    case integer
    /// 0 or 1.
    case boolean
    /// A decimal number in digits, `10.5`.
    case decimal
    /// An amount of money, in digits like other decimals.
    case amount
    /// A word of a closed set, which people read in their language.
    case code
    /// A day, `2026-03-05`.
    case date
    /// A moment in UTC, `2026-03-05T14:07:09Z`.
    case time
    /// A JSON object as text.
    case json
    /// The key of a record of another table.
    case reference(to: Table)
  }

  /// Who gives the column its value.
  package enum Origin: Hashable, Sendable {
    /// The change set.
    case given
    /// The table's counter, unless the change set gives one.
    case number
    /// The case key (`String.caseKey`) of the column with this storage name.
    case caseKey(of: String)
    /// The search key (`String.searchKey`) of the column with this storage name.
    case searchKey(of: String)
    /// How the record came to be.
    case provenance(Provenance.Part)
    /// The store, which counts the updates; 1 for a new record.
    case revision
    /// A column of a record that this one refers to; read with it, never written with it.
    case linked
  }

  /// The name in SQL.
  package let name: String
  /// The name in answer files, exports and messages, for example `postalCode`.
  package let key: String
  /// What it holds.
  package let kind: Kind
  /// Who gives it its value.
  package let origin: Origin
  /// Whether every record has a value.
  package let isRequired: Bool
  /// Whether the value may not be edited once the record is there.
  package let isFrozen: Bool
  /// What an insert stores where the change set gives nothing.
  package let initial: SQLValue
  /// The part of the provenance that an insert stores instead of ``initial``, if any.
  let standIn: Provenance.Part?

  /// Whether its values are figures, which stand below each other by their last digits.
  package var isFigure: Bool {
    switch kind {
    case .decimal, .amount: true
    case .integer: origin == .given
    default: false
    }
  }

  /// Whether a column called `state` says how far something is, and not where somebody lives.
  package var isStatus: Bool { kind == .code }
}

extension Column {
  /// Describes a column that the change set gives; the key is the name in camel case.
  static func given(
    _ name: String,
    _ kind: Kind = .text,
    key: String? = nil,
    required: Bool = false,
    frozen: Bool = false,
    initial: SQLValue = .null,
    standIn: Provenance.Part? = nil
  ) -> Column {
    Column(
      name: name,
      key: key ?? camelCase(name),
      kind: kind,
      origin: .given,
      isRequired: required,
      isFrozen: frozen,
      initial: initial,
      standIn: standIn
    )
  }

  /// Describes a column that the store fills in itself.
  static func kept(
    _ name: String,
    _ kind: Kind = .text,
    key: String? = nil,
    from origin: Origin,
    required: Bool = false
  ) -> Column {
    Column(
      name: name,
      key: key ?? camelCase(name),
      kind: kind,
      origin: origin,
      isRequired: required,
      isFrozen: true,
      initial: .null,
      standIn: nil
    )
  }

  private static func camelCase(_ name: String) -> String {
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(into: String(words.first ?? "")) { key, word in
      key += word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
