import FieldKinds
package import RecordStorage
import PlainValues
import Procedures
package import TerminalForms
import WizardEngine

/// The interview on a form: a page for each stage, drawn in place.
///
/// A value that takes keys and gives pages; only ``run(on:_:)`` brings it together with a terminal. Like
/// the line dialogue it drives an ``Interview`` and decides nothing about answers itself.
package struct FormDialogue {
  /// What is to be done after a key.
  package enum Reaction {
    /// Show the page again.
    case show
    /// Draw everything anew, as when something else has written on the screen.
    case refresh
    /// Have the text of the memo in focus edited with a program, then call ``replaceMemo(with:)``.
    case edit(String)
    /// Stop the program until the shell continues it.
    case suspend
    /// The dialogue is over.
    case end(DialogueOutcome)
  }

  /// Where on a page the person is; the interview knows which field that is, if it is one.
  enum Focus: Hashable {
    /// The field at the interview's stop.
    case field
    /// An entry of a list, by its identity.
    case item(Int)
    /// The line that adds an entry.
    case adding
    /// A line of the review that can be changed, counted from 0.
    case row(Int)
    /// Something that can be done on the page.
    case action(FormAction)
  }

  /// The interview, whose answers a draft keeps.
  package internal(set) var interview: Interview
  /// The language of the moment.
  package internal(set) var speech: Speech
  /// What was left and shall stay above the form; whoever shows it takes it.
  package internal(set) var kept: [Line] = []

  let desk: Desk
  /// Gives the speech of a language tag; `nil` where there is no catalog.
  let speaking: (String) -> Speech?
  let languages: [String]
  let isConfirmed: Bool
  var focus = Focus.field
  var editor = FieldEditor(content: .text(TextEditor()))
  /// The fields whose problems are shown: those that were left or refused.
  var judged: Set<FieldAddress> = []
  /// Texts that could mean two things, with why, by the field that they were typed into.
  var unread: [FieldAddress: (text: String, failure: KindFailure)] = [:]
  /// What the store has to say about the answers so far.
  var findings: [Finding] = []
  /// Stored companies that the one being registered may be.
  var similar: [SimilarCompany] = []
  /// What was said once and is taken with the same key pressed again.
  var accepted: Warned?
  var question: FormQuestion?
  /// The place of the marked answer among ``choices``.
  var markedChoice = 0
  var help: FormHelp?
  /// Something said until the next key.
  var notice: FormPage.Remark?
  /// The digits that were typed in the review just now.
  var typedNumber = ""
  /// All answers as they are judged in the review; `nil` elsewhere.
  var check: FinalCheck?
  /// The entry that was just added, and that goes again if nothing is typed.
  var newItem: (list: Int, item: Int)?
  var hadInput = false
  /// The window that was drawn last.
  var size = WindowSize.smallest
  /// The records that filled the form, as they were then, so that a change meanwhile is noticed.
  var loaded: [Record] = []
  var names = FormNames()
  /// Whether options are offered that the store does not allow just now, for showing them.
  var offersWithheld = false

  /// What a person was warned of.
  enum Warned: Hashable {
    case field(FieldAddress)
    case review
  }

  /// Prepares a dialogue.
  ///
  /// - Parameters:
  ///   - interview: Where to start.
  ///   - desk: The wizard with store and day.
  ///   - speech: The language to start in.
  ///   - isConfirmed: Whether every confirmation is answered already.
  ///   - languages: The languages that can be changed to.
  ///   - speaking: Gives the speech of a language tag.
  /// - Throws: `StoreError` where the store cannot be read.
  package init(
    _ interview: Interview,
    desk: Desk,
    speech: Speech,
    isConfirmed: Bool,
    languages: [String],
    speaking: @escaping (String) -> Speech?
  ) throws(StoreError) {
    self.interview = interview
    self.desk = desk
    self.speech = speech
    self.isConfirmed = isConfirmed
    self.languages = languages
    self.speaking = speaking
    try consultStore()
    try enterPage()
  }

  var wizard: Wizard { interview.wizard }
  var wording: Wording { speech.wording }

  /// The address of the field in focus.
  var address: FieldAddress? {
    guard focus == .field, case .field(let address) = interview.stop else { return nil }
    return address
  }

  // MARK: Keys

  /// Takes a key.
  ///
  /// - Throws: `StoreError` where the store cannot be read; the answers are kept for a draft.
  package mutating func press(_ key: Key) throws(StoreError) -> Reaction {
    hadInput = true
    if case .text(let text) = key, text.count > 1, !takesText {
      // Keys pressed fast come together; here each means something of its own.
      for character in text.dropLast() {
        let reaction = try press(.text(String(character)))
        guard case .show = reaction else { return reaction }
      }
      return try press(.text(String(text.suffix(1))))
    }
    notice = nil
    switch key {
    case .unknown:
      notice = remark(.problem, .red, wording.text(FormPhrase.unknownKey))
      return .show
    case .pasteTooLong:
      notice = remark(.problem, .red, wording.text(FormPhrase.pasteTooLong))
      return .show
    case .control("c"):
      keepTyped()
      return .end(.interrupted(.interrupt))
    case .control("l"): return .refresh
    case .control("z"): return .suspend
    case .control("s"):
      // What is edited is stored already, so there is no draft of it.
      guard desk.subject == nil else {
        askToLeave()
        return .show
      }
      keepTyped()
      return .end(.saved)
    case .control("d") where !isTyping: return .end(.ended(hadInput: hadInput))
    case .function(2):
      changeLanguage()
      return .show
    default: break
    }
    if help != nil {
      pressInHelp(key)
      return .show
    }
    if question != nil { return try pressInQuestion(key) }
    if key == .function(1) || (key == .text("?") && !isTyping) {
      help = FormHelp()
      return .show
    }
    if key == .function(3), !offers.isEmpty {
      question = .similar(offers)
      return .show
    }
    switch focus {
    case .field: return try pressInField(key)
    case .item, .adding: return try pressInList(key)
    case .row: return try pressInReview(key)
    case .action(let action): return try press(key, on: action)
    }
  }

  /// The place that digits name among so many, counted from 0; `nil` for anything else.
  static func place(named text: String, among count: Int) -> Int? {
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0, number <= count
    else { return nil }
    return number - 1
  }

  /// Whether a text is typed in which several characters may come at once.
  private var takesText: Bool {
    guard help == nil, question == nil, focus == .field else { return false }
    if case .options = editor.content { return false }
    return true
  }

  /// Whether something is being typed, so that a key may belong to it.
  private var isTyping: Bool { focus == .field && !editor.typed.isEmpty }

  /// How the dialogue ends where the terminal or a signal ends it.
  package func outcome(of event: FormTerminal.Event) -> DialogueOutcome? {
    switch event {
    case .keys, .redraw, .idle: nil
    case .stopped(let signal): .interrupted(signal)
    case .failed(let code): .failed(code: code)
    }
  }

  /// Takes what was being typed into the answers, as far as that costs no other answer.
  mutating func keepTyped() {
    guard let address, case .answer(let answer) = given(at: address) else { return }
    let attempt = interview.attempt(answer, at: address)
    if !attempt.impact.needsConsent { interview.accept(attempt) }
  }

  private mutating func changeLanguage() {
    guard let index = languages.firstIndex(of: wording.language) ?? languages.indices.first,
      languages.count > 1, let next = speaking(languages[(index + 1) % languages.count])
    else { return }
    let typed = editor
    speech = next
    names = FormNames()
    guard let address else { return }
    prepareEditor()
    switch (typed.content, editor.content) {
    case (.text, .text), (.memo, .memo), (.lookup, .lookup):
      // What was typed is the person's own; what was only shown is said in the new language.
      if typed.isTouched { editor = typed }
    case (.options(let before, _), .options(var picker, let codes)):
      picker.takeOver(before)
      editor = FieldEditor(content: .options(picker, codes: codes), isTouched: typed.isTouched)
    default: break
    }
    if typed.isTouched { propose(at: address) }
  }

  func remark(_ symbol: Symbol, _ style: Style, _ text: String) -> FormPage.Remark {
    FormPage.Remark(symbol, style, text)
  }
}
