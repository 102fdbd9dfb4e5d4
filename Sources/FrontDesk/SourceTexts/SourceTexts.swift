package import MessageCatalogs

/// All texts that catalogs translate: those of definitions and alta's own, in the order in which people see
/// them, with what translators should know about each.
package enum SourceTexts {
  /// What alta itself says.
  package static var own: [SourceMessage] {
    family(FormPhrase.self, "Of the form at a terminal.")
      + family(DialoguePhrase.self, "Of the dialogue line by line, and of what ends one.")
      + family(ProblemPhrase.self, "What is wrong with an answer; {field} is its label.")
      + family(KindPhrase.self, "What is expected; stands behind “expected”.")
      + family(
        ShapePhrase.self,
        "How a value must look; stands inside a sentence.",
        in: "KindPhrase"
      )
      + family(FindingPhrase.self, "What the store knows about a registration.")
      + family(ReasonPhrase.self, "Why a question is asked.")
      + family(RecordPhrase.self, "Name of a record, of its columns or of a state.")
      + family(CodePhrase.self, "Name of a code, as lists show it.")
      + family(ImportPhrase.self, "Of imports and their reports.")
      + family(MailPhrase.self, "Of sending mails.", file: "Mail")
      + family(LetterPhrase.self, "On an invoice or another document.", file: "Mail")
      + family(HelpPhrase.self, "Of the help and of usage errors.")
      + family(TroublePhrase.self, "About files and the store.")
      + family(FaultPhrase.self, "About a fault of a wizard definition.")
      + family(
        AuthorPhrase.self,
        "For authors of wizards: about paths, graphs and new definitions."
      )
      + family(StartPhrase.self, "A comment in a definition to begin with.")
      + family(CatalogPhrase.self, "About a catalog of messages.")
      + family(
        PreviewPhrase.self,
        "Around previews of forms, for translators and authors of wizards."
      )
      + family(LanguagePhrase.self, "About the language that is chosen, and why.")
      + CountedPhrase.all.map { phrase in
        SourceMessage(
          context: CountedPhrase.context,
          id: phrase.one,
          plural: phrase.other,
          comments: ["{count}: for example 3."],
          references: ["Sources/FrontDesk/Wording/Phrase.swift"]
        )
      }
      + NameTable.allCases.flatMap { table in
        table.entries.map {
          SourceMessage(
            context: table.context(of: $0.code),
            id: $0.name,
            comments: [table.note],
            references: [table.reference]
          )
        }
      }
  }

  private static func family<Family: Phrase>(
    _ family: Family.Type,
    _ note: String,
    file folder: String = "Wording",
    in file: String? = nil
  ) -> [SourceMessage] {
    var seen: Set<String> = []
    let texts = family.allCases.map(\.rawValue).filter { seen.insert($0).inserted }
    let reference = "Sources/FrontDesk/\(folder)/\(file ?? "\(Family.self)").swift"
    return texts.enumerated().map { place, text in
      SourceMessage(
        context: family.context,
        id: text,
        comments: [note] + ContextNotes.neighbours(of: text, at: place, in: texts)
          + ContextNotes.placeholders(of: text),
        references: [reference],
        room: family.room(of: text)
      )
    }
  }
}

extension Phrase {
  /// The room of a text, where the page has bounded room for it.
  fileprivate static func room(of text: String) -> SourceMessage.Room? {
    guard let phrase = FormPhrase(rawValue: text), self == FormPhrase.self else { return nil }
    switch phrase {
    // Three of them stand in one row of 60 columns, in brackets and with gaps.
    case .next, .back, .cancel, .finish: return SourceMessage.Room(columns: 14, isStrict: true)
    default: return nil
    }
  }
}

extension NameTable {
  fileprivate var note: String {
    switch self {
    case .countries: "Name of a country, to choose from."
    case .languages: "Name of a language, to choose from."
    }
  }

  fileprivate var reference: String {
    switch self {
    case .countries: "Sources/FrontDesk/Wording/CountryNames.swift"
    case .languages: "Sources/FrontDesk/Wording/LanguageNames.swift"
    }
  }
}
