import PlainValues
import Procedures
import RecordStorage
package import TerminalForms
import WizardEngine

extension FormDialogue {
  /// What the form shows, laid out for a window.
  package func frame(in size: WindowSize, repertoire: Repertoire = .unicode) -> Frame {
    if let help {
      return HelpPage(of: self).frame(from: help.top, in: size, repertoire: repertoire)
    }
    return page.frame(in: size, repertoire: repertoire)
  }

  /// What the form shows.
  var page: FormPage {
    let plan = livePlan
    var remarks: [FormPage.Remark] = []
    if let notice { remarks.append(notice) }
    let rows: [FormPage.Row]
    switch interview.stop {
    case .review:
      rows = reviewRows
      remarks += reviewRemarks
    case .list: rows = listRows
    case .field: rows = fieldRows(of: plan)
    }
    let isAsking = question != nil
    return FormPage(
      title: title(of: plan),
      remarks: remarks,
      rows: rows,
      question: questionRemarks,
      actions: isAsking
        ? choices.enumerated().map { index, choice in
          FormPage.Action(label(of: choice), isFocused: index == markedChoice)
        }
        : actions.map { FormPage.Action(label(of: $0), isFocused: focus == .action($0)) },
      keys: wording.text(keys)
    )
  }

  /// The plan with what is being typed as if it were answered: the page grows and shrinks with it.
  ///
  /// A text of many thousand characters is judged when it is left, not with every key.
  var livePlan: Plan {
    guard let answers = liveAnswers, let address else { return interview.plan }
    let plan = wizard.plan(for: answers, on: interview.today)
    // What is being typed may not take its own field away.
    return plan.field(at: address) == nil ? interview.plan : plan
  }

  /// The answers with what is being typed; `nil` where nothing is that could be an answer.
  var liveAnswers: Answers? {
    guard let address, editor.isTouched, editor.typed.count <= FormDialogue.longestLive,
      case .answer(let answer) = given(at: address)
    else { return nil }
    return wizard.changing(interview.answers, at: address, to: answer)
  }

  private static let longestLive = 10_000

  /// What is being done: the wizard's title, or the record that is edited.
  private var name: String {
    let record: Record
    switch desk.subject {
    case nil: return wording.text(wizard.title)
    case .customer(let file): record = file.customer
    case .record(let edited): record = edited
    }
    return "\(wording.text(RecordPhrase(record.table))) \(record.name)"
  }

  private func title(of plan: Plan) -> Line {
    let name = Line(self.name)
    guard interview.stop != .review else {
      return name + Line(" · ", .dim) + Line(wording.text(DialoguePhrase.reviewTitle), .bold)
    }
    let stages = interview.stages(of: plan)
    let current = interview.stageIndex(of: interview.stop).map { interview.stages[$0].position }
    let index = stages.firstIndex { $0.position == current } ?? 0
    var heading = current.map { wording.text(wizard.stages[$0].title) } ?? ""
    if case .field(.item(let list, let item, _)) = interview.stop {
      let number = plannedItems.firstIndex { $0.id == item } ?? 0
      let planned = plan.stages.lazy.flatMap(\.items).first { $0.id == item }
      let entry = (planned ?? plannedItems[number])
      heading = wording.text(
        FormPhrase.itemTitle,
        [
          ("stage", heading),
          ("entry", speech.title(ofItem: entry, number: number + 1, in: wizard.lists[list])),
        ]
      )
    }
    return name + Line(" · ", .dim)
      + Line(speech.step(index, of: stages.count, in: plan, of: wizard), .dim)
      + Line(" · ", .dim) + Line(heading, .bold)
  }

  // MARK: What can be done

  private func label(of action: FormAction) -> String {
    switch action {
    case .next:
      if case .field(.item) = interview.stop { return wording.text(FormPhrase.done) }
      return wording.text(FormPhrase.next)
    case .back: return wording.text(FormPhrase.back)
    case .cancel: return wording.text(FormPhrase.cancel)
    case .finish:
      guard desk.subject == nil else { return wording.text(FormPhrase.saveNow) }
      guard interview.stop == .review else { return wording.text(FormPhrase.finish) }
      return wording.text(FormPhrase.finishNow, [("title", wording.text(wizard.title))])
    }
  }

  private func label(of choice: FormQuestion.Choice) -> String {
    switch choice {
    case .yes: return wording.text(DialoguePhrase.yes)
    case .no:
      if case .similar = question { return wording.text(FormPhrase.noneOfThem) }
      return wording.text(DialoguePhrase.no)
    case .keepDraft: return wording.text(FormPhrase.keepDraft)
    case .leave: return wording.text(FormPhrase.leave)
    case .stay: return wording.text(FormPhrase.stay)
    case .company(let index):
      guard case .similar(let companies) = question else { return "" }
      return name(of: companies[index])
    }
  }

  private var questionRemarks: [FormPage.Remark] {
    switch question {
    case .impact(let attempt, _):
      let impact = speech.sentence(for: attempt.impact, in: wizard, on: interview.answers)
      return [
        remark(.warning, .yellow, "\(wording.text(DialoguePhrase.impactTitle)) \(impact)."),
        remark(.question, .cyan, wording.text(DialoguePhrase.impactAsk)),
      ]
    case .removal(let item, let number, let list):
      let title = speech.title(ofItem: item, number: number, in: wizard.lists[list])
      return [
        remark(.question, .cyan, wording.text(DialoguePhrase.removeItem, [("title", title)]))
      ]
    case .leaving:
      let phrase: FormPhrase = desk.subject == nil ? .leaveAsk : .leaveEditAsk
      return [remark(.question, .cyan, wording.text(phrase))]
    case .confirmation(let reasons):
      return reasons.prefix(1).map { remark(.question, .cyan, wording.sentence(for: $0)) }
    case .similar:
      return [remark(.question, .cyan, wording.text(FormPhrase.similarAsk))]
    case nil: return []
    }
  }

  private var keys: FormPhrase {
    if question != nil { return .keysOfQuestion }
    switch focus {
    case .action:
      if case .list = interview.stop { return .keysOfList }
      return .keysOfActions
    case .item, .adding: return .keysOfList
    case .row: return .keysOfReview
    case .field: break
    }
    switch editor.content {
    case .text: return .keysOfText
    case .memo: return .keysOfMemo
    case .lookup: return .keysOfLookup
    case .options(let picker, _): return picker.isMultiple ? .keysOfChoices : .keysOfChoice
    }
  }
}
