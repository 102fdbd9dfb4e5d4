extension Line {
  /// Where the line begins to differ from another one, and what follows from there.
  ///
  /// What is left as it is on the screen is only what every terminal gives the same width. Behind an
  /// emoji or a mark the cursor might be elsewhere than here, so from there on all is written anew. What
  /// takes no column, and may join what is before it, is written anew with all of its line.
  ///
  /// - Returns: The columns of what the lines begin with in common, and the rest of this line.
  /// - Complexity: O(*n*).
  func difference(from other: Line) -> (column: Int, rest: Line) {
    guard !hasLooseMark, !other.hasLooseMark else { return (0, self) }
    var column = 0
    var rest: [Run] = []
    var others = other.runs[...]
    for (index, run) in runs.enumerated() {
      guard let twin = others.popFirst(), twin.style == run.style else {
        rest = Array(runs[index...])
        break
      }
      let (shared, width) = Line.sharedBeginning(of: run.text.string, and: twin.text.string)
      column += width
      let tail = run.text.string[shared...]
      guard tail.isEmpty, twin.text.string.utf8.count == run.text.string.utf8.count else {
        if !tail.isEmpty {
          rest.append(Run(text: SafeText(cutFromSafe: String(tail)), style: run.style))
        }
        rest += runs[(index + 1)...]
        break
      }
    }
    return (column, Line(runs: rest))
  }

  /// Whether there is a character that takes no column.
  private var hasLooseMark: Bool {
    runs.contains { run in
      let text = run.text.string
      return !text.utf8.allSatisfy { $0 < 0x80 } && text.contains { $0.displayWidth == 0 }
    }
  }

  /// Whether every terminal gives the line the same width.
  var hasCertainWidth: Bool {
    runs.allSatisfy { run in
      let text = run.text.string
      return text.utf8.allSatisfy { $0 < 0x80 } || text.allSatisfy(\.hasCertainWidth)
    }
  }

  /// The end of what two texts begin with in common as far as its width is certain, and that width.
  private static func sharedBeginning(
    of text: String,
    and other: String
  ) -> (end: String.Index, width: Int) {
    var index = text.startIndex
    var twin = other.startIndex
    var width = 0
    while index < text.endIndex, twin < other.endIndex {
      let character = text[index]
      guard character == other[twin], character.hasCertainWidth else { break }
      width += 1
      index = text.index(after: index)
      twin = other.index(after: twin)
    }
    return (index, width)
  }

  /// Appends what a terminal needs to show the line.
  ///
  /// - Parameters:
  ///   - bytes: What is sent.
  ///   - hasStyles: Whether styles are shown.
  func append(to bytes: inout [UInt8], hasStyles: Bool) {
    for run in runs {
      let isStyled = hasStyles && run.style != .plain
      if isStyled { bytes.append(contentsOf: run.style.start.utf8) }
      bytes.append(contentsOf: run.text.string.utf8)
      if isStyled { bytes.append(contentsOf: Style.end.utf8) }
    }
  }
}

extension Character {
  /// Whether the character is one scalar of one column that no terminal draws wider: Latin, Greek,
  /// Cyrillic, and the signs that alta draws itself.
  fileprivate var hasCertainWidth: Bool {
    let scalars = unicodeScalars
    guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return false }
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x530: return true
    case 0x2010...0x2027, 0x2030...0x203A: return true
    default: return Symbol.allCases.contains { $0.unicode.unicodeScalars.first == scalar }
    }
  }
}
