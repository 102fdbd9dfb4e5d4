import FieldKinds
import PlainValues

/// The names of countries and languages, which are lists too long for a definition.
enum NameTable: String, CaseIterable, Sendable {
  /// Countries by ISO 3166-1 code.
  case countries
  /// Languages by ISO 639-1 code.
  case languages

  /// The table of a kind; `nil` for kinds whose values have no names.
  init?(_ kind: KindName) {
    switch kind {
    case .country: self = .countries
    case .language: self = .languages
    default: return nil
    }
  }

  /// Every code with its English name, in the order of the codes.
  var entries: [(code: String, name: String)] {
    lines.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  /// The catalog's context of a code's name.
  func context(of code: String) -> String { "\(rawValue)/\(code)" }

  private var lines: String {
    switch self {
    case .countries: CountryNames.lines
    case .languages: LanguageNames.lines
    }
  }
}

extension Wording {
  /// The name of a code in the language; the code itself where it has none.
  func name(of code: String, in table: NameTable) -> String {
    guard let entry = table.entries.first(where: { $0.code == code }) else { return code }
    return name(entry.name, context: table.context(of: code))
  }

  /// The code whose name in the language, or in English, is this text but for case and diacritics.
  func code(named text: String, in table: NameTable) -> String? {
    let key = text.searchKey
    for entry in table.entries {
      if entry.name.searchKey == key { return entry.code }
      if name(entry.name, context: table.context(of: entry.code)).searchKey == key {
        return entry.code
      }
    }
    return nil
  }

  /// The codes whose name in the language begins with this text; the best ones to suggest.
  func codes(beginning text: String, in table: NameTable) -> [(code: String, name: String)] {
    let key = text.searchKey
    guard !key.isEmpty else { return [] }
    return table.entries.compactMap { entry in
      let local = name(entry.name, context: table.context(of: entry.code))
      return local.searchKey.hasPrefix(key) ? (entry.code, local) : nil
    }
  }
}
