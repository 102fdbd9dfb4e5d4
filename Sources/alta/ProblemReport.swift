import FrontDesk
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// Says what is wrong with a registration, in words on standard error or as JSON.
struct ProblemReport {
  let session: Session
  let wizard: Wizard

  /// Says problems and findings, each with place and code.
  ///
  /// - Parameters:
  ///   - judged: The registration.
  ///   - place: The file and row before each sentence; empty where there is no file.
  ///   - file: The file whose lines the problems stand on, if any.
  func say(_ judged: JudgedRegistration, place: String, file: String?) {
    let count = judged.problems.filter { $0.problem.severity == .error }.count
    if count > 1 { session.complain(session.wording.problems(count)) }
    for problem in judged.problems {
      let line = problem.line > 0 && file != nil ? "\(file ?? ""):\(problem.line): " : place
      say(
        "\(line)\(problem.problem.path): \(problem.sentence)\(options(of: problem)) "
          + "[\(problem.problem.code)]",
        isError: problem.problem.severity == .error
      )
    }
    for finding in judged.findings where finding.weight != .question {
      let path = finding.path.isEmpty ? "" : "\(finding.path): "
      say(
        "\(place)\(path)\(sentence(for: finding)) [\(finding.code)]",
        isError: finding.weight != .notice
      )
    }
  }

  /// The codes to choose from where an answer is missing, so that a file can be mended at once.
  private func options(of problem: PlacedProblem) -> String {
    guard case .required = problem.problem.reason,
      let field = session.speech.field(of: problem.problem.path, in: wizard),
      !field.options.isEmpty
    else { return "" }
    return " " + session.wording.options(field.options.map(\.code))
  }

  private func say(_ sentence: String, isError: Bool) {
    if isError {
      session.complain(sentence)
    } else if !session.isQuiet {
      session.messages.write(
        Line(sentence).wrapped(
          on: session.messages.page,
          indent: 2,
          marker: Line(.warning, .yellow) + " "
        )
      )
    }
  }

  /// The sentence about a finding, with the label of its field.
  func sentence(for finding: Finding) -> String {
    let label = finding.path.isEmpty ? nil : session.speech.label(of: finding.path, in: wizard)
    return session.wording.sentence(for: finding, label: label)
  }

  /// The problems and findings of a registration as JSON.
  func json(_ judged: JudgedRegistration) -> [JSONValue] {
    judged.problems.map { placed in
      Self.json(
        code: placed.problem.code,
        path: placed.problem.path,
        line: placed.line,
        column: nil,
        message: placed.sentence,
        file: nil,
        severity: placed.problem.severity.rawValue
      )
    }
      + judged.findings.map { finding in
        Self.json(
          code: finding.code,
          path: finding.path,
          line: 0,
          column: nil,
          message: sentence(for: finding),
          file: nil,
          severity: finding.severityName
        )
      }
  }

  /// One problem as JSON.
  static func json(
    code: String,
    path: String,
    line: Int,
    column: Int?,
    message: String,
    file: String?,
    severity: String = "error"
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(code)), .init("severity", .string(severity)),
      .init("path", path.isEmpty ? .null : .string(path)),
      .init("line", line > 0 ? .integer(line) : .null),
    ]
    if let column { members.append(.init("column", .integer(column))) }
    if let file { members.append(.init("file", .string(file))) }
    members.append(.init("message", .string(message)))
    return .object(members)
  }

  /// How alta ends because of a registration's problems.
  static func exitCode(of judged: JudgedRegistration) -> ExitCode {
    var code =
      judged.problems.contains { $0.problem.severity == .error } ? ExitCode.problems : .done
    for finding in judged.findings {
      switch finding.weight {
      case .notice, .question: break
      case .problem: code = code.joined(with: .problems)
      case .missing: code = code.joined(with: .missing)
      case .conflict: code = code.joined(with: .conflict)
      case .choice: code = code.joined(with: .question)
      }
    }
    return code
  }
}

extension Finding {
  fileprivate var severityName: String {
    switch weight {
    case .notice: "notice"
    case .question: "question"
    case .problem, .missing, .conflict, .choice: "error"
    }
  }
}
