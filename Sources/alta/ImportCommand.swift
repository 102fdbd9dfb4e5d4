import AnswerFiles
import FrontDesk
import LocalFiles
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import WizardEngine

/// `alta import WIZARD FILE…`: registers the rows of files, each file an import of its own.
struct ImportCommand {
  private let session: Session
  private let wizard: Wizard
  private let presets: [(path: String, text: String)]
  private let renamed: [String: String]
  private let wishes: ImportJob.Wishes
  private let shard: RowShard?

  private var wording: Wording { session.wording }

  /// Imports what the command line names.
  static func run(_ session: Session) -> ExitCode {
    let operands = session.invocation.operands
    let hasOwnFiles = session.invocation.has(.rejects) || session.invocation.has(.report)
    guard operands.count == 2 || !hasOwnFiles else {
      session.complain(session.wording.text(ImportPhrase.onlyOneFile))
      return .usage
    }
    switch session.wizard(operands[0]) {
    case .failure(let error): return error.code
    case .success(let wizard):
      let mayStore = !session.invocation.has(.dryRun) && !session.invocation.has(.allOrNothing)
      guard mayStore || !session.invocation.has(.shard) else {
        session.complain(session.wording.text(ImportPhrase.shardAlone))
        return .usage
      }
      guard let command = ImportCommand(session, wizard) else { return .usage }
      var code = ExitCode.done
      for file in operands.dropFirst() {
        let result = command.importFile(file)
        code = code.joined(with: result)
        // What ended this file ends the others too.
        if [.unavailable, .hangup, .interrupted, .terminated].contains(result) { return result }
      }
      return code
    }
  }

  private init?(_ session: Session, _ wizard: Wizard) {
    let invocation = session.invocation
    guard let presets = AnswerSource(session: session).assignments(),
      let renamed = AnswerSource(session: session).assignments(.map)
    else { return nil }
    func number(_ option: OptionName) -> Int?? {
      guard let text = invocation[option] else { return .some(nil) }
      if let number = Int(text), number >= 0 { return number }
      session.complain(UsageSheet(session: session).sentence(for: .badOperand(option, text)))
      return nil
    }
    guard let mostRejects = number(.maxRejects), let expectedRows = number(.expectRows) else {
      return nil
    }
    var shard: RowShard?
    if let text = invocation[.shard] {
      shard = RowShard(text)
      guard shard != nil else {
        let fault = UsageFault.badOperand(.shard, text)
        session.complain(UsageSheet(session: session).sentence(for: fault))
        return nil
      }
    }
    self.shard = shard
    self.session = session
    self.wizard = wizard
    self.presets = presets
    self.renamed = Dictionary(renamed.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    wishes = ImportJob.Wishes(
      isRehearsal: invocation.has(.dryRun),
      isAllOrNothing: invocation.has(.allOrNothing),
      duplicates: invocation[.onDuplicate].flatMap(DuplicatePolicy.init) ?? .reject,
      mostRejects: mostRejects,
      expectedRows: expectedRows,
      isRepeatable: invocation.has(.again) || Procedure(wizard.ending) == .bill,
      isConfirmed: invocation.has(.yes),
      isLenient: invocation.has(.lenient)
    )
  }

  // MARK: One file

  private func importFile(_ path: String) -> ExitCode {
    do throws(FileError) {
      for option in [OptionName.rejects, .report] {
        if let path = session.invocation[option], LocalFile.exists(path) {
          throw FileError(path: path, reason: .exists)
        }
      }
      return try importFile(InputFile(path))
    } catch {
      return session.fail(error)
    }
  }

  private func importFile(_ file: InputFile) throws(FileError) -> ExitCode {
    let base = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let name = base == "-" ? "stdin" : base
    let setup = setup(for: file)
    let digest: InputDigest
    do throws(ReadError) {
      digest = try InputDigest(of: bytes(ofDescriptor: file.descriptor))
    } catch {
      throw FileError(path: file.path, reason: .system(error.code))
    }
    file.rewind()
    if let expected = wishes.expectedRows, let code = refuse(file, setup, unless: expected) {
      return code
    }
    do throws(StoreError) {
      let store = try session.openStore()
      let desk = Desk(wizard: wizard, store: store, today: session.today, now: session.now)
      let missing = try desk.procedure.prerequisites(of: wizard, mode: nil, in: store)
      guard missing.isEmpty else {
        missing.forEach(session.report)
        return .missing
      }
      let job = try ImportJob(
        file,
        setup,
        identity: identity(digest, shard),
        others: shard?.others.map { ($0, identity(digest, $0)) } ?? [],
        name: name,
        wishes: wishes,
        at: desk,
        in: session
      )
      return try ImportReport(session: session, file: file.path, wishes: wishes).run(job, at: desk)
    } catch {
      return session.fail(error)
    }
  }

  private func identity(_ digest: InputDigest, _ shard: RowShard?) -> ImportIdentity {
    ImportIdentity(
      wizard: wizard.name,
      wizardVersion: Int64(wizard.version),
      size: Int64(digest.size),
      digest: digest.text,
      settings: settings(shard)
    )
  }

  /// How the rows of a file are spelled: by its name, or by how it begins.
  private func setup(for file: InputFile) -> RowSetup {
    let lower = file.path.lowercased()
    let name = lower.hasSuffix(".gz") ? String(lower.dropLast(3)) : lower
    let suffixes: [(String, RowFormat)] = [
      (".csv", .csv), (".tsv", .csv), (".jsonl", .jsonLines), (".ndjson", .jsonLines),
      (".json", .json), (".yaml", .yaml), (".yml", .yaml),
    ]
    var setup = RowSetup(
      suffixes.first { name.hasSuffix($0.0) }?.1 ?? format(fromContentOf: file)
    )
    if session.invocation[.encoding] == "windows-1252" { setup.csv.encoding = .windows1252 }
    setup.csv.isFromSpreadsheet = session.invocation.has(.forSpreadsheet)
    setup.renamed = renamed
    setup.passesUnknown = session.invocation.has(.ignoreColumns)
    setup.presets = presets
    setup.shard = shard
    return setup
  }

  private func format(fromContentOf file: InputFile) -> RowFormat {
    defer { file.rewind() }
    switch firstCharacter(of: bytes(ofDescriptor: file.descriptor)) {
    case UInt8(ascii: "{"): return .jsonLines
    case UInt8(ascii: "["): return .json
    default: return .csv
    }
  }

  /// The options that change what rows mean, spelled one way.
  private func settings(_ shard: RowShard?) -> String {
    let pairs = presets.map { "\($0.path)=\($0.text)" }
    let columns = renamed.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let part = shard.map { [JSONValue.Member("shard", .string($0.text))] } ?? []
    return JSONValue.object(
      [
        .init("lang", .string(wording.language)),
        .init("set", .array(pairs.map(JSONValue.string))),
        .init("map", .array(columns.map(JSONValue.string))),
        .init("encoding", .string(session.invocation[.encoding] ?? "utf-8")),
        .init("ignoreColumns", .bool(session.invocation.has(.ignoreColumns))),
        .init("lenient", .bool(session.invocation.has(.lenient))),
      ] + part
    ).json
  }

  /// Refuses a file that has another number of rows than it should have.
  private func refuse(
    _ file: InputFile,
    _ setup: RowSetup,
    unless expected: Int
  ) -> ExitCode? {
    defer { file.rewind() }
    let report = ImportReport(session: session, file: file.path, wishes: wishes)
    do throws(RowSourceFault) {
      let count = try RowSource.count(bytes(ofDescriptor: file.descriptor), setup)
      return count == expected ? nil : report.refuse(rows: count, expected: expected)
    } catch {
      return report.say(error)
    }
  }
}
