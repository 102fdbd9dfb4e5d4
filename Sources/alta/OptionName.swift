import FrontDesk

/// An option of the command line.
enum OptionName: String, CaseIterable, Sendable {
  case lang, store, wizards, catalogs, format
  case dryRun = "dry-run"
  case yes, today, plain, color, quiet, help, version
  case answers, set
  case fromCompany = "from-company"
  case express, lenient
  case noInput = "no-input"
  case all, wizard, customer, output
  case startMail = "start-mail"
  case forSpreadsheet = "for-spreadsheet"
  case rejects, report, fix
  case allOrNothing = "all-or-nothing"
  case onDuplicate = "on-duplicate"
  case maxRejects = "max-rejects"
  case expectRows = "expect-rows"
  case shard, again
  case map
  case ignoreColumns = "ignore-columns"
  case encoding
  case showIgnored = "show-ignored"
  case min, suggest
  case trustMinor = "trust-minor"
  case prune, require, template
  case write, against
  case width, stage, state, svg, html, watch

  /// The options that every command takes.
  static let everywhere: [OptionName] = [
    .lang, .store, .wizards, .catalogs, .format, .dryRun, .yes, .today, .plain, .color, .quiet,
    .noInput, .help, .version,
  ]

  /// The formats of results.
  static let resultFormats = ["text", "json", "csv", "jsonl", "yaml"]

  /// The formats that only findings of checkers have.
  static let findingFormats = ["sarif", "github"]

  /// The formats of graphs.
  static let graphFormats = ["dot", "mermaid", "svg"]

  /// What the option's value is called in the help; `nil` for a switch.
  var operand: HelpPhrase? {
    switch self {
    case .lang: .operandTag
    case .store: .operandLocation
    case .wizards, .catalogs: .operandFolder
    case .format: .operandFormat
    case .today: .operandDate
    case .color: .operandWhen
    case .answers, .output, .rejects, .report, .template, .svg, .html: .operandFile
    case .write, .against: .operandPath
    case .onDuplicate: .operandPolicy
    case .maxRejects, .expectRows, .min, .width: .operandNumber
    case .stage: .operandStage
    case .state: .operandState
    case .shard: .operandShard
    case .map: .operandColumn
    case .encoding: .operandEncoding
    case .require: .operandRequirement
    case .set: .operandAssignment
    case .fromCompany, .customer: .operandIdentifier
    case .wizard: .operandWizard
    case .dryRun, .yes, .plain, .quiet, .help, .version, .express, .lenient, .noInput, .all,
      .startMail, .forSpreadsheet, .allOrNothing, .ignoreColumns, .fix, .again,
      .showIgnored, .suggest, .trustMinor, .prune, .watch:
      nil
    }
  }

  /// What the option does, for the help.
  var summary: HelpPhrase {
    switch self {
    case .lang: .optionLang
    case .store: .optionStore
    case .wizards: .optionWizards
    case .catalogs: .optionCatalogs
    case .format: .optionFormat
    case .dryRun: .optionDryRun
    case .yes: .optionYes
    case .today: .optionToday
    case .plain: .optionPlain
    case .color: .optionColor
    case .quiet: .optionQuiet
    case .help: .optionHelp
    case .version: .optionVersion
    case .answers: .optionAnswers
    case .set: .optionSet
    case .fromCompany: .optionFromCompany
    case .express: .optionExpress
    case .lenient: .optionLenient
    case .noInput: .optionNoInput
    case .all: .optionAll
    case .wizard: .optionWizard
    case .customer: .optionCustomer
    case .output: .optionOutput
    case .startMail: .optionStartMail
    case .forSpreadsheet: .optionForSpreadsheet
    case .rejects: .optionRejects
    case .report: .optionReport
    case .fix: .optionFix
    case .allOrNothing: .optionAllOrNothing
    case .onDuplicate: .optionOnDuplicate
    case .maxRejects: .optionMaxRejects
    case .expectRows: .optionExpectRows
    case .shard: .optionShard
    case .again: .optionAgain
    case .map: .optionMap
    case .ignoreColumns: .optionIgnoreColumns
    case .encoding: .optionEncoding
    case .showIgnored: .optionShowIgnored
    case .min: .optionMin
    case .suggest: .optionSuggest
    case .trustMinor: .optionTrustMinor
    case .prune: .optionPrune
    case .require: .optionRequire
    case .template: .optionTemplate
    case .write: .optionWrite
    case .against: .optionAgainst
    case .width: .optionWidth
    case .stage: .optionStage
    case .state: .optionState
    case .svg: .optionSVG
    case .html: .optionHTML
    case .watch: .optionWatch
    }
  }

  /// What the option does for a command, where that is not what it does for others.
  func summary(of command: CommandName) -> HelpPhrase {
    self == .fix && command == .catalogCheck ? .optionFixCatalog : summary
  }

  /// Whether the option may be given several times, each value counting.
  var isRepeatable: Bool { self == .set || self == .answers || self == .map || self == .require }

  /// The values that the option takes, where they are few.
  var choices: [String] {
    switch self {
    case .format:
      OptionName.resultFormats + OptionName.findingFormats + OptionName.graphFormats
    case .color: ["auto", "always", "never"]
    case .onDuplicate: ["reject", "skip", "update"]
    case .encoding: ["utf-8", "windows-1252"]
    case .state: ["empty", "error", "help"]
    default: []
    }
  }
}
