package import MessageCatalogs
package import WizardEngine

/// All texts that catalogs translate: alta's own and those of definitions, in reading order.
package enum SourceTexts {
  /// What alta itself says.
  package static var own: [SourceMessage] {
    messages(HelpPhrase.self) + messages(DialoguePhrase.self) + messages(FormPhrase.self)
      + messages(ProblemPhrase.self) + messages(KindPhrase.self) + messages(ShapePhrase.self)
      + messages(FindingPhrase.self)
      + messages(ReasonPhrase.self) + messages(RecordPhrase.self) + messages(CodePhrase.self)
      + messages(TroublePhrase.self)
      + messages(FaultPhrase.self) + messages(CatalogPhrase.self) + messages(ImportPhrase.self)
      + messages(MailPhrase.self) + messages(LetterPhrase.self)
      + CountedPhrase.all.map {
        SourceMessage(context: CountedPhrase.context, id: $0.one, plural: $0.other)
      }
      + NameTable.allCases.flatMap { table in
        table.entries.map {
          SourceMessage(context: table.context(of: $0.code), id: $0.name)
        }
      }
  }

  /// The texts of a wizard and of the option lists that it uses, each once.
  package static func texts(of wizard: Wizard) -> [SourceMessage] {
    var collected = Collection()
    collected.add(wizard.title)
    collected.add(wizard.help)
    for stage in wizard.stages {
      collected.add(stage.title)
      collected.add(stage.help)
      let fields =
        stage.list.map { wizard.lists[$0].fields } ?? stage.fields.map { wizard.fields[$0] }
      if let list = stage.list { collected.add(wizard.lists[list].item) }
      for field in fields { collected.add(field) }
    }
    return collected.messages
  }

  private static func messages<Family: Phrase>(_ family: Family.Type) -> [SourceMessage] {
    var seen: Set<String> = []
    return family.allCases.compactMap { phrase in
      seen.insert(phrase.rawValue).inserted
        ? SourceMessage(context: family.context, id: phrase.rawValue) : nil
    }
  }

  private struct Collection {
    var messages: [SourceMessage] = []
    var seen: Set<Message> = []

    mutating func add(_ message: Message?) {
      guard let message, seen.insert(message).inserted else { return }
      messages.append(SourceMessage(context: message.context, id: message.text))
    }

    mutating func add(_ field: Field) {
      add(field.label)
      add(field.hint)
      add(field.help)
      for rule in field.rules { add(rule.message) }
      for option in field.options { add(option.label) }
    }
  }
}
