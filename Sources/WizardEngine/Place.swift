/// Where something is written in a definition file.
package struct Place: Hashable, Sendable, Comparable {
  /// The file as the person named it, for example `Wizards/register-customer.yaml`.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column in characters, counted from 1.
  package let column: Int
  /// The bytes of UTF-8 that precede the place in its file.
  package let offset: Int
  /// How many characters the thing is long; at least 1.
  package let length: Int

  /// Names a place.
  package init(file: String, line: Int, column: Int, offset: Int = 0, length: Int = 1) {
    self.file = file
    self.offset = offset
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// Orders places of one file from top to bottom, and files by name.
  package static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// Something with the place where it is written.
package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What is written.
  package let value: Value
  /// Where it is written.
  package let place: Place
  /// How the file spells it, so that a place can be told inside it.
  package let spelling: Spelling

  /// Joins a value and its place.
  package init(_ value: Value, at place: Place, spelling: Spelling = .other) {
    self.value = value
    self.place = place
    self.spelling = spelling
  }
}

/// How a file spells a text.
package enum Spelling: Hashable, Sendable {
  /// As it is, in runs: mostly one; several where the text is folded over lines or doubles quotes.
  case runs([TextRun])
  /// Otherwise, for example with escapes; only the whole has a place.
  case other
}

/// A part of a text that its file spells as it is.
package struct TextRun: Hashable, Sendable {
  /// The bytes of UTF-8 of the text before the run.
  package let start: Int
  /// Where the run begins.
  package let place: Place

  /// Says where a part of a text begins.
  package init(start: Int, at place: Place) {
    self.start = start
    self.place = place
  }
}

extension Placed<String> {
  /// The place of a part of the text.
  ///
  /// - Parameter part: Bytes of UTF-8 of the text.
  /// - Returns: The part's own place, as far as it stands on one line; the whole text's place where the
  ///   file spells the text otherwise.
  package func place(ofUTF8 part: Range<Int>) -> Place {
    guard case .runs(let runs) = spelling, part.upperBound <= value.utf8.count,
      let index = runs.lastIndex(where: { $0.start <= part.lowerBound })
    else { return place }
    let run = runs[index]
    let end = runs.indices.contains(index + 1) ? runs[index + 1].start : value.utf8.count
    let bytes = Array(value.utf8)
    let before = String(decoding: bytes[run.start..<part.lowerBound], as: UTF8.self)
    let marked = bytes[part.lowerBound..<max(part.lowerBound, min(part.upperBound, end))]
    return Place(
      file: run.place.file,
      line: run.place.line,
      column: run.place.column + before.count,
      offset: run.place.offset + part.lowerBound - run.start,
      length: String(decoding: marked, as: UTF8.self).trimmedEnd.count
    )
  }

  /// The text after its first byte, an ASCII character, at its place.
  var afterFirst: Placed<String> {
    var shifted: [TextRun] = []
    if case .runs(let runs) = spelling {
      shifted = runs.map { run in
        TextRun(
          start: max(0, run.start - 1),
          at: run.start == 0 ? run.place.afterFirst : run.place
        )
      }
    }
    return Placed(
      String(value.dropFirst()),
      at: shifted.isEmpty ? place : place.afterFirst,
      spelling: shifted.isEmpty ? .other : .runs(shifted)
    )
  }
}

extension Place {
  /// The same place without its first character, which is ASCII.
  fileprivate var afterFirst: Place {
    Place(file: file, line: line, column: column + 1, offset: offset + 1, length: length - 1)
  }
}

extension String {
  /// The text without spaces and line breaks at its end.
  fileprivate var trimmedEnd: Substring {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
