// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence of the help and of usage errors; the raw value is the English source.
package enum HelpPhrase: String, Phrase {
  // The whole
  case pitch = "alta – registers customers, guided, from answer files, in your language"
  case usage = "Usage:"
  case commands = "Commands:"
  case options = "Options:"
  case optionsEverywhere = "Options everywhere:"
  case environment = "Environment:"
  case exitCodes = "Exit status:"
  case moreHelp = "“alta help COMMAND” says more about a command."
  case commandWithOptions = "[OPTION]…"

  // Commands
  case commandRegister = "Runs a wizard; register-customer unless another one is named."
  case commandImport = "Registers the rows of files (CSV, JSON Lines, also compressed), unattended."
  case commandImportList = "Lists the imports."
  case commandImportShow = "Shows what became of an import, and writes its rejected rows."
  case commandImportUndo = "Takes an import back, as long as nobody has changed its records."
  case commandForm = "Prints an empty answer file for a wizard."
  case commandList = "Lists the records of a kind, for example customers, invoices or mails."
  case commandShow = "Shows a record with everything that belongs to it."
  case commandEdit = "Changes a stored record."
  case commandHistory = "Shows who changed a record, when and how."
  case commandExport = "Prints all records of a kind as CSV or JSON Lines."
  case commandDisable = "Disables an external user; the e-mail address stays reserved."
  case commandEnable = "Enables an external user again."
  case commandErase = "Deletes a contact for good and empties it in requests (GDPR)."
  case commandMailRun = "Sends the mails that are waiting."
  case commandMailResolve = "Says what became of a mail of which nobody knows whether it arrived."
  case commandDraftList = "Lists the drafts of registrations that were not finished."
  case commandDraftResume = "Goes on with a draft."
  case commandDraftDiscard = "Deletes a draft."
  case commandWizardList = "Lists the wizards."
  case commandWizardCheck = "Checks definitions and walks all their paths."
  case commandWizardEval = "Evaluates an expression and prints the result as JSON."
  case commandWizardExplain = "Says when each stage and field of a wizard is asked, and why."
  case commandWizardPaths =
    "Lists all paths through wizards, with what must be answered on each; --write DIR makes an answer file for each."
  case commandWizardGraph =
    "Draws the flow of a wizard’s stages, for Graphviz (dot), for Mermaid, or as a picture (svg)."
  case commandWizardSchema =
    "Prints the JSON Schema of definitions, by which editors complete and check them."
  case commandWizardNew = "Starts a new wizard: a definition with comments that runs as it is."
  case commandWizardReference =
    "Prints a page of the reference, in English: definition-keys, field-types, expressions or check-ids."
  case commandWizardPreview = "Runs a definition while it is being written; nothing is stored."
  case commandCatalogCheck = "Checks message catalogs."
  case commandCatalogExtract = "Prints all source texts as a PO template."
  case commandCatalogNew =
    "Begins a catalog of a language, with all messages and the right plural rule."
  case commandCatalogUpdate = "Brings catalogs up to date with the wizards and the program."
  case commandCatalogStats = "Shows how far catalogs are, also on each path through the wizards."
  case commandCatalogDiff = "Shows which messages differ between two catalogs."
  case commandCatalogLocate = "Shows where a message stands in the catalogs."
  case commandCatalogPreview =
    "Shows the pages of a wizard’s form as people will see them, in several languages."
  case commandCatalogPseudo =
    "Prints a pseudo-locale as a catalog: en-XA is long English with accents, xx-KEY shows keys."
  case commandLangExplain = "Shows which language speaks, and why."
  case commandStoreInfo = "Shows where the store is and what it holds."
  case commandStoreCheck = "Checks that the store is sound."
  case commandStoreBackup = "Copies the store to a new file, even while it is in use."
  case commandKeys = "Lists what can be typed in the dialogue."
  case commandCompletions = "Prints completions for bash, zsh or fish."
  case commandHelp = "Shows this help, or the help of a command."

  // Operands of options
  case operandTag = "TAG"
  case operandLocation = "LOCATION"
  case operandFolder = "FOLDER"
  case operandFormat = "FORMAT"
  case operandDate = "DATE"
  case operandWhen = "WHEN"
  case operandFile = "FILE"
  case operandAssignment = "FIELD=VALUE"
  case operandIdentifier = "ID"
  case operandWizard = "WIZARD"
  case operandPolicy = "POLICY"
  case operandShard = "PART/PARTS"
  case operandNumber = "NUMBER"
  case operandColumn = "COLUMN=FIELD"
  case operandRequirement = "LANGUAGE=PERCENT"
  case operandEncoding = "ENCODING"
  case operandPath = "PATH"
  case operandStage = "STAGE"
  case operandState = "STATE"

  // Options
  case optionLang = "The language, for example de, es or en."
  case optionStore = "The store’s file."
  case optionWizards = "The folder with the wizard definitions."
  case optionCatalogs = "The folder with the message catalogs."
  case optionFormat =
    "How results are printed: text, json, csv, jsonl or yaml; findings of checks also sarif or github, graphs as dot, mermaid or svg."
  case optionDryRun = "Checks everything, shows what would be stored, and stores nothing."
  case optionYes = "Answers every confirmation with yes."
  case optionToday = "The date that counts as today, as YYYY-MM-DD."
  case optionPlain = "Asks line by line, without drawing on the screen."
  case optionColor = "Whether colours are used: auto, always or never."
  case optionQuiet = "Prints results and problems only."
  case optionHelp = "Shows the help."
  case optionVersion = "Shows the version."
  case optionAnswers = "Takes the answers from a file; - is standard input."
  case optionSet = "Gives one answer; wins over the answer file."
  case optionFromCompany = "Makes a customer of a stored company."
  case optionExpress = "Asks only what is required and has no default."
  case optionLenient = "Ignores unknown fields and answers that do not apply, and says so."
  case optionNoInput = "Never asks; what is missing is listed."
  case optionAll = "Lists inactive records too; of paths, those of every option."
  case optionWizard = "Only the entries of this wizard."
  case optionCustomer = "Only what belongs to this customer."
  case optionOutput = "Writes to a new file instead of standard output."
  case optionStartMail = "Also prints a mailto link to the primary e-mail address."
  case optionRejects =
    "Where to write the rejected rows, in the input’s own format and with the reasons."
  case optionReport =
    "Where to write a report for a browser: figures, a chart of problems, examples."
  case optionFix = "Opens each rejected row in the wizard, to be mended and stored."
  case optionAllOrNothing = "Stores either all rows or, if one has a problem, none."
  case optionOnDuplicate =
    "What to do with records that exist and differ: reject (the default), skip or update."
  case optionMaxRejects = "Stops after so many rejected rows."
  case optionExpectRows = "Imports only a file with exactly so many rows."
  case optionAgain = "Imports a file again that was imported before."
  case optionShard =
    "Imports one part of the rows, 3/8 for the third of eight, beside importers of the other parts."
  case optionMap = "The field that a column is for; may be repeated. COLUMN= passes a column over."
  case optionIgnoreColumns = "Passes over columns that are no fields."
  case optionEncoding =
    "The encoding of a file without a byte order mark: utf-8 (the default) or windows-1252."
  case optionFixCatalog =
    "Mends what can be mended without asking: white space, quotation marks, letters."
  case optionShowIgnored = "Also shows what the catalogs want ignored."
  case optionMin = "How many of a hundred messages must be translated."
  case optionSuggest = "Gives new messages the translations of similar ones, marked as fuzzy."
  case optionTrustMinor =
    "Trusts translations where only punctuation, case or white space of the source has changed."
  case optionPrune = "Removes messages that the source has no longer."
  case optionTemplate =
    "Takes the messages from a PO template instead of the wizards and the program."
  case optionRequire =
    "Fails unless so many of a hundred messages are translated, for example de=100,es=95; de/bill=100 for each path of a wizard."
  case optionWrite =
    "Writes to a file, or to the files of a folder, instead of standard output; what somebody else wrote stays."
  case optionAgainst =
    "A folder or file with earlier definitions; says which of their answers are refused now."
  case optionWidth = "How many columns the window has that the form is drawn for; 80 unless given."
  case optionStage = "Only this stage; review for the last page."
  case optionState =
    "How the fields are shown: empty (the default), error, or with their help (help)."
  case optionSVG = "Where to write the pages as a picture; in a folder, a picture of each."
  case optionHTML = "Where to write the pages for a browser."
  case optionWatch = "Begins again whenever a definition or a catalog is saved."
  case optionForSpreadsheet = "Guards text cells against being read as formulas."

  // Environment
  case environmentLanguage = "the language, before LC_ALL, LC_MESSAGES, LANG and LANGUAGE"
  case environmentStore = "the store’s file"
  case environmentWizards = "the folder with the wizard definitions"
  case environmentCatalogs = "the folder with the message catalogs"
  case environmentNoColor = "no colours, if not empty"
  case environmentAccessible = "questions line by line, as with --plain, if not empty"
  case environmentPasswordFile = "the file with the password for the SMTP server"
  case environmentPasswordCommand = "a command that prints the password for the SMTP server"
  case environmentEditor = "the program for texts of several lines (F4), after VISUAL"

  // Exit status
  case exitDone = "done"
  case exitInternal = "unexpected internal failure"
  case exitUsage = "wrong command line"
  case exitProblems = "problems in answers, definitions or catalogs"
  case exitMissing = "a prerequisite or reference is missing"
  case exitQuestion = "a question needs a person, or --yes, or an answer"
  case exitConflict = "conflict: duplicate, wrong state, or changed meanwhile"
  case exitCancelled = "cancelled, nothing stored"
  case exitPartlyDelivered = "some mails were not delivered"
  case exitUnavailable = "the store or a file cannot be opened, read or written"
  case exitSignals = "hang-up, Ctrl-C, terminated; a draft was kept"

  // Usage errors
  case unknownCommand = "There is no command “{command}”."
  case unknownOption = "There is no option “{option}”."
  case didYouMean = "Did you mean “{name}”?"
  case optionNotHere = "The command “{command}” has no option “{option}”."
  case missingValue = "The option “{option}” needs a value: {operand}."
  case needlessValue = "The option “{option}” takes no value."
  case badValue = "The option “{option}” cannot be “{value}”; possible: {choices}."
  case badDateOption = "The option “{option}” needs a date such as 2026-12-31, not “{value}”."
  case badOperand = "The option “{option}” needs {operand}, not “{value}”."
  case missingOperand = "The command “{command}” needs {operand}."
  case needlessOperand = "The command “{command}” does not take “{operand}”."
  case repeatedOption = "The option “{option}” is given twice with different values."
  case unknownRecords = "There are no records called “{name}”; possible: {choices}."
  case unknownShell = "There are no completions for “{name}”; possible: bash, zsh, fish."
  case tryHelp = "“alta help” shows all commands."
  case tryCommandHelp = "“alta help {command}” shows how it is used."

  package static let context = "alta/help"
}
