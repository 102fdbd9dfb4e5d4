import FieldKinds
import PlainValues
import TerminalForms
import WizardEngine

extension LineDialogue {
  /// What a line means as an answer to a field.
  enum GivenLine {
    /// An answer to try; `nil` takes what is suggested.
    case answer(GivenAnswer?)
    /// The line was refused and the refusal said.
    case refused
  }

  // MARK: Asking

  /// Shows a question with its options, hint and preset.
  func show(_ field: Field, planned: PlannedField, offered: [Int]) {
    let note = planned.isRequired ? "*" : "(\(wording.text(DialoguePhrase.optional)))"
    screen.question(wording.text(field.label), note: note)
    if let hint = field.hint { screen.hint(wording.text(hint)) }
    let preset = preset(of: planned, field: field)
    switch field.type {
    case .choice, .choices:
      let chosen = chosenCodes(of: planned)
      for (number, index) in offered.enumerated() {
        let option = field.options[index]
        screen.option(
          "\(number + 1)",
          wording.text(option.label),
          isChosen: chosen.contains(option.code)
        )
      }
      if field.type == .choice && offered.count == 1 {
        screen.hint(
          wording.text(
            DialoguePhrase.onlyOption,
            [("option", wording.text(field.options[offered[0]].label))]
          )
        )
      }
      let numbers = offered.enumerated().filter { chosen.contains(field.options[$0.element].code) }
        .map { "\($0.offset + 1)" }
      screen.ask(
        wording.text(field.type == .choice ? DialoguePhrase.chooseNumber : .chooseNumbers),
        options: numbers.isEmpty ? "" : "[\(numbers.joined(separator: ","))]"
      )
    case .plain(.boolean):
      let truth = planned.value.map { $0.text == "true" }
      screen.ask("", options: yesOrNo(default: truth))
    case .plain(.memo):
      screen.hint(wording.text(DialoguePhrase.typedIntoMemo))
      screen.ask("", options: preset)
    case .identifier where planned.source == .drawn:
      screen.hint(wording.text(DialoguePhrase.generated))
      screen.ask("", options: "")
    default:
      screen.ask("", options: preset)
    }
  }

  private func chosenCodes(of planned: PlannedField) -> [String] {
    switch planned.value?.content {
    case .text(let code): [code]
    case .texts(let codes): codes
    case nil: []
    }
  }

  /// The value that Enter takes, in brackets; empty where there is none.
  private func preset(of planned: PlannedField, field: Field) -> String {
    guard let value = planned.value else {
      // What does not hold is kept for mending, not taken by Enter.
      return ""
    }
    if field.isSecret { return "[••••]" }
    return "[\(speech.local.shown(value, of: field))]"
  }

  /// The words for yes and no, the preset one with a capital letter.
  func yesOrNo(default preset: Bool?) -> String {
    let yes = wording.text(DialoguePhrase.yes)
    let no = wording.text(DialoguePhrase.no)
    func capital(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
    return "[\(preset == true ? capital(yes) : yes)/\(preset == false ? capital(no) : no)]"
  }

  // MARK: Reading

  /// Turns a line into an answer of the field's type.
  mutating func answerGiven(
    _ text: String,
    field: Field,
    planned: PlannedField,
    offered: [Int]
  ) -> GivenLine {
    let typed = text.trimmed
    if typed.isEmpty {
      // What was given stays; a suggestion is taken without becoming an answer, so that it goes on
      // following the answers that it depends on.
      if planned.isGiven { return .answer(interview.answers[planned.address]) }
      return .answer(nil)
    }
    if typed == "-", planned.value != nil || field.suggestion != nil {
      return .answer(GivenAnswer(""))
    }
    switch field.type {
    case .choice:
      guard let code = option(typed, of: field, planned: planned, offered: offered) else {
        return .refused
      }
      return .answer(GivenAnswer(code))
    case .choices:
      var codes: [String] = []
      for part in typed.split(whereSeparator: { $0 == "," || $0 == ";" }) {
        guard let code = option(String(part).trimmed, of: field, planned: planned, offered: offered)
        else {
          return .refused
        }
        codes.append(code)
      }
      return .answer(GivenAnswer(.texts(codes)))
    case .plain(.boolean):
      guard let truth = speech.truth(typed) else { return .answer(GivenAnswer(typed)) }
      return .answer(GivenAnswer(truth ? "true" : "false"))
    case .plain(.memo):
      return .answer(GivenAnswer(readMemo(startingWith: text)))
    default:
      switch speech.local.content(text, for: field) {
      case .success(let content): return .answer(GivenAnswer(content))
      case .failure(let failure):
        screen.problem(
          wording.sentence(
            for: failure,
            of: field.type.kind,
            label: label(of: planned)
          )
        )
        screen.prompt()
        return .refused
      }
    }
  }

  /// The code that a number, a code or an unambiguous beginning of a label means.
  private func option(
    _ typed: String,
    of field: Field,
    planned: PlannedField,
    offered: [Int]
  ) -> String? {
    let options = offered.map { field.options[$0] }
    // A code wins over a number: codes such as 1 and 2 mean themselves.
    if let option = options.first(where: { $0.code.caseKey == typed.caseKey }) {
      return option.code
    }
    if let number = Int(typed), options.indices.contains(number - 1) {
      return options[number - 1].code
    }
    let key = typed.searchKey
    func fitting(_ fits: (String) -> Bool) -> [Option] {
      options.filter { option in
        ([wording.text(option.label), option.code] + option.synonyms)
          .contains { fits($0.searchKey) }
      }
    }
    let exact = fitting { $0 == key }
    let candidates = exact.isEmpty ? fitting { $0.hasPrefix(key) } : exact
    if candidates.count == 1 { return candidates[0].code }
    if candidates.isEmpty {
      let problem = Problem(
        path: planned.path,
        reason: .notAnOption(given: typed, offered: options.map(\.code))
      )
      screen.problem(
        wording.sentence(for: problem, field: field, label: label(of: planned))
      )
    } else {
      let labels = candidates.map { wording.text($0.label) }.joined(separator: ", ")
      screen.problem(
        wording.text(DialoguePhrase.ambiguous, [("text", typed), ("options", labels)])
      )
    }
    screen.prompt()
    return nil
  }

  /// What a field is called in sentences: behind its list and number where it is one of an item.
  private func label(of planned: PlannedField) -> String {
    speech.label(of: planned.path, in: interview.wizard) ?? planned.path
  }

  // MARK: Help

  private func reason(for address: FieldAddress) -> String {
    Explanation(
      of: interview.wizard,
      plan: interview.plan,
      today: interview.today,
      speech: speech
    ).reason(for: address)
  }

  /// Shows what there is to know about a question, why it is asked, and the commands.
  func showHelp(field: Field?, planned: PlannedField?) {
    if let field, let planned {
      let texts = [field.help, field.hint].compactMap { $0 }
      if texts.isEmpty { screen.remark(wording.text(DialoguePhrase.noHelp)) }
      for text in texts { screen.remark(wording.text(text)) }
      screen.remark(
        wording.text(
          DialoguePhrase.whyAsked,
          [("reason", reason(for: planned.address))]
        )
      )
    }
    screen.lines(CommandSheet(wording: wording).lines(on:))
  }
}
