import FrontDesk
import LocalFiles
import PlainValues
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta wizard paths`: all paths through wizards, and an answer file for each of them.
struct PathsCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func run() -> ExitCode {
    var code = ExitCode.done
    var objects: [JSONValue] = []
    for name in session.wizardNames {
      switch session.wizard(name) {
      case .failure(let error): code = code.joined(with: error.code)
      case .success(let wizard):
        let everyOption = session.invocation.has(.all)
        let list = PathList(of: wizard, on: session.today, everyOption: everyOption)
        let examples = list.paths.enumerated().map { index, path in
          PathExample(of: path, in: wizard, on: session.today, number: index + 1) {
            wording.text($0.label)
          }
        }
        if let folder = session.invocation[.write] {
          code = code.joined(with: write(list, examples, of: wizard, to: folder))
        } else if session.isJSON {
          objects.append(json(list, examples, of: wizard))
        } else {
          show(list, examples, of: wizard)
        }
        remark(on: list, of: wizard)
      }
    }
    if session.isJSON && session.invocation[.write] == nil {
      session.results.write(exactly: JSONValue.array(objects).json + "\n")
    }
    return code
  }

  private func remark(on list: PathList, of wizard: Wizard) {
    let name = ("wizard", wizard.name)
    if let count = list.count {
      guard count > list.paths.count else { return }
      let figures = [("limit", "\(list.paths.count)"), ("count", "\(count)")]
      session.complain(wording.text(AuthorPhrase.pathsNotListed, [name] + figures))
    } else {
      let limit = ("limit", "\(PathWalk.mostCombinations)")
      session.complain(wording.text(AuthorPhrase.pathsTooMany, [name, limit]))
    }
  }

  // MARK: Words

  private func choices(of path: WizardPath, in wizard: Wizard) -> [(key: String, value: String)] {
    path.choices.map { choice in
      let value =
        switch choice.content {
        case .text(let text): text
        case .texts(let texts): texts.joined(separator: ",")
        }
      return (wizard.fields[choice.field].key, value)
    }
  }

  private func stages(of path: WizardPath, in wizard: Wizard) -> String {
    path.stages.map { position in
      let title = wording.text(wizard.stages[position].title)
      guard path.openStages.contains(position) else { return title }
      return wording.text(AuthorPhrase.mayBeMissing, [("stage", title)])
    }.joined(separator: " → ")
  }

  /// The paths of fields that must be answered, with what is suggested for them.
  private func needed(_ example: PathExample) -> [(path: String, suggested: String?)] {
    example.plan.fields.filter { $0.isRequired && $0.isAsked }.map { field in
      (field.path, field.source == .suggested ? field.value?.text : nil)
    }
  }

  private func show(_ list: PathList, _ examples: [PathExample], of wizard: Wizard) {
    let page = session.results.page
    let count = wording.text(CountedPhrase.paths, list.count ?? list.paths.count)
    let headline = wording.text(
      AuthorPhrase.pathsOf,
      [("wizard", wizard.name), ("title", wording.text(wizard.title)), ("count", count)]
    )
    session.results.write(Line(headline, .bold).wrapped(on: page))
    for (index, (path, example)) in zip(list.paths, examples).enumerated() {
      let number = Line("\(index + 1)", .cyan).padded(to: 4, .trailing) + "  "
      let choices = choices(of: path, in: wizard).map { "\($0.key)=\($0.value)" }
      let title = choices.isEmpty ? wording.text(wizard.title) : choices.joined(separator: " ")
      session.results.write(Line(title).wrapped(on: page, marker: number))
      session.results.write(Line(stages(of: path, in: wizard)).wrapped(on: page, indent: 6))
      let needed = needed(example).map { field in
        field.suggested.map { "\(field.path)=\($0)" } ?? field.path
      }
      let text =
        needed.isEmpty
        ? wording.text(AuthorPhrase.needsNothing)
        : "\(wording.text(AuthorPhrase.needs)) \(needed.joined(separator: ", "))"
      session.results.write(Line(text, .dim).wrapped(on: page, indent: 6))
    }
  }

  private func json(_ list: PathList, _ examples: [PathExample], of wizard: Wizard) -> JSONValue {
    let paths = zip(list.paths, examples).enumerated().map { index, pair in
      let (path, example) = pair
      return JSONValue.object([
        .init("path", .integer(index + 1)),
        .init(
          "choices",
          .object(choices(of: path, in: wizard).map { .init($0.key, .string($0.value)) })
        ),
        .init(
          "stages",
          .array(
            path.stages.map { position in
              let stage = wizard.stages[position]
              return .object([
                .init("stage", .string(stage.key)),
                .init("title", .string(wording.text(stage.title))),
                .init("always", .bool(!path.openStages.contains(position))),
              ])
            }
          )
        ),
        .init(
          "required",
          .array(
            needed(example).map { field in
              .object([
                .init("field", .string(field.path)),
                .init("default", field.suggested.map { .string($0) } ?? .null),
              ])
            }
          )
        ),
        .init("notMadeUp", .array(example.missing.map { .string($0) })),
      ])
    }
    return .object([
      .init("wizard", .string(wizard.name)), .init("title", .string(wording.text(wizard.title))),
      .init("count", list.count.map { .integer($0) } ?? .null), .init("paths", .array(paths)),
    ])
  }

  // MARK: Answer files

  private func write(
    _ list: PathList,
    _ examples: [PathExample],
    of wizard: Wizard,
    to folder: String
  ) -> ExitCode {
    let files = zip(list.paths, examples).enumerated().map { index, pair in
      let name = fileName(of: pair.0, number: index + 1, count: list.paths.count, in: wizard)
      let content = PathAnswerFile(
        pair.1,
        to: wizard,
        headline: headline(of: pair.0, number: index + 1, of: list, in: wizard, file: name),
        wording: wording
      )
      return (path: "\(folder)/\(name)", bytes: content.bytes)
    }
    do throws(FileError) {
      // All are looked at before the first is written, so that a refusal leaves the folder as it was.
      for file in files where LocalFile.exists(file.path) {
        let found = try LocalFile.bytes(of: file.path, limit: Self.sizeLimit)
        guard PathAnswerFile.isUnchanged(found) else {
          session.refuse(
            wording.text(AuthorPhrase.notWritten, [("path", file.path)]),
            code: "file"
          )
          return .unavailable
        }
      }
      LocalFile.makeFolders(folder)
      for file in files {
        if LocalFile.exists(file.path) {
          try LocalFile.replace(file.path, with: file.bytes)
        } else {
          try LocalFile.create(file.bytes, at: file.path)
        }
      }
    } catch {
      return session.fail(error)
    }
    let count = wording.text(CountedPhrase.answerFiles, files.count)
    session.confirm(wording.text(AuthorPhrase.written, [("path", folder), ("count", count)]))
    return .done
  }

  /// The most bytes of a file that is looked at before it is written anew.
  private static let sizeLimit = 1 << 20

  /// For example `register-customer-03-new-gmbh-public.yaml`.
  private func fileName(
    of path: WizardPath,
    number: Int,
    count: Int,
    in wizard: Wizard
  ) -> String {
    let digits = "\(number)"
    let width = max(2, "\(count)".utf8.count)
    let padded = String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    let words = choices(of: path, in: wizard).map(\.value).filter { !$0.isEmpty }
    var name = "\(wizard.name)-\(padded)"
    for word in words {
      let next = "\(name)-\(word.split(separator: ",").joined(separator: "+"))"
      guard next.utf8.count <= 100 else { break }
      name = next
    }
    return "\(name).yaml"
  }

  private func headline(
    of path: WizardPath,
    number: Int,
    of list: PathList,
    in wizard: Wizard,
    file: String
  ) -> [String] {
    let title = wording.text(
      AuthorPhrase.pathTitle,
      [
        ("title", wording.text(wizard.title)), ("number", "\(number)"),
        ("count", "\(list.count ?? list.paths.count)"),
      ]
    )
    let choices = choices(of: path, in: wizard).map { "\($0.key)=\($0.value)" }
    let stages = wording.text(AuthorPhrase.stages, [("stages", stages(of: path, in: wizard))])
    let name = wizard.name == RegisterCommand.usualWizard ? "" : " \(wizard.name)"
    return [title] + (choices.isEmpty ? [] : [choices.joined(separator: " ")])
      + [stages, "alta register\(name) --answers \(file) --yes"]
  }
}

extension Session {
  /// The wizards that the command line names, or all in the folder.
  var wizardNames: [String] {
    guard invocation.operands.isEmpty else { return invocation.operands }
    var folder = WizardFolder(path: wizardsPath)
    return folder.wizardNames()
  }
}
