package import AnswerFiles
import PlainValues
package import Procedures
import SourceTrees
package import WizardEngine

/// Answers as paths and texts, for drafts and for repeating a registration.
package enum AnswerWriting {
  /// The answers that somebody gave and that apply, without secrets.
  ///
  /// Parked answers are not written: they come back only while the dialogue goes on.
  package static func entries(of answers: Answers, in wizard: Wizard, plan: Plan) -> [AnswerEntry] {
    plan.fields.compactMap { planned -> [AnswerEntry]? in
      let field = wizard.field(at: planned.address)
      guard !field.isSecret, let answer = answers[planned.address], answer.origin != .record else {
        return nil
      }
      switch answer.content {
      case .text(let text):
        return entry(planned.path, text.isEmpty ? "-" : text).map { [$0] }
      case .texts(let texts):
        return texts.enumerated().compactMap {
          entry("\(planned.path).\($0.offset + 1)", $0.element)
        }
      }
    }.flatMap { $0 }
  }

  /// Spelled answers, for example of a stored record, as entries.
  package static func entries(of answers: [SpelledAnswer]) -> [AnswerEntry] {
    answers.compactMap { entry($0.path, $0.text) }
  }

  private static func entry(_ path: String, _ text: String) -> AnswerEntry? {
    AnswerPath(spelling: path).map {
      AnswerEntry(path: $0, text: text, place: SourcePlace(line: 1, column: 1))
    }
  }

  /// The columns of an empty answer file, in the order of the definition.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - plan: The path, so that what the given answers bring along is there.
  ///   - items: How many entries of each list there is room for.
  /// - Returns: The columns in the order of the path.
  package static func columns(of wizard: Wizard, plan: Plan, items: Int) -> [FormColumn] {
    var columns: [FormColumn] = []
    for stage in plan.stages {
      if let position = wizard.stages[stage.position].list {
        let list = wizard.lists[position]
        for number in 1...max(1, items) {
          columns += list.fields.filter { $0.computed == nil }.map {
            FormColumn(path: "\(list.key).\(number).\($0.key)", field: $0)
          }
        }
      } else {
        columns += stage.fields.filter(\.isAsked).map {
          FormColumn(path: $0.path, field: wizard.field(at: $0.address))
        }
      }
    }
    return columns
  }
}

/// One column of an empty answer file.
package struct FormColumn: Sendable {
  /// The path.
  package let path: String
  /// The field.
  package let field: Field
}
