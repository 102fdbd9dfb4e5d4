import PlainValues

extension CatalogReview {
  /// C06, C07: the placeholders of a form are those of the source.
  mutating func reviewPlaceholders() {
    let brace = UInt8(ascii: "{")
    let hasBraces = [brace, UInt8(ascii: "}")].contains { text.has($0) || source.has($0) }
    let percent = UInt8(ascii: "%")
    if text.has(percent), text.hasForeignPlaceholder { reviewForeignPlaceholders() }
    guard hasBraces || entry.plural != nil else { return }
    // Nearly always the same names stand in both.
    if entry.plural == nil, text.placeholderSum == source.placeholderSum { return }
    comparePlaceholders()
  }

  private mutating func comparePlaceholders() {
    let one = Template(scan.string(entry.id))
    let many = entry.plural.map { Template(scan.string($0)) }
    let own = Set(one.placeholders).union(many?.placeholders ?? [])
    // What a value is given for may be used, even where the English text leaves it out.
    let allowed = own.union(message?.placeholders ?? [])
    let malformed = Set(one.malformed).union(many?.malformed ?? [])
    let number = many.flatMap { CatalogReview.number(one: one, many: $0) }
    let template = Template(text.string)
    let used = Set(template.placeholders)
    let unknown = used.subtracting(allowed)
    for name in (many ?? one).placeholders.withoutRepetitions where !used.contains(name) {
      if name == number {
        reviewMissingNumber(name)
      } else {
        let nearest = Self.meant(by: name, among: unknown)
        add(.placeholders, .error, .missingPlaceholder(name, suggestion: nearest))
      }
    }
    for name in template.placeholders.withoutRepetitions where unknown.contains(name) {
      let nearest = Self.meant(by: name, among: allowed)
      let matter = CatalogFinding.Matter.unknownPlaceholder(name, suggestion: nearest)
      add(.placeholders, .error, matter, mark: text.place(of: "{\(name)}"))
    }
    for part in template.malformed.withoutRepetitions where !malformed.contains(part) {
      add(.placeholders, .error, .malformedPlaceholder(part), mark: text.place(of: part))
    }
  }

  private mutating func reviewForeignPlaceholders() {
    let foreign = Set(
      scan.string(entry.id).foreignPlaceholders
        + (entry.plural.map { scan.string($0).foreignPlaceholders } ?? [])
    )
    for part in text.string.foreignPlaceholders.withoutRepetitions where !foreign.contains(part) {
      add(.placeholders, .error, .foreignPlaceholder(part), mark: text.place(of: part))
    }
  }

  /// The placeholder that stands for the number: the one that only the plural has, else `count`,
  /// else the only one.
  private static func number(one: Template, many: Template) -> String? {
    let names = many.placeholders.withoutRepetitions
    let others = Set(one.placeholders)
    let missing = names.filter { !others.contains($0) }
    if missing.count == 1 { return missing[0] }
    if names.contains("count") { return "count" }
    return names.count == 1 ? names[0] : nil
  }

  /// The name that was probably meant, where there are few enough to compare each with each.
  private static func meant(by name: String, among candidates: Set<String>) -> String? {
    candidates.count <= 8 ? nearest(name, in: candidates.sorted()) : nil
  }

  /// The number may stay away only where the form stands for exactly one count ("one file").
  private mutating func reviewMissingNumber(_ name: String) {
    guard let frequencies, form < frequencies.count, frequencies[form] > 1 else { return }
    add(.numberPlaceholder, .error, .missingNumber(placeholder: name, form: form))
  }
}

extension CheckedText {
  /// A number that two texts share if the same braces stand in both, in whatever order; different texts
  /// may share it only by an accident that costs a finding, and no sentence.
  fileprivate var placeholderSum: UInt64 {
    var sum: UInt64 = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "{") else {
        if bytes[index] == UInt8(ascii: "}") { sum &+= 1 }
        index += 1
        continue
      }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while index < bytes.count, bytes[index] != UInt8(ascii: "}") {
        hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
        index += 1
      }
      if index < bytes.count { index += 1 } else { hash &+= 1 }
      sum &+= hash
    }
    return sum
  }

  fileprivate var hasForeignPlaceholder: Bool {
    bytes.indices.contains { bytes[$0] == UInt8(ascii: "%") && $0 + 1 < bytes.count }
  }

  /// Where a part first stands; `nil` in a text that is too long to be looked through again and again.
  func place(of part: String) -> Range<Int>? {
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, wanted.count <= bytes.count, bytes.count <= CatalogReview.longestProse
    else {
      return nil
    }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }
}

extension [String] {
  fileprivate var withoutRepetitions: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// What looks like a placeholder of C or Objective-C: `%s`, `%d`, `%@`, `%1$s`.
  fileprivate var foreignPlaceholders: [String] {
    guard utf8.contains(UInt8(ascii: "%")) else { return [] }
    let bytes = Array(utf8)
    var found: [String] = []
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "%") else { continue }
      var end = index + 1
      // `%%` is a percent sign in those notations, and two of them here.
      if end < bytes.count, bytes[end] == UInt8(ascii: "%") {
        index = end
        continue
      }
      let digits = bytes[end...].prefix(while: \.isASCIIDigit)
      if !digits.isEmpty, digits.count < 3, digits.endIndex < bytes.count,
        bytes[digits.endIndex] == UInt8(ascii: "$")
      {
        end = digits.endIndex + 1
      }
      guard end < bytes.count, "sdiufxc@".utf8.contains(bytes[end]) else { continue }
      // "100 %der" is prose: a letter right behind makes a word.
      let isWord =
        end + 1 < bytes.count && bytes[end] != UInt8(ascii: "@")
        && (bytes[end + 1].isASCIILetter || bytes[end + 1] >= 0x80)
      if !isWord { found.append(String(decoding: bytes[index...end], as: UTF8.self)) }
    }
    return found
  }
}
