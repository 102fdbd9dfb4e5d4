/// What a message is on the page, as its place in the definitions tells.
package enum MessageRole: Sendable, Hashable {
  /// The title of a wizard or of a stage.
  case title
  /// What a field is called.
  case label
  /// A choice of a field or of an option list.
  case option
  /// The line below a field.
  case hint
  /// What F1 shows.
  case help
  /// What is said where a rule does not hold.
  case rule
  /// What an entry of a list is called.
  case item
  /// The name of a country or a language.
  case name
  /// A sentence of the program.
  case phrase
  /// Anything else.
  case other

  /// Finds the role of a place such as `register-customer/companyData/email1/label`.
  package init(context: String?) {
    guard let context else {
      self = .other
      return
    }
    self.init(context.utf8.span)
  }

  init(of entry: StoredEntry, in scan: CatalogScan) {
    guard let context = entry.context else {
      self = .other
      return
    }
    let stored = scan.texts[context]
    if stored.isPlain {
      self.init(scan.bytes.span.extracting(Int(stored.start) + 1..<Int(stored.end) - 1))
    } else {
      self.init(context: scan.string(context))
    }
  }

  private init(_ context: Span<UInt8>) {
    var last = context.count
    while last > 0, context[last - 1] != UInt8(ascii: "/") { last -= 1 }
    let parts = context.indices.reduce(1) { $0 + (context[$1] == UInt8(ascii: "/") ? 1 : 0) }
    if context.starts(with: "alta/") {
      self = .phrase
    } else if context.starts(with: "countries/") || context.starts(with: "languages/") {
      self = .name
    } else {
      let tail = context.extracting(last..<context.count)
      switch true {
      case tail.starts(with: "label") where parts == 3: self = .option
      case tail.starts(with: "label"):
        self = context.extracting(0..<max(0, last - 1)).mentionsOption ? .option : .label
      case tail.starts(with: "title"): self = .title
      case tail.starts(with: "hint"): self = .hint
      case tail.starts(with: "help"): self = .help
      case tail.starts(with: "item"): self = .item
      default: self = parts > 2 && context.hasRule(before: last) ? .rule : .other
      }
    }
  }
}

extension Span<UInt8> {
  fileprivate func starts(with word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where unsafe self[index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether the part before the last is `option`.
  fileprivate var mentionsOption: Bool {
    var end = count
    while end > 0, self[end - 1] != UInt8(ascii: "/") { end -= 1 }
    return end >= 8 && extracting(end - 8..<end).starts(with: "/option/")
  }

  /// Whether the part before a place is `rule`.
  fileprivate func hasRule(before last: Int) -> Bool {
    last >= 6 && extracting(last - 6..<last).starts(with: "/rule/")
  }
}
