import PlainValues

extension CatalogReview {
  /// C16: the punctuation at the end is that of the source.
  mutating func reviewFinalPunctuation() {
    let (wanted, actual) = (source.finalMark, text.finalMark)
    // What has no word is a sign of its own, a decimal separator for example.
    guard wanted != actual, !source.words.isEmpty, role != .name else { return }
    // A full stop behind a short word abbreviates it, and behind a number it orders.
    if wanted == .stop || actual == .stop, wanted == .nothing || actual == .nothing {
      if source.endsWithAbbreviation || text.endsWithAbbreviation { return }
    }
    // Several scripts end a sentence with marks of their own, or with none.
    let isOther: (UInt8) -> Bool = { (0xCD...0xE1).contains($0) || (0xE3...0xEF).contains($0) }
    if actual == .nothing, text.most >= 0xCD, text.bytes.contains(where: isOther) { return }
    add(
      .finalPunctuation,
      .warning,
      .finalPunctuation(source: wanted.rawValue, translation: actual.rawValue)
    )
  }

  /// C17, C18: marks that are opened, and no space before them.
  mutating func reviewMarks() {
    reviewSpaceBehind()
    guard "?!:;".utf8.contains(where: text.has) || text.isBeyondASCII else { return }
    if style.language == .spanish {
      reviewOpening(.init(opening: 0xBF, closing: UInt8(ascii: "?"), name: "¿", severity: .warning))
      reviewOpening(.init(opening: 0xA1, closing: UInt8(ascii: "!"), name: "¡", severity: .note))
    }
    if style.language != .other { reviewSpaceBefore() }
  }

  private struct Pair {
    /// The second byte of `¿` or `¡`, whose first is 0xC2.
    let opening: UInt8
    let closing: UInt8
    let name: String
    let severity: CatalogFinding.Severity
  }

  private mutating func reviewOpening(_ pair: Pair) {
    let bytes = text.bytes
    var open: Int?
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == pair.opening {
        open = index
        index += 1
      } else if bytes[index] == pair.closing, text.isMark(at: index) {
        if open == nil, !source.hasLoneMark(pair.closing) {
          add(
            .openingMarks,
            pair.severity,
            .missingOpeningMark(pair.name),
            mark: index..<index + 1,
            replacement: text.opened(pair.name, before: index)
          )
        }
        open = nil
        while index + 1 < bytes.count, "?!.".utf8.contains(bytes[index + 1]) { index += 1 }
      }
    }
    if let open {
      add(.openingMarks, .warning, .unclosedMark(pair.name), mark: open..<open + 2)
    }
  }

  private mutating func reviewSpaceBefore() {
    let bytes = text.bytes
    for index in bytes.indices.dropFirst() where "?!:;".utf8.contains(bytes[index]) {
      guard let space = text.spaceBefore(index), space.lowerBound > 0 else { continue }
      let before = bytes[space.lowerBound - 1]
      let isBehindWord = before.isASCIILetter || before.isASCIIDigit || before >= 0x80
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      guard isBehindWord, next == 0x20 || next == 0x0A,
        !source.hasSpaceBefore(bytes[index]), !text.isCode(at: index)
      else { continue }
      let mark = String(Unicode.Scalar(bytes[index]))
      // Where more follows, the mark may be a key that the sentence is about.
      let isEnd = index + 1 == bytes.count
      add(
        .spacedPunctuation,
        .warning,
        .spaceBefore(mark),
        mark: space.lowerBound..<index + 1,
        replacement: isEnd
          ? text.string(0..<space.lowerBound) + text.string(index..<bytes.count) : nil
      )
    }
  }

  /// C31: a comma or a semicolon with letters on both sides.
  private mutating func reviewSpaceBehind() {
    let bytes = text.bytes
    guard bytes.count > 2, text.has(UInt8(ascii: ",")) || text.has(UInt8(ascii: ";")) else {
      return
    }
    for index in 1..<bytes.count - 1
    where bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";") {
      guard bytes[index - 1].isASCIILetter, bytes[index + 1].isASCIILetter,
        !text.isCode(at: index), text.isBetweenWords(index)
      else { continue }
      let mark = String(Unicode.Scalar(bytes[index]))
      add(.slips, .note, .missingSpace(mark), mark: index..<index + 1)
    }
  }
}

extension CheckedText {
  /// What a text may end with.
  enum FinalMark: String {
    case nothing = ""
    case stop = "."
    case colon = ":"
    case question = "?"
    case exclamation = "!"
    case ellipsis = "…"
    case semicolon = ";"
    case comma = ","
  }

  /// The last mark, whatever quotation marks, brackets and white space follow it.
  var finalMark: FinalMark {
    var end = bytes.count
    while end > 0 {
      switch bytes[end - 1] {
      case 0x20, 0x09...0x0D, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"),
        UInt8(ascii: "]"):
        end -= 1
      case UInt8(ascii: "."):
        return end > 2 && bytes[end - 2] == UInt8(ascii: ".") && bytes[end - 3] == UInt8(ascii: ".")
          ? .ellipsis : .stop
      case UInt8(ascii: ":"): return .colon
      case UInt8(ascii: "?"): return .question
      case UInt8(ascii: "!"): return .exclamation
      case UInt8(ascii: ";"): return .semicolon
      case UInt8(ascii: ","): return .comma
      case 0x80...:
        guard let tail = wideTail(before: end) else { return .nothing }
        if let mark = tail.mark { return mark }
        end -= tail.length
      default: return .nothing
      }
    }
    return .nothing
  }

  /// A mark or something to pass over beyond ASCII that ends at a place.
  private func wideTail(before end: Int) -> (mark: FinalMark?, length: Int)? {
    func ends(_ tail: [UInt8]) -> Bool {
      end >= tail.count && bytes[(end - tail.count)..<end].elementsEqual(tail)
    }
    for (tail, mark) in CheckedText.wideMarks where ends(tail) {
      // `(…)` stands for something left out, and ends nothing.
      let isLeftOut = end > tail.count && bytes[end - tail.count - 1] == UInt8(ascii: "(")
      return (isLeftOut ? .nothing : mark, tail.count)
    }
    return nil
  }

  private static let wideMarks: [([UInt8], FinalMark?)] = [
    ("…", FinalMark.ellipsis), ("。", .stop), ("？", .question), ("！", .exclamation),
    ("：", .colon), ("؟", .question), ("।", .stop), ("»", nil), ("«", nil), ("”", nil), ("“", nil),
    ("’", nil), ("›", nil), ("\u{A0}", nil), ("）", nil),
  ].map { (Array($0.0.utf8), $0.1) }

  private static let abbreviations = Set(
    """
    max min nr no núm tel fax art ca bzw usw etc inkl incl exkl excl idnr abb ref máx mín apdo pág dr str \
    approx vs abs anz gem dir ext ust mwst uu kg m
    """.split(separator: " ").map { wordHash($0) }
  )

  /// Whether the text ends with a full stop behind a number or a usual abbreviation.
  fileprivate var endsWithAbbreviation: Bool {
    let end = bytes.lastIndex(of: UInt8(ascii: ".")) ?? 0
    guard let last = words.last, last.end == end else { return false }
    return last.hasDigit || CheckedText.abbreviations.contains(last.hash)
  }

  /// Whether a question mark stands behind a word, and not for a key.
  fileprivate func isMark(at index: Int) -> Bool {
    guard index > 0, !isAddress(at: index) else { return false }
    let before = bytes[index - 1]
    return before.isASCIILetter || before.isASCIIDigit || before >= 0x80 || before == 0x29
      || before == UInt8(ascii: "\"") || before == UInt8(ascii: ".") || before == UInt8(ascii: "}")
  }

  /// Whether the mark stands in the text, but never behind a word.
  fileprivate func hasLoneMark(_ mark: UInt8) -> Bool {
    guard has(mark) else { return false }
    return !bytes.indices.contains { bytes[$0] == mark && isMark(at: $0) }
  }

  /// The text with a mark at its beginning, if one sentence is all that there is.
  fileprivate func opened(_ mark: String, before index: Int) -> String? {
    guard index == bytes.count - 1 || bytes[(index + 1)...].allSatisfy({ $0 <= 0x20 }),
      !bytes[..<index].contains(where: {
        ".:;,!?\n(-".utf8.contains($0) || $0 == 0xE2 || $0 == 0xC2
      })
    else { return nil }
    return mark + string
  }

  /// The spaces right before a place.
  fileprivate func spaceBefore(_ index: Int) -> Range<Int>? {
    if bytes[index - 1] == 0x20 { return index - 1..<index }
    if index > 1, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xA0 { return index - 2..<index }
    let isNarrow =
      index > 2 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80 && bytes[index - 1] == 0xAF
    return isNarrow ? index - 3..<index : nil
  }

  fileprivate func hasSpaceBefore(_ mark: UInt8) -> Bool {
    has(mark) && bytes.indices.dropFirst().contains { bytes[$0] == mark && bytes[$0 - 1] == 0x20 }
  }

  /// The run between white space around a place, as far as it matters.
  private func run(at index: Int) -> Range<Int> {
    let reach = 128
    var start = index
    while start > 0, index - start < reach, bytes[start - 1] > 0x20 { start -= 1 }
    var end = index
    while end < bytes.count, end - index < reach, bytes[end] > 0x20 { end += 1 }
    return start..<end
  }

  /// Whether a place lies in a run between white space that is an address or a path.
  private func isAddress(at index: Int) -> Bool {
    bytes[run(at: index)].contains { "/=&\\".utf8.contains($0) }
  }

  /// Whether a place lies in a run between white space that is no prose.
  func isCode(at index: Int) -> Bool {
    let run = run(at: index)
    var place = firstWord(from: run.lowerBound)
    while place < words.count, words[place].end <= run.upperBound {
      if words[place].isCode { return true }
      place += 1
    }
    return false
  }

  /// The position of the first word that begins at a place or behind it.
  private func firstWord(from start: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether whole words of two letters and more stand on both sides, as they do not in `a,c,r`.
  fileprivate func isBetweenWords(_ index: Int) -> Bool {
    let next = firstWord(from: index)
    guard next > 0, next < words.count else { return false }
    let (before, behind) = (words[next - 1], words[next])
    return before.end == index && before.end - before.start > 1 && behind.start == index + 1
      && behind.end - behind.start > 1
  }
}
