import FrontDesk

/// A command of the command line.
enum CommandName: String, CaseIterable, Sendable {
  case register
  case importRows = "import"
  case form, list, show, edit, history, export, disable, enable, erase
  case importList = "import list"
  case importShow = "import show"
  case importUndo = "import undo"
  case mailRun = "mail run"
  case mailResolve = "mail resolve"
  case draftList = "draft list"
  case draftResume = "draft resume"
  case draftDiscard = "draft discard"
  case wizardList = "wizard list"
  case wizardCheck = "wizard check"
  case wizardEval = "wizard eval"
  case wizardExplain = "wizard explain"
  case wizardPaths = "wizard paths"
  case wizardGraph = "wizard graph"
  case wizardSchema = "wizard schema"
  case wizardNew = "wizard new"
  case wizardReference = "wizard reference"
  case wizardPreview = "wizard preview"
  case catalogCheck = "catalog check"
  case catalogExtract = "catalog extract"
  case catalogNew = "catalog new"
  case catalogUpdate = "catalog update"
  case catalogStats = "catalog stats"
  case catalogDiff = "catalog diff"
  case catalogLocate = "catalog locate"
  case catalogPreview = "catalog preview"
  case catalogPseudo = "catalog pseudo"
  case langExplain = "lang explain"
  case storeInfo = "store info"
  case storeCheck = "store check"
  case storeBackup = "store backup"
  case keys, completions, help

  /// What the command does, in one line of the help.
  var summary: HelpPhrase {
    switch self {
    case .register: .commandRegister
    case .importRows: .commandImport
    case .importList: .commandImportList
    case .importShow: .commandImportShow
    case .importUndo: .commandImportUndo
    case .form: .commandForm
    case .list: .commandList
    case .show: .commandShow
    case .edit: .commandEdit
    case .history: .commandHistory
    case .export: .commandExport
    case .disable: .commandDisable
    case .enable: .commandEnable
    case .erase: .commandErase
    case .mailRun: .commandMailRun
    case .mailResolve: .commandMailResolve
    case .draftList: .commandDraftList
    case .draftResume: .commandDraftResume
    case .draftDiscard: .commandDraftDiscard
    case .wizardList: .commandWizardList
    case .wizardCheck: .commandWizardCheck
    case .wizardEval: .commandWizardEval
    case .wizardExplain: .commandWizardExplain
    case .wizardPaths: .commandWizardPaths
    case .wizardGraph: .commandWizardGraph
    case .wizardSchema: .commandWizardSchema
    case .wizardNew: .commandWizardNew
    case .wizardReference: .commandWizardReference
    case .wizardPreview: .commandWizardPreview
    case .catalogCheck: .commandCatalogCheck
    case .catalogExtract: .commandCatalogExtract
    case .catalogNew: .commandCatalogNew
    case .catalogUpdate: .commandCatalogUpdate
    case .catalogStats: .commandCatalogStats
    case .catalogDiff: .commandCatalogDiff
    case .catalogLocate: .commandCatalogLocate
    case .catalogPreview: .commandCatalogPreview
    case .catalogPseudo: .commandCatalogPseudo
    case .langExplain: .commandLangExplain
    case .storeInfo: .commandStoreInfo
    case .storeCheck: .commandStoreCheck
    case .storeBackup: .commandStoreBackup
    case .keys: .commandKeys
    case .completions: .commandCompletions
    case .help: .commandHelp
    }
  }

  /// What follows the command, for the usage line; the words are the same in every language.
  var operands: [Operand] {
    switch self {
    case .register: [.init("WIZARD", isOptional: true)]
    case .importRows: [.init("WIZARD"), .init("FILE", isRepeated: true)]
    case .importShow, .importUndo: [.init("RUN")]
    case .form, .wizardGraph: [.init("WIZARD")]
    case .list, .export: [.init("RECORDS")]
    case .show, .edit, .history: [.init("RECORD"), .init("ID")]
    case .disable, .enable: [.init("external-user", isLiteral: true), .init("EMAIL")]
    case .erase: [.init("contact", isLiteral: true), .init("ID")]
    case .mailResolve: [.init("MAIL"), .init("sent|again")]
    case .draftResume: [.init("ID", isOptional: true)]
    case .draftDiscard: [.init("ID")]
    case .wizardCheck, .wizardPaths: [.init("WIZARD", isOptional: true, isRepeated: true)]
    case .wizardEval: [.init("EXPRESSION")]
    case .wizardExplain: [.init("WIZARD"), .init("FIELD", isOptional: true)]
    case .catalogCheck: [.init("FILE", isOptional: true, isRepeated: true)]
    case .catalogNew: [.init("LANGUAGE")]
    case .catalogUpdate, .catalogStats: [.init("LANGUAGE", isOptional: true, isRepeated: true)]
    case .catalogDiff: [.init("OLD"), .init("NEW")]
    case .catalogLocate: [.init("KEY")]
    case .wizardNew: [.init("NAME")]
    case .wizardReference: [.init("PAGE")]
    case .catalogPreview: [.init("WIZARD")]
    case .wizardPreview: [.init("FILE")]
    case .catalogPseudo: [.init("LOCALE", isOptional: true)]
    case .storeBackup: [.init("FILE")]
    case .completions: [.init("SHELL")]
    case .help: [.init("COMMAND", isOptional: true, isRepeated: true)]
    case .importList, .mailRun, .draftList, .wizardList, .wizardSchema, .catalogExtract,
      .langExplain, .storeInfo, .storeCheck, .keys:
      []
    }
  }

  /// The options that only some commands take.
  var options: [OptionName] {
    switch self {
    case .register: [.answers, .set, .fromCompany, .express, .lenient, .startMail]
    case .importRows:
      [
        .set, .rejects, .report, .fix, .onDuplicate, .allOrNothing, .maxRejects, .expectRows,
        .again,
        .shard, .map, .ignoreColumns, .encoding, .forSpreadsheet, .lenient,
      ]
    case .importShow: [.rejects, .report]
    case .form: [.set]
    case .list: [.all, .wizard, .customer]
    case .export: [.all, .wizard, .output, .forSpreadsheet]
    case .show: [.startMail]
    case .edit: [.answers, .set, .lenient]
    case .wizardEval: [.answers, .set]
    case .catalogCheck: [.fix, .showIgnored, .min, .template]
    case .catalogUpdate: [.suggest, .trustMinor, .prune, .template]
    case .catalogStats: [.require]
    case .wizardExplain: [.answers, .set]
    case .wizardPaths: [.all, .write]
    case .wizardCheck: [.against]
    case .wizardGraph, .wizardSchema, .wizardNew, .wizardReference: [.write]
    case .catalogPreview: [.width, .stage, .state, .svg, .html, .watch]
    case .wizardPreview: [.watch]
    default: []
    }
  }

  /// The values that `--format` may have.
  var formats: [String] {
    switch self {
    case .catalogCheck, .wizardCheck: OptionName.resultFormats + OptionName.findingFormats
    case .wizardGraph: OptionName.graphFormats
    default: OptionName.resultFormats
    }
  }
}

/// One word that follows a command.
struct Operand: Equatable, Sendable {
  /// The word for the usage line.
  let name: String
  /// Whether the word stands for itself.
  let isLiteral: Bool
  /// Whether the word may be left out.
  let isOptional: Bool
  /// Whether more words of the kind may follow.
  let isRepeated: Bool

  init(
    _ name: String,
    isLiteral: Bool = false,
    isOptional: Bool = false,
    isRepeated: Bool = false
  ) {
    self.name = name
    self.isLiteral = isLiteral
    self.isOptional = isOptional
    self.isRepeated = isRepeated
  }
}
