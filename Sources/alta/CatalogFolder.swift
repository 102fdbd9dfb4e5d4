import FrontDesk
import LocalFiles
import MessageCatalogs

/// The catalogs of one folder: which languages there are, and their sentences.
struct CatalogFolder: Sendable {
  /// The folder as it was named or found.
  let path: String
  /// The names of the languages, `de`, `de_AT`, in byte order.
  let languages: [String]

  init(path: String) {
    self.path = path
    languages = LocalFile.names(in: path).filter { $0.hasSuffix(".po") }.map {
      String($0.dropLast(3))
    }
  }

  /// The file of a language.
  func file(of language: String) -> String { "\(path)/\(language).po" }

  /// The languages that can be chosen, English among them.
  var choices: [String] { (languages + ["en"]).sorted() }

  /// Chooses a language and reads the catalogs that it needs.
  ///
  /// - Returns: The sentences, the choice, and the files that have faults.
  func wording(option: String?, environment: [String: String]) -> (
    Wording, LanguageChoice, [String]
  ) {
    let choice = LanguageChoice(
      option: option,
      environment: environment,
      available: Set(languages)
    )
    if let first = choice.chain.first, let pseudo = PseudoLocale(named: first) {
      return (Wording(pseudo), choice, [])
    }
    var chain: [(language: String, catalog: MessageCatalog)] = []
    var broken: [String] = []
    for language in choice.chain {
      guard let catalog = catalog(of: language) else {
        if languages.contains(language) { broken.append(file(of: language)) }
        continue
      }
      if catalog.faultCount > 0 { broken.append(file(of: language)) }
      chain.append((language, catalog))
    }
    return (Wording(Translations(chain), language: choice.language), choice, broken)
  }

  /// The sentences of every language but one, for labels in files that come from anywhere.
  func others(than language: String) -> [Wording] {
    languages.filter { $0 != language }.compactMap { name in
      catalog(of: name).map { Wording(Translations([(name, $0)]), language: name) }
    }
  }

  private func catalog(of language: String) -> MessageCatalog? {
    let limit = MessageCatalog.defaultSizeLimit
    guard let bytes = try? LocalFile.bytes(of: file(of: language), limit: limit) else { return nil }
    return MessageCatalog(bytes: bytes)
  }
}
