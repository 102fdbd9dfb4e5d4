import PlainValues

/// What the words on the command line say, before they mean anything.
struct Invocation: Equatable, Sendable {
  /// The command.
  var command: CommandName
  /// The words that are not options, without the command's own words.
  var operands: [String] = []
  /// The values of each option in the order given; a switch has empty values.
  var values: [OptionName: [String]] = [:]

  /// Whether an option was given.
  func has(_ option: OptionName) -> Bool { values[option] != nil }

  /// The last value of an option, which is the one that counts.
  subscript(option: OptionName) -> String? { values[option]?.last }

  /// The language to speak; the first one where several are named.
  var language: String? {
    guard command == .catalogPreview else { return self[.lang] }
    return self[.lang].flatMap { $0.split(separator: ",").first.map(String.init) }
  }
}

/// Why the words on the command line are not a command.
enum UsageFault: Error, Equatable, Sendable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case optionNotHere(OptionName, CommandName)
  case missingValue(OptionName)
  case needlessValue(OptionName)
  case badValue(OptionName, String, choices: [String])
  case missingOperand(Operand, CommandName)
  case needlessOperand(String, CommandName)
  case repeatedOption(OptionName)
  case badOperand(OptionName, String)
}

extension Invocation {
  /// Reads the words that follow the program's name.
  ///
  /// GNU conventions: options anywhere, `--option=value` or `--option value`, `--` ends the options,
  /// a unique beginning of an option's name is not accepted so that scripts keep their meaning.
  ///
  /// - Throws: ``UsageFault`` for the first word that does not fit.
  init(_ words: [String]) throws(UsageFault) {
    var plain: [String] = []
    var values: [OptionName: [String]] = [:]
    var index = 0
    var optionsEnded = false
    while index < words.count {
      let word = words[index]
      index += 1
      guard !optionsEnded, word.hasPrefix("-"), word != "-" else {
        plain.append(word)
        continue
      }
      if word == "--" {
        optionsEnded = true
        continue
      }
      // An expression may begin with a minus sign; no option is meant where it is expected.
      if plain == ["wizard", "eval"], !Invocation.isOption(word) {
        plain.append(word)
        continue
      }
      let (option, attached) = try Invocation.option(word)
      if option.operand == nil {
        guard attached == nil else { throw .needlessValue(option) }
        values[option, default: []].append("")
        continue
      }
      let value: String
      if let attached {
        value = attached
      } else if index < words.count {
        value = words[index]
        index += 1
      } else {
        throw .missingValue(option)
      }
      if !option.choices.isEmpty && !option.choices.contains(value) {
        throw .badValue(option, value, choices: option.choices)
      }
      if values[option] != nil && !option.isRepeatable && values[option] != [value] {
        throw .repeatedOption(option)
      }
      values[option, default: []].append(value)
    }
    try self.init(plain: plain, values: values)
  }

  private init(plain: [String], values: [OptionName: [String]]) throws(UsageFault) {
    self.values = values
    guard let first = plain.first else {
      command = .help
      return
    }
    if plain.count > 1, let command = CommandName(rawValue: "\(first) \(plain[1])") {
      self.command = command
      operands = Array(plain.dropFirst(2))
    } else if let command = CommandName(rawValue: first) {
      self.command = command
      operands = Array(plain.dropFirst())
    } else if values[.help] != nil, CommandName.groups.contains(first), plain.count == 1 {
      command = .help
      operands = [first]
    } else {
      let typed = plain.prefix(CommandName.groups.contains(first) ? 2 : 1).joined(separator: " ")
      throw .unknownCommand(typed, nearest: CommandName.nearest(to: typed))
    }
    if values[.help] != nil || values[.version] != nil { return }
    for option in values.keys.sorted(by: { $0.rawValue < $1.rawValue })
    where !OptionName.everywhere.contains(option) && !command.options.contains(option) {
      throw .optionNotHere(option, command)
    }
    if let format = values[.format]?.last, !command.formats.contains(format) {
      throw .badValue(.format, format, choices: command.formats)
    }
    try checkOperands()
  }

  private func checkOperands() throws(UsageFault) {
    let expected = command.operands
    for (index, operand) in expected.enumerated() {
      guard index < operands.count else {
        if operand.isOptional { break }
        throw .missingOperand(operand, command)
      }
      if operand.isLiteral && operands[index] != operand.name {
        throw .missingOperand(operand, command)
      }
    }
    if operands.count > expected.count && expected.last?.isRepeated != true {
      throw .needlessOperand(operands[expected.count], command)
    }
  }

  private static func isOption(_ word: String) -> Bool {
    if case .success = Result(catching: { () throws(UsageFault) in try option(word) }) {
      return true
    }
    return false
  }

  private static func option(_ word: String) throws(UsageFault) -> (OptionName, String?) {
    if word == "-h" { return (.help, nil) }
    if word == "-V" { return (.version, nil) }
    if word == "-y" { return (.yes, nil) }
    if word == "-q" { return (.quiet, nil) }
    let isLong = word.hasPrefix("--")
    let body = word.dropFirst(isLong ? 2 : 1)
    let name = body.prefix { $0 != "=" }
    let attached = name.count == body.count ? nil : String(body.dropFirst(name.count + 1))
    if isLong, let option = OptionName.allCases.first(where: { $0.rawValue == name }) {
      // Not by raw value: for that the library makes a dictionary, at every start.
      return (option, attached)
    }
    let near = nearest(String(name), in: OptionName.allCases.map(\.rawValue))
    throw .unknownOption(String(word.prefix { $0 != "=" }), nearest: near.map { "--\($0)" })
  }
}

extension CommandName {
  /// The first words of commands that have two.
  static let groups: [String] = ["draft", "wizard", "catalog", "lang", "store"]

  /// The command that is spelled most alike.
  static func nearest(to typed: String) -> String? {
    PlainValues.nearest(typed, in: allCases.map(\.rawValue))
  }
}

extension Invocation {
  /// What can be understood of words that are no command, so that even the complaint about them comes
  /// in the right language and colours.
  static func lenient(_ words: [String]) -> Invocation {
    var invocation = Invocation(command: .help)
    let wanted: [OptionName] = [.lang, .catalogs, .color, .format]
    for (index, word) in words.enumerated() {
      for option in wanted {
        let name = "--\(option.rawValue)"
        if word.hasPrefix("\(name)=") {
          invocation.values[option] = [String(word.dropFirst(name.count + 1))]
        } else if word == name, index + 1 < words.count {
          invocation.values[option] = [words[index + 1]]
        }
      }
    }
    return invocation
  }

  private init(command: CommandName) {
    self.command = command
  }
}
