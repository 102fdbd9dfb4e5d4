package import TerminalForms

/// What can be typed in the dialogue, and what it does.
package struct CommandSheet {
  private let entries: [(command: String, does: String)]

  /// Writes the commands in a language.
  package init(wording: Wording) {
    let phrases: [(DialoguePhrase, DialoguePhrase)] = [
      (.commandHelp, .commandHelpDoes), (.commandBack, .commandBackDoes),
      (.commandReview, .commandReviewDoes), (.commandFinish, .commandFinishDoes),
      (.commandLanguage, .commandLanguageDoes), (.commandSave, .commandSaveDoes),
      (.commandQuit, .commandQuitDoes), (.commandClear, .commandClearDoes),
      (.commandLiteral, .commandLiteralDoes),
    ]
    entries = phrases.map { (wording.text($0), wording.text($1)) }
  }

  /// The sheet for a page.
  package func lines(on page: Page) -> [Line] {
    LabelledValues(
      entries.map { LabelledValues.Entry(Line($0.command, .cyan), Line($0.does)) },
      mark: ""
    ).lines(on: page, indent: 2)
  }
}
