import FrontDesk
import LocalFiles
import MessageCatalogs
import PlainValues
import TerminalForms

/// `alta catalog check`: all checks over catalogs and templates.
struct CatalogCheckCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func run() -> ExitCode {
    let sources = CatalogSources(session: session)
    let messages: [SourceMessage]
    switch sources.compared {
    case .success(let compared): messages = compared
    case .failure(let error): return error.code
    }
    let glossary = sources.glossary
    let output = FindingOutput(session: session)
    var code = ExitCode.done
    var all: [FileFinding] = []
    for file in files {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try LocalFile.bytes(of: file, limit: MessageCatalog.defaultSizeLimit)
      } catch {
        code = code.joined(with: session.fail(error))
        continue
      }
      let settings = settings(of: file, messages, glossary)
      var verdict = CatalogVerdict(of: bytes, settings: settings)
      if session.invocation.has(.fix) {
        do throws(FileError) {
          if let repaired = try mend(file, bytes, settings) {
            verdict = CatalogVerdict(of: repaired, settings: settings)
          }
        } catch {
          code = code.joined(with: session.fail(error))
        }
      }
      let isShown: (CatalogFinding) -> Bool = { finding in
        (!finding.isIgnored || session.invocation.has(.showIgnored))
          && !isWanted(finding, in: settings.language)
      }
      let found = verdict.findings.filter(isShown)
      if found.contains(where: { $0.severity == .error && !$0.isIgnored }) {
        code = code.joined(with: .problems)
      }
      let findings = found.map { wording.finding($0, in: file) }
      if output.notation == .text {
        say(zip(found, findings), with: output)
        summarise(file, verdict: verdict, findings: findings)
      } else {
        all += findings
      }
    }
    if output.notation != .text { output.say(all) }
    return code
  }

  /// How many missing translations are named: in a new catalog all are missing.
  private static let mostMissing = 5

  /// Says findings for people: of translations that are missing the first ones, and how many more.
  private func say(
    _ findings: Zip2Sequence<[CatalogFinding], [FileFinding]>,
    with output: FindingOutput
  ) {
    var missing = 0
    output.say(
      findings.compactMap { finding, shown in
        guard finding.matter == .missingMessage else { return shown }
        missing += 1
        return missing > Self.mostMissing ? nil : shown
      }
    )
    guard missing > Self.mostMissing else { return }
    session.remark(wording.text(CountedPhrase.furtherMissing, missing - Self.mostMissing))
  }

  /// The files that are named, by path or by language; else all catalogs, and the template.
  private var files: [String] {
    let named = session.invocation.operands
    if named.isEmpty {
      let template = "\(session.catalogs.path)/alta.pot"
      return session.catalogs.languages.map(session.catalogs.file(of:))
        + (LocalFile.exists(template) ? [template] : [])
    }
    return named.map {
      session.catalogs.languages.contains($0) ? session.catalogs.file(of: $0) : $0
    }
  }

  private func settings(
    of file: String,
    _ messages: [SourceMessage],
    _ glossary: Glossary
  ) -> CheckSettings {
    let name = file.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
    return CheckSettings(
      sources: messages,
      language: LanguageTag(name),
      glossary: glossary,
      coverage: session.invocation[.min].flatMap(Int.init),
      isTemplate: file.hasSuffix(".pot"),
      width: { $0.displayWidth }
    )
  }

  /// A regional catalog says only what differs, so nothing is missing in it.
  private func isWanted(_ finding: CatalogFinding, in language: LanguageTag?) -> Bool {
    language?.territory != nil && finding.matter == .missingMessage
  }

  /// Mends a file.
  ///
  /// - Returns: The file as it is now; `nil` where nothing was mended.
  private func mend(
    _ file: String,
    _ bytes: [UInt8],
    _ settings: CheckSettings
  ) throws(FileError) -> [UInt8]? {
    let repair = CatalogRepair(of: bytes, settings: settings, revision: session.catalogDate)
    guard !repair.mended.isEmpty, repair.bytes != bytes else { return nil }
    if !session.invocation.has(.dryRun) {
      try LocalFile.replace(with: repair.bytes, at: file, from: bytes)
    }
    session.confirm(
      wording.text(CatalogPhrase.mended, [("path", file), ("count", "\(repair.mended.count)")])
    )
    return repair.bytes
  }

  private func summarise(_ file: String, verdict: CatalogVerdict, findings: [FileFinding]) {
    let parts = FileFinding.Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : wording.count(count, of: severity)
    }
    let text =
      parts.isEmpty ? wording.text(TroublePhrase.noFaults) : parts.joined(separator: ", ")
    session.results.write("\(file): \(text)")
    if verdict.furtherCount > 0 {
      session.complain(wording.text(CountedPhrase.furtherFaults, verdict.furtherCount))
    }
  }
}

extension Session {
  /// Now, as catalogs write it.
  var catalogDate: String { "\(now.prefix(10)) \(now.dropFirst(11).prefix(5))+0000" }
}
