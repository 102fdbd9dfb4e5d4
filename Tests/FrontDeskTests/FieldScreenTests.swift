import Testing
import WizardEngine

@testable import FrontDesk
@testable import TerminalForms

/// What each kind of field looks like while it is answered; `▏` is the cursor.
@Suite("A field on a form")
struct FieldScreenTests {
  /// A page with one field between two others.
  private func screen(
    _ field: String,
    columns: Int = 80,
    rows: Int = 24,
    language: String = "en",
    answers: [(path: String, text: String)] = []
  ) throws -> FormScreen {
    let wizard = try Wizard.reading(
      """
      wizard: sample
      title: Sample
      stages:
        - stage: only
          title: Only stage
          fields:
            - {field: first, label: First, type: text, required: true}
            - \(field.split(separator: "\n").joined(separator: "\n        "))
            - {field: last, label: Last, type: text}
      """
    )
    var screen = try FormScreen(
      Bench(wizard, language: language),
      columns: columns,
      rows: rows,
      answers: answers
    )
    try screen.enter("a")
    return screen
  }

  /// The rows of the page without title, actions and keys.
  private func body(_ screen: FormScreen) -> String {
    let lines = screen.lines.drop { !$0.isEmpty }.dropFirst()
    return lines.prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test(arguments: [80, 40])
  func `is a line for a text, with its hint`(columns: Int) throws {
    var screen = try screen(
      "{field: x, label: Town, type: text, hint: Where it is.}",
      columns: columns
    )
    try screen.type("Müller")
    try screen.press(.left, .left)
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *  a
        › Town     Müll▏er
                   optional · Where it is.
          Last

          [Finish]   [Back]   [Cancel]
        Enter next · Shift+Tab back · F1 help · F2 language · Ctrl+S draft
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Town
            Müll▏er
            optional · Where it is.
          Last

          [Finish]   [Back]   [Cancel]
        Enter next · Shift+Tab back · F1 help ·
        F2 language · Ctrl+S draft
        """
    )
  }

  @Test(arguments: [80, 40])
  func `masks a secret`(columns: Int) throws {
    var screen = try screen(
      "{field: x, label: Password, type: text, secret: true}",
      columns: columns
    )
    try screen.type("geheim")
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *   a
        › Password  ••••••▏
                    optional
          Last

          [Finish]   [Back]   [Cancel]
        Enter next · Shift+Tab back · F1 help · F2 language · Ctrl+S draft
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Password
            ••••••▏
            optional
          Last

          [Finish]   [Back]   [Cancel]
        Enter next · Shift+Tab back · F1 help ·
        F2 language · Ctrl+S draft
        """
    )
    try screen.press(.enter)
    #expect(body(screen).contains(columns == 80 ? "Password  ••••" : "    ••••"))
    #expect(!screen.text.contains("geheim"))
  }

  @Test func `moves a long text under the cursor`() throws {
    var screen = try screen("{field: x, label: Town, type: text}", columns: 40)
    try screen.type("The quick brown fox jumps over the lazy dog")
    check(
      screen,
      """
      Sample · Step 1 of 1 · Only stage

        First *
          a
      › Town
          …ox jumps over the lazy dog▏
          optional
        Last

        [Finish]   [Back]   [Cancel]
      Enter next · Shift+Tab back · F1 help ·
      F2 language · Ctrl+S draft
      """
    )
    try screen.press(.home)
    check(
      screen,
      """
      Sample · Step 1 of 1 · Only stage

        First *
          a
      › Town
          ▏The quick brown fox jumps over the…
          optional
        Last

        [Finish]   [Back]   [Cancel]
      Enter next · Shift+Tab back · F1 help ·
      F2 language · Ctrl+S draft
      """
    )
  }

  @Test(arguments: [80, 40])
  func `has several lines for a memo`(columns: Int) throws {
    var screen = try screen("{field: x, label: Notes, type: memo}", columns: columns)
    try screen.press(
      .paste("Erste Zeile\nZweite Zeile, die länger ist als das Fenster breit\n\n東京")
    )
    try screen.press(.up, .up)
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *  a
        › Notes    Erste Zeile
                   ▏Zweite Zeile, die länger ist als das Fenster breit

                   東京
                   optional
          Last

          [Finish]   [Back]   [Cancel]
        Enter new line · Tab next · F4 editor · F1 help · Ctrl+S draft
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Notes
            Erste Zeile
            ▏Zweite Zeile, die länger ist als
            das Fenster breit

            東京
            optional
          Last

          [Finish]   [Back]   [Cancel]
        Enter new line · Tab next · F4 editor ·
        F1 help · Ctrl+S draft
        """
    )
  }

  @Test(arguments: [80, 40])
  func `is a list for a choice, found by typing`(columns: Int) throws {
    var screen = try screen(
      """
      field: x
      label: Town
      type: choice
      options:
        - {code: b, label: Berlin}
        - {code: k, label: Köln, synonyms: [Cologne]}
        - {code: m, label: Málaga}
        - {code: s, label: Straßburg}
      """,
      columns: columns
    )
    try screen.press(.down, .down)
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *  a
        › Town     ▏Köln
                     ○ Berlin
                   › ● Köln
                     ○ Málaga
                     ○ Straßburg
                   optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next · F1 help · Ctrl+S draft
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Town
            ▏Köln
              ○ Berlin
            › ● Köln
              ○ Málaga
              ○ Straßburg
            optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next ·
        F1 help · Ctrl+S draft
        """
    )
    for (typed, label) in [
      ("koln", "Köln"), ("colo", "Köln"), ("strass", "Straßburg"), ("LAGA", "Málaga"),
    ] {
      try screen.press(.paste(typed))
      #expect(screen.lines.contains { $0.hasSuffix("› ● \(label)") }, "\(typed)\n\(screen.text)")
      try screen.press(.escape)
    }
    try screen.type("x")
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *  a
        › Town     x▏
                   Nothing fits what was typed; Esc or Backspace takes it back.
                   optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next · F1 help · Ctrl+S draft
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Town
            x▏
            Nothing fits what was typed; Esc or
            Backspace takes it back.
            optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next ·
        F1 help · Ctrl+S draft
        """
    )
  }

  @Test(arguments: [80, 40])
  func `has ticks where several options may be chosen`(columns: Int) throws {
    var screen = try screen(
      """
      field: x
      label: Topics
      type: choices
      options: [{code: p, label: Prices}, {code: r, label: Repairs}, {code: o, label: Other}]
      """,
      columns: columns
    )
    try screen.press(.text(" "), .down, .down, .text(" "))
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *  a
        › Topics   ▏Prices, Other
                     ☑ Prices
                     ☐ Repairs
                   › ☑ Other
                   optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↑↓ move · Space tick · Enter next · F1 help
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Topics
            ▏Prices, Other
              ☑ Prices
              ☐ Repairs
            › ☑ Other
            optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↑↓ move · Space tick ·
        Enter next · F1 help
        """
    )
    try screen.type("rep")
    try screen.press(.control(" "), .enter)
    #expect(screen.value("x") == "p,r,o")
    try screen.press(.backTab, .control("a"), .enter)
    #expect(screen.value("x") == nil)
  }

  @Test(arguments: [("en", "yes", "no"), ("de", "ja", "nein"), ("es", "sí", "no")])
  func `says yes and no in the language`(language: String, yes: String, no: String) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    for typed in [String(yes.prefix(1)), yes, "si", "y", no, "n"]
    where typed != "si" || language == "es" {
      var screen = try screen("{field: x, label: Ready, type: boolean}", language: language)
      try screen.enter(typed)
      #expect(screen.value("x") == (no.hasPrefix(typed) ? "false" : "true"), "\(language) \(typed)")
    }
    var screen = try screen(
      "{field: x, label: Ready, type: boolean, default: 'true'}",
      language: language
    )
    #expect(screen.lines.contains { $0.hasSuffix("› ● \(yes)") }, "\(screen.text)")
    try screen.enter("x!")
    #expect(screen.problems.count == 1 && screen.value("x") == "true")
  }

  @Test(arguments: [("en", "2026-12-31"), ("de", "31.12.2026"), ("es", "31/12/2026")])
  func `takes a date in the local form and as ISO`(language: String, local: String) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    for typed in [local, "2026-12-31"] {
      var screen = try screen("{field: x, label: Day, type: date}", language: language)
      #expect(screen.text.contains(language == "en" ? "YYYY-MM-DD" : local))
      try screen.enter(typed)
      #expect(screen.value("x") == "2026-12-31")
      #expect(screen.lines.contains { $0.hasSuffix("Day      \(local)") }, "\(screen.text)")
    }
  }

  @Test func `keeps a text that could mean two things until it is mended`() throws {
    var screen = try screen(
      "{field: x, label: Price, type: decimal}",
      language: "de",
      answers: [("x", "5")]
    )
    try screen.press(.control("u"))
    try screen.type("1.234")
    try screen.press(.tab)
    #expect(screen.value("x") == nil)
    #expect(screen.problems.count == 1 && screen.text.contains("1.234"), "\(screen.text)")
    try screen.press(.tab, .enter)
    #expect(screen.lines.contains { $0.contains("› Price") }, "\(screen.text)")
    try screen.press(.control("u"))
    try screen.enter("1.234,5")
    #expect(screen.value("x") == "1234.5" && screen.problems.isEmpty)
  }

  @Test(arguments: [80, 40])
  func `proposes what a name begins with`(columns: Int) throws {
    var screen = try screen("{field: x, label: Country, type: country}", columns: columns)
    try screen.type("Ger")
    try screen.press(.down)
    check(
      screen,
      columns == 80
        ? """
        Sample · Step 1 of 1 · Only stage

          First *  a
        › Country  Ger▏
                   › Germany (DE)
                   optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↓ take a proposal · Enter next · F1 help
        """
        : """
        Sample · Step 1 of 1 · Only stage

          First *
            a
        › Country
            Ger▏
            › Germany (DE)
            optional
          Last

          [Finish]   [Back]   [Cancel]
        type to find · ↓ take a proposal ·
        Enter next · F1 help
        """
    )
    try screen.press(.enter)
    #expect(screen.value("x") == "DE")
  }

  @Test func `shows a suggestion that typing replaces`() throws {
    let field = "{field: x, label: Town, type: text, default: Bonn}"
    var typed = try screen(field)
    check(
      typed,
      """
      Sample · Step 1 of 1 · Only stage

        First *  a
      › Town     ▏Bonn
                 optional
        Last

        [Finish]   [Back]   [Cancel]
      Enter next · Shift+Tab back · F1 help · F2 language · Ctrl+S draft
      """
    )
    try typed.enter("Köln")
    #expect(typed.value("x") == "Köln")
    var taken = try screen(field)
    try taken.press(.end)
    try taken.enter("!")
    #expect(taken.value("x") == "Bonn!")
    var emptied = try screen(field)
    try emptied.press(.backspace, .enter)
    #expect(emptied.value("x") == nil)
    var left = try screen(field)
    try left.press(.enter)
    #expect(left.value("x") == "Bonn" && left.dialogue.interview.answers.values[1] == nil)
  }

  @Test func `shows what cannot be shown spelled out, and refuses it`() throws {
    var screen = try screen("{field: x, label: Town, type: text}")
    try screen.press(.paste("a\u{1B}[31mb\u{202E}c"), .enter)
    #expect(screen.text.contains("a^[[31mb\\u{202E}c"))
    #expect(screen.problems.count == 1)
  }

  @Test func `takes a pasted text of several lines on one line`() throws {
    var screen = try screen("{field: x, label: Town, type: text}")
    try screen.press(.paste("Bad\nHomburg\n"))
    #expect(screen.lines.contains { $0.contains("Bad Homburg▏") })
    try screen.press(.enter)
    #expect(screen.value("x") == "Bad Homburg")
  }

  @Test func `finds a record by what is typed of it`() throws {
    let bench = try Bench()
    try bench.storeCompanies(("B58378431", "Aceros del Norte"), ("A58818501", "Bodegas Solà"))
    var screen = try FormScreen(bench)
    try screen.press(.down, .enter)
    try screen.type("sola")
    check(
      screen,
      """
      Register a customer · Step 1 of about 1 · First steps

        Create the customer  From an existing company
      › Company *            sola▏
                               A58818501 · Bodegas Solà
                             The identifier of a company that is not yet a customer.
        Customer category *

        [Finish]   [Back]   [Cancel]
      type to find · ↓ take a proposal · Enter next · F1 help
      """
    )
    try screen.enter()
    #expect(screen.value("company") == "A58818501")
    try screen.press(.backTab, .control("u"))
    try screen.type("b5")
    #expect(screen.text.contains("B58378431 · Aceros del Norte"))
    try screen.press(.escape, .control("u"))
    try screen.enter("nobody")
    #expect(screen.problems.count == 1, "\(screen.text)")
  }
}
