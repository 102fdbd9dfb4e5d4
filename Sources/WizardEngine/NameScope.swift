import Expressions

/// The names that an expression may use at the place where it stands.
struct NameScope {
  /// Keys that are declared somewhere on the path; what is not declared yet stands later.
  var later: Set<String> = []
  /// What expressions may name: the own fields and lists declared so far, and the day.
  private(set) var declarations = Declarations()
  private var keys: [String] = []
  private var positions: [String: Int] = [:]
  private var listNames: Set<String> = []
  private(set) var item: [ObjectShape.Field]?
  private var itemKeys: Set<String> = []
  private var itemPositions: [String: Int] = [:]

  init() {
    declarations.declare("today", slot: FormulaScope.today, type: .date)
  }

  func position(of key: String) -> Int? { positions[key] }

  func itemPosition(of key: String) -> Int? { itemPositions[key] }

  func isDeclared(_ key: String) -> Bool {
    positions[key] != nil || listNames.contains(key)
  }

  /// Whether a name that is unknown here stands later, so that "later" can be said instead.
  func standsLater(_ key: String) -> Bool { later.contains(key) || itemKeys.contains(key) }

  var knownKeys: [String] { keys + itemPositions.keys.sorted() }

  mutating func declare(_ key: String, position: Int, type: ValueType) {
    positions[key] = position
    keys.append(key)
    declarations.declare(key, slot: FormulaScope.slot(ofField: position), type: type)
  }

  mutating func declareList(_ key: String, position: Int, shape: ObjectShape) {
    listNames.insert(key)
    keys.append(key)
    declarations.declare(
      key, slot: FormulaScope.slot(ofList: position), type: .list(.object(shape)))
  }

  mutating func beginItem(keys: [String]) {
    item = []
    itemKeys = Set(keys)
    itemPositions = [:]
  }

  mutating func declareItemField(_ key: String, position: Int, type: ValueType) {
    item?.append(ObjectShape.Field(key, type))
    itemPositions[key] = position
  }

  /// Ends the item and gives its whole shape.
  mutating func endItem(named name: String) -> ObjectShape {
    let shape = ObjectShape(name: name, fields: item ?? [])
    item = nil
    itemKeys = []
    itemPositions = [:]
    return shape
  }
}
