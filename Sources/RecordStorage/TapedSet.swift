import PlainValues

/// The inserts of one change set, spelled for an ``InsertionTape``; used again for the next set.
package struct TapedSet: RecordTaker {
  /// The inserts as the tape has them.
  private(set) var bytes: [UInt8] = []
  /// The tables whose numbers are drawn, by their numbers on a tape; that of figure 1 is the first.
  private(set) var tables: [UInt8] = []
  /// Whether everything is known but for the numbers of records.
  private(set) var isWhole = true

  private let format: TapeFormat
  /// The figure that is the key of each insert.
  private var keys: [Int] = []
  private var template: InsertionTemplate
  /// Where the insert that was begun starts.
  private var start = 0
  /// The figure that is its key; 0 where none is.
  private var keyFigure = 0

  /// Starts an empty set.
  package init(_ format: TapeFormat) {
    self.format = format
    template = format.templates[0]
  }

  /// Forgets everything, for another set.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    tables.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    isWhole = true
  }

  package mutating func begin(_ table: Table) {
    let number = table.tapeNumber
    template = format.templates[Int(number)]
    start = bytes.count
    keyFigure = 0
    bytes.append(addingCapacity: 6) { bytes in
      bytes.append(number)
      for _ in 0..<5 { bytes.append(0) }
    }
    guard let place = template.number else { return }
    tables.append(number)
    keyFigure = tables.count
    append(figure: keyFigure, at: place)
  }

  package mutating func give(_ cell: Cell, at position: Int) {
    switch cell {
    case .value(.null): return
    case .value(.integer(let number)): append(number, at: position)
    case .value(.text(let text)):
      append(text, at: position)
      for derivation in template.derivations where derivation.source == position {
        append(derivation.key(text), at: derivation.target)
      }
    case .row(let other):
      guard keys.indices.contains(other) else { return isWhole = false }
      append(figure: keys[other], at: position)
      if position == template.keyPosition { keyFigure = keys[other] }
    case .drawn, .digits, .masked: isWhole = false
    }
  }

  package mutating func end() -> Int {
    if keyFigure == 0 || tables.count >= Int(UInt8.max) { isWhole = false }
    bytes[start + 1] = UInt8(truncatingIfNeeded: keyFigure)
    let length = bytes.count - start - 6
    for place in 0..<4 {
      bytes[start + 2 + place] = UInt8(truncatingIfNeeded: length >> (8 * place))
    }
    keys.append(keyFigure)
    return keys.count - 1
  }

  private mutating func append(_ number: Int64, at position: Int) {
    bytes.append(addingCapacity: 10) { bytes in
      bytes.append(UInt8(truncatingIfNeeded: position))
      bytes.append(InsertionTape.Tag.integer.rawValue)
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
  }

  private mutating func append(_ text: String, at position: Int) {
    let normal = text.nfc
    let source = normal.utf8.span
    bytes.append(addingCapacity: source.count + 6) { bytes in
      bytes.append(UInt8(truncatingIfNeeded: position))
      bytes.append(InsertionTape.Tag.text.rawValue)
      for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: source.count >> (8 * place))) }
      for index in source.indices { bytes.append(source[index]) }
    }
  }

  private mutating func append(figure: Int, at position: Int) {
    bytes.append(addingCapacity: 3) { bytes in
      bytes.append(UInt8(truncatingIfNeeded: position))
      bytes.append(InsertionTape.Tag.figure.rawValue)
      bytes.append(UInt8(truncatingIfNeeded: figure))
    }
  }
}
