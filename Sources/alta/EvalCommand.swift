import AnswerFiles
import Expressions
import FrontDesk
import LocalFiles
import PlainValues
import SourceTrees
import TerminalForms

/// `alta wizard eval EXPRESSION`: evaluates one expression and prints the result as JSON.
struct EvalCommand {
  let session: Session

  func run() -> ExitCode {
    let text = session.invocation.operands[0]
    switch answers() {
    case .failure(let error): return error.code
    case .success(let answers):
      let names = answers.map(\.name) + ["today"]
      let values = answers.map(\.value) + [Value.date(session.today)]
      do throws(Faults) {
        let expression = try Expression(text, Declarations(lenient: names))
        return evaluate(expression, values)
      } catch {
        for fault in error.faults {
          report(session.wording.sentence(for: fault.reason), at: fault.place, in: text)
        }
        return .problems
      }
    }
  }

  private func evaluate(_ expression: Expression, _ values: [Value]) -> ExitCode {
    do throws(EvaluationError) {
      let value = try expression.value { slot in values[slot] }
      session.results.write(exactly: (value?.json ?? .null).json + "\n")
      return .done
    } catch {
      report(session.wording.sentence(for: error.reason), at: error.place, in: expression.text)
      return .problems
    }
  }

  private func report(_ sentence: String, at place: Expressions.Place, in text: String) {
    let before = String(decoding: Array(text.utf8).prefix(place.offset), as: UTF8.self)
    let column = before.count + 1
    if session.isJSON {
      session.results.write(
        exactly: ProblemReport.json(
          code: "expression",
          path: "",
          line: 1,
          column: column,
          message: sentence,
          file: nil
        ).json + "\n"
      )
      return
    }
    session.complain(sentence)
    let part = Array(text.utf8).dropFirst(place.offset).prefix(place.length)
    let excerpt = SourceExcerpt(
      of: SourceText(text),
      at: SourcePlace(
        line: 1,
        column: column,
        offset: place.offset,
        length: String(decoding: part, as: UTF8.self).count
      )
    )
    session.messages.write([
      Line("    \(excerpt.line)"), Line("    ") + Line(excerpt.caret, .cyan),
    ])
  }

  /// The variables of the expression: the members of the answer file, and what `--set` gives.
  private func answers() -> Result<[(name: String, value: Value)], ExitError> {
    var answers: [(name: String, value: Value)] = []
    for file in session.invocation.values[.answers] ?? [] {
      do throws(FileError) {
        let bytes = try LocalFile.bytes(of: file, limit: AnswerSource.sizeLimit)
        let text = try? SourceText(bytes, limit: AnswerSource.sizeLimit)
        let node = text.flatMap { text in
          (try? SourceNode(json: text)) ?? (try? SourceNode(yaml: text))
        }
        guard let pairs = node?.pairs else {
          session.complain("\(file): \(session.wording.sentence(for: .notMapping))")
          return .failure(ExitError(code: .problems))
        }
        answers += pairs.map { ($0.key.text ?? "", Value($0.value)) }
      } catch {
        return .failure(ExitError(code: session.fail(error)))
      }
    }
    guard let assignments = AnswerSource(session: session).assignments() else {
      return .failure(ExitError(code: .usage))
    }
    answers += assignments.map { ($0.path, Value(plain: $0.text)) }
    return .success(answers)
  }
}

extension Value {
  /// A tree of answers as an expression sees it; plain scalars by how they look.
  init(_ node: SourceNode) {
    if node.isNull {
      self = .null
      return
    }
    switch node.content {
    case .scalar(let text, .plain), .scalar(let text, .number), .scalar(let text, .boolean):
      self = Value(plain: text)
    case .scalar(let text, _): self = .string(text)
    case .sequence(let items): self = .list(items.map(Value.init))
    case .mapping(let pairs):
      self = .map(MapValue(pairs.map { (key: $0.key.text ?? "", value: Value($0.value)) }))
    }
  }

  /// A text by how it looks: a truth value, a number, a date, or a text.
  init(plain text: String) {
    switch text {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default:
      if let number = Int(text) {
        self = .int(number)
      } else if text.first.map({ "-0123456789".contains($0) }) == true, let number = Double(text) {
        self = .double(number)
      } else {
        self = .string(text)
      }
    }
  }

  /// The value as JSON; dates as ISO texts, bytes as base64, numbers without a JSON spelling as texts.
  var json: JSONValue {
    switch self {
    case .null: .null
    case .bool(let truth): .bool(truth)
    case .int(let number): .integer(number)
    case .uint(let number): .decimal(String(number))
    case .double(let number):
      number.isFinite
        ? .decimal("\(number)")
        : .string(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
    case .string(let text): .string(text)
    case .bytes(let bytes): .string(Value.base64(bytes))
    case .date(let date): .string(date.iso)
    case .list(let values): .array(values.map(\.json))
    case .map(let map):
      .object(map.entries.map { .init($0.key.keyText, $0.value.json) })
    case .object(let object):
      .object(
        zip(object.shape.fields, object.values).map { .init($0.name, $1?.json ?? .null) }
      )
    case .type(let kind): .string(kind.rawValue)
    }
  }

  private var keyText: String {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .bool(let truth): truth ? "true" : "false"
    default: ""
    }
  }

  /// - SeeAlso: RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var number = part.reduce(0) { $0 << 8 | Int($1) }
      number <<= 8 * (3 - part.count)
      for position in 0..<4 {
        text.append(position <= part.count ? letters[number >> (18 - 6 * position) & 63] : "=")
      }
    }
    return text
  }
}
