/// What can be mended in a catalog without asking anybody.
package struct CatalogRepair: Sendable {
  /// The mended file.
  package let bytes: [UInt8]
  /// What was mended, as it was found.
  package let mended: [CatalogFinding]

  /// Passes over the file after which it is left as it is: a mended text may need another mending.
  private static let mostPasses = 8

  /// Mends what is certain: white space, quotation marks, opening marks, composed letters, the byte order mark,
  /// line ends, the language and the plural rule of the header.
  ///
  /// Bytes of entries that need no mending stay as they are. A catalog that is not in UTF-8, or that has a
  /// fault, is left alone but for byte order mark and line ends.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - settings: What it is compared with; what the catalog ignores is not mended.
  ///   - revision: The value of `PO-Revision-Date` for a file that has changed.
  package init(of bytes: [UInt8], settings: CheckSettings, revision: String) {
    var bytes = bytes
    var mended: [CatalogFinding] = []
    for _ in 0..<CatalogRepair.mostPasses {
      let (changed, done) = CatalogRepair.pass(over: bytes, settings: settings)
      if done.isEmpty { break }
      bytes = changed
      mended += done
    }
    if !mended.isEmpty {
      let scan = CatalogScan(bytes: bytes, limit: bytes.count)
      if let range = scan.headerValue("PO-Revision-Date") {
        var edit = CatalogEdit()
        edit.replace(range, with: revision)
        bytes = edit.applied(to: bytes)
      }
    }
    self.bytes = bytes
    self.mended = mended
  }

  private static func pass(
    over bytes: [UInt8],
    settings: CheckSettings
  ) -> (bytes: [UInt8], mended: [CatalogFinding]) {
    let findings = CatalogVerdict(of: bytes, settings: settings).findings.filter { !$0.isIgnored }
    if let mark = findings.first(where: { $0.matter == .fault(.byteOrderMark) }) {
      return (Array(bytes.dropFirst(byteOrderMark.count)), [mark])
    }
    if let mixed = findings.first(where: { $0.matter == .fault(.mixedLineEndings) }) {
      var plain: [UInt8] = []
      plain.reserveCapacity(bytes.count)
      for (index, byte) in bytes.enumerated()
      where byte != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A {
        plain.append(byte)
      }
      return (plain, [mixed])
    }
    let scan = CatalogScan(bytes: bytes, limit: bytes.count)
    guard scan.encoding == .utf8 else { return (bytes, []) }
    var edit = CatalogEdit()
    var mended: [CatalogFinding] = []
    var seen: Set<CatalogFinding.Position> = []
    for finding in findings {
      switch finding.matter {
      case .otherLanguage(_, let file):
        guard let range = scan.headerValue("Language") else { continue }
        edit.replace(range, with: file)
        mended.append(finding)
      case .missingField("Language"):
        guard let language = settings.language, let range = scan.headerValue("Language") else {
          continue
        }
        edit.replace(range, with: language.name)
        mended.append(finding)
      case .pluralMeaning(_, _, _, let header):
        // Another number of forms would leave every plural message with too many or too few.
        guard let range = scan.headerValue("Plural-Forms"),
          let rule = try? PluralRule(header: header), let old = scan.headerText,
          (try? PluralRule(header: old))?.formCount == rule.formCount
        else { continue }
        edit.replace(range, with: header)
        mended.append(finding)
      default:
        // One change of a text at a time; the next pass sees what it became.
        guard let replacement = finding.replacement, let position = finding.position,
          seen.insert(position).inserted
        else { continue }
        let entry = scan.entries[position.entry]
        edit.replace(
          scan.range(of: entry.forms.lowerBound + position.form),
          with: CatalogText.quoted(replacement, lineEnd: scan.lineEnd)
        )
        mended.append(finding)
      }
    }
    return (edit.applied(to: bytes), mended)
  }
}
