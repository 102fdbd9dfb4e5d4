/// Which languages speak to a person, and why.
///
/// A pure function of the option, the environment and the catalogs that there are.
package struct LanguageChoice: Sendable, Equatable {
  /// What decided.
  package enum Reason: Sendable, Equatable {
    /// `--lang`.
    case option
    /// A variable of the environment; its name.
    case variable(String)
    /// The locale is `C` or `POSIX`; the variable that says so.
    case plainLocale(String)
    /// Neither an option nor a variable says anything.
    case nothingSet
  }

  /// A language that was asked for.
  package struct Request: Sendable, Equatable {
    /// As it was written.
    package let text: String
    /// The catalogs that would serve it, the closest first; empty if it names no language.
    package let candidates: [String]
    /// Those of them that there are; `en` is always there, as the source text, and so are pseudo-locales.
    package let found: [String]
  }

  /// The name of the source text's language.
  package static let source = "en"

  /// What decided.
  package let reason: Reason
  /// The languages asked for, in order.
  package let requests: [Request]
  /// The catalogs to ask for each message, in order; the source text follows the last.
  package let chain: [String]

  /// The language that answers first; `en` for the source text.
  package var language: String { chain.first ?? LanguageChoice.source }

  /// Whether the first language asked for could not be served, which is said once.
  package var isFallback: Bool { requests.first.map { $0.found.isEmpty } ?? false }

  /// Chooses.
  ///
  /// The option wins, then `ALTA_LANG`, then the locale: the first of `LC_ALL`, `LC_MESSAGES` and
  /// `LANG` that is not empty. Is that `C` or `POSIX`, the source text speaks; else the list in
  /// `LANGUAGE` comes before it.
  ///
  /// - Parameters:
  ///   - option: What stands behind `--lang`; `nil` or empty if it is not given.
  ///   - environment: The variables by name.
  ///   - available: The names of the catalogs, like `de_AT`.
  /// - SeeAlso: GNU gettext manual, "The LANGUAGE variable"; plain `C.UTF-8` as since gettext 0.23.
  package init(option: String?, environment: [String: String], available: Set<String>) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let wanted: [String]
    if let option, !option.isEmpty {
      (reason, wanted) = (.option, [option])
    } else if let own = value("ALTA_LANG") {
      (reason, wanted) = (.variable("ALTA_LANG"), [own])
    } else if let name = ["LC_ALL", "LC_MESSAGES", "LANG"].first(where: { value($0) != nil }),
      let base = value(name)
    {
      if LanguageChoice.isPlain(base) {
        (reason, wanted) = (.plainLocale(name), [])
      } else if let list = value("LANGUAGE") {
        reason = .variable("LANGUAGE")
        wanted = list.split(separator: ":").prefix(32).map(String.init) + [base]
      } else {
        (reason, wanted) = (.variable(name), [base])
      }
    } else {
      (reason, wanted) = (.nothingSet, [])
    }
    requests = wanted.map { Request($0, available: available) }
    var chain: [String] = []
    for name in requests.flatMap(\.found) where !chain.contains(name) {
      if name != LanguageChoice.source || available.contains(name) { chain.append(name) }
      // What an English catalog lacks, the source text says in English.
      if name == LanguageChoice.source { break }
    }
    self.chain = chain
  }

  fileprivate static func isPlain(_ locale: String) -> Bool {
    let name = locale.prefix { $0 != "." && $0 != "@" }
    return name == "C" || name == "POSIX"
  }
}

extension LanguageChoice.Request {
  fileprivate init(_ text: String, available: Set<String>) {
    self.text = text
    if let pseudo = PseudoLocale(named: text) {
      candidates = [pseudo.rawValue]
      found = candidates
      return
    }
    if LanguageChoice.isPlain(text) {
      candidates = [LanguageChoice.source]
    } else {
      candidates = LanguageTag(text)?.candidates ?? []
    }
    found = candidates.filter { available.contains($0) || $0 == LanguageChoice.source }
  }
}
