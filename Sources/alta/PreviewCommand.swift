import FrontDesk
import LocalFiles
import MessageCatalogs
import PlainValues
import RecordStorage
import TerminalForms
import WizardEngine

/// `alta catalog preview`: the pages of a wizard's form in several languages.
struct PreviewCommand {
  let session: Session

  private var invocation: Invocation { session.invocation }
  private var wording: Wording { session.wording }

  /// The narrowest and the widest window that a preview is drawn for.
  private static let widths = 40...400
  private static let usualWidth = 80

  func run() -> ExitCode {
    guard let width else { return .usage }
    guard invocation.has(.watch) else { return draw(width: width).code }
    var watch = DefinitionWatch(session, file: invocation.operands[0])
    var shown: [PreviewSheet.Column] = []
    while true {
      let drawn = PreviewCommand(session: session.renewed).draw(width: width, before: shown)
      // What cannot be mended by saving a file ends it, and so does a reader that is gone.
      if drawn.code == .usage || session.results.flush() != .open { return drawn.code }
      if !drawn.columns.isEmpty { shown = drawn.columns }
      session.remark(wording.text(PreviewPhrase.watching))
      if let code = watch.wait() { return code }
    }
  }

  /// Draws the pages once.
  ///
  /// - Parameters:
  ///   - width: The columns of the window.
  ///   - before: What was drawn last, which is shown on where the definition cannot be read just now.
  /// - Returns: How alta ends, and what was drawn; nothing where nothing could be.
  private func draw(
    width: Int,
    before: [PreviewSheet.Column] = []
  ) -> (code: ExitCode, columns: [PreviewSheet.Column]) {
    guard let languages else { return (.missing, []) }
    if !before.isEmpty { session.results.clear() }
    switch session.wizard(invocation.operands[0]) {
    case .failure(let error):
      if !before.isEmpty, !invocation.has(.svg), !invocation.has(.html) {
        session.results.write(sheet(before, width).lines(on: session.results.page))
      }
      return (error.code, [])
    case .success(let wizard):
      if let code = complaint(aboutStageOf: wizard) { return (code, []) }
      do throws(StoreError) {
        let columns = try columns(of: wizard, languages, width: width)
        let code = show(columns, of: wizard, width: width)
        complain(aboutCatalogsOf: languages)
        return (code, columns)
      } catch {
        return (session.fail(error), [])
      }
    }
  }

  private func sheet(_ columns: [PreviewSheet.Column], _ width: Int) -> PreviewSheet {
    PreviewSheet(columns, width: width, wording: wording)
  }

  /// Says the first fault of each catalog that has one; the good entries are shown all the same.
  private func complain(aboutCatalogsOf languages: [String]) {
    for language in languages {
      for name in session.catalogs.wording(option: language, environment: [:]).1.chain {
        let file = session.catalogs.file(of: name)
        guard let bytes = try? LocalFile.bytes(of: file, limit: MessageCatalog.defaultSizeLimit)
        else { continue }
        guard let fault = MessageCatalog(bytes: bytes).faults.first(where: { !$0.isWarning })
        else { continue }
        session.complain(
          "\(file):\(fault.line):\(fault.column): \(wording.sentence(for: fault.reason))"
        )
      }
    }
  }

  // MARK: Showing

  private func show(
    _ columns: [PreviewSheet.Column],
    of wizard: Wizard,
    width: Int
  ) -> ExitCode {
    guard invocation.has(.svg) || invocation.has(.html) else {
      session.results.write(sheet(columns, width).lines(on: session.results.page))
      return .done
    }
    let title = "\(wording.text(wizard.title)) · \(wizard.name)"
    var files: [(path: String, content: String, beginning: String)] = []
    if let path = invocation[.svg] {
      let pictures =
        LocalFile.isFolder(path)
        ? pictures(of: columns, in: path, wizard: wizard) : [(path, columns)]
      files += pictures.map { path, columns in
        let picture = PreviewPicture(columns, width: width, title: title, wording: wording)
        return (path, picture.svg, PreviewPicture.beginning)
      }
    }
    if let path = invocation[.html] {
      let page = PreviewDocument(columns, width: width, title: title, wording: wording)
      files.append((path, page.html, PreviewDocument.beginning))
    }
    for file in files {
      guard file.path != "-" else {
        session.results.write(exactly: file.content)
        continue
      }
      do throws(FileError) {
        let bytes = Array(file.content.utf8)
        try LocalFile.generate(bytes, at: file.path, beginning: file.beginning)
      } catch {
        return session.fail(error)
      }
    }
    return .done
  }

  /// A picture for each view and language, with the name of its file.
  private func pictures(
    of columns: [PreviewSheet.Column],
    in folder: String,
    wizard: Wizard
  ) -> [(String, [PreviewSheet.Column])] {
    columns.flatMap { column in
      column.views.map { view in
        let name = view.name.map { character in
          switch character {
          case "/": "-"
          case "+": "entry"
          case "?": "help"
          case " ", "(", ")": ""
          default: String(character)
          }
        }.joined()
        let path = "\(folder)/\(wizard.name)-\(name)-\(column.language).svg"
        return (path, [PreviewSheet.Column(language: column.language, views: [view])])
      }
    }
  }

  private func columns(
    of wizard: Wizard,
    _ languages: [String],
    width: Int
  ) throws(StoreError) -> [PreviewSheet.Column] {
    let desk = Desk(
      wizard: wizard,
      store: try session.emptyStore(),
      today: session.today,
      now: session.now
    )
    let state = invocation[.state].flatMap(PagePreview.State.init(rawValue:)) ?? .empty
    var columns: [PreviewSheet.Column] = []
    for language in languages {
      let spoken = session.catalogs.wording(option: language, environment: [:]).0
      let preview = PagePreview(
        of: desk,
        in: spoken,
        columns: width,
        state: state,
        repertoire: session.results.page.repertoire
      )
      let views = try preview.views(ofStage: invocation[.stage])
      columns.append(PreviewSheet.Column(language: spoken.language, views: views))
    }
    return columns
  }

  // MARK: Wishes

  private var width: Int? {
    guard let text = invocation[.width] else { return PreviewCommand.usualWidth }
    if let number = Int(text), PreviewCommand.widths.contains(number) { return number }
    session.complain(wording.text(PreviewPhrase.badWidth, [("value", text)]))
    return nil
  }

  /// The languages that are asked for; all that there are unless some are named.
  private var languages: [String]? {
    guard let list = invocation[.lang] else { return session.catalogs.choices }
    let tags = list.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    for tag in tags {
      let choice = session.catalogs.wording(option: tag, environment: [:]).1
      guard !choice.isFallback, !choice.requests.isEmpty else {
        session.complain(
          wording.text(
            DialoguePhrase.languageUnknown,
            [("tag", tag), ("tags", session.catalogs.choices.joined(separator: ", "))]
          )
        )
        return nil
      }
    }
    return tags.isEmpty ? session.catalogs.choices : tags
  }

  private func complaint(aboutStageOf wizard: Wizard) -> ExitCode? {
    let keys = wizard.stages.map(\.key) + ["review"]
    guard let stage = invocation[.stage], !keys.contains(stage) else { return nil }
    var seen: Set<String> = []
    let unique = keys.filter { seen.insert($0).inserted }
    session.complain(
      wording.text(
        PreviewPhrase.unknownStage,
        [
          ("wizard", wizard.name), ("stage", stage),
          ("stages", unique.joined(separator: ", ")),
        ]
      ) + session.didYouMean(nearest(stage, in: unique))
    )
    return .usage
  }
}
