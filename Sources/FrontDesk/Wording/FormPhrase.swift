// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence of the form at a terminal; the raw value is the English source.
package enum FormPhrase: String, Phrase {
  // What can be done on a page
  case next = "Next"
  case back = "Back"
  case cancel = "Cancel"
  case finish = "Finish"
  case finishNow = "Finish: {title}"
  case saveNow = "Save"
  case done = "Done"
  case keepDraft = "Keep a draft and leave"
  case leave = "Leave without saving"
  case stay = "Go on"
  case addEntry = "Add an entry"
  case noneOfThem = "None of them"

  // The keys that matter on a page
  case keysOfText = "Enter next · Shift+Tab back · F1 help · F2 language · Ctrl+S draft"
  case keysOfMemo = "Enter new line · Tab next · F4 editor · F1 help · Ctrl+S draft"
  case keysOfChoice = "type to find · ↑↓ choose · Enter next · F1 help · Ctrl+S draft"
  case keysOfChoices = "type to find · ↑↓ move · Space tick · Enter next · F1 help"
  case keysOfLookup = "type to find · ↓ take a proposal · Enter next · F1 help"
  case keysOfList = "a add · c change · r remove · Enter choose · F1 help"
  case keysOfReview = "number or ↑↓ choose · Enter change · F1 help · Ctrl+S draft"
  case keysOfActions = "←→ choose · Enter do it · Shift+Tab back · F1 help"
  case keysOfQuestion = "←→ choose · Enter take it · Esc back to the form"
  case keysOfHelp = "↑↓ scroll · Esc back to the form"

  // The table of keys
  case keysTitle = "Keys"
  case keyEnter = "Enter"
  case keyEnterDoes = "takes the answer and goes on; in a text of several lines, begins a line"
  case keyBackTab = "Shift+Tab, Alt+←"
  case keyBackTabDoes = "goes back to the question before, whatever is typed"
  case keyTab = "Tab"
  case keyTabDoes = "goes on to the next question, then to Next, Back and Cancel"
  case keyEscape = "Esc"
  case keyEscapeDoes =
    "closes what is open, then goes back a step; in the first step, asks whether to leave"
  case keyArrows = "↑, ↓, Ctrl+P, Ctrl+N"
  case keyArrowsDoes = "move in a list of options, or from question to question"
  case keyLetters = "letters"
  case keyLettersDoes =
    "find an option by its name, its code or a part of it, with or without accents"
  case keySpace = "Space, Ctrl+Space"
  case keySpaceDoes = "ticks an option where several may be chosen; Ctrl+A ticks all or none"
  case keyClear = "Del"
  case keyClearDoes = "takes back what was chosen from a list of options"
  case keyList = "a, c, r"
  case keyListDoes =
    "add, change, remove an entry of a list; a number goes to an entry, or to an answer in the review"
  case keyEditing = "Ctrl+A, Ctrl+E"
  case keyEditingDoes =
    "go to the beginning and the end of what is typed; Ctrl+← and Ctrl+→ go by words"
  case keyDeleting = "Ctrl+W, Ctrl+U, Ctrl+K"
  case keyDeletingDoes =
    "delete the word before, all before, all behind the cursor; Ctrl+Y brings it back"
  case keyTaking = "→, End"
  case keyTakingDoes = "take a suggested text into the field, to be changed there"
  case keyHelp = "F1, ? in an empty field"
  case keyHelpDoes = "shows help and why the question is asked"
  case keyLanguage = "F2"
  case keyLanguageDoes = "changes the language; everything is kept"
  case keyCompany = "F3"
  case keyCompanyDoes = "registers from a company that is stored already, where one is shown"
  case keyEditor = "F4"
  case keyEditorDoes = "opens a text of several lines in the program that EDITOR names"
  case keyDraft = "Ctrl+S"
  case keyDraftDoes = "keeps a draft and leaves"
  case keyLeave = "Ctrl+C"
  case keyLeaveDoes = "leaves at once; a draft is kept"
  case keySuspend = "Ctrl+Z"
  case keySuspendDoes = "stops alta; “fg” goes on"
  case keyRedraw = "Ctrl+L"
  case keyRedrawDoes = "draws the page again"
  case lineTitle = "Line by line, with --plain"

  // Sentences
  case nothingFits = "Nothing fits what was typed; Esc or Backspace takes it back."
  case optionalHint = "optional"
  case howDates = "For example {local}, or {iso}."
  case leaveAsk = "Leave the registration? Nothing has been stored yet."
  case leaveEditAsk = "Leave? Nothing has been changed yet."
  case similarTitle = "These stored companies may be the same:"
  case similarOffer = "F3 registers the customer from one of them."
  case similarOne = "{identifier} · {name}"
  case similarIsCustomer = "is a customer already"
  case similarAsk = "Which stored company shall become the customer?"
  case unknownKey = "That was neither a key nor UTF-8 text; nothing was changed."
  case pasteTooLong = "The pasted text is too long; nothing was taken."
  case editorFailed =
    "The editor could not be run; EDITOR names “{program}”. The text is unchanged."
  case editorFile = "What the editor left is no UTF-8 text. The text is unchanged."
  case itemTitle = "{stage}: {entry}"

  package static let context = "alta/form"
}
