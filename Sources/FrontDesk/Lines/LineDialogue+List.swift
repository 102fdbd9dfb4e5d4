import PlainValues
import RecordStorage
import WizardEngine

extension LineDialogue {
  mutating func askList(_ position: Int) throws(StoreError) -> Step {
    showStage()
    let list = interview.wizard.lists[position]
    let items = plannedItems(of: position)
    if items.isEmpty {
      screen.remark(wording.text(DialoguePhrase.listIsEmpty))
    }
    for (index, item) in items.enumerated() {
      let title = speech.title(ofItem: item, number: index + 1, in: list)
      screen.option("\(index + 1)", title, isChosen: false)
    }
    screen.ask(wording.text(DialoguePhrase.listCommands), options: "")
    while true {
      let text: String
      switch try turn() {
      case .text(let line): text = line
      case .again: continue
      case .step(let step): return step
      }
      let words = text.trimmed.lowercased().split(separator: " ").map(String.init)
      guard let verb = words.first else { return try leaveStop() }
      let number = words.count > 1 ? Int(words[1]) : Int(verb.dropFirst())
      switch verb.first {
      case "a" where words.count == 1:
        if items.count >= list.maximum {
          say(
            [
              Problem(
                path: list.key,
                reason: .tooManyItems(maximum: list.maximum, actual: items.count + 1)
              )
            ],
            interview.answers
          )
          screen.prompt()
          continue
        }
        interview.addItem(to: position)
        return .proceed
      case "c", "r":
        guard let number, items.indices.contains(number - 1) else {
          screen.problem(
            wording.text(DialoguePhrase.noSuchItem, [("number", number.map(String.init) ?? "?")])
          )
          screen.prompt()
          continue
        }
        if verb.first == "c" {
          interview.openItem(items[number - 1].id, of: position)
          return .proceed
        }
        remove(items[number - 1], number: number, from: list)
        return .proceed
      default:
        screen.problem(
          wording.text(DialoguePhrase.unknownCommandInDialogue, [("command", text.trimmed)])
        )
        screen.prompt()
      }
    }
  }

  mutating func remove(_ item: PlannedItem, number: Int, from list: ItemList) {
    let title = speech.title(ofItem: item, number: number, in: list)
    screen.ask(
      wording.text(DialoguePhrase.removeItem, [("title", title)]),
      options: yesOrNo(default: nil)
    )
    guard readTruth(default: nil) == true else {
      screen.remark(wording.text(DialoguePhrase.itemKept))
      return
    }
    interview.removeItem(item.id, from: list.position)
    screen.remark(wording.text(DialoguePhrase.itemRemoved, [("number", "\(number)")]))
  }

  func plannedItems(of list: Int) -> [PlannedItem] {
    interview.plan.stages.first { interview.wizard.stages[$0.position].list == list }?.items ?? []
  }
}
