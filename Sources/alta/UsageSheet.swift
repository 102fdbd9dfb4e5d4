import FrontDesk
import TerminalForms

/// The help: of alta, of a command, and what is wrong with a command line.
struct UsageSheet {
  let session: Session

  private var wording: Wording { session.wording }
  private var page: Page { session.results.page }

  // MARK: Help

  /// The help of alta as a whole.
  var lines: [Line] {
    var lines = Line(wording.text(HelpPhrase.pitch), .bold).wrapped(on: page)
    lines += ["", heading(.usage), "  alta \(wording.text(HelpPhrase.commandWithOptions))"]
    lines += ["", heading(.commands)]
    lines += sheet(
      CommandName.allCases.map { command in
        (command.rawValue, wording.text(command.summary))
      }
    )
    lines += ["", heading(.optionsEverywhere)]
    lines += sheet(OptionName.everywhere.map(entry))
    lines += ["", heading(.environment)]
    lines += sheet([
      ("ALTA_LANG", wording.text(HelpPhrase.environmentLanguage)),
      ("ALTA_STORE", wording.text(HelpPhrase.environmentStore)),
      ("ALTA_WIZARDS", wording.text(HelpPhrase.environmentWizards)),
      ("ALTA_CATALOGS", wording.text(HelpPhrase.environmentCatalogs)),
      ("NO_COLOR", wording.text(HelpPhrase.environmentNoColor)),
      ("ALTA_ACCESSIBLE", wording.text(HelpPhrase.environmentAccessible)),
      ("ALTA_SMTP_PASSWORD_FILE", wording.text(HelpPhrase.environmentPasswordFile)),
      ("ALTA_SMTP_PASSWORD_COMMAND", wording.text(HelpPhrase.environmentPasswordCommand)),
      ("EDITOR", wording.text(HelpPhrase.environmentEditor)),
    ])
    lines += ["", heading(.exitCodes)]
    lines += sheet([
      ("0", wording.text(HelpPhrase.exitDone)), ("1", wording.text(HelpPhrase.exitInternal)),
      ("2", wording.text(HelpPhrase.exitUsage)), ("3", wording.text(HelpPhrase.exitProblems)),
      ("4", wording.text(HelpPhrase.exitMissing)), ("5", wording.text(HelpPhrase.exitQuestion)),
      ("6", wording.text(HelpPhrase.exitConflict)), ("7", wording.text(HelpPhrase.exitCancelled)),
      ("8", wording.text(HelpPhrase.exitPartlyDelivered)),
      ("9", wording.text(HelpPhrase.exitUnavailable)),
      ("129 130 143", wording.text(HelpPhrase.exitSignals)),
    ])
    lines += [""] + Line(wording.text(HelpPhrase.moreHelp)).wrapped(on: page)
    return lines
  }

  /// The help of one command.
  func lines(for command: CommandName) -> [Line] {
    var lines = Line(wording.text(command.summary), .bold).wrapped(on: page)
    lines += ["", heading(.usage)]
    lines += Line(usage(of: command)).wrapped(on: page, indent: 4)
    if !command.options.isEmpty {
      lines += ["", heading(.options)] + sheet(command.options.map { entry($0, of: command) })
    }
    lines += ["", heading(.optionsEverywhere)] + sheet(OptionName.everywhere.map(entry))
    return lines
  }

  private func usage(of command: CommandName) -> String {
    var words = ["alta \(command.rawValue)"]
    for operand in command.operands {
      let name = operand.isRepeated ? "\(operand.name)…" : operand.name
      words.append(operand.isOptional ? "[\(name)]" : name)
    }
    words.append(wording.text(HelpPhrase.commandWithOptions))
    return words.joined(separator: " ")
  }

  private func heading(_ phrase: HelpPhrase) -> Line { Line(wording.text(phrase), .bold) }

  private func entry(_ option: OptionName) -> (String, String) {
    entry(option, of: .help)
  }

  private func entry(_ option: OptionName, of command: CommandName) -> (String, String) {
    let operand = option.operand.map { " \(wording.text($0))" } ?? ""
    return ("--\(option.rawValue)\(operand)", wording.text(option.summary(of: command)))
  }

  private func sheet(_ entries: [(String, String)]) -> [Line] {
    LabelledValues(
      entries.map { LabelledValues.Entry(Line($0.0, .cyan), Line($0.1)) },
      mark: ""
    ).lines(on: page, indent: 2)
  }

  // MARK: Faults

  /// The sentence about a command line that is none, with the way to mend it.
  func sentence(for fault: UsageFault) -> String {
    func say(_ phrase: HelpPhrase, _ values: (String, String)...) -> String {
      wording.text(phrase, values)
    }
    func name(_ option: OptionName) -> String { "--\(option.rawValue)" }
    switch fault {
    case .unknownCommand(let command, let nearest):
      return say(.unknownCommand, ("command", command)) + session.didYouMean(nearest) + " "
        + say(.tryHelp)
    case .unknownOption(let option, let nearest):
      return say(.unknownOption, ("option", option)) + session.didYouMean(nearest)
    case .optionNotHere(let option, let command):
      return say(.optionNotHere, ("option", name(option)), ("command", command.rawValue)) + " "
        + say(.tryCommandHelp, ("command", command.rawValue))
    case .missingValue(let option):
      let operand = option.operand.map { wording.text($0) } ?? ""
      return say(.missingValue, ("option", name(option)), ("operand", operand))
    case .needlessValue(let option): return say(.needlessValue, ("option", name(option)))
    case .badValue(let option, let value, let choices):
      return say(
        .badValue,
        ("option", name(option)),
        ("value", value),
        ("choices", choices.joined(separator: ", "))
      )
    case .missingOperand(let operand, let command):
      return say(.missingOperand, ("command", command.rawValue), ("operand", operand.name)) + " "
        + say(.tryCommandHelp, ("command", command.rawValue))
    case .needlessOperand(let operand, let command):
      return say(.needlessOperand, ("command", command.rawValue), ("operand", operand))
    case .repeatedOption(let option): return say(.repeatedOption, ("option", name(option)))
    case .badOperand(let option, let value):
      let operand = option.operand.map { wording.text($0) } ?? ""
      return say(
        .badOperand,
        ("option", name(option)),
        ("operand", operand),
        ("value", value)
      )
    }
  }
}

/// `alta help`.
struct HelpCommand {
  let session: Session

  func run() -> ExitCode {
    let words = session.invocation.operands.joined(separator: " ")
    let sheet = UsageSheet(session: session)
    guard !words.isEmpty else {
      session.results.write(sheet.lines)
      return .done
    }
    if let command = CommandName(rawValue: words) {
      session.results.write(sheet.lines(for: command))
      return .done
    }
    let group = CommandName.allCases.filter { $0.rawValue.hasPrefix("\(words) ") }
    guard !group.isEmpty else {
      session.complain(
        sheet.sentence(for: .unknownCommand(words, nearest: CommandName.nearest(to: words)))
      )
      return .usage
    }
    for (index, command) in group.enumerated() {
      if index > 0 { session.results.write("") }
      session.results.write(sheet.lines(for: command))
    }
    return .done
  }
}
