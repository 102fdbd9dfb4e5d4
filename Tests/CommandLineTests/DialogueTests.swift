import Foundation
import Testing

@Suite("The line dialogue")
struct DialogueTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func talk(_ lines: [String], _ words: [String] = ["register"]) throws -> Scratch.Run {
    try scratch.alta(words, lines: lines)
  }

  /// What is said between the answer and the next prompt.
  private func reply(_ run: Scratch.Run, to line: String) -> String {
    guard let start = run.err.range(of: "› \(line)\n")?.upperBound else { return "" }
    return String(run.err[start...].prefix { $0 != "›" })
  }

  @Test(arguments: [
    ("7", nil), ("other", nil), ("OTHER", nil), ("Other", nil), ("oth", nil),
    ("s", "“s” fits several options: S.L., S.A., Sole proprietor."),
    ("8", "no option “8”"), ("0", "no option “0”"), ("-1", "no option “-1”"),
    ("99999999999999999999", "no option"), ("xyz", "possible: GmbH (gmbh), AG (ag)"),
  ])
  func `takes a choice by number, code or beginning`(typed: String, refusal: String?) throws {
    let run = try talk(["", typed, ":quit"])
    #expect(run.status == 7)
    if let refusal {
      #expect(reply(run, to: typed).contains(refusal), "\(reply(run, to: typed))")
      #expect(!run.err.contains("Customer category"))
    } else {
      #expect(reply(run, to: typed).contains("? Customer category *"))
    }
  }

  @Test func `shows the default and takes it with Enter`() throws {
    let run = try talk(["", "sl", "retail", "", ":quit"])
    #expect(run.err.contains("Number, code or beginning of the name: [1]"))
    #expect(reply(run, to: "retail").contains("[Spain]"))
    #expect(reply(run, to: "").contains("Taken: As a new company"))
  }

  @Test func `says what a required answer needs and stays there`() throws {
    let run = try talk(["", "", "sl", "retail", "", "B58378432", "B58378431", ":quit"])
    #expect(run.err.contains("Company type: an answer is required."))
    #expect(reply(run, to: "B58378432").contains("Identifier: the check digit does not match"))
    #expect(reply(run, to: "B58378431").contains("? Name *"))
  }

  @Test func `helps, tells why it asks, and lists its commands`() throws {
    let run = try talk(["", "gmbh", "public", "?", ":quit"])
    let help = reply(run, to: "?")
    #expect(help.contains("Why is this asked?") && help.contains("Company type is “GmbH”."))
    for command in [":review", ":finish", ":lang TAG", ":save", ":quit"] {
      #expect(help.contains(command))
    }
    #expect(try talk([":help", ":quit"]).err.contains("It is asked in every registration."))
  }

  @Test func `goes back without judging, as far as the first question`() throws {
    let run = try talk(["<", "", "sl", "retail", "<", ":back", "<", "<", ":quit"])
    #expect(reply(run, to: "<").contains("This is the first question."))
    #expect(run.err.matches(of: /\? Company type \*/).count == 2)
    #expect(run.err.contains("beginning of the name: [3]"))
    #expect(run.err.matches(of: /This is the first question/).count == 2)
  }

  @Test func `changes a numbered answer and returns to the review`() throws {
    let script = Script.small
    let run = try talk(script.lines + ["5", "Laden", "99", "x", "", "y"])
    #expect(run.status == 0, "\(run.err.suffix(500))")
    #expect(reply(run, to: "5").contains("? Name *") && reply(run, to: "5").contains("[Kiosk]"))
    let review = reply(run, to: "Laden")
    #expect(review.contains("Check the answers") && review.contains("5 Name              Laden"))
    #expect(reply(run, to: "99").contains("no command “99”"))
    #expect(try scratch.texts("SELECT name FROM companies") == ["Laden"])
  }

  @Test func `asks the questions that a change from the review brings, then returns`() throws {
    let run = try talk(Script.small.lines + ["3", "health", "BE-204711", ":quit"])
    #expect(reply(run, to: "health").contains("? Licence number *"))
    #expect(reply(run, to: "BE-204711").contains("Check the answers"))
  }

  @Test func `tells what a change drops before it is made, and keeps all if it is not`() throws {
    let script = Script(
      [
        "companyType": "gmbh", "category": "public", "registerCourt": "München",
        "registerNumber": "12345", "buyerReference": "04011000-1234512345-06",
        "identifier": "DE136695976", "name": "A",
      ],
      contacts: [["lastName": "Ruiz"]]
    )
    let run = try talk(
      script.lines + ["2", "other", "n", "gmbh", "2", "other", "y", "2", "gmbh"]
        + Array(repeating: "", count: 6) + ["y"]
    )
    let question = reply(run, to: "other")
    #expect(question.contains("This change affects other answers:"))
    #expect(question.contains("3 answers dropped (Register court; Register number; Identifier)"))
    #expect(question.contains("Change it? [yes/no]"))
    #expect(reply(run, to: "n").contains("Kept as it was."))
    // What was dropped was only parked.
    #expect(run.status == 0, "\(run.err.suffix(900))")
    #expect(run.out == "DE136695976\n")
    #expect(try scratch.texts("SELECT last_name FROM contacts") == ["Ruiz"])
  }

  @Test func `drops the stage of a category that is taken back, and keeps the rest`() throws {
    let script = Script(
      [
        "companyType": "other", "category": "public", "name": "A",
        "buyerReference": "04011000-1234512345-06",
      ],
      contacts: [["lastName": "Ruiz"]]
    )
    let run = try talk(script.lines + ["3", "retail", "y", "", "y"])
    #expect(reply(run, to: "retail").contains("1 answer dropped (Buyer reference (Leitweg-ID))"))
    #expect(run.status == 0)
    #expect(try scratch.texts("SELECT category, attributes FROM customers") == ["retail|"])
    #expect(try scratch.texts("SELECT last_name FROM contacts") == ["Ruiz"])
  }

  @Test func `goes on from a review before the last stage, and does not finish there`() throws {
    let run = try talk(["", "other", "retail", "", "Kiosk", ":review", "", ":quit"])
    #expect(reply(run, to: ":review").contains("Enter goes on with the questions"))
    #expect(run.err.matches(of: /\? Address 1/).count == 2)
    #expect(run.status == 7)
    #expect(try scratch.files().isEmpty)
  }

  @Test func `finishes from the last stage only`() throws {
    let run = try talk(
      ["", ":finish"] + Script.small.lines.dropFirst().dropLast() + [":finish", "", "y"]
    )
    #expect(
      reply(run, to: ":finish").contains("Finish is possible in the last step only. [E-NOT-LAST]")
    )
    #expect(run.status == 0, "\(run.err.suffix(400))")
    #expect(run.out == "CLI-0001\n")
  }

  @Test func `takes an impossible yes for none`() throws {
    let run = try talk(Script.small.lines + ["", "perhaps", "Y"])
    #expect(reply(run, to: "perhaps").contains("please answer yes or no"))
    #expect(run.status == 0)
  }

  @Test func `takes doubled signs at the beginning for text`() throws {
    let script = Script([
      "companyType": "other", "category": "retail", "name": "::review", "city": "<<K",
      "state": "??",
      "address1": ":colon",
    ])
    let run = try talk(script.lines.map { $0 == ":colon" ? "::colon" : $0 } + ["", "y"])
    #expect(run.status == 0, "\(run.err.suffix(400))")
    #expect(
      try scratch.texts("SELECT name, city, state, address1 FROM companies")
        == [":review|<K|?|:colon"]
    )
  }

  @Test func `empties an optional answer with a hyphen`() throws {
    let script = Script.small
    let run = try talk(script.lines + ["9", "Ulm", "9", "-", "17", "-", "", "y"])
    #expect(run.status == 0, "\(run.err.suffix(900))")
    #expect(run.err.contains(/City +Ulm/))
    #expect(try scratch.texts("SELECT city FROM companies") == [""])
    #expect(try scratch.texts("SELECT language FROM customers") == [""])
  }

  @Test func `does not empty a required answer with a hyphen`() throws {
    let run = try talk(Script.small.lines + ["5", "-", ":quit"])
    #expect(reply(run, to: "-").contains("Name: an answer is required."))
  }

  @Test func `refuses lines that are no text or too long, and goes on`() throws {
    var input = Data("\nother\nretail\n\n".utf8)
    input += Data([0x4B, 0xF6, 0x6C, 0x6E, 0x0A])
    input += Data(String(repeating: "x", count: 1_100_000).utf8) + Data("\nKöln\n".utf8)
    let tail = Script.small.lines.dropFirst(5) + ["", "y"]
    input += Data(tail.map { "\($0)\n" }.joined().utf8)
    let run = try scratch.run(Scratch.program, ["register"], input: input)
    #expect(run.status == 0)
    #expect(run.err.contains("That line is not UTF-8 text (byte 2)."))
    #expect(run.err.contains("That line is too long."))
    #expect(try scratch.texts("SELECT name FROM companies") == ["Köln"])
  }

  @Test func `reads lines that end as on other systems`() throws {
    let input = Script.small.allLines.joined(separator: "\r\n") + "\r\n"
    #expect(try scratch.alta(["register"], input: input).out == "CLI-0001\n")
    let bare = Script.small.allLines.joined(separator: "\n")
    #expect(try scratch.alta(["register"], input: bare).out == "CLI-0002\n")
    let pipe = try scratch.bash(
      "printf '\(bare.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n"))\\n' | alta register"
    )
    #expect(pipe.out == "CLI-0003\n")
  }

  @Test func `takes several lines of a memo, up to a dot`() throws {
    let lines =
      ["", "", ""] + ["", "", "Meier", "", ""] + Array(repeating: "", count: 8)
      + Array(repeating: "", count: 7) + ["first", "", " third", ".", "new", ""]
    let run = try talk(lines, ["register", "enter-contact"])
    #expect(run.status == 0, "\(run.err.suffix(900))")
    #expect(run.err.contains("a line with a single dot ends the text"))
    #expect(try scratch.texts("SELECT notes FROM contacts") == ["first\n\n third"])
  }

  @Test func `fills the form with what a named record knows`() throws {
    let call = ["register", "enter-contact", "--set", "lastName=Meier", "--set", "city=Ulm"]
    #expect(try scratch.alta(call + ["--set", "save=new"]).status == 0)
    let run = try talk(
      ["CR-0001", "CT-0001", "", ":review", ":quit"],
      ["register", "enter-contact"]
    )
    #expect(run.err.contains("Last name       Meier"))
    #expect(run.err.contains(/City +Ulm/))
    let nowhere = try talk(["CR-0009", "", "", ":quit"], ["register", "enter-contact"])
    #expect(nowhere.err.contains("CR-0009: not found"))
  }

  @Test(.enabled(if: hasCatalog("de") && hasCatalog("es")))
  func `changes its language in the middle and keeps everything`() throws {
    var lines = Script.small.lines
    lines.insert(":lang es", at: 3)
    lines.insert(":lang xx", at: 3)
    lines.insert(":lang de", at: 8)
    let run = try talk(lines + ["", "j"])
    #expect(run.status == 0, "\(run.err.suffix(400))")
    #expect(reply(run, to: ":lang xx").contains("available: de, en, es"))
    #expect(reply(run, to: ":lang es").contains("Etapa 2 de"))
    #expect(reply(run, to: ":lang de").contains("Schritt 2 von"))
    #expect(run.err.contains("Kiosk"))
    #expect(try scratch.texts("SELECT created_language FROM companies") == ["de"])
  }

  @Test(
    .enabled(if: hasCatalog("de") && hasCatalog("es")),
    arguments: [
      ("de", "ja"), ("de", "j"), ("de", "y"), ("es", "sí"), ("es", "si"), ("es", "s"), ("es", "SÍ"),
      ("en", "ye"),
    ]
  )
  func `takes the words of its language for yes`(lang: String, word: String) throws {
    let run = try talk(Script.small.lines + ["", word], ["register", "--lang", lang])
    #expect(run.status == 0, "\(run.err.suffix(300))")
  }

  @Test func `asks only what is missing after --set, and less with --express`() throws {
    let run = try talk(["name Ltd", "", "y"], ["register", "--express"])
    #expect(run.err.contains("? Company type *"))
    #expect(!run.err.contains("? Create the customer"))
    let express = try talk(["other", "retail", "A", "", "y"], ["register", "--express"])
    #expect(express.status == 0, "\(express.err.suffix(500))")
    #expect(express.out == "CLI-0001\n")
  }

  @Test func `edits a record from its review`() throws {
    #expect(try talk(Script.small.allLines).status == 0)
    let run = try talk(["2", "Laden", ""], ["edit", "customer", "CLI-0001"])
    #expect(run.err.contains("Enter saves, a number changes that answer:"))
    #expect(!run.err.contains(/\d Company type/))
    #expect(run.status == 0, "\(run.err.suffix(800))")
    #expect(try scratch.texts("SELECT name FROM companies") == ["Laden"])
    let nothing = try talk([""], ["edit", "customer", "CLI-0001"])
    #expect(nothing.status == 0)
    #expect(nothing.err.contains("Nothing changes."))
  }
}
