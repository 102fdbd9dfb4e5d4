import PlainValues

/// The inserts of many change sets in one piece of memory, ready to be bound to statements.
///
/// A million rows come over from the thread that judges them to the one that stores them. As change sets
/// each would be a dozen objects that one thread makes and another one frees; as a tape all of them are one.
///
/// A set is spelled: how many numbers it draws, and the table of each; then each insert: its table, the
/// figure that is its key, the length of its parameters in 4 bytes, and the parameters that are not what its
/// ``InsertionTemplate`` says: position, tag and value of each. Figures are whole numbers that only the commit
/// knows: figure 0 is the row of the source, the others are the numbers that are drawn.
package struct InsertionTape: Sendable {
  /// What a parameter is; lengths and numbers are little-endian.
  package enum Tag: UInt8 {
    /// A whole number, in 8 bytes.
    case integer
    /// A text: its length in 4 bytes, and its UTF-8 in Normalization Form C.
    case text
    /// A figure: its place in one byte.
    case figure
  }

  /// What is on the tape.
  package private(set) var bytes: [UInt8] = []
  private let format: TapeFormat

  /// Starts an empty tape.
  package init(_ format: TapeFormat) {
    self.format = format
  }

  /// Appends a set.
  ///
  /// - Returns: Where the set is on the tape; `nil` where it does more than to insert what is known but for
  ///   the numbers of records, and nothing is appended then.
  package mutating func append(_ set: borrowing TapedSet) -> Range<Int>? {
    guard set.isWhole else { return nil }
    let start = bytes.count
    bytes.append(UInt8(truncatingIfNeeded: set.tables.count))
    bytes.append(contentsOf: set.tables)
    bytes.append(contentsOf: set.bytes)
    return start..<bytes.count
  }
}

// Reading.
extension InsertionTape {
  /// The inserts of a set.
  ///
  /// - Parameter range: Where the set is.
  /// - Returns: The tables whose numbers are drawn, and the inserts in their order.
  func inserts(_ range: Range<Int>) -> (drawn: [Table], inserts: [TapedInsert]) {
    let count = Int(bytes[range.lowerBound])
    var place = range.lowerBound + 1 + count
    let drawn = bytes[range.lowerBound + 1..<place].map { tapeTables[Int($0)] }
    var inserts: [TapedInsert] = []
    inserts.reserveCapacity(4)
    while place < range.upperBound {
      let length = number(at: place + 2, bytes: 4)
      inserts.append(
        TapedInsert(
          template: format.templates[Int(bytes[place])],
          keyFigure: Int(bytes[place + 1]),
          parameters: place + 6..<place + 6 + Int(length)
        )
      )
      place += 6 + Int(length)
    }
    return (drawn, inserts)
  }

  /// The text that an insert gives for a parameter; `nil` where it gives none.
  func text(at position: Int, of insert: TapedInsert) -> String? {
    var found: String?
    read(insert) { if $0 == position, case .text(let text) = $1 { found = text } }
    return found
  }

  /// The parameters of an insert.
  ///
  /// - Parameters:
  ///   - insert: The insert.
  ///   - figures: The whole numbers that parameters refer to.
  /// - Returns: One value per column.
  package func parameters(of insert: TapedInsert, _ figures: [Int64]) -> [SQLValue] {
    var values = insert.template.usual.map { usual -> SQLValue in
      switch usual {
      case .value(let value): value
      case .sourceRow: .integer(figures[0])
      }
    }
    read(insert) { position, given in
      switch given {
      case .integer(let number): values[position] = .integer(number)
      case .text(let text): values[position] = .text(text)
      case .figure(let place): values[position] = .integer(figures[place])
      }
    }
    return values
  }

  private enum Given {
    case integer(Int64)
    case text(String)
    case figure(Int)
  }

  private func read(_ insert: TapedInsert, _ take: (Int, Given) -> Void) {
    var place = insert.parameters.lowerBound
    while place < insert.parameters.upperBound {
      let position = Int(bytes[place])
      switch Tag(rawValue: bytes[place + 1]) {
      case .integer:
        take(position, .integer(number(at: place + 2, bytes: 8)))
        place += 10
      case .figure:
        take(position, .figure(Int(bytes[place + 2])))
        place += 3
      case .text:
        let end = place + 6 + Int(number(at: place + 2, bytes: 4))
        take(position, .text(String(decoding: bytes[(place + 6)..<end], as: UTF8.self)))
        place = end
      case nil: return
      }
    }
  }

  private func number(at place: Int, bytes count: Int) -> Int64 {
    (0..<count).reduce(0) { $0 | Int64(bytes[place + $1]) << (8 * $1) }
  }
}

/// One insert on a tape.
package struct TapedInsert {
  /// Where it goes, and what it usually is.
  package let template: InsertionTemplate
  /// The figure that is the record's key.
  let keyFigure: Int
  /// Where the parameters are.
  package let parameters: Range<Int>

  /// The table.
  var table: Table { template.table }
}

extension Table {
  /// The number of the table on a tape.
  var tapeNumber: UInt8 {
    switch self {
    case .companies: 0
    case .customers: 1
    case .contacts: 2
    case .externalUsers: 3
    case .employees: 4
    case .requests: 5
    case .entries: 6
    case .settings: 7
    case .articles: 8
    case .programmes: 9
    case .processes: 10
    case .cards: 11
    case .offers: 12
    case .offerLines: 13
    case .invoices: 14
    case .invoiceLines: 15
    case .entitlements: 16
    case .plans: 17
    case .quotas: 18
    case .components: 19
    case .tiers: 20
    case .coupons: 21
    case .contracts: 22
    case .subscriptions: 23
    case .usages: 24
    case .templates: 25
    case .mails: 26
    case .dispatches: 27
    }
  }
}

/// The tables by their numbers on a tape.
let tapeTables: [Table] = Table.allCases.sorted { $0.tapeNumber < $1.tapeNumber }
