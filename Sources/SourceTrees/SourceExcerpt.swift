import PlainValues

/// The line that a place is on, and the line below that marks the place.
///
/// ```
///     when: categry == 'wholesale'
///           ^~~~~~~
/// ```
package struct SourceExcerpt: Equatable, Sendable {
  /// The source line: tabs as spaces, hostile characters as escapes, clipped to its width.
  package let line: String
  /// Spaces, then `^`, then a `~` for each further column that is marked.
  package let caret: String

  /// Cuts the line of a place out of its text.
  ///
  /// - Parameters:
  ///   - text: The text that the place is in.
  ///   - place: The place; its offset and its length count, and it may lie anywhere.
  ///   - width: The most terminal columns of a line, at least 20.
  /// - Complexity: O(`width`), however long the line is.
  package init(of text: SourceText, at place: SourcePlace, width: Int = 100) {
    let width = max(20, width)
    let bytes = text.bytes
    let offset = min(place.offset, bytes.count)
    // A character shown in one column rarely has more than four bytes; what has more is clipped.
    let reach = width * 4
    var start = offset
    while start > 0, offset - start < reach, !bytes[start - 1].isLineBreak { start -= 1 }
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = offset
    while end < bytes.count, end - offset < reach, !bytes[end].isLineBreak { end += 1 }
    while end < bytes.count, end > offset, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var isCutLeft = start > 0 && !bytes[start - 1].isLineBreak
    var isCutRight = end < bytes.count && !bytes[end].isLineBreak

    var column = 0
    var before = Cell.cells(of: bytes[start..<offset], from: &column)[...]
    var after = Cell.cells(of: bytes[offset..<end], from: &column)[...]
    var columns = before.reduce(0) { $0 + $1.columns }
    let rest = after.reduce(0) { $0 + $1.columns }
    // The mark keeps at least half the line, less where not so much follows it.
    let most = width - min(rest, width / 2) - 1
    while columns > most, let cell = before.popFirst() {
      columns -= cell.columns
      isCutLeft = true
    }
    var room = width - columns - (isCutLeft ? 1 : 0)
    let marked = after.prefix(place.length).reduce(0) { $0 + $1.columns }
    if rest > room || isCutRight {
      room -= 1
      isCutRight = true
      var kept = rest
      while kept > room, let cell = after.popLast() { kept -= cell.columns }
    }
    let shown = before.map(\.text).joined() + after.map(\.text).joined()
    line = (isCutLeft ? "…" : "") + shown + (isCutRight ? "…" : "")
    caret =
      String(repeating: " ", count: columns + (isCutLeft ? 1 : 0)) + "^"
      + String(repeating: "~", count: max(0, min(marked, room) - 1))
  }
}

/// A character as a terminal shows it.
private struct Cell {
  let text: String
  let columns: Int

  static func cells(of bytes: ArraySlice<UInt8>, from column: inout Int) -> [Cell] {
    var cells: [Cell] = []
    for character in String(decoding: bytes, as: UTF8.self) {
      let cell = Cell(character, column: column)
      cells.append(cell)
      column += cell.columns
    }
    return cells
  }

  private init(_ character: Character, column: Int) {
    if character == "\t" {
      columns = 4 - column % 4
      text = String(repeating: " ", count: columns)
    } else if character.unicodeScalars.contains(where: \.isHostile) {
      text = character.unicodeScalars.map { scalar in
        scalar.isHostile ? scalar.escaped : String(scalar)
      }.joined()
      columns = text.unicodeScalars.reduce(0) { $0 + $1.columns }
    } else {
      text = String(character)
      columns = character.unicodeScalars.first?.columns ?? 0
    }
  }
}

extension Unicode.Scalar {
  /// The columns of a terminal that the scalar takes at the beginning of a character.
  ///
  /// - SeeAlso: Unicode Standard Annex #11 (wide and fullwidth), by blocks.
  fileprivate var columns: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      let category = properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark ? 0 : 1
    }
  }
}

extension UInt8 {
  fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
