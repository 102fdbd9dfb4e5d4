import PlainValues

/// A sentence with named placeholders, like `Hello {name}, {{literal braces}}`.
///
/// A name has at least two characters, begins with a lower-case letter and goes on with letters,
/// digits and underscores. Anything else in single braces is text, and is reported.
package struct Template: Sendable, Equatable {
  private enum Piece: Sendable, Equatable {
    case text(String)
    case placeholder(String)
  }

  private let pieces: [Piece]
  /// What looks like a placeholder but is none, as written: `{ name }`, `{Name}`, a lone brace.
  package let malformed: [String]

  /// Reads a sentence; every text is one.
  ///
  /// - Complexity: O(*n*).
  package init(_ text: String) {
    // Most sentences have no brace, and they are looked up all the time.
    guard text.utf8.contains(where: { $0 == openBrace || $0 == closeBrace }) else {
      pieces = text.isEmpty ? [] : [.text(text)]
      malformed = []
      return
    }
    var reader = TemplateReader(text)
    reader.read()
    pieces = reader.pieces.map { $0.isPlaceholder ? .placeholder($0.text) : .text($0.text) }
    malformed = reader.malformed
  }

  /// The names of the placeholders, in order, with repetitions.
  package var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// Puts values in the place of the names.
  ///
  /// A value is inserted as it is: braces in it mean nothing. A placeholder without a value stays
  /// visible.
  ///
  /// - Parameter values: Names and values; the first of a name counts.
  /// - Returns: The sentence; doubled braces are single ones in it.
  package func filled(with values: [(name: String, value: String)]) -> String {
    var sentence = ""
    for piece in pieces {
      switch piece {
      case .text(let text): sentence += text
      case .placeholder(let name):
        sentence += values.first { $0.name == name }?.value ?? "{\(name)}"
      }
    }
    return sentence
  }

  /// Whether a name may stand in braces.
  package static func isName(_ name: some Collection<UInt8>) -> Bool {
    guard name.count >= 2, let first = name.first, first.isASCIILetter, !first.isASCIICapital else {
      return false
    }
    return name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x5F }
  }
}

private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")

/// Splits a sentence at its braces; braces are ASCII, so bytes are cut between characters.
private struct TemplateReader {
  private let bytes: [UInt8]
  private(set) var pieces: [(text: String, isPlaceholder: Bool)] = []
  private(set) var malformed: [String] = []
  private var text: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func read() {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == openBrace || byte == closeBrace else {
        text.append(byte)
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        text.append(byte)
        index += 2
      } else if byte == openBrace {
        index = readPlaceholder(at: index)
      } else {
        malformed.append("}")
        text.append(byte)
        index += 1
      }
    }
    flush()
  }

  /// Reads from an opening brace and returns the index behind what was understood.
  private mutating func readPlaceholder(at start: Int) -> Int {
    let inner = bytes[(start + 1)...].prefix { $0 != closeBrace && $0 != openBrace }
    let isClosed = inner.endIndex < bytes.count && bytes[inner.endIndex] == closeBrace
    if isClosed, Template.isName(inner) {
      flush()
      pieces.append((String(decoding: inner, as: UTF8.self), true))
      return inner.endIndex + 1
    }
    let end = isClosed ? inner.endIndex + 1 : start + 1
    malformed.append(String(decoding: bytes[start..<end], as: UTF8.self))
    text.append(contentsOf: bytes[start..<end])
    return end
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    pieces.append((String(decoding: text, as: UTF8.self), false))
    text.removeAll(keepingCapacity: true)
  }
}
