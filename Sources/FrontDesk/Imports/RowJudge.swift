import AnswerFiles
package import PlainValues
import Procedures
package import RecordStorage
import SourceTrees
package import WizardEngine

/// Judges rows by the same plan as the dialogue, as far as that needs no store.
package struct RowJudge: Sendable {
  private let tapeFormat: TapeFormat
  private let now: String
  private let wizard: Wizard
  private let procedure: Procedure
  private let mapping: CustomerMapping
  private let today: CivilDate

  /// Prepares for a wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - today: The day that counts as today.
  ///   - provenance: How the records come to be; row and case are those of each row.
  package init(of wizard: Wizard, today: CivilDate, _ provenance: Provenance) {
    self.wizard = wizard
    tapeFormat = TapeFormat(provenance)
    now = provenance.at
    procedure = Procedure(wizard.ending)
    mapping = CustomerMapping(of: wizard)
    self.today = today
  }

  /// What one thread works on.
  package func makeDesk() -> RowDesk {
    RowDesk(PlanDesk(of: wizard, on: today), TapedSet(tapeFormat))
  }

  /// Judges rows.
  ///
  /// - Parameters:
  ///   - cut: The rows.
  ///   - reader: What reads their answers.
  ///   - desk: What they are worked on.
  /// - Returns: The rows with what they turned out to be.
  package func chunk(of cut: CutRows, _ reader: RowReader, at desk: RowDesk) -> RowChunk {
    var chunk = RowChunk(of: cut, reader.setup.format, tapeFormat)
    switch cut.content {
    case .table(let rows):
      for index in 0..<rows.count {
        let (row, number) = (rows[index], cut.first + index)
        let content = content(of: row, number, reader, at: desk, &chunk.tape)
        chunk.add(content, number: number, line: row.line)
      }
    case .lines(let lines):
      for (index, line) in lines.enumerated() {
        let number = cut.first + index
        let content = content(of: line, number, reader, at: desk, &chunk.tape)
        chunk.add(content, number: number, line: line.number)
      }
    case .records(let records):
      for (index, record) in records.enumerated() {
        let number = cut.first + index
        let content: ImportRow.Content =
          reader.passes(number)
          ? .known
          : content(of: reader.answers(of: record, &desk.targets), at: desk, &chunk.tape)
        chunk.add(content, number: number, line: record.line)
      }
    }
    return chunk
  }

  private func content(
    of row: CSVRow,
    _ number: Int,
    _ reader: RowReader,
    at desk: RowDesk,
    _ tape: inout InsertionTape
  ) -> ImportRow.Content {
    if reader.passes(number) { return .known }
    guard let fault = row.fault else {
      return content(of: reader.answers(of: row, line: row.line), at: desk, &tape)
    }
    return .unreadable(
      UnreadableRow(
        code: "row",
        line: fault.line,
        column: fault.column,
        sentence: reader.local.wording.sentence(for: fault.reason)
      )
    )
  }

  private func content(
    of line: JSONLine,
    _ number: Int,
    _ reader: RowReader,
    at desk: RowDesk,
    _ tape: inout InsertionTape
  ) -> ImportRow.Content {
    if reader.passes(number) { return .known }
    switch line.record(isPlaced: false) {
    case .success(let record):
      return content(of: reader.answers(of: record, &desk.targets), at: desk, &tape)
    case .failure(let faults):
      let fault = faults.all[0]
      return .unreadable(
        UnreadableRow(
          code: "syntax",
          line: fault.place.line,
          column: fault.place.column,
          sentence: reader.local.wording.sentence(for: fault.reason)
        )
      )
    }
  }

  /// Judges the answers of a row; where nothing is wrong with them, the tape receives what storing them does.
  private func content(
    of reading: AnswerReading,
    at desk: RowDesk,
    _ tape: inout InsertionTape
  ) -> ImportRow.Content {
    guard reading.problems.isEmpty, reading.isConfirmed != false, reading.caseKey == nil,
      !procedure.readsBeforeJudging
    else { return .answers(reading) }
    guard let values = wizard.values(of: reading.answers, at: desk.plans) else {
      return .answers(reading)
    }
    let registration = Registration(of: wizard, values: values)
    guard let preconditions = procedure.preconditions(of: registration, mapping) else {
      return .answers(reading)
    }
    desk.set.clear()
    guard procedure.insert(registration, mapping, now: now, into: &desk.set),
      let range = tape.append(desk.set)
    else { return .answers(reading) }
    return .ready(range, preconditions)
  }
}

/// What rows are worked on, kept from one to the next; used by one thread at a time.
package final class RowDesk {
  let plans: PlanDesk
  var targets = KnownTargets()
  var set: TapedSet

  init(_ plans: PlanDesk, _ set: TapedSet) {
    self.plans = plans
    self.set = set
  }
}
