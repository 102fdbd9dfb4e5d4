import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  /// The list of the page, by position.
  var list: Int? {
    switch interview.stop {
    case .list(let list), .field(.item(let list, _, _)): list
    case .field, .review: nil
    }
  }

  /// The entries of the list of the page.
  var plannedItems: [PlannedItem] {
    guard let list else { return [] }
    return interview.plan.stages.first { wizard.stages[$0.position].list == list }?.items ?? []
  }

  mutating func pressInList(_ key: Key) throws(StoreError) -> Reaction {
    guard let list else { return .show }
    let items = plannedItems
    let index: Int? =
      if case .item(let item) = focus { items.firstIndex { $0.id == item } } else { nil }
    switch key {
    case .enter, .lineBreak, .text(" "), .right:
      if let index {
        try change(items[index], of: list)
      } else if focus == .adding {
        try addItem(to: list)
      }
    case .text("a"), .text("+"), .insert: try addItem(to: list)
    case .text("c"):
      if let item = item(index, or: items) { try change(item, of: list) }
    case .text("r"), .text("-"), .delete, .backspace:
      if let item = item(index, or: items) {
        let number = (items.firstIndex { $0.id == item.id } ?? 0) + 1
        question = .removal(item, number: number, list: list)
      }
    case .text(let text):
      if let place = FormDialogue.place(named: text, among: items.count) {
        focus = .item(items[place].id)
      }
    case .up, .backTab, .altLeft:
      let place = index ?? (focus == .adding ? items.count : items.count + 1)
      if place > 0 {
        focus = place - 1 < items.count ? .item(items[place - 1].id) : .adding
      } else if key != .up {
        try goBackPage(toEnd: true)
      }
    case .down, .tab:
      if let index {
        focus = index + 1 < items.count ? .item(items[index + 1].id) : .adding
      } else if focus == .adding {
        focus = .action(actions[0])
      }
    case .home: focus = items.first.map { .item($0.id) } ?? .adding
    case .end: focus = .adding
    case .escape: try goBackPage(toEnd: false)
    default: break
    }
    return .show
  }

  /// The entry in focus, or the only one.
  private func item(_ index: Int?, or items: [PlannedItem]) -> PlannedItem? {
    index.map { items[$0] } ?? (items.count == 1 ? items[0] : nil)
  }

  private mutating func addItem(to list: Int) throws(StoreError) {
    let maximum = wizard.lists[list].maximum
    let count = interview.answers.lists[list].count
    guard count < maximum else {
      let problem = Problem(
        path: wizard.lists[list].key,
        reason: .tooManyItems(maximum: maximum, actual: count + 1)
      )
      notice = remark(
        .problem,
        .red,
        speech.sentence(for: problem, in: wizard, answers: interview.answers)
      )
      return
    }
    interview.addItem(to: list)
    if case .field(.item(_, let item, _)) = interview.stop { newItem = (list, item) }
    try enterPage()
  }

  private mutating func change(_ item: PlannedItem, of list: Int) throws(StoreError) {
    interview.openItem(item.id, of: list)
    try enterPage()
  }

  /// Takes an entry out of its list.
  mutating func remove(_ item: PlannedItem, of list: Int) throws(StoreError) {
    interview.removeItem(item.id, from: list)
    func isOfItem(_ address: FieldAddress) -> Bool {
      if case .item(list, item.id, _) = address { return true }
      return false
    }
    judged = judged.filter { !isOfItem($0) }
    unread = unread.filter { !isOfItem($0.key) }
    try consultStore()
    try enterPage()
  }

  /// Drops the entry that was just added where nothing was answered in it.
  mutating func dropEmptyNewItem() {
    guard let new = newItem else { return }
    newItem = nil
    let items = interview.answers.lists[new.list]
    let hasUnread = unread.keys.contains { address in
      if case .item(new.list, new.item, _) = address { return true }
      return false
    }
    guard !hasUnread,
      items.first(where: { $0.id == new.item })?.values.allSatisfy({ $0 == nil }) == true
    else {
      return
    }
    interview.stop = .field(.item(list: new.list, item: new.item, field: 0))
    interview.removeItem(new.item, from: new.list)
  }
}
