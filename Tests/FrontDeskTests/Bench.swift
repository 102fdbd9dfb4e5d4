import AnswerFiles
import Foundation
import FrontDesk
import MessageCatalogs
import PlainValues
import Procedures
import RecordStorage
import SQLiteDriver
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// The shipped definitions and catalogs.
enum Shipped {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let registerCustomer = wizard("register-customer")

  static func wizard(_ name: String) -> Wizard {
    var folder = WizardFolder(path: "\(root)/Wizards")
    guard let wizard = (try? folder.wizard(name, finishing: Procedure.known))?.wizard else {
      preconditionFailure("\(name) cannot be read")
    }
    return wizard
  }

  /// The sentences of a language; English where there is no catalog.
  static func wording(_ language: String) -> Wording {
    let path = "\(root)/Localization/\(language).po"
    guard let bytes = FileManager.default.contents(atPath: path) else { return .english }
    return Wording(
      Translations([(language, MessageCatalog(bytes: Array(bytes)))]),
      language: language
    )
  }

  static func hasCatalog(_ language: String) -> Bool { wording(language).language == language }
}

/// A desk whose store lies in memory, and the ways to bring answers to it.
struct Bench {
  private let connection: any SQLConnection
  let desk: Desk
  let speech: Speech

  init(_ wizard: Wizard = Shipped.registerCustomer, language: String = "en") throws {
    // A database without a name: gone with its connection.
    let connection = try SQLiteFile("/nowhere").source.temporary()
    self.connection = connection
    let store = try Store(
      reading: ConnectionSource(
        location: "memory",
        existing: { connection },
        creating: { connection },
        temporary: { connection }
      )
    )
    guard let today = CivilDate(iso: "2026-11-22") else { preconditionFailure("no day") }
    desk = Desk(wizard: wizard, store: store, today: today, now: "2026-11-22T12:00:00Z")
    speech = Speech(Shipped.wording(language))
  }

  private var provenance: Provenance {
    Provenance(
      at: desk.now,
      by: "test",
      command: "register",
      wizard: desk.wizard.name,
      wizardVersion: 1,
      language: "en",
      source: "test"
    )
  }

  // MARK: Ways in

  /// Reads answers given one by one, as `--set` does.
  func reading(_ pairs: [(path: String, text: String)]) -> AnswerReading {
    var reading = AnswerReading(of: desk.wizard, local: speech.local)
    for pair in pairs { reading.read(pair.path, pair.text, from: .set) }
    return reading
  }

  func reading(_ record: AnswerRecord) -> AnswerReading {
    var reading = AnswerReading(of: desk.wizard, local: speech.local)
    reading.read(record, from: .file)
    return reading
  }

  func reading(json: String) throws -> AnswerReading {
    try reading(AnswerRecord(SourceNode(json: SourceText(json))))
  }

  func reading(yaml: String) throws -> AnswerReading {
    try reading(AnswerRecord(SourceNode(yaml: SourceText(yaml))))
  }

  func reading(csv: [UInt8]) throws -> AnswerReading {
    var reader = try CSVReader(AnswerFiles.bytes(of: csv))
    let paths = reader.header.map { AnswerPath(spelling: $0) }
    _ = try reader.advance()
    return reading(AnswerRecord(line: reader.row.line, entries: reader.row.entries(paths: paths)))
  }

  func judged(_ reading: AnswerReading) throws -> JudgedRegistration {
    try JudgedRegistration(reading, at: desk, speech: speech, isLenient: false)
  }

  // MARK: Storing

  func store(_ registration: Registration) throws {
    _ = try desk.store.commit(desk.changeSet(of: registration), provenance)
  }

  /// Stores companies that are no customers; the letter of their identifier says of which type they are.
  func storeCompanies(_ companies: (identifier: String, name: String)...) throws {
    let desk = Desk(
      wizard: Shipped.wizard("register-company"),
      store: desk.store,
      today: desk.today,
      now: desk.now
    )
    for company in companies {
      var reading = AnswerReading(of: desk.wizard, local: speech.local)
      let type = company.identifier.hasPrefix("B") ? "sl" : "sa"
      for (path, text) in [
        ("companyType", type), ("identifier", company.identifier), ("name", company.name),
      ] {
        reading.read(path, text, from: .set)
      }
      let judged = try JudgedRegistration(reading, at: desk, speech: speech, isLenient: false)
      _ = try desk.store.commit(desk.changeSet(of: judged.registration), provenance)
    }
  }

  /// Types lines into the dialogue.
  ///
  /// - Returns: How it ended, and everything that was shown.
  func talk(_ lines: [String]) throws -> (outcome: DialogueOutcome, shown: String) {
    let folder = URL(filePath: NSTemporaryDirectory())
    let input = folder.appending(path: "alta-\(UUID().uuidString)")
    let output = folder.appending(path: "alta-\(UUID().uuidString)")
    defer {
      try? FileManager.default.removeItem(at: input)
      try? FileManager.default.removeItem(at: output)
    }
    try Data(lines.map { "\($0)\n" }.joined().utf8).write(to: input)
    try Data().write(to: output)
    let (reading, writing) = try (
      FileHandle(forReadingFrom: input), FileHandle(forWritingTo: output)
    )
    let screen = TerminalOutput(
      descriptor: writing.fileDescriptor,
      capabilities: TerminalCapabilities(
        isTerminal: false,
        windowColumns: 5000,
        coloring: .never,
        environment: { _ in nil }
      )
    )
    var dialogue = LineDialogue(
      Interview(of: desk.wizard, answers: Answers(to: desk.wizard), today: desk.today),
      desk: desk,
      speech: speech,
      output: screen,
      reader: LineReader(descriptor: reading.fileDescriptor, signals: nil),
      isConfirmed: true,
      isEchoing: false,
      languages: ["de", "en", "es"],
      speaking: { Shipped.hasCatalog($0) ? Speech(Shipped.wording($0)) : nil },
      keeping: { _ in }
    )
    let outcome = try dialogue.run()
    screen.flush()
    return (outcome, try String(contentsOf: output, encoding: .utf8))
  }

  /// All rows of all tables.
  func dump() throws -> [String] {
    let names = try connection.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
      []
    )
    return try names.flatMap { name in
      try connection.rows("SELECT * FROM \(name[0].keyText) ORDER BY 1, 2", []).map {
        "\(name[0].keyText): \($0.map(\.keyText).joined(separator: "|"))"
      }
    }
  }
}
