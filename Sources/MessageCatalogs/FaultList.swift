/// Faults by byte offset, at most so many kept and all counted.
struct FaultList {
  /// How many faults a reader keeps; a file that is not PO at all has one in every line.
  static let limit = 100

  private enum Matter {
    case reason(CatalogFault.Reason)
    /// A message that stands already at this offset, whose line is worked out in the end.
    case duplicate(first: Int)
  }

  private var kept: [(offset: Int, matter: Matter)] = []
  private(set) var count = 0

  /// Where the fault added last begins; `nil` if there is none.
  var lastOffset: Int? { kept.last?.offset }

  mutating func add(_ reason: CatalogFault.Reason, at offset: Int) {
    add(.reason(reason), at: offset)
  }

  mutating func addDuplicate(at offset: Int, first: Int) {
    add(.duplicate(first: first), at: offset)
  }

  private mutating func add(_ matter: Matter, at offset: Int) {
    count += 1
    if kept.count < FaultList.limit { kept.append((offset, matter)) }
  }

  /// The faults in the order of the file, with line and column.
  ///
  /// - Complexity: O(*n*) in the bytes, whatever the faults are.
  func placed(in bytes: [UInt8], encoding: TextEncoding) -> [CatalogFault] {
    if kept.isEmpty { return [] }
    var offsets = kept.map(\.offset)
    for case (_, .duplicate(let first)) in kept { offsets.append(first) }
    var lines = LineCounter(bytes: bytes, encoding: encoding)
    var places: [Int: TextPlace] = [:]
    for offset in offsets.sorted() { places[offset] = lines.place(at: offset) }
    func place(_ offset: Int) -> TextPlace { places[offset] ?? TextPlace(line: 1, column: 1) }
    return kept.sorted { $0.offset < $1.offset }.map { offset, matter in
      let reason: CatalogFault.Reason
      switch matter {
      case .reason(let known): reason = known
      case .duplicate(let first): reason = .duplicate(firstLine: place(first).line)
      }
      return CatalogFault(reason, line: place(offset).line, column: place(offset).column)
    }
  }
}
