import PlainValues

extension CatalogReview {
  /// C28, C29, C30: what is no prose stays, numbers are the same, patterns are those of the language.
  mutating func reviewLiterals() {
    if source.hasLiteral { reviewRuns() }
    if source.hasDigit || text.hasDigit {
      reviewNumbers()
      if style.language != .other, text.has(UInt8(ascii: ".")) { reviewDecimalPoint() }
    }
    if source.has(UInt8(ascii: "Y")), text.has(UInt8(ascii: "Y")) { reviewDatePattern() }
  }

  /// Addresses, options and files stand in the translation as they are.
  private mutating func reviewRuns() {
    for run in source.literals where text.place(of: run) == nil {
      add(.literals, .warning, .missingLiteral(run))
    }
  }

  private mutating func reviewNumbers() {
    let (wanted, actual) = (source.numbers, text.numbers)
    guard wanted != actual else { return }
    let names = Set(source.functionKeys).subtracting(text.functionKeys)
    for name in names.sorted() { add(.literals, .warning, .missingLiteral(name)) }
    var missing = wanted.missing(in: actual)
    missing.removeAll { number in names.contains("F\(number)") }
    guard !missing.isEmpty else { return }
    let list = missing.joined(separator: ", ")
    if role == .rule {
      add(.limits, .error, .missingLimit(list))
    } else {
      add(.literals, .note, .missingNumbers(list))
    }
  }

  private mutating func reviewDecimalPoint() {
    let bytes = text.bytes
    for index in bytes.indices.dropFirst().dropLast() where bytes[index] == UInt8(ascii: ".") {
      guard bytes[index - 1].isASCIIDigit, bytes[index + 1].isASCIIDigit else { continue }
      let run = text.run(around: index)
      let part = text.string(run)
      // One point and few digits: no date, no version, no thousand.
      guard bytes[run].count(where: { $0 == UInt8(ascii: ".") }) == 1,
        run.upperBound - index - 1 != 3,
        bytes[run].allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") })
      else { continue }
      add(.patterns, .note, .decimalPoint(part), mark: run)
    }
  }

  private mutating func reviewDatePattern() {
    let (pattern, expected): (String, String)
    switch style.language {
    case .german: (pattern, expected) = ("YYYY", "JJJJ")
    case .spanish: (pattern, expected) = ("YYYY", "AAAA")
    case .other: return
    }
    guard source.place(of: pattern) != nil, let place = text.place(of: pattern) else { return }
    add(.patterns, .note, .foreignPattern(pattern, expected: expected), mark: place)
  }
}

extension CheckedText {
  /// Whether it has one of the characters that addresses, options and files have.
  fileprivate var hasLiteral: Bool {
    has(UInt8(ascii: "/")) || has(UInt8(ascii: "@")) || has(UInt8(ascii: "-"))
  }

  /// Addresses of the web and of mail, long options and paths.
  fileprivate var literals: [String] {
    var literals: [String] = []
    for run in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      let core = run.withoutPunctuation
      guard core.count > 2, core.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
        !core.contains(UInt8(ascii: "{"))
      else { continue }
      let isOption =
        core.starts(with: "--".utf8) && core.dropFirst(2).first?.isASCIILetter == true
        && !core.contains(UInt8(ascii: "="))
      let isAddress = core.mentions("://") || core.isMailAddress
      // Examples of addresses are for the reader, in the reader's words.
      if isOption || isAddress && !core.mentions(".example") && !core.mentions("example.") {
        literals.append(String(decoding: core, as: UTF8.self))
      }
    }
    return literals
  }

  /// The digits of each number, group separators left out, in order of size.
  fileprivate var numbers: [String] {
    guard hasDigit else { return [] }
    var numbers: [String] = []
    var digits: [UInt8] = []
    let separators = ".,".utf8
    for index in bytes.indices {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        digits.append(byte)
      } else if !digits.isEmpty {
        let joins =
          index + 1 < bytes.count && bytes[index + 1].isASCIIDigit
          && (separators.contains(byte) || byte == 0xA0 || byte == 0xC2)
        if !joins {
          numbers.append(String(decoding: digits, as: UTF8.self))
          digits.removeAll(keepingCapacity: true)
        }
      }
    }
    if !digits.isEmpty { numbers.append(String(decoding: digits, as: UTF8.self)) }
    return numbers.sorted()
  }

  /// The names of function keys: `F1` to `F12`.
  fileprivate var functionKeys: [String] {
    words.filter { word in
      word.hasDigit && word.isCapital && (2...3).contains(word.end - word.start)
        && bytes[word.start] == UInt8(ascii: "F")
        && bytes[word.start + 1..<word.end].allSatisfy(\.isASCIIDigit)
    }.map { string($0.start..<$0.end) }
  }

  /// The run between white space and brackets around a place, without punctuation at its ends.
  fileprivate func run(around index: Int) -> Range<Int> {
    func belongs(_ byte: UInt8) -> Bool { byte.isASCIIDigit || byte == UInt8(ascii: ".") }
    var (start, end) = (index, index)
    while start > 0, bytes[start - 1] > 0x20, bytes[start - 1] != UInt8(ascii: "(") { start -= 1 }
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ")") { end += 1 }
    while end > index + 1, !belongs(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ".") {
      end -= 1
    }
    return start..<end
  }
}

extension [String] {
  /// The elements that others lack, each as often; both are in order.
  fileprivate func missing(in others: [String]) -> [String] {
    var missing: [String] = []
    var place = 0
    for element in self {
      while place < others.count, others[place] < element { place += 1 }
      if place < others.count, others[place] == element {
        place += 1
      } else {
        missing.append(element)
      }
    }
    return missing
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutPunctuation: ArraySlice<UInt8> {
    var core = self
    while let first = core.first, "\"'([<,".utf8.contains(first) || first >= 0x80 {
      core.removeFirst()
    }
    while let last = core.last, "\"')]>.,;:!?".utf8.contains(last) || last >= 0x80 {
      core.removeLast()
    }
    return core
  }

  fileprivate var isMailAddress: Bool {
    guard let at = firstIndex(of: UInt8(ascii: "@")), at > startIndex else { return false }
    return self[at...].dropFirst().contains(UInt8(ascii: "."))
      && self[index(after: at)..<endIndex].first?.isASCIILetter == true
  }

  fileprivate func mentions(_ part: String) -> Bool { rest(behind: part) != nil }
}
