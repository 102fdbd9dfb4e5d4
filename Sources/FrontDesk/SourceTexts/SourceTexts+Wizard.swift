package import MessageCatalogs
package import WizardEngine

extension SourceTexts {
  /// The texts of a wizard and of the option lists that it uses, each once, in the order of the pages.
  package static func texts(of wizard: Wizard) -> [SourceMessage] {
    texts(of: wizard, stages: wizard.stages.indices.map { $0 })
  }

  /// The texts that a person sees who goes through some stages of a wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - stages: The positions of the stages, in order.
  /// - Returns: Each text once, in the order of the pages.
  package static func texts(of wizard: Wizard, stages: [Int]) -> [SourceMessage] {
    var collected = WizardTexts(wizard)
    collected.add(wizard.title, "Title of the wizard “\(wizard.name)”.")
    collected.add(wizard.help, "Help of the wizard “\(wizard.title.text)”.")
    for position in stages {
      let stage = wizard.stages[position]
      let page = ContextNotes.clipped(stage.title.text)
      collected.add(stage.title, "Title of a page of the wizard “\(wizard.title.text)”.")
      collected.add(stage.help, "Help of the page \(page).")
      let fields =
        stage.list.map { wizard.lists[$0].fields } ?? stage.fields.map { wizard.fields[$0] }
      if let list = stage.list {
        collected.add(wizard.lists[list].item, "What an entry of the list \(page) is called.")
      }
      let labels = fields.map(\.label.text)
      for (place, field) in fields.enumerated() {
        collected.add(field, at: place, of: labels, page: page)
      }
    }
    return collected.messages
  }
}

/// The texts of a wizard, each once, with what translators should know.
private struct WizardTexts {
  private(set) var messages: [SourceMessage] = []
  private var seen: Set<Message> = []
  private let wizard: Wizard

  /// The columns that a label or an option has on one line of a window of 60 columns.
  private static let columns = 56

  init(_ wizard: Wizard) { self.wizard = wizard }

  mutating func add(
    _ message: Message?,
    _ note: String,
    _ more: [String] = [],
    columns: Int? = nil
  ) {
    guard let message, seen.insert(message).inserted else { return }
    let file = message.context.prefix { $0 != "/" }
    messages.append(
      SourceMessage(
        context: message.context,
        id: message.text,
        comments: [note] + more + ContextNotes.placeholders(of: message.text)
          + (columns.map { ["Room: \($0) columns; what is longer goes on in another line."] } ?? []),
        references: ["Wizards/\(file).yaml"],
        room: columns.map { SourceMessage.Room(columns: $0, isStrict: false) }
      )
    )
  }

  mutating func add(_ field: Field, at place: Int, of labels: [String], page: String) {
    let name = ContextNotes.clipped(field.label.text)
    add(
      field.label,
      "Label of a field on the page \(page).",
      ContextNotes.neighbours(of: field.label.text, at: place, in: labels),
      columns: WizardTexts.columns
    )
    add(field.hint, "Line below the field \(name) on the page \(page).")
    add(field.help, "Help of the field \(name) on the page \(page).")
    for rule in field.rules {
      add(rule.message, "Said where an answer in the field \(name) breaks a rule.")
    }
    let options = field.options.map(\.label.text)
    for (place, option) in field.options.enumerated() {
      add(
        option.label,
        "Choice of the field \(name).",
        ContextNotes.neighbours(of: option.label.text, at: place, in: options),
        columns: WizardTexts.columns
      )
    }
  }
}
