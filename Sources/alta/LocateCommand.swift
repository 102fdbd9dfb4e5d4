import FrontDesk
import LocalFiles
import MessageCatalogs
import SourceTrees
import TerminalForms

/// `alta catalog locate KEY`: where a message stands in each catalog.
struct LocateCommand {
  let session: Session

  func run() -> ExitCode {
    let key = session.invocation.operands[0]
    var objects: [JSONValue] = []
    for language in session.catalogs.languages {
      let path = session.catalogs.file(of: language)
      do throws(FileError) {
        let bytes = try LocalFile.bytes(of: path, limit: MessageCatalog.defaultSizeLimit)
        for entry in CatalogCoverage(bytes: bytes).entries(of: key) {
          objects.append(object(entry, in: path))
          if !session.isJSON { session.results.write(lines(of: entry, in: path)) }
        }
      } catch {
        return session.fail(error)
      }
    }
    if session.isJSON { session.results.write(exactly: JSONValue.array(objects).json + "\n") }
    guard objects.isEmpty else { return .done }
    if !session.isJSON {
      session.complain(session.wording.text(CatalogPhrase.notLocated, [("name", key)]))
    }
    return .missing
  }

  private func lines(of entry: LocatedEntry, in path: String) -> [Line] {
    [Line("\(path):\(entry.line): ") + Line(entry.context ?? "", .dim), "    " + Line(entry.id)]
      + entry.forms.map { "    " + Line($0) }
  }

  private func object(_ entry: LocatedEntry, in path: String) -> JSONValue {
    .object([
      .init("file", .string(path)), .init("line", .integer(entry.line)),
      .init("key", entry.context.map { .string($0) } ?? .null), .init("source", .string(entry.id)),
      .init("forms", .array(entry.forms.map { .string($0) })),
    ])
  }
}
