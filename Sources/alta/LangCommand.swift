import FrontDesk
import LocalFiles
import MessageCatalogs
import SourceTrees
import TerminalForms

/// `alta lang explain`: which language speaks, and why.
struct LangCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func explain() -> ExitCode {
    let environment = Environment.languageVariables
    let choice = choice(environment)
    if session.isJSON {
      session.results.write(exactly: json(choice, environment).json + "\n")
      return .done
    }
    let page = session.results.page
    func write(_ lines: [Line]) { session.results.write(lines) }
    func say(_ phrase: LanguagePhrase, _ values: (String, String)...) {
      write(Line(wording.text(phrase, values)).wrapped(on: page))
    }
    let winner = wording.text(LanguagePhrase.winner, [("language", choice.language)])
    write(Line(winner, .bold).wrapped(on: page))
    write(Line(reason(of: choice, environment)).wrapped(on: page))
    for sentence in remarks(about: choice, environment) {
      write(Line(sentence).wrapped(on: page, marker: Line(.warning, .yellow) + Line(" ")))
    }
    write([""])
    say(.variables)
    let variables =
      [("--lang", session.invocation[.lang])]
      + LangCommand.variables.map {
        ($0, environment[$0].flatMap { $0.isEmpty ? nil : $0 })
      }
    write(
      LabelledValues(
        variables.map { name, value in
          let missing: LanguagePhrase = name == "--lang" ? .notGiven : .notSet
          return LabelledValues.Entry(
            Line(name, .cyan),
            value.map { Line($0) } ?? Line(wording.text(missing), .dim)
          )
        },
        mark: ""
      ).lines(on: page, indent: 2)
    )
    guard !choice.requests.isEmpty else { return .done }
    write([""])
    say(.languages)
    for request in choice.requests {
      write(Line(request.text, .cyan).wrapped(on: page, indent: 2))
      if request.candidates.isEmpty {
        let sentence = wording.text(LanguagePhrase.noLanguage, [("text", request.text)])
        write(Line(sentence, .dim).wrapped(on: page, indent: 4))
      }
      for candidate in request.candidates {
        let (file, state) = standing(of: candidate)
        write(Line("\(file): \(wording.text(state))").wrapped(on: page, indent: 4))
      }
    }
    return .done
  }

  /// In the order in which they count.
  private static let variables = ["ALTA_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]

  private func choice(_ environment: [String: String]) -> LanguageChoice {
    LanguageChoice(
      option: session.invocation[.lang],
      environment: environment,
      available: Set(session.catalogs.languages)
    )
  }

  // MARK: Why

  /// The first variable of the locale that is not empty.
  private func locale(_ environment: [String: String]) -> (name: String, value: String) {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty { return (name, value) }
    }
    return ("", "")
  }

  private func reason(of choice: LanguageChoice, _ environment: [String: String]) -> String {
    let locale = locale(environment)
    switch choice.reason {
    case .option: return wording.text(LanguagePhrase.byOption)
    case .variable("ALTA_LANG"): return wording.text(LanguagePhrase.byOwnVariable)
    case .variable("LANGUAGE"):
      return wording.text(
        LanguagePhrase.byList,
        [("variable", locale.name), ("value", locale.value)]
      )
    case .variable(let name): return wording.text(LanguagePhrase.byLocale, [("variable", name)])
    case .plainLocale(let name):
      return wording.text(
        LanguagePhrase.plainLocale,
        [("variable", name), ("value", environment[name] ?? "")]
      )
    case .nothingSet: return wording.text(LanguagePhrase.nothingSet)
    }
  }

  /// What is easily overlooked: a language without a catalog, others that help out, a list that overrides.
  private func remarks(
    about choice: LanguageChoice,
    _ environment: [String: String]
  ) -> [String] {
    var remarks = choice.requests.filter(\.found.isEmpty).map { request in
      wording.text(LanguagePhrase.fallback, [("tag", request.text)])
    }
    if choice.chain.count > 1 {
      remarks.append(
        wording.text(
          LanguagePhrase.chain,
          [
            ("language", choice.language),
            ("languages", choice.chain.dropFirst().joined(separator: ", ")),
          ]
        )
      )
    }
    if choice.reason == .variable("LANGUAGE") {
      var without = environment
      without["LANGUAGE"] = nil
      let other = self.choice(without)
      if other.language != choice.language {
        let locale = locale(environment)
        remarks.append(
          wording.text(
            LanguagePhrase.override,
            [("variable", locale.name), ("value", locale.value), ("other", other.language)]
          )
        )
      }
    }
    return remarks
  }

  // MARK: Files

  private func standing(of candidate: String) -> (file: String, state: LanguagePhrase) {
    if PseudoLocale(named: candidate) != nil { return (candidate, .builtIn) }
    let file = session.catalogs.file(of: candidate)
    guard session.catalogs.languages.contains(candidate) else {
      return candidate == LanguageChoice.source ? (candidate, .builtIn) : (file, .missing)
    }
    guard let bytes = try? LocalFile.bytes(of: file, limit: MessageCatalog.defaultSizeLimit)
    else { return (file, .unreadable) }
    return (file, MessageCatalog(bytes: bytes).faultCount > 0 ? .faulty : .found)
  }

  private func json(_ choice: LanguageChoice, _ environment: [String: String]) -> JSONValue {
    let (kind, variable): (String, String?) =
      switch choice.reason {
      case .option: ("option", nil)
      case .variable(let name): ("variable", name)
      case .plainLocale(let name): ("plain-locale", name)
      case .nothingSet: ("nothing-set", nil)
      }
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      .init("language", .string(choice.language)),
      .init("reason", .string(kind)), .init("variable", text(variable)),
      .init("option", text(session.invocation[.lang])),
      .init(
        "variables",
        .object(LangCommand.variables.map { .init($0, text(environment[$0])) })
      ),
      .init(
        "requests",
        .array(
          choice.requests.map { request in
            .object([
              .init("text", .string(request.text)),
              .init(
                "candidates",
                .array(
                  request.candidates.map { candidate in
                    .object([
                      .init("language", .string(candidate)),
                      .init("file", .string(standing(of: candidate).file)),
                      .init("found", .bool(request.found.contains(candidate))),
                    ])
                  }
                )
              ),
            ])
          }
        )
      ),
      .init("chain", .array(choice.chain.map { .string($0) })),
    ])
  }
}
