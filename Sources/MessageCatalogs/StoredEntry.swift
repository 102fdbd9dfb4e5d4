/// Where a text of a catalog stands in its file.
struct StoredText {
  struct Facts: OptionSet {
    let rawValue: UInt8
    /// One string without an escape: its bytes are the text.
    static let isPlain = Facts(rawValue: 1)
    static let hasText = Facts(rawValue: 2)
    /// An octal or hexadecimal escape made a byte that is not ASCII.
    static let hasNumericBytes = Facts(rawValue: 4)
  }

  /// From the first opening quote to behind the last closing one.
  let start: UInt32
  let end: UInt32
  let facts: Facts

  var isPlain: Bool { facts.contains(.isPlain) }
  var isEmpty: Bool { !facts.contains(.hasText) }
}

/// An entry as places in the file; its texts follow each other in the scan's list.
struct StoredEntry {
  struct Traits: OptionSet {
    let rawValue: UInt8
    static let hasContext = Traits(rawValue: 1)
    static let hasPlural = Traits(rawValue: 2)
    static let isFuzzy = Traits(rawValue: 4)
    static let isObsolete = Traits(rawValue: 8)
    /// A fault was found in it, so that it translates nothing.
    static let isFaulty = Traits(rawValue: 16)
    static let hasPreviousContext = Traits(rawValue: 32)
    static let hasPreviousID = Traits(rawValue: 64)
    static let hasPreviousPlural = Traits(rawValue: 128)
  }

  /// From its first comment to behind its last string.
  let start: UInt32
  let end: UInt32
  /// Where its `msgid` stands.
  let keyword: UInt32
  /// Its texts: context, id, plural, forms; then previous context, id and plural.
  let firstText: UInt32
  let formCount: UInt32
  var traits: Traits
  var hash: UInt32 = 0

  var context: Int? { traits.contains(.hasContext) ? Int(firstText) : nil }
  var id: Int { Int(firstText) + (traits.contains(.hasContext) ? 1 : 0) }
  var plural: Int? { traits.contains(.hasPlural) ? id + 1 : nil }
  var forms: Range<Int> {
    let first = id + (traits.contains(.hasPlural) ? 2 : 1)
    return first..<first + Int(formCount)
  }

  /// Whether its forms may be shown: neither fuzzy, obsolete nor faulty.
  var isUsable: Bool { traits.isDisjoint(with: [.isFuzzy, .isObsolete, .isFaulty]) }
}
