package import TerminalForms

/// The keys of the form and what they do: the one table that help and `alta keys` show.
package struct KeySheet {
  private let wording: Wording

  /// Writes the keys in a language.
  package init(wording: Wording) {
    self.wording = wording
  }

  private static let keys: [(FormPhrase, FormPhrase)] = [
    (.keyEnter, .keyEnterDoes), (.keyTab, .keyTabDoes), (.keyBackTab, .keyBackTabDoes),
    (.keyEscape, .keyEscapeDoes), (.keyArrows, .keyArrowsDoes), (.keyLetters, .keyLettersDoes),
    (.keySpace, .keySpaceDoes), (.keyClear, .keyClearDoes), (.keyList, .keyListDoes),
    (.keyTaking, .keyTakingDoes), (.keyEditing, .keyEditingDoes),
    (.keyDeleting, .keyDeletingDoes), (.keyHelp, .keyHelpDoes), (.keyLanguage, .keyLanguageDoes),
    (.keyCompany, .keyCompanyDoes), (.keyEditor, .keyEditorDoes), (.keyDraft, .keyDraftDoes),
    (.keyLeave, .keyLeaveDoes), (.keySuspend, .keySuspendDoes), (.keyRedraw, .keyRedrawDoes),
  ]

  /// The sheet for a page.
  package func lines(on page: Page) -> [Line] {
    Line(wording.text(FormPhrase.keysTitle), .bold).wrapped(on: page)
      + LabelledValues(
        KeySheet.keys.map {
          LabelledValues.Entry(Line(wording.text($0), .cyan), Line(wording.text($1)))
        },
        mark: ""
      ).lines(on: page, indent: 2)
  }
}
