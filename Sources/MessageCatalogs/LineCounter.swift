/// A place in a text file.
package struct TextPlace: Sendable, Equatable {
  /// Counted from 1.
  package let line: Int
  /// Characters of that line, counted from 1; a tab is one character.
  package let column: Int
}

/// Turns byte offsets, asked for in rising order, into lines and columns in one pass.
struct LineCounter {
  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private var line = 1
  private var column = 1
  private var position = 0

  init(bytes: [UInt8], encoding: TextEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    if bytes.starts(with: byteOrderMark) { column = 0 }
  }

  /// Finds the place of an offset; one that lies before an earlier answer starts over.
  mutating func place(at offset: Int) -> TextPlace {
    if offset < position { self = LineCounter(bytes: bytes, encoding: encoding) }
    let end = min(offset, bytes.count)
    while position < end {
      let byte = bytes[position]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if encoding != .utf8 || byte & 0xC0 != 0x80 {
        // In UTF-8 every byte but a continuation begins a character.
        column += 1
      }
      position += 1
    }
    return TextPlace(line: line, column: max(1, column))
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
