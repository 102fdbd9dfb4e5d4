import PlainValues

/// A language that nobody speaks, made of the source texts, by which a program is tried before it is
/// translated.
package enum PseudoLocale: String, CaseIterable, Sendable {
  /// English with accents, in brackets, and as long as translations become.
  case accented = "en_XA"
  /// The key of each message in its place.
  case keys = "xx_KEY"

  /// Reads a name, `en-XA` or `en_XA` for example; `nil` for that of a real language.
  package init?(named name: String) {
    guard name.utf8.count <= 64 else { return nil }
    let stem = name.prefix { $0 != "." && $0 != "@" }
    let spelled = stem.split(separator: "-", omittingEmptySubsequences: false).joined(
      separator: "_"
    )
    guard
      let locale = PseudoLocale.allCases.first(where: { $0.rawValue.caseKey == spelled.caseKey })
    else { return nil }
    self = locale
  }

  /// What stands for a message.
  ///
  /// Placeholders and doubled braces stay as they are, and so does what a person would type: options,
  /// commands of the dialogue, addresses, and whatever stands in quotes.
  ///
  /// - Parameters:
  ///   - id: The source text.
  ///   - context: Where it stands.
  /// - Returns: A text with the same placeholders and as many lines.
  /// - Complexity: O(*n*).
  package func text(_ id: String, context: String?) -> String {
    switch self {
    case .accented: PseudoText(id).text
    case .keys: PseudoLocale.key(id, context)
    }
  }

  /// The contexts of alta's own sentences are those of families; only the text tells them apart.
  private static func key(_ id: String, _ context: String?) -> String {
    guard let context else { return id }
    if context.hasPrefix("alta/") { return "\(context)|\(id)" }
    // What looks like a placeholder to other tools stays too.
    let parts = id.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    let braced = parts.compactMap { part in part.firstIndex(of: "}").map { "{\(part[...$0])" } }
    return ([context] + braced).joined(separator: " ")
  }
}

/// A text with accents, brackets and padding.
private struct PseudoText {
  private(set) var text = ""

  init(_ source: String) {
    let isOuter: (Character) -> Bool = { $0.isWhitespace }
    guard let first = source.firstIndex(where: { !isOuter($0) }),
      let last = source.lastIndex(where: { !isOuter($0) })
    else {
      text = source
      return
    }
    let inner = source[first...last]
    text = source[..<first] + "[" + PseudoText.accented(inner) + PseudoText.padding(inner) + "]"
    text += source[source.index(after: last)...]
  }

  // MARK: Letters

  private static func accented(_ source: Substring) -> String {
    var accented = ""
    var rest = source
    var isQuoted = false
    while let character = rest.first {
      if character == "{", let end = rest.firstIndex(of: "}") {
        accented += rest[...end]
        rest = rest[rest.index(after: end)...]
        continue
      }
      guard !character.isWhitespace else {
        accented.append(character)
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { !$0.isWhitespace && $0 != "{" }
      rest = rest[word.endIndex...]
      let isKept = word.first == ":" || word.contains { "@/\\=_".contains($0) } || isOption(word)
      for character in word {
        if character == "“" { isQuoted = true }
        if character == "”" { isQuoted = false }
        accented.append(isKept || isQuoted ? character : letter(character))
      }
    }
    return accented
  }

  /// Whether a word is something like `--yes`, in brackets or not.
  private static func isOption(_ word: Substring) -> Bool {
    var letters = word.drop { !$0.isLetter && $0 != "-" }
    return letters.popFirst() == "-" && letters.first.map { $0 == "-" || $0.isLetter } == true
  }

  private static let letters: [Character: Character] = {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let other = "áƀçđéƒĝĥíĵķļɱñóþʠŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
    return Dictionary(uniqueKeysWithValues: zip(plain, other))
  }()

  private static func letter(_ character: Character) -> Character {
    letters[character] ?? character
  }

  // MARK: Length

  /// How much longer 95 of 100 German or Spanish translations are at most, by the characters of the English.
  ///
  /// Measured over 447,000 translations of free software.
  private static func factor(_ count: Int) -> Double {
    switch count {
    case ...5: 3.25
    case ...10: 2.12
    case ...20: 1.85
    case ...40: 1.70
    case ...80: 1.52
    default: 1.39
    }
  }

  private static let fillers = ["óñé", "ţŵó", "ţĥŕéé", "ƒóúŕ", "ƒíṽé", "šíẋ", "šéṽéñ"]

  /// What makes a text as long as a translation may become; one word becomes one long word.
  private static func padding(_ source: Substring) -> String {
    let count = source.count
    let missing = Int((Double(count) * factor(count)).rounded(.up)) - count - 2
    guard missing > 0 else { return "" }
    if !source.contains(where: \.isWhitespace) { return String(repeating: "~", count: missing) }
    var padding = ""
    var length = 0
    var next = 0
    while length < missing {
      let word = fillers[next % fillers.count]
      padding += " " + word
      length += word.count + 1
      next += 1
    }
    return padding
  }
}
