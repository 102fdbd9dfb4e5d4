import SourceTrees
import WizardEngine

extension DefinitionReader {
  /// Reads a text with the places of its parts.
  mutating func text(_ node: SourceNode, key: String) -> Placed<String>? {
    guard let text = node.text, !node.isNull || node.style == .quoted else {
      report(.wrongShape(key: key, expected: .text), at: node)
      return nil
    }
    let runs = runs(of: Array(text.utf8), writtenAt: node)
    guard let first = runs.first else { return Placed(text, at: place(node)) }
    return Placed(text, at: first.place, spelling: .runs(runs))
  }

  /// The parts of a text that the file spells as they are.
  ///
  /// Text and file are walked side by side. Where the file breaks a line, white space is passed over in
  /// both: folding has made other white space of it, and no caret points there.
  ///
  /// - Returns: The runs in order; empty where the file spells the text with escapes.
  private func runs(of text: [UInt8], writtenAt node: SourceNode) -> [TextRun] {
    if let run = onlyRun(of: text, writtenAt: node) { return [run] }
    let bytes = source.text.bytes
    var walk = LineWalk(bytes, from: node.place)
    walk.skipProperties()
    var quote: UInt8?
    if node.style == .quoted {
      guard let mark = walk.byte, mark == 0x22 || mark == 0x27 else { return [] }
      quote = mark
      walk.skip(1)
    } else if node.style == .block {
      walk.skipLine()
    }
    var starts: [(text: Int, place: SourcePlace)] = [(0, walk.place)]
    var index = 0
    while index < text.count {
      if walk.isAtLineEnd {
        walk.skipSpace()
        while index < text.count, text[index].isSpace { index += 1 }
        starts.append((index, walk.place))
      } else if walk.byte == quote, quote == 0x27 {
        // A doubled quote stands for one.
        guard text[index] == 0x27 else { return [] }
        walk.skip(2)
        index += 1
        starts.append((index, walk.place))
      } else if walk.byte == text[index], walk.byte != quote,
        !(walk.byte == 0x5C && quote == 0x22)
      {
        walk.skip(1)
        index += 1
      } else if node.style == .block, text[index].isSpace, walk.byte == nil {
        break
      } else {
        return []
      }
    }
    return joined(starts, text: text)
  }

  /// The run of a text that stands on one line as it is, which nearly all do; `nil` for any other.
  private func onlyRun(of text: [UInt8], writtenAt node: SourceNode) -> TextRun? {
    let quotes = node.style == .quoted ? 1 : 0
    let start = node.place.offset + quotes
    let bytes = source.text.bytes
    guard node.style != .block, start + text.count <= bytes.count,
      bytes[start..<start + text.count].elementsEqual(text), !text.contains(0x0A)
    else { return nil }
    let isASCII = text.allSatisfy { $0 < 0x80 }
    return TextRun(
      start: 0,
      at: Place(
        file: source.file,
        line: node.place.line,
        column: node.place.column + quotes,
        offset: start,
        length: isASCII ? text.count : String(decoding: text, as: UTF8.self).count
      )
    )
  }

  /// The runs with the characters that each marks; empty ones are left out.
  private func joined(
    _ starts: [(text: Int, place: SourcePlace)],
    text: [UInt8]
  ) -> [TextRun] {
    var runs: [TextRun] = []
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1].text : text.count
      guard end > start.text || starts.count == 1 else { continue }
      var marked = text[start.text..<end]
      while let last = marked.last, last.isSpace { marked.removeLast() }
      runs.append(
        TextRun(
          start: start.text,
          at: Place(
            file: source.file,
            line: start.place.line,
            column: start.place.column,
            offset: start.place.offset,
            length: String(decoding: marked, as: UTF8.self).count
          )
        )
      )
    }
    return runs
  }
}

/// A walk over the bytes of a file from the place of a node on, which knows line and column.
private struct LineWalk {
  private let bytes: [UInt8]
  private var offset: Int
  private var line: Int
  private var column: Int

  init(_ bytes: [UInt8], from place: SourcePlace) {
    self.bytes = bytes
    offset = min(place.offset, bytes.count)
    line = place.line
    column = place.column
  }

  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  var place: SourcePlace { SourcePlace(line: line, column: column, offset: offset) }

  /// Whether nothing but spaces stands before the end of the line.
  var isAtLineEnd: Bool {
    var index = offset
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && (bytes[index] == 0x0A || bytes[index] == 0x0D)
  }

  /// Passes over bytes of the same line.
  mutating func skip(_ count: Int) {
    for _ in 0..<count where offset < bytes.count {
      // Continuation bytes belong to the character before; combined characters are rare enough here.
      if bytes[offset] & 0xC0 != 0x80 { column += 1 }
      offset += 1
    }
  }

  /// Passes over spaces and line breaks.
  mutating func skipSpace() {
    while offset < bytes.count, bytes[offset].isSpace {
      let byte = bytes[offset]
      offset += 1
      let isCarriageReturn = byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)
      if byte == 0x0A || isCarriageReturn {
        line += 1
        column = 1
      } else if byte != 0x0D {
        column += 1
      }
    }
  }

  /// Passes over the rest of the line and the indentation of the next.
  mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    skipSpace()
  }

  /// Passes over an anchor and a tag, which may stand before a value.
  mutating func skipProperties() {
    while let byte, byte == 0x26 || byte == 0x21 {
      while let byte = self.byte, !byte.isSpace { skip(1) }
      skipSpace()
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a line break.
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
