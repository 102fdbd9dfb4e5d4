import Expressions

/// The names that an expression may use at the place where it stands.
///
/// Two sets of declarations grow side by side, one with `self` and one without, so that no expression
/// costs a copy of all names.
struct NameScope {
  /// Keys that are declared somewhere on the path; what is not declared yet stands later.
  var later: Set<String> = []
  private var plain = Names()
  private var inItem: Names?
  private var keys: [String] = []
  private var positions: [String: Int] = [:]
  private var listKeys: Set<String> = []
  private(set) var item: [ObjectShape.Field]?
  private var itemKeys: Set<String> = []
  private var itemPositions: [String: Int] = [:]

  func position(of key: String) -> Int? { positions[key] }

  func itemPosition(of key: String) -> Int? { itemPositions[key] }

  func isDeclared(_ key: String) -> Bool {
    positions[key] != nil || listKeys.contains(key)
  }

  /// Whether a name that is unknown here stands later, so that "later" can be said instead.
  func standsLater(_ key: String) -> Bool { later.contains(key) && !isDeclared(key) }

  /// Whether a field of the same item stands later.
  func standsLaterInItem(_ key: String) -> Bool {
    itemKeys.contains(key) && itemPositions[key] == nil
  }

  /// The names that a reference without an expression may use.
  var knownKeys: [String] { keys + knownItemKeys }

  /// The item's fields declared so far.
  var knownItemKeys: [String] { item?.map(\.name) ?? [] }

  /// What an expression at this place may name.
  ///
  /// - Parameter own: The type of `self`, where there is one.
  /// - Returns: The names and their types.
  mutating func declarations(own: ValueType?) -> Declarations {
    guard let item else { return plain.declarations(own: own) }
    if inItem == nil {
      // Copied only where an item's field has an expression at all.
      var names = plain
      let shape = ObjectShape(name: "item", fields: [])
      names.declare("item", slot: FormulaScope.item, type: .object(shape))
      for (position, field) in item.enumerated() {
        names.declare(
          "item.\(field.name)",
          slot: FormulaScope.slot(ofItemField: position),
          type: field.type
        )
      }
      inItem = names
    }
    return inItem?.declarations(own: own) ?? Declarations()
  }

  mutating func declare(_ key: String, position: Int, type: ValueType) {
    positions[key] = position
    keys.append(key)
    plain.declare(key, slot: FormulaScope.slot(ofField: position), type: type)
  }

  mutating func declareList(_ key: String, position: Int, shape: ObjectShape) {
    listKeys.insert(key)
    keys.append(key)
    plain.declare(key, slot: FormulaScope.slot(ofList: position), type: .list(.object(shape)))
  }

  mutating func beginItem(keys: [String]) {
    item = []
    itemKeys = Set(keys)
  }

  mutating func declareItemField(_ key: String, position: Int, type: ValueType) {
    item?.append(ObjectShape.Field(key, type))
    itemPositions[key] = position
    inItem?.declare("item.\(key)", slot: FormulaScope.slot(ofItemField: position), type: type)
  }

  /// Ends the item and gives its whole shape.
  mutating func endItem(named name: String) -> ObjectShape {
    let shape = ObjectShape(name: name, fields: item ?? [])
    item = nil
    inItem = nil
    itemKeys = []
    itemPositions = [:]
    return shape
  }
}

/// The same names with and without `self`.
private struct Names {
  private var plain = Declarations()
  private var withOwn = Declarations()

  init() {
    declare("today", slot: FormulaScope.today, type: .date)
  }

  mutating func declare(_ name: String, slot: Int, type: ValueType) {
    plain.declare(name, slot: slot, type: type)
    withOwn.declare(name, slot: slot, type: type)
  }

  mutating func declarations(own: ValueType?) -> Declarations {
    guard let own else { return plain }
    withOwn.declare("self", slot: FormulaScope.own, type: own)
    return withOwn
  }
}
