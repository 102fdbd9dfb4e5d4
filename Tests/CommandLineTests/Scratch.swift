import Foundation
import PostgreSQLDriver
import RecordStorage
import SQLiteDriver

/// A directory of its own with a store that is not there yet, and the built program working on it.
///
/// Everything is removed with this value's last owner. Where `ALTA_TEST_SERVER` is the URI of a database of
/// PostgreSQL, the store is a schema of its own there.
final class Scratch: Sendable {
  /// What a run of the program left behind.
  struct Run: Sendable {
    let status: Int32
    let outBytes: Data
    let errBytes: Data

    var out: String { String(decoding: outBytes, as: UTF8.self) }
    var err: String { String(decoding: errBytes, as: UTF8.self) }
    /// Everything that was said, for texts of which it does not matter where they stand.
    var all: String { out + err }
  }

  /// The folder that holds `Package.swift`.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program that was built with these tests.
  static let program = URL(filePath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "alta").path

  let folder: String
  /// The database of a server, and the schema in it that is the store.
  private let server: (location: String, schema: String)?

  init() throws {
    server = ProcessInfo.processInfo.environment["ALTA_TEST_SERVER"].map { location in
      (location, "alta_\(UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: ""))")
    }
    folder =
      URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
      + "/alta-line-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if let server { try runOnServer("CREATE SCHEMA \(server.schema)") }
  }

  private func runOnServer(_ sql: String) throws {
    guard let server else { return }
    let source = PostgreSQLServer(server.location).source(
      temporary: SQLiteFile("").source.temporary
    )
    try source.creating().execute(sql, [])
  }

  deinit {
    if let server { try? runOnServer("DROP SCHEMA \(server.schema) CASCADE") }
    try? FileManager.default.removeItem(atPath: folder)
  }

  var store: String {
    guard let server else { return "\(folder)/alta.db" }
    return "\(server.location)&options=-csearch_path%3D\(server.schema)"
  }

  private var source: ConnectionSource {
    server == nil
      ? SQLiteFile(store).source
      : PostgreSQLServer(store).source(temporary: SQLiteFile("").source.temporary)
  }

  /// The variables that the program finds; nothing else of the machine's environment counts.
  var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder, "XDG_DATA_HOME": "\(folder)/data", "LC_ALL": "C.UTF-8",
      // Wide enough that no sentence is broken.
      "COLUMNS": "5000", "ALTA_STORE": store, "ALTA_WIZARDS": "\(Self.repository)/Wizards",
      "ALTA_CATALOGS": "\(Self.repository)/Localization",
    ]
  }

  /// Runs the program to its end.
  func alta(
    _ words: [String],
    input: String = "",
    variables: [String: String] = [:]
  ) throws -> Run {
    try run(Self.program, words, input: Data(input.utf8), variables: variables)
  }

  /// Runs the program with the lines of a dialogue, each ended.
  func alta(_ words: [String], lines: [String], variables: [String: String] = [:]) throws -> Run {
    try alta(words, input: lines.map { "\($0)\n" }.joined(), variables: variables)
  }

  /// Runs a script of bash, in which `alta` is the program.
  func bash(_ script: String, variables: [String: String] = [:]) throws -> Run {
    var variables = variables
    let folder = URL(filePath: Self.program).deletingLastPathComponent().path
    variables["PATH"] = "\(folder):\(environment["PATH"] ?? "")"
    return try run("/bin/bash", ["-c", script], variables: variables)
  }

  /// Runs any program; its streams are files, so that no pipe can fill up.
  func run(
    _ program: String,
    _ words: [String],
    input: Data = Data(),
    variables: [String: String] = [:]
  ) throws -> Run {
    let name = "\(folder)/.\(UUID().uuidString)"
    let streams = [".in", ".out", ".err"].map { name + $0 }
    defer {
      for stream in streams { try? FileManager.default.removeItem(atPath: stream) }
    }
    for (stream, content) in zip(streams, [input, Data(), Data()]) {
      try content.write(to: URL(filePath: stream))
    }
    let status = try Launch.run(
      program,
      words,
      environment: environment.merging(variables) { $1 },
      in: Self.repository,
      files: streams
    )
    return Run(
      status: status,
      outBytes: try Data(contentsOf: URL(filePath: streams[1])),
      errBytes: try Data(contentsOf: URL(filePath: streams[2]))
    )
  }

  // MARK: Files

  /// Writes a file and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Data(text.utf8))
  }

  @discardableResult
  func file(_ name: String, bytes: Data) throws -> String {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: url)
    return url.path
  }

  /// The names of what lies in the folder, with the bytes of files.
  func files() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data())
      }
    )
  }

  /// The permissions of a path, for example `0o600`.
  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  // MARK: The store

  /// The bytes of the store, or of what it holds on a server; `nil` where there is none.
  var bytes: Data? {
    guard server != nil else { return FileManager.default.contents(atPath: store) }
    let dump = (try? dump()) ?? []
    return dump.isEmpty ? nil : Data(dump.joined(separator: "\n").utf8)
  }

  private func rows(_ sql: String) throws -> [[SQLValue]] {
    guard let connection = try source.existing(), try connection.mark() != .empty else { return [] }
    return try connection.rows(sql, [])
  }

  /// The rows of a statement, values side by side with `|` between them; null is empty.
  func texts(_ sql: String) throws -> [String] {
    try rows(sql).map { row in row.map(\.keyText).joined(separator: "|") }
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int {
    Int(try texts("SELECT count(*) FROM \(table)").first ?? "0") ?? 0
  }

  /// Writes to the store past the program.
  func execute(_ sql: String, _ bindings: [SQLValue] = []) throws {
    let connection = try source.creating()
    try connection.execute(sql, bindings)
  }

  /// All rows of the records' tables, without what tells when and from where they came.
  func dump() throws -> [String] {
    let provenance: Set = ["created_at", "source", "source_row", "case_key", "opened_at"]
    let tables = try texts(
      server == nil
        ? "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    ).filter { !["cases", "counters", "alta_store"].contains($0) }
    return try tables.flatMap { table -> [String] in
      let columns = try texts(
        server == nil
          ? "SELECT name FROM pragma_table_info('\(table)')"
          : """
          SELECT column_name FROM information_schema.columns
          WHERE table_schema = current_schema() AND table_name = '\(table)' ORDER BY ordinal_position
          """
      ).filter { !provenance.contains($0) }
      return try rows("SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY 1, 2")
        .map { "\(table): \(zip(columns, $0).map { "\($0)=\($1)" }.joined(separator: " "))" }
    }
  }
}

/// Whether there are the catalogs of this language.
func hasCatalog(_ language: String) -> Bool {
  FileManager.default.fileExists(atPath: "\(Scratch.repository)/Localization/\(language).po")
}
