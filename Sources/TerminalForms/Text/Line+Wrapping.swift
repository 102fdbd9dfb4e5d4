extension Line {
  /// Breaks the line into lines that fit a page, at spaces.
  ///
  /// A word is cut only where it is longer than a line, a compound then behind its hyphen, and a grapheme
  /// cluster never. Spaces at a break are dropped; no-break spaces do not break.
  ///
  /// - Parameters:
  ///   - page: Where the lines must fit, and in which characters.
  ///   - indent: Columns left free before every line; fewer where the page is too narrow.
  ///   - marker: Stands before the first line; the others are indented by its width.
  /// - Returns: At least one line, in the characters of the page.
  /// - Complexity: O(*n*).
  package func wrapped(on page: Page, indent: Int = 0, marker: Line = "") -> [Line] {
    let marker = marker.spelled(in: page.repertoire)
    let outer = page.indent(indent)
    let inner = page.indent(outer + marker.displayWidth)
    let first = Line.blank(outer) + marker
    // Where the marker has no room beside the text it takes a line of its own.
    var lines = first.displayWidth > inner ? [first.trimmed] : []
    for row in spelled(in: page.repertoire).rows(columns: page.columns - inner) {
      let margin = lines.isEmpty ? first : Line.blank(inner)
      lines.append(row.isEmpty ? margin.trimmed : margin + row)
    }
    return lines
  }

  /// The line cut to a width, with an ellipsis where something was cut.
  ///
  /// - Parameters:
  ///   - columns: The columns it may take; where not even the ellipsis fits, nothing is left.
  ///   - repertoire: The characters that can be shown.
  /// - Returns: A line in the characters of the repertoire, never wider than the columns.
  package func truncated(to columns: Int, in repertoire: Repertoire = .unicode) -> Line {
    let line = spelled(in: repertoire)
    guard line.displayWidth > columns else { return line }
    let ellipsis = Line(Symbol.ellipsis).spelled(in: repertoire)
    let room = columns - ellipsis.displayWidth
    guard room >= 0 else { return "" }
    let atoms = line.atoms
    return Line(atoms: atoms[..<Line.fitting(atoms[...], columns: room)]) + ellipsis
  }

  /// The line filled with spaces to a width; a wider line is left as it is.
  package func padded(to columns: Int, _ alignment: Alignment = .leading) -> Line {
    let missing = Line.blank(columns - displayWidth)
    return alignment == .leading ? self + missing : missing + self
  }

  /// So many spaces; none for a negative number.
  static func blank(_ columns: Int) -> Line {
    Line(String(repeating: " ", count: max(0, columns)))
  }
}

/// A grapheme cluster in its style.
private struct Atom {
  let character: Character
  let style: Style
  let width: Int

  /// Whether a line may break here: the spaces that are not no-break spaces.
  ///
  /// - SeeAlso: Unicode Standard Annex #14, classes SP, BA and GL.
  var isSpace: Bool {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return false }
    return switch scalar.value {
    case 0x20, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension Line {
  private var atoms: [Atom] {
    runs.flatMap { run in
      run.text.string.map { Atom(character: $0, style: run.style, width: $0.displayWidth) }
    }
  }

  private init(atoms: ArraySlice<Atom>) {
    var runs: [Run] = []
    var rest = atoms
    while let style = rest.first?.style {
      let run = rest.prefix { $0.style == style }
      runs.append(Run(text: SafeText(cutFromSafe: String(run.map(\.character))), style: style))
      rest = rest.dropFirst(run.count)
    }
    self.init(runs: runs)
  }

  /// The line without the spaces at its end.
  package var trimmed: Line {
    var atoms = atoms[...]
    while atoms.last?.isSpace == true { atoms.removeLast() }
    return Line(atoms: atoms)
  }

  /// Where the longest beginning ends that fits into so many columns.
  private static func fitting(_ atoms: ArraySlice<Atom>, columns: Int) -> Int {
    var room = columns
    return atoms.firstIndex {
      room -= $0.width
      return room < 0
    } ?? atoms.endIndex
  }

  /// The line broken at spaces, without those; at least one row.
  private func rows(columns: Int) -> [Line] {
    if displayWidth <= columns { return [self] }
    let atoms = atoms
    var rows: [Line] = []
    var start = 0
    while start < atoms.count {
      let end = Line.fitting(atoms[start...], columns: columns)
      guard end < atoms.count else {
        rows.append(Line(atoms: atoms[start...]))
        break
      }
      // The space that no longer fits counts too: the words before it fill the row exactly.
      let space = atoms[start...end].lastIndex { $0.isSpace }
      guard let space, let word = atoms[start..<space].lastIndex(where: { !$0.isSpace }) else {
        // At a hyphen where a compound has one; addresses and numbers are no compounds.
        let letters = atoms[start..<end].prefix { $0.character.isLetter || $0.character == "-" }
        let hyphen = letters.dropFirst().lastIndex { $0.character == "-" }
        let cut = hyphen.map { $0 + 1 } ?? max(end, start + 1)
        rows.append(Line(atoms: atoms[start..<cut]))
        start = cut
        continue
      }
      rows.append(Line(atoms: atoms[start...word]))
      start = atoms[space...].firstIndex { !$0.isSpace } ?? atoms.count
    }
    return rows
  }
}

extension Line {
  /// The line in two parts, the first of so many columns or less.
  func split(at columns: Int) -> (Line, Line) {
    let atoms = atoms
    let cut = Line.fitting(atoms[...], columns: columns)
    return (Line(atoms: atoms[..<cut]), Line(atoms: atoms[cut...]))
  }
}

extension Line {
  /// The line with every place of a text in a style, where it stands for itself and not in a word.
  ///
  /// - Parameters:
  ///   - text: The text as it was before it was made safe to show; without effect where it is empty.
  ///   - style: The style.
  /// - Returns: The same text.
  /// - Complexity: O(*n*) in the line, times the text where it nearly stands in many places.
  package func restyled(_ text: String, _ style: Style) -> Line {
    let part = Array(SafeText(text).string)
    let atoms = atoms
    guard let first = part.first, part.count <= atoms.count else { return self }
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    var line: Line = ""
    var start = 0
    var index = 0
    while index + part.count <= atoms.count {
      let end = index + part.count
      let stands =
        atoms[index].character == first
        && zip(atoms[index..<end], part).allSatisfy { $0.character == $1 }
        && !(index > 0 && isWord(first) && isWord(atoms[index - 1].character))
        && !(end < atoms.count && isWord(part[part.count - 1]) && isWord(atoms[end].character))
      guard stands else {
        index += 1
        continue
      }
      line = line + Line(atoms: atoms[start..<index]) + Line(String(part), style)
      (start, index) = (end, end)
    }
    return start == 0 ? self : line + Line(atoms: atoms[start...])
  }
}

extension Line {
  /// Something between spaces, in one style, at its place in the grid of a terminal.
  package struct Word: Hashable, Sendable {
    /// The text, without any character that controls or reorders.
    package let text: String
    /// How it stands out.
    package let style: Style
    /// The columns left of it.
    package let column: Int
    /// The columns that it takes.
    package let columns: Int
  }

  /// The words of the line, for whoever draws it elsewhere; a wide character is one of its own.
  package var words: [Word] {
    var words: [Word] = []
    var (text, style, start, column) = ("", Style.plain, 0, 0)
    func end() {
      if !text.isEmpty {
        words.append(Word(text: text, style: style, column: start, columns: column - start))
      }
      text = ""
    }
    for atom in atoms {
      if atom.isSpace || atom.style != style || atom.width > 1 { end() }
      if !atom.isSpace {
        if text.isEmpty { (style, start) = (atom.style, column) }
        text.append(atom.character)
      }
      column += atom.width
      if atom.width > 1 { end() }
    }
    end()
    return words
  }
}
