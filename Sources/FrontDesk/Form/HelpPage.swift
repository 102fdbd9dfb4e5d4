import TerminalForms
import WizardEngine

/// The help that lies over a page: about the question, why it is asked, and the keys.
struct HelpPage {
  private let texts: [(symbol: Symbol?, text: String)]
  private let title: String
  private let wording: Wording

  init(of dialogue: FormDialogue) {
    wording = dialogue.wording
    var texts: [(Symbol?, String)] = []
    let wizard = dialogue.wizard
    if let address = dialogue.address {
      let field = wizard.field(at: address)
      title = wording.text(field.label)
      let own = [field.help, field.hint].compactMap { $0 }
      if own.isEmpty { texts.append((.remark, wording.text(DialoguePhrase.noHelp))) }
      texts += own.map { (.remark, dialogue.wording.text($0)) }
      let reason = Explanation(
        of: wizard,
        plan: dialogue.livePlan,
        today: dialogue.interview.today,
        speech: dialogue.speech
      ).reason(for: address)
      texts.append((.question, wording.text(DialoguePhrase.whyAsked, [("reason", reason)])))
    } else {
      title = wording.text(wizard.title)
      if let help = wizard.help { texts.append((.remark, wording.text(help))) }
    }
    let index = dialogue.interview.stageIndex(of: dialogue.interview.stop)
    if let index, let help = wizard.stages[dialogue.interview.stages[index].position].help {
      texts.append((.remark, wording.text(help)))
    }
    self.texts = texts
  }

  private func lines(on page: Page) -> [Line] {
    explanation(on: page) + [""] + KeySheet(wording: wording).lines(on: page)
  }

  /// What the help says about the question, without the keys that it always lists.
  func explanation(on page: Page) -> [Line] {
    texts.flatMap { text in
      let mark = text.symbol.map { Line($0, .cyan) + " " } ?? "  "
      return Line(text.text).wrapped(on: page, indent: 0, marker: mark)
    }
  }

  /// The part of the help that a window shows, from a line on as far as there are so many.
  func frame(from top: Int, in size: WindowSize, repertoire: Repertoire) -> Frame {
    let page = Page(columns: max(1, size.columns - 1), repertoire: repertoire)
    let all = lines(on: page)
    let (head, foot) = (head(on: page), foot(on: page))
    let height = HelpPage.height(in: size, beside: head.count + foot.count)
    let first = max(0, min(top, all.count - height))
    let seen = Array(all[first..<min(all.count, first + height)])
    let lines = (head + seen + foot).suffix(size.rows)
    return Frame(lines: Array(lines))
  }

  /// The line that is shown first when the help is scrolled to its end.
  func last(in size: WindowSize) -> Int {
    let page = Page(columns: max(1, size.columns - 1))
    let beside = head(on: page).count + foot(on: page).count
    return max(0, lines(on: page).count - HelpPage.height(in: size, beside: beside))
  }

  /// The title, of which a window keeps a few lines at most.
  private func head(on page: Page) -> [Line] {
    Array(Line(title, .bold).wrapped(on: page).prefix(3))
  }

  private func foot(on page: Page) -> [Line] {
    FormPage.hints(wording.text(FormPhrase.keysOfHelp), on: page)
  }

  private static func height(in size: WindowSize, beside lines: Int) -> Int {
    max(1, size.rows - lines)
  }
}

extension FormDialogue {
  mutating func pressInHelp(_ key: Key) {
    guard let top = help?.top else { return }
    let last = HelpPage(of: self).last(in: size)
    func scroll(to line: Int) { help?.top = max(0, min(line, last)) }
    switch key {
    case .escape, .enter, .lineBreak, .function(1), .text("?"), .text("q"): help = nil
    case .down, .control("n"): scroll(to: top + 1)
    case .up, .control("p"): scroll(to: top - 1)
    case .pageDown, .text(" "): scroll(to: top + size.rows - 2)
    case .pageUp: scroll(to: top - size.rows + 2)
    case .home: scroll(to: 0)
    case .end: scroll(to: last)
    default: break
    }
  }
}
