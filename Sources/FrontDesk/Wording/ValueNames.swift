import MessageCatalogs
import PlainValues
package import RecordStorage
package import WizardEngine

/// What a wizard calls the fields, options and lists that records keep as keys and codes.
package struct ValueNames: Sendable {
  private struct ListNames: Sendable {
    let title: String
    let pattern: String?
    let list: ItemList
  }

  private var labels: [String: String] = [:]
  private var fields: [String: Field] = [:]
  private var lists: [String: ListNames] = [:]
  private var wording = Wording.english
  private var local = LocalForm(.english)

  /// Knows no names, so that keys and codes show.
  package init() {}

  /// Takes the names that a wizard's fields, options and lists have in a language.
  ///
  /// Fields are found by the keys of earlier versions too: what was stored then keeps them.
  package init(of wizard: Wizard, wording: Wording) {
    self.wording = wording
    local = LocalForm(wording)
    for field in wizard.fields {
      labels[field.key] = wording.text(field.label)
      fields[field.key] = field
    }
    for (old, new) in wizard.renamed where fields[old] == nil {
      labels[old] = labels[new]
      fields[old] = fields[new]
    }
    for stage in wizard.stages {
      guard let list = stage.list.map({ wizard.lists[$0] }) else { continue }
      lists[list.key] = ListNames(
        title: wording.text(stage.title),
        pattern: list.item.map { wording.text($0) },
        list: list
      )
    }
  }

  /// What the wizard calls a field or a list; the key itself where it has none of that name.
  package func label(of key: String) -> String { labels[key] ?? lists[key]?.title ?? key }

  /// The canonical text of a field as a person reads it; the text itself for an unknown field.
  package func shown(_ text: String, in key: String) -> String {
    fields[key].map { local.shown(.text(text), of: $0) } ?? text
  }

  /// A stored value as a person reads it: options by their labels.
  package func shown(_ value: SQLValue, of column: Column, wording: Wording) -> String {
    // A field of the same name may mean something else, and then has no such option.
    if let code = value.text, let field = fields[column.key], field.type == .choice,
      column.kind != .code || field.hasOption(code)
    {
      return shown(code, in: column.key)
    }
    return wording.shown(value, of: column)
  }

  /// An entry of a list in one line: its title, and what that does not say.
  ///
  /// - Parameters:
  ///   - values: The entry's values by their keys, in canonical form.
  ///   - number: The entry's number, counted from 1, which is its title where it has no other.
  ///   - key: The list's key.
  /// - Returns: Title and values, with a point between them.
  func shown(entry values: [(key: String, text: String)], number: Int, of key: String) -> String {
    let names = lists[key]
    let shown = values.map {
      value -> (name: String, label: String, value: String, saysLittle: Bool) in
      let place = names?.list.fieldPositions[value.key]
      guard let field = place.flatMap({ names?.list.fields[$0] }) else {
        return (value.key, value.key, value.text, true)
      }
      let text = field.isSecret ? "••••" : local.shown(.text(value.text), of: field)
      return (value.key, wording.text(field.label), text, field.type.saysLittle)
    }
    var title = ""
    if let names, let pattern = names.pattern {
      let given = names.list.fields.map { field in
        (name: field.key, value: shown.first { $0.name == field.key }?.value ?? "")
      }
      title = Template(pattern).filled(with: given).trimmed
    }
    if title.isEmpty {
      title = wording.text(DialoguePhrase.entryNumber, [("number", "\(number)")])
    }
    let rest = shown.filter { !title.mentions($0.value) }
    return ([title] + rest.map { $0.saysLittle ? "\($0.label): \($0.value)" : $0.value })
      .joined(separator: " · ")
  }
}
