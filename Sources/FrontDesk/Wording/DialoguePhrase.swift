// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence of the dialogue and of what is shown around it; the raw value is the English source.
package enum DialoguePhrase: String, Phrase {
  // Words
  case yes = "yes"
  case no = "no"
  case yesWords = "y|yes"
  case noWords = "n|no"
  case alternatives = "{others} or {last}"
  case span = "{first} to {last}"
  case datePattern = "YYYY-MM-DD"
  case decimalSeparator = "."
  /// Between groups of three digits.
  case groupSeparator = ","
  case notProvided = "not provided"
  case optional = "optional"

  // Frame
  case stepOf = "Step {step} of {count}"
  case stepOfAbout = "Step {step} of about {count}"
  case entryNumber = "Entry {number}"
  case generated = "The number is generated when the registration is stored."
  case chooseNumber = "Number, code or beginning of the name:"
  case chooseNumbers = "Numbers or codes, separated by commas:"
  case typedIntoMemo = "Several lines; a line with a single dot ends the text."
  case hints =
    "?  help   <  back   :review  check answers   :lang de  language   :save  keep a draft   :quit  cancel"
  case taken = "Taken: {value}"
  case onlyOption = "There is only one option: {option}."

  // Help
  case whyAsked = "Why is this asked? {reason}"
  case noHelp = "There is no further help for this question."
  case commandHelp = "? or :help"
  case commandHelpDoes = "shows help and why the question is asked"
  case commandBack = "< or :back"
  case commandBackDoes = "goes back to the question before; nothing typed is lost"
  case commandReview = ":review"
  case commandReviewDoes = "shows all answers"
  case commandLanguage = ":lang TAG"
  case commandLanguageDoes = "changes the language; everything is kept"
  case commandSave = ":save"
  case commandSaveDoes = "keeps a draft and leaves"
  case commandQuit = ":quit"
  case commandQuitDoes = "cancels; nothing is stored"
  case commandFinish = ":finish"
  case commandFinishDoes = "finishes, in the last stage"
  case commandClear = "-"
  case commandClearDoes = "empties an optional answer"
  case commandLiteral = ":: << ??"
  case commandLiteralDoes = "at the beginning of a text stand for : < ?"

  // Lists
  case listIsEmpty = "No entries yet."
  case listCommands = "a  add   c 1  change   r 1  remove   Enter  go on:"
  case itemRemoved = "Entry {number} removed."
  case removeItem = "Remove “{title}”?"
  case noSuchItem = "There is no entry {number}."
  case itemKept = "Nothing removed."

  // Moving
  case notLast = "Finish is possible in the last step only."
  case nothingBefore = "This is the first question. “:quit” cancels the registration."
  case unknownCommandInDialogue = "There is no command “{command}”; ? shows help."
  case ambiguous = "“{text}” fits several options: {options}."
  case languageUnknown = "There is no catalog for the language “{tag}”; available: {tags}."
  case languageChanged = "The language is now English."

  // Review
  case reviewTitle = "Check the answers – nothing has been stored yet"
  case reviewPrompt = "Enter finishes, a number changes that answer:"
  case reviewPromptEarly = "Enter goes on with the questions, a number changes that answer:"
  case reviewPromptEditing = "Enter saves, a number changes that answer:"
  case willBeStored = "This will be stored:"
  case nothingChanges = "Nothing changes."
  case wouldBeStored = "This would be stored:"
  case warningAgain = "Press Enter once more to accept this."
  case impactTitle = "This change affects other answers:"
  case impactAsk = "Change it?"
  case impactKept = "Kept as it was."

  // Ends
  case restIsDue = "Stopped; the rest is still due, and the same command goes on with it."
  case storedSettings = "The settings are stored."
  case invoiceCancelled = "{invoice} is cancelled."
  case entitlementsEnded = "Ended: {entitlements}."
  case stored = "Stored: {record}"
  case storedCustomer = "Customer {identifier} has been registered."
  case showWith = "To see the data: {command}"
  case cancelled = "Cancelled; nothing was stored."
  case draftKept = "A draft was kept. Go on with: {command}"
  case draftNotKept = "The draft could not be kept: {reason}"
  case inputEnded = "The input ended before the registration was finished."
  case nothingAnswered = "Nothing was answered, so no draft was kept."
  case confirmMissing = "Add --yes, or “confirm: yes” to the answers, to accept this."
  case draftResumed = "Going on with draft {id}."
  case draftDiscarded = "Draft {id} discarded."
  case noDraft = "There is no draft {id}."
  case noDrafts = "There is no draft to go on with."
  case draftOutdated =
    "The wizard has changed since the draft was kept; these answers no longer have a field: {fields}."
  case dryRun = "Dry run: nothing was stored."
  case invalidLine = "That line is not UTF-8 text (byte {byte}). Please type it again."
  case lineTooLong = "That line is too long. Please type it again, shorter."
  case allowedCodes = "(possible: {codes})"

  package static let context = "alta/dialogue"

  /// Those that are no words to be shown but forms by which answers are read and written.
  static let forms: [DialoguePhrase] = [
    .yesWords, .noWords, .datePattern, .decimalSeparator, .groupSeparator,
  ]
}
