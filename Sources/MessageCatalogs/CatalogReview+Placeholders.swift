import PlainValues

extension CatalogReview {
  /// Compares the placeholders of every form with those of the source.
  mutating func reviewPlaceholders(of entry: CatalogEntry, source: SourceMessage?) {
    guard entry.mayHavePlaceholders else { return }
    let singular = Template(entry.id)
    let plural = entry.plural.map(Template.init)
    let own = Set(singular.placeholders).union(plural?.placeholders ?? [])
    // What a value is given for may be used, even where the English text leaves it out.
    let allowed = own.union(source?.placeholders ?? [])
    let malformed = Set(singular.malformed).union(plural?.malformed ?? [])
    let foreign = Set(entry.id.foreignPlaceholders + (entry.plural?.foreignPlaceholders ?? []))
    let number = plural.flatMap { CatalogReview.number(singular: singular, plural: $0) }
    for form in entry.forms.indices where !entry.forms[form].isEmpty {
      let template = Template(entry.forms[form])
      let used = Set(template.placeholders)
      let unknown = used.subtracting(allowed)
      let original = plural ?? singular
      for name in original.placeholders.withoutRepetitions where !used.contains(name) {
        if name == number {
          reviewMissingNumber(name, entry, form: form)
        } else {
          let nearest = Self.meant(by: name, among: unknown)
          let matter = CatalogFinding.Matter.missingPlaceholder(name, suggestion: nearest)
          add(.placeholders, .error, matter, entry, form: form)
        }
      }
      for name in template.placeholders.withoutRepetitions where unknown.contains(name) {
        let nearest = Self.meant(by: name, among: allowed)
        let matter = CatalogFinding.Matter.unknownPlaceholder(name, suggestion: nearest)
        add(.placeholders, .error, matter, entry, form: form)
      }
      for text in template.malformed.withoutRepetitions where !malformed.contains(text) {
        add(.placeholders, .error, .malformedPlaceholder(text), entry, form: form)
      }
      for text in entry.forms[form].foreignPlaceholders.withoutRepetitions
      where !foreign.contains(text) {
        add(.placeholders, .error, .foreignPlaceholder(text), entry, form: form)
      }
    }
  }

  /// The placeholder that stands for the number: the one that only the plural has, else `count`,
  /// else the only one.
  private static func number(singular: Template, plural: Template) -> String? {
    let names = plural.placeholders.withoutRepetitions
    let others = Set(singular.placeholders)
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
  private mutating func reviewMissingNumber(_ name: String, _ entry: CatalogEntry, form: Int) {
    guard let frequencies, form < frequencies.count, frequencies[form] > 1 else { return }
    let matter = CatalogFinding.Matter.missingNumber(placeholder: name, form: form)
    add(.numberPlaceholder, .error, matter, entry, form: form)
  }
}

extension CatalogEntry {
  /// Whether any text of it has a brace or a percent sign; most have none, and are done with.
  fileprivate var mayHavePlaceholders: Bool {
    ([id, plural ?? ""] + forms).contains { text in
      text.utf8.contains { $0 == 0x7B || $0 == 0x7D || $0 == 0x25 }
    }
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
