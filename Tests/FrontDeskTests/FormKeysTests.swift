import PlainValues
import Procedures
import RecordStorage
import Testing
import WizardEngine

@testable import FrontDesk
@testable import TerminalForms

/// What keys do on the form, beside what they type.
@Suite("A key on the form")
struct FormKeysTests {
  private func screen(
    _ texts: String...,
    bench: Bench? = nil,
    isConfirmed: Bool = false
  ) throws -> FormScreen {
    var screen = try FormScreen(bench ?? Bench(), isConfirmed: isConfirmed)
    for text in texts { try screen.enter(text) }
    return screen
  }

  /// The label of the field in focus.
  private func focus(_ screen: FormScreen) -> String {
    let line = screen.lines.first { $0.hasPrefix("› ") || $0.hasPrefix("▏› ") } ?? ""
    let text = line.drop { $0 == "▏" || $0 == "›" || $0 == " " }
    return String(text.prefix(while: { $0 != "*" && $0 != "▏" })).trimmed
  }

  // MARK: Moving

  @Test func `goes on with Enter only from an answer that holds`() throws {
    var screen = try screen("", "sl", "retail", "")
    #expect(focus(screen) == "Identifier")
    try screen.enter("B58378432")
    #expect(focus(screen) == "Identifier")
    #expect(screen.problems.first?.contains("check digit") == true)
    // Typing mends it, and what was wrong is judged anew while that is done.
    try screen.press(.backspace)
    try screen.type("1")
    #expect(screen.problems.isEmpty, "\(screen.text)")
    try screen.press(.enter)
    #expect(focus(screen) == "Name" && screen.value("identifier") == "B58378431")
  }

  @Test func `stays at a required answer that is missing`() throws {
    var screen = try screen("")
    try screen.press(.enter)
    #expect(focus(screen) == "Company type")
    #expect(screen.problems == ["Company type: an answer is required."])
  }

  @Test func `goes back whatever is typed, and forth with Tab`() throws {
    var screen = try screen("", "sl", "retail", "")
    try screen.type("B1")
    try screen.press(.backTab)
    #expect(focus(screen) == "Country")
    #expect(screen.text.contains("Identifier *"))
    try screen.press(.tab)
    #expect(focus(screen) == "Identifier" && screen.text.contains("B1▏"))
    #expect(screen.problems.count == 1)
    try screen.press(.tab, .tab, .up, .up)
    #expect(focus(screen) == "Identifier")
    // Over the first field to the page before.
    try screen.press(.altLeft, .altLeft)
    #expect(focus(screen) == "Customer category")
  }

  @Test func `keeps a person on a page that does not hold, at its first problem`() throws {
    var screen = try screen("", "sl", "retail", "")
    try screen.type("B1")
    for _ in 0..<15 { try screen.press(.tab) }
    #expect(focus(screen) == "[Next]   [Back]   [Cancel]", "\(screen.text)")
    try screen.press(.enter)
    #expect(focus(screen) == "Identifier")
    #expect(screen.problems.first == "2 answers need attention.", "\(screen.text)")
    #expect(screen.problems.count == 3)
  }

  @Test func `closes what is open with Escape before it goes back`() throws {
    var screen = try screen("", "sl", "retail")
    try screen.press(.function(1))
    #expect(screen.text.contains("Why is this asked?"))
    try screen.press(.escape)
    try screen.type("Ger")
    #expect(screen.text.contains("Germany (DE)"))
    try screen.press(.escape)
    #expect(!screen.text.contains("Germany (DE)") && screen.text.contains("Ger▏"))
    try screen.press(.escape)
    #expect(focus(screen) == "Create the customer")
    try screen.press(.tab)
    try screen.type("gm")
    try screen.press(.escape)
    #expect(screen.text.contains("S.A.") && focus(screen) == "Company type")
    try screen.press(.escape)
    #expect(screen.text.contains("Leave the registration?"))
    try screen.press(.escape)
    #expect(!screen.text.contains("Leave the registration?") && screen.outcome == nil)
  }

  @Test func `shows more and fewer fields while one types`() throws {
    let wizard = try Wizard.reading(
      """
      wizard: sample
      title: Sample
      stages:
        - stage: only
          title: Only
          fields:
            - {field: kind, label: Kind, type: text}
            - {field: more, label: More, type: text, when: kind == 'x'}
      """
    )
    var screen = try FormScreen(Bench(wizard))
    #expect(!screen.text.contains("More"))
    try screen.type("x")
    #expect(screen.text.contains("More"))
    try screen.type("y")
    #expect(!screen.text.contains("More"))
  }

  // MARK: Warnings and consequences

  @Test func `takes a warning with a second Enter, and again before the end`() throws {
    var screen = try screen("", "other", "construction", "Begoña", "2020-01-31", isConfirmed: true)
    #expect(focus(screen) == "Insured until")
    #expect(screen.warnings.contains { $0.contains("already expired") })
    #expect(screen.warnings.contains { $0.contains("once more") })
    try screen.press(.enter)
    #expect(screen.text.contains("Company data"))
    for text in ["", "Kiosk"] + Array(repeating: "", count: 14) { try screen.enter(text) }
    #expect(screen.text.contains("Check the answers"))
    #expect(screen.warnings.contains { $0.contains("already expired") })
    try screen.press(.enter)
    #expect(screen.outcome == nil && screen.warnings.contains { $0.contains("once more") })
    try screen.press(.enter)
    guard case .finished? = screen.outcome else {
      Issue.record("\(screen.text)")
      return
    }
  }

  @Test func `asks before a change drops answers, and brings them back`() throws {
    var screen = try screen("", "other", "public", "04011000-1234512345-06")
    try screen.press(.escape, .escape, .tab, .tab)
    #expect(focus(screen) == "Customer category")
    try screen.enter("retail")
    #expect(
      screen.warnings.first?.hasSuffix("1 answer dropped (Buyer reference (Leitweg-ID)).") == true
    )
    try screen.type("n")
    #expect(screen.value("category") == "public" && screen.text.contains("Kept as it was."))
    try screen.enter("retail")
    try screen.type("y")
    #expect(screen.value("category") == "retail" && screen.value("buyerReference") == nil)
    try screen.press(.escape)
    try screen.press(.tab, .tab)
    try screen.enter("public")
    #expect(screen.value("buyerReference") == "04011000-1234512345-06")
  }

  // MARK: The list

  @Test func `adds, changes and removes entries of a list`() throws {
    var screen = try screen("", "other", "retail", "", "Kiosk")
    for _ in 0..<13 { try screen.enter() }
    #expect(screen.text.contains("No entries yet."))
    try screen.press(.text("a"))
    for text in ["contact", "Ana", "Ruiz"] { try screen.enter(text) }
    for _ in 0..<6 { try screen.press(.enter) }
    #expect(
      screen.text.contains("1  Ruiz  Ana") || screen.text.contains("1  Ana Ruiz"),
      "\(screen.text)"
    )
    // An entry in which nothing is answered goes again.
    try screen.press(.insert, .escape)
    #expect(screen.dialogue.plannedItems.count == 1, "\(screen.text)")
    try screen.press(.up, .up, .enter)
    #expect(focus(screen) == "Kind")
    try screen.press(.tab, .control("u"))
    try screen.enter("Eva")
    try screen.press(.escape, .up, .up, .delete)
    #expect(screen.text.contains("Remove “") && screen.text.contains("› [no]"), "\(screen.text)")
    try screen.press(.escape)
    #expect(screen.text.contains("Nothing removed.") && screen.text.contains("Eva"))
    try screen.press(.text("r"))
    try screen.type("y")
    #expect(screen.text.contains("Entry 1 removed.") && screen.text.contains("No entries yet."))
  }

  // MARK: The review

  @Test func `changes a numbered answer and returns to the review`() throws {
    var screen = try screen("", "other", "retail", "", "Kiosk")
    for _ in 0..<14 { try screen.enter() }
    try screen.press(.text("5"), .enter)
    #expect(focus(screen) == "Name")
    try screen.press(.control("u"))
    try screen.enter("Laden")
    #expect(screen.text.contains("Check the answers") && screen.value("name") == "Laden")
    // A change that brings up a question on the same page asks it first.
    try screen.press(.text("1"), .enter, .down, .enter)
    #expect(screen.text.contains("Change it?"), "\(screen.text)")
    try screen.type("y")
    #expect(focus(screen) == "Company", "\(screen.text)")
  }

  @Test func `asks what a change in the review brings up, then returns`() throws {
    var screen = try screen("", "other", "retail", "", "Kiosk")
    for _ in 0..<14 { try screen.enter() }
    #expect(screen.text.contains("Check the answers"))
    try screen.press(.text("3"), .enter)
    try screen.enter("health")
    #expect(focus(screen) == "Licence number", "\(screen.text)")
    try screen.enter("BE-204711")
    #expect(screen.text.contains("Check the answers"), "\(screen.text)")
    #expect(screen.value("licenceNumber") == "BE-204711")
  }

  @Test func `goes from the review to what is missing`() throws {
    var screen = try FormScreen(
      Bench(),
      answers: [("companyType", "sl"), ("category", "retail")],
      startsAtReview: true
    )
    try screen.press(.enter)
    #expect(focus(screen) == "Identifier", "\(screen.text)")
    #expect(screen.problems.contains("2 answers need attention."))
  }

  @Test func `returns to the review from an entry that was changed there`() throws {
    let answers = [
      ("companyType", "other"), ("category", "retail"), ("name", "Kiosk"),
      ("contacts.1.kind", "contact"), ("contacts.1.lastName", "Ruiz"),
    ]
    var screen = try FormScreen(
      Bench(),
      answers: answers.map { (path: $0.0, text: $0.1) },
      startsAtReview: true
    )
    try screen.press(.text("2"), .text("0"), .enter)
    #expect(focus(screen) == "Kind", "\(screen.text)")
    try screen.enter("external")
    // The change needs an address, on the same page.
    try screen.press(.tab, .tab)
    #expect(focus(screen) == "E-mail", "\(screen.text)")
    try screen.type("a@b.es")
    try screen.press(.enter)
    for _ in 0..<8 where !screen.text.contains("Check the answers") { try screen.press(.enter) }
    #expect(screen.text.contains("Check the answers"), "\(screen.text)")
    #expect(screen.value("contacts.1.email") == "a@b.es")
    // An entry that is added from there leads to its list, and from it back.
    try screen.press(.text("1"), .text("9"), .enter, .text("a"))
    for text in ["contact", "", "López"] { try screen.enter(text) }
    for _ in 0..<20 where !screen.text.contains("Check the answers") { try screen.press(.enter) }
    #expect(screen.text.contains("Check the answers"), "\(screen.text)")
    // Back from a page that the review led to is the review.
    try screen.press(.text("5"), .enter, .escape)
    #expect(screen.text.contains("Check the answers"), "\(screen.text)")
  }

  // MARK: Everywhere

  @Test(arguments: [
    "-9223372036854775808", "9223372036854775807", "99999999999999999999", "0", "٣",
  ])
  func `takes figures that name nothing`(figures: String) throws {
    var list = try screen("", "other", "retail", "", "Kiosk")
    for _ in 0..<13 { try list.enter() }
    try list.press(.text(figures))
    var review = list
    if review.dialogue.question == nil { try review.press(.end, .down, .enter) }
    try review.press(.text("5"), .text(figures))
    #expect(list.outcome == nil && review.outcome == nil)
  }

  @Test func `takes keys that come together one by one`() throws {
    var screen = try screen("", "other", "retail", "", "Kiosk")
    for _ in 0..<13 { try screen.enter() }
    try screen.press(.text("acon"), .enter)
    #expect(screen.value("contacts.1.kind") == "contact", "\(screen.text)")
  }

  @Test func `closes a filter without choosing anything`() throws {
    var screen = try screen("", "sl", "retail", "")
    try screen.press(.backTab)
    try screen.type("xyz")
    try screen.press(.escape, .backTab)
    #expect(screen.value("category") == "retail")
    try screen.press(.tab)
    try screen.type("indu")
    try screen.press(.escape, .tab)
    #expect(screen.value("category") == "retail")
  }

  @Test func `keeps no draft of what is edited, and says so`() throws {
    let bench = try Bench()
    try bench.storeCompanies(("B58378431", "Aceros del Norte, S.L."))
    let company = try #require(try bench.desk.store.company(identifier: "B58378431"))
    let wizard = Shipped.wizard("register-company")
    let desk = Desk(
      wizard: wizard,
      store: bench.desk.store,
      today: bench.desk.today,
      now: bench.desk.now,
      editing: .record(company)
    )
    var dialogue = try FormDialogue(
      Interview(of: wizard, answers: Answers(to: wizard), today: desk.today, startsAtReview: true),
      desk: desk,
      speech: bench.speech,
      isConfirmed: false,
      languages: ["en"],
      speaking: { _ in nil }
    )
    guard case .show = try dialogue.press(.control("s")) else {
      Issue.record("left")
      return
    }
    let lines = FormScreen.lines(of: dialogue.frame(in: WindowSize(columns: 80, rows: 24)))
    #expect(lines.contains { $0.contains("Leave? Nothing has been changed yet.") }, "\(lines)")
    #expect(lines.first?.hasPrefix("Company B58378431") == true)
  }

  @Test func `changes the language, with everything kept`() throws {
    guard Shipped.hasCatalog("es") else { return }
    var screen = try screen("", "sl", "retail", "")
    try screen.type("B58")
    try screen.press(.function(2))
    #expect(screen.text.contains("Registrar cliente") && screen.text.contains("B58▏"))
    try screen.press(.function(2))
    #expect(screen.text.contains("Kunden registrieren"))
    try screen.press(.function(2), .backTab, .escape, .tab)
    try screen.type("gm")
    try screen.press(.function(2))
    #expect(screen.text.contains("Tipo de empresa *") && screen.text.contains("gm▏"))
    #expect(screen.text.contains("● GmbH"))
  }

  @Test(arguments: [
    (Key.control("c"), "interrupted"), (.control("d"), "ended"), (.control("s"), "saved"),
  ])
  func `ends the dialogue`(key: Key, end: String) throws {
    var screen = try screen("", "sl", "retail", "")
    try screen.press(key)
    switch screen.outcome {
    case .interrupted(.interrupt)?: #expect(end == "interrupted")
    case .ended(hadInput: true)?: #expect(end == "ended")
    case .saved?: #expect(end == "saved")
    default: Issue.record("\(String(describing: screen.outcome))")
    }
  }

  @Test func `keeps what is being typed in a draft`() throws {
    var screen = try screen("", "sl", "retail", "", "B58378431")
    try screen.type("Aceros")
    try screen.press(.control("s"))
    #expect(screen.value("name") == "Aceros")
  }

  @Test func `leaves with a question, or at once where nothing was answered`() throws {
    var fresh = try screen()
    try fresh.press(.tab, .tab, .tab, .tab, .tab, .enter)
    guard case .cancelled? = fresh.outcome else {
      Issue.record("\(fresh.text)")
      return
    }
    var screen = try screen("", "sl", "retail")
    try screen.press(.escape, .escape)
    #expect(screen.text.contains("› [Go on]   [Keep a draft and leave]   [Leave without saving]"))
    var other = screen
    try screen.press(.right, .enter)
    guard case .saved? = screen.outcome else {
      Issue.record("\(screen.text)")
      return
    }
    try other.press(.end, .enter)
    guard case .cancelled? = other.outcome else {
      Issue.record("\(other.text)")
      return
    }
  }

  @Test func `means nothing where it is no text and no key`() throws {
    var screen = try screen("", "sl", "retail", "")
    try screen.press(.unknown)
    #expect(screen.problems == ["That was neither a key nor UTF-8 text; nothing was changed."])
    try screen.press(.pasteTooLong)
    #expect(screen.problems.first?.contains("too long") == true)
    try screen.type("B")
    #expect(screen.problems.isEmpty)
  }

  // MARK: Companies that are there already

  @Test func `registers from a stored company that is alike`() throws {
    let bench = try Bench()
    try bench.storeCompanies(("B58378431", "Aceros del Norte, S.L."), ("A58818501", "Bodegas Solà"))
    var screen = try screen("", "other", "retail", "", "ACEROS DEL NORTE", bench: bench)
    #expect(screen.text.contains("B58378431 · Aceros del Norte, S.L."), "\(screen.text)")
    try screen.press(.backTab)
    #expect(screen.text.contains("F3 registers the customer"))
    try screen.press(.function(3))
    #expect(screen.text.contains("Which stored company"))
    try screen.press(.enter)
    #expect(screen.value("mode") == "existing" && screen.value("company") == "B58378431")
    #expect(screen.text.contains("Check the answers"), "\(screen.text)")
  }

  @Test(arguments: [
    ("Aceros del Norte", true), ("aceros  del norte sl", true), ("Acero del Norte", true),
    ("Aceros del Sur", false), ("Bodega", false), ("Bodegas Sola S.A.", true),
  ])
  func `sees companies alike by name`(name: String, isAlike: Bool) throws {
    let bench = try Bench()
    try bench.storeCompanies(("B58378431", "Aceros del Norte, S.L."), ("A58818501", "Bodegas Solà"))
    let screen = try screen("", "other", "retail", "", name, bench: bench)
    #expect(screen.dialogue.similar.isEmpty != isAlike, "\(screen.text)")
  }

  @Test func `shows whose identifier it is at once`() throws {
    let bench = try Bench()
    try bench.storeCompanies(("B58378431", "Aceros del Norte, S.L."))
    var screen = try screen("", "sl", "retail", "", bench: bench)
    try screen.enter("B58378431")
    #expect(focus(screen) == "Identifier" && screen.problems.count == 1, "\(screen.text)")
    #expect(screen.text.contains("F3 registers the customer"))
  }
}
