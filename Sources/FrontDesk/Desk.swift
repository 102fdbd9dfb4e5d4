import MessageCatalogs
package import PlainValues
package import Procedures
package import RecordStorage
package import WizardEngine

/// What a registration works with beside its answers: the wizard, its procedure, the store, the day.
package struct Desk {
  /// The wizard.
  package let wizard: Wizard
  /// What finishing does.
  package let procedure: Procedure
  /// The store.
  package let store: Store
  /// The day that counts as today.
  package let today: CivilDate
  /// The moment, in UTC as ISO 8601 with seconds.
  package let now: String
  /// What is being edited; `nil` for a new registration.
  package let subject: EditSubject?
  /// Where answers of customers go, where it was found already because it is needed for very many.
  private let mapping: CustomerMapping?

  /// Puts a desk together.
  package init(
    wizard: Wizard,
    store: Store,
    today: CivilDate,
    now: String,
    editing subject: EditSubject? = nil,
    mapping: CustomerMapping? = nil
  ) {
    self.wizard = wizard
    procedure = Procedure(wizard.ending)
    self.store = store
    self.today = today
    self.now = now
    self.subject = subject
    self.mapping = mapping
  }

  /// The same desk for very many registrations.
  func preparedForMany() -> Desk {
    Desk(
      wizard: wizard,
      store: store,
      today: today,
      now: now,
      editing: subject,
      mapping: procedure == .registerCustomer ? CustomerMapping(of: wizard) : nil
    )
  }

  /// The same desk for changing a record.
  func editing(_ subject: EditSubject) -> Desk {
    Desk(
      wizard: wizard,
      store: store,
      today: today,
      now: now,
      editing: subject,
      mapping: mapping
    )
  }

  /// What the store and the procedure have to say about the answers, those that block first in order
  /// of the fields.
  package func findings(of registration: Registration) throws(StoreError) -> [Finding] {
    switch subject {
    case .customer(let file):
      return try CustomerEdit(of: file, to: registration, mapping).findings(in: store)
    case .record(let record):
      return try PlainRecord(registration, in: record.table)
        .findings(in: store, editing: record)
    case nil:
      return try procedure.findings(of: registration, at: occasion, in: store, mapping)
    }
  }

  /// The changes that finishing makes.
  package func changeSet(of registration: Registration) throws(StoreError) -> ChangeSet {
    switch subject {
    case .customer(let file):
      return CustomerEdit(of: file, to: registration, mapping).changeSet
    case .record(let record):
      return try PlainRecord(registration, in: record.table)
        .changeSet(editing: record, in: store)
    case nil:
      return try procedure.changeSet(of: registration, at: occasion, in: store)
    }
  }

  /// The changes that one transaction makes of those that finishing makes.
  ///
  /// - Parameters:
  ///   - registration: The answers.
  ///   - mark: Where the instalment before ended; `nil` for the first one.
  /// - Returns: The changes, and where to go on.
  /// - Throws: `StoreError`.
  package func instalment(
    of registration: Registration,
    after mark: Instalment.Mark?
  ) throws(StoreError) -> Instalment {
    guard subject == nil else {
      return Instalment(try changeSet(of: registration))
    }
    return try procedure.instalment(of: registration, after: mark, at: occasion, in: store)
  }

  private var occasion: Occasion { Occasion(now: now, today: today) }

  /// The question that must be answered with yes before finishing.
  package var confirmation: Finding.Reason? {
    subject == nil ? procedure.confirmation : nil
  }

  /// The options that the store does not allow at a field just now.
  ///
  /// - Returns: The field's key with each code; without a look at the store where the procedure never
  ///   withholds anything at this field.
  func withheldOptions(
    at address: FieldAddress,
    in interview: Interview
  ) throws(StoreError) -> [SpelledAnswer] {
    guard procedure.withholds.contains(wizard.key(of: address)) else { return [] }
    return try procedure.withheldOptions(
      Registration(of: wizard, plan: interview.plan),
      in: store
    )
  }

  /// The records that fill the form, as they are now.
  func loaded(_ answers: Answers) throws(StoreError) -> [Record] {
    let plan = wizard.plan(for: answers, on: today)
    return try procedure.loaded(Registration(of: wizard, plan: plan), in: store)
  }

  /// The answers that a registration starts with: settings as they are, which what is given then replaces or, as a
  /// lone hyphen, empties.
  package func startingAnswers() throws(StoreError) -> Answers {
    var answers = Answers(to: wizard)
    guard subject == nil else { return answers }
    for answer in try procedure.presets(of: wizard, in: store) {
      guard let position = wizard.fieldPositions[answer.path] else { continue }
      answers.values[position] = GivenAnswer(answer.text, from: .record)
    }
    return answers
  }

  /// The answers filled up with what a named record knows, where nothing was given.
  package func prefilled(_ answers: Answers) throws(StoreError) -> Answers {
    guard subject == nil, procedure.readsBeforeJudging else { return answers }
    let plan = wizard.plan(for: answers, on: today)
    let known = try procedure.prefill(Registration(of: wizard, plan: plan), in: store)
    var filled = answers
    for answer in known {
      guard let position = wizard.fieldPositions[answer.path] else { continue }
      let given = filled.values[position]
      if given == nil || given?.origin == .record {
        filled.values[position] = GivenAnswer(answer.text, from: .record)
      }
    }
    return filled
  }
}

/// What is being edited.
package enum EditSubject: Sendable {
  /// A customer with company, contacts and users.
  case customer(CustomerFile)
  /// A record of another table.
  case record(Record)

  /// The keys of fields that may not be changed.
  package var frozen: [String] {
    switch self {
    case .customer: CustomerEdit.frozen
    case .record(let record):
      record.table.layout.columns.filter { $0.isFrozen && $0.origin == .given }.map(\.key)
    }
  }
}

/// Sentences, and how answers are typed and shown, in the language of the moment.
package struct Speech: Sendable {
  /// The sentences.
  package var wording: Wording
  /// The local forms of answers.
  package var local: LocalForm

  /// Speaks one language.
  package init(_ wording: Wording, understanding others: [Wording] = []) {
    self.wording = wording
    local = LocalForm(wording, understanding: others)
  }

  /// What the field or list of a path is called, for sentences; items are numbered.
  package func label(of path: String, in wizard: Wizard) -> String? {
    let parts = path.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    if let position = wizard.fieldPositions[first] {
      return wording.text(wizard.fields[position].label)
    }
    guard let list = wizard.listPositions[first] else { return nil }
    let stage = wizard.stages.first { $0.list == list }
    let title = stage.map { wording.text($0.title) } ?? first
    guard parts.count == 3,
      let field = wizard.lists[list].fields.first(where: { $0.key == parts[2] })
    else { return title }
    return "\(title) \(parts[1]), \(wording.text(field.label))"
  }

  /// The field of a path.
  package func field(of path: String, in wizard: Wizard) -> Field? {
    let parts = path.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    if let position = wizard.fieldPositions[first] { return wizard.fields[position] }
    guard parts.count == 3, let list = wizard.listPositions[first] else { return nil }
    return wizard.lists[list].fields.first { $0.key == parts[2] }
  }

  /// The sentence about a problem of a registration.
  package func sentence(for problem: Problem, in wizard: Wizard, answers: Answers) -> String {
    let field = field(of: problem.path, in: wizard)
    let given = given(at: problem.path, in: wizard, answers: answers)
    return wording.sentence(
      for: problem,
      field: field,
      label: label(of: problem.path, in: wizard) ?? problem.path,
      given: field?.isSecret == true ? "" : given
    )
  }

  private func given(at path: String, in wizard: Wizard, answers: Answers) -> String {
    let parts = path.split(separator: ".").map(String.init)
    let answer: GivenAnswer?
    if let first = parts.first, let position = wizard.fieldPositions[first] {
      answer = answers.values[position]
    } else if parts.count == 3, let list = wizard.listPositions[parts[0]],
      let number = Int(parts[1]), answers.lists[list].indices.contains(number - 1),
      let position = wizard.lists[list].fieldPositions[parts[2]]
    {
      answer = answers.lists[list][number - 1].values[position]
    } else {
      answer = nil
    }
    switch answer?.content {
    case .text(let text): return text
    case .texts(let texts): return texts.joined(separator: ", ")
    case nil: return ""
    }
  }

  /// The title of a list item: its pattern with the values shown, or its number.
  package func title(ofItem item: PlannedItem, number: Int, in list: ItemList) -> String {
    let fallback = wording.text(DialoguePhrase.entryNumber, [("number", "\(number)")])
    guard let pattern = list.item else { return fallback }
    var values = list.fields.map { (name: $0.key, value: "") }
    for field in item.fields {
      guard case .item(_, _, let position) = field.address, let value = field.value else {
        continue
      }
      values[position].value = local.shown(value, of: list.fields[position])
    }
    let title = Template(wording.text(pattern)).filled(with: values)
    return title.trimmed.isEmpty ? fallback : title.trimmed
  }
}

extension Wizard {
  /// The key of a field, behind its list's key where it is one of an item: `contacts.kind`.
  func key(of address: FieldAddress) -> String {
    switch address {
    case .field(let position): fields[position].key
    case .item(let list, _, let position): "\(lists[list].key).\(lists[list].fields[position].key)"
    }
  }
}
