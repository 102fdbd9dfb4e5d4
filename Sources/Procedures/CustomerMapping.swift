import RecordStorage
package import WizardEngine

/// Where the answers of a wizard that registers customers go, found once for all its registrations.
package final class CustomerMapping: Sendable {
  /// Where the answer to a field goes.
  enum Target: Sendable {
    /// Nowhere: it only chooses the branch, or has records of its own.
    case nowhere
    /// A column of a table, by position.
    case column(Table, Int, Column.Kind)
    /// The attributes of a record of a table.
    case attribute(Table)

    /// The table, if there is one.
    var table: Table? {
      switch self {
      case .nowhere: nil
      case .column(let table, _, _), .attribute(let table): table
      }
    }
  }

  /// Where the answer to a contact's field goes.
  enum ContactTarget: Sendable {
    /// What the contact is.
    case kind
    /// A column of the contact, by position.
    case contact(Int, Column.Kind)
    /// A column of the login, by position.
    case user(Int, Column.Kind)
    /// The attributes of the contact.
    case attribute
  }

  /// What of a registration goes to the record of one table.
  final class Share: Sendable {
    /// The column that the answer to an own field goes to, by the field's position.
    let columns: [(position: Int, kind: Column.Kind)?]
    /// Whether the answer to an own field goes to the attributes, by the field's position.
    let attributes: [Bool]
    /// The positions of the lists that go to the attributes.
    let lists: [Int]
    /// Whether anything goes to the attributes.
    let hasAttributes: Bool
    /// The column of the attributes.
    let attributesColumn: Int

    init(of table: Table, _ targets: (fields: [Target], lists: [Target])) {
      columns = targets.fields.map { target in
        guard case .column(table, let position, let kind) = target else { return nil }
        return (position, kind)
      }
      attributes = targets.fields.map { if case .attribute(table) = $0 { true } else { false } }
      lists = targets.lists.indices.filter { position in
        if case .attribute(table) = targets.lists[position] { true } else { false }
      }
      hasAttributes = attributes.contains(true) || !lists.isEmpty
      attributesColumn = table.attributesColumn
    }
  }

  private let ofNew: (fields: [Target], lists: [Target])
  private let ofExisting: (fields: [Target], lists: [Target])
  private let shares: [Share]
  /// Whether some field names a stored record.
  let mayRefer: Bool
  /// The field that says whether a stored company becomes a customer.
  let modePosition: Int?
  /// The list of contacts; `nil` where the wizard has none.
  let contacts: ItemList?
  /// Where the answers to contacts go, by position.
  let contactTargets: [ContactTarget]
  /// The contact's e-mail address, which is the login's too.
  let emailPosition: Int?
  /// What a contact is.
  let kindPosition: Int?
  /// Whether a contact is the one that is asked first.
  let defaultPosition: Int?

  /// Finds where answers go.
  package init(of wizard: Wizard) {
    let brought = CustomerMapping.keys(broughtBy: "category", in: wizard)
    func targets(isFromExisting: Bool) -> (fields: [Target], lists: [Target]) {
      func target(_ key: String) -> Target {
        let owner = CustomerMapping.owner(of: key, brought, isFromExisting: isFromExisting)
        guard let owner else { return .nowhere }
        guard let column = owner.layout.givenColumn(key),
          let position = owner.layout.position(of: key)
        else { return .attribute(owner) }
        return .column(owner, position, column.kind)
      }
      return (wizard.fields.map { target($0.key) }, wizard.lists.map { target($0.key) })
    }
    let (new, existing) = (targets(isFromExisting: false), targets(isFromExisting: true))
    ofNew = new
    ofExisting = existing
    shares = [new, existing].flatMap { [Share(of: .companies, $0), Share(of: .customers, $0)] }
    mayRefer = wizard.mayRefer
    modePosition = wizard.fieldPositions["mode"]
    contacts = wizard.listPositions["contacts"].map { wizard.lists[$0] }
    contactTargets = contacts?.fields.map { ContactRows.target(of: $0.key) } ?? []
    emailPosition = contacts?.fieldPositions["email"]
    kindPosition = contacts?.fieldPositions["kind"]
    defaultPosition = contacts?.fieldPositions["default"]
  }

  /// Where the answers to own fields go, by position.
  func fields(isFromExisting: Bool) -> [Target] {
    isFromExisting ? ofExisting.fields : ofNew.fields
  }

  /// What goes to the customer, or else to the company.
  func share(ofCustomer isCustomer: Bool, isFromExisting: Bool) -> Share {
    shares[(isFromExisting ? 2 : 0) + (isCustomer ? 1 : 0)]
  }

  /// Whose an answer is: the customer's (what the category brings, language, post) or the company's
  /// (everything else); answers that only choose the branch are nobody's, and contacts have records of
  /// their own.
  private static func owner(
    of key: String,
    _ brought: Set<String>,
    isFromExisting: Bool
  ) -> Table? {
    switch key {
    case "mode", "company", "contacts": nil
    case "category", "postalInvoice", "language": .customers
    default: isFromExisting || brought.contains(key) ? .customers : .companies
    }
  }

  /// The keys that the category brings along, directly or through a choice that it brought.
  private static func keys(broughtBy key: String, in wizard: Wizard) -> Set<String> {
    var keys: Set<String> = []
    for stage in wizard.stages {
      guard let guarding = stage.guarding else { continue }
      let origin = wizard.fields[guarding.field].key
      guard origin == key || keys.contains(origin) else { continue }
      for field in stage.fields { keys.insert(wizard.fields[field].key) }
      if let list = stage.list { keys.insert(wizard.lists[list].key) }
    }
    return keys
  }
}
