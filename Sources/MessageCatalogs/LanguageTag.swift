import PlainValues

/// A language as an environment, an option or a catalog's file names it.
///
/// Reads POSIX names (`de_AT.UTF-8@euro`) and BCP 47 tags (`de-AT`, `zh-Hant-TW`). Since nothing
/// but letters, digits, `_` and `@` is left in it, its name is safe as a part of a file's name.
package struct LanguageTag: Sendable, Hashable {
  /// Two to eight lower-case letters.
  package let language: String
  /// Four letters, the first in upper case; `nil` if none.
  package let script: String?
  /// Two upper-case letters or three digits; `nil` if none.
  package let territory: String?
  /// What stands behind `@`, in lower case; `nil` if none.
  package let modifier: String?

  /// Reads a name; `nil` for one that names no language, `C` and `POSIX` among them.
  ///
  /// - Parameter name: A codeset (`.UTF-8`) is passed over.
  /// - SeeAlso: POSIX.1-2017, Base Definitions, 8.2; RFC 5646, section 2.1.
  package init?(_ name: String) {
    guard name.utf8.count <= 64 else { return nil }
    let halves = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first else { return nil }
    let stem = first.prefix { $0 != "." }
    var subtags = stem.split(omittingEmptySubsequences: false) { $0 == "_" || $0 == "-" }[...]
    guard let language = subtags.popFirst(), (2...8).contains(language.utf8.count),
      language.utf8.allSatisfy(\.isASCIILetter)
    else { return nil }
    self.language = language.lowercased()
    if let script = subtags.first, script.utf8.count == 4, script.utf8.allSatisfy(\.isASCIILetter) {
      subtags.removeFirst()
      self.script = script.prefix(1).uppercased() + script.dropFirst().lowercased()
    } else {
      script = nil
    }
    if let territory = subtags.first, isTerritory(territory) {
      subtags.removeFirst()
      self.territory = territory.uppercased()
    } else {
      territory = nil
    }
    // Variants and extensions of BCP 47 name no catalog of their own.
    guard isTail(subtags) else { return nil }
    if halves.count == 2 {
      guard !halves[1].isEmpty, halves[1].utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit })
      else {
        return nil
      }
      modifier = halves[1].lowercased()
    } else {
      modifier = nil
    }
  }

  private init(_ language: String, script: String?, territory: String?, modifier: String?) {
    self.language = language
    self.script = script
    self.territory = territory
    self.modifier = modifier
  }

  /// The name that catalogs have: `de`, `de_AT`, `zh_Hant_TW`, `sr@latin`.
  package var name: String {
    var name = language
    if let script { name += "_" + script }
    if let territory { name += "_" + territory }
    if let modifier { name += "@" + modifier }
    return name
  }

  /// The names of the catalogs that serve this language, the closest first.
  ///
  /// `de_AT@mod` is served by itself, `de_AT`, `de@mod` and `de`; then come the parents that CLDR
  /// has for a region: `es_MX` is served by `es_419` before `es`.
  ///
  /// - Returns: Without repetitions; never empty.
  /// - SeeAlso: GNU gettext manual, "Locale Names"; Unicode CLDR, `parentLocales`.
  package var candidates: [String] {
    var names: [String] = []
    func add(_ name: String) {
      if !names.contains(name) { names.append(name) }
    }
    func add(script: String?, territory: String?) {
      for modifier in modifier == nil ? [nil] : [modifier, nil] {
        let tag = LanguageTag(
          language,
          script: script,
          territory: territory,
          modifier: modifier
        )
        add(tag.name)
      }
    }
    if let territory { add(script: script, territory: territory) }
    if script != nil {
      add(script: script, territory: nil)
      if let posix = posixScript { add(language + "@" + posix) }
      if let territory { add(script: nil, territory: territory) }
    }
    LanguageParents.between(self).forEach(add)
    // Traditional characters are not served by simplified ones.
    if !LanguageParents.isTraditionalChinese(self) { add(script: nil, territory: nil) }
    LanguageParents.above(self).forEach(add)
    return names
  }

  /// How POSIX names of languages with two scripts spell the script.
  private var posixScript: String? {
    switch script {
    case "Latn": "latin"
    case "Cyrl": "cyrillic"
    default: nil
    }
  }
}

/// Two letters or three digits.
private func isTerritory(_ subtag: Substring) -> Bool {
  subtag.utf8.count == 2 && subtag.utf8.allSatisfy(\.isASCIILetter)
    || subtag.utf8.count == 3 && subtag.utf8.allSatisfy(\.isASCIIDigit)
}

/// Variants, and what follows a single character: the extensions.
private func isTail(_ subtags: ArraySlice<Substring>) -> Bool {
  let areWords = subtags.allSatisfy { subtag in
    (1...8).contains(subtag.utf8.count)
      && subtag.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
  }
  return areWords
    && subtags.prefix { $0.utf8.count > 1 }.allSatisfy { variant in
      variant.utf8.count > 4
        || variant.utf8.count == 4 && variant.utf8.first?.isASCIIDigit == true
    }
}
