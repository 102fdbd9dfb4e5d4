import FieldKinds
import Procedures
package import RecordStorage
import SourceTrees
import WizardEngine

/// What becomes of a record that is there already.
package enum DuplicatePolicy: String, CaseIterable, Sendable {
  /// The row is refused.
  case reject
  /// The row is passed over.
  case skip
  /// The record is brought to what the row says.
  case update
}

/// What became of a row.
package enum RowOutcome: Sendable {
  /// Its records were inserted.
  case stored
  /// A record was altered.
  case updated
  /// The store knows the row as it is.
  case unchanged
  /// It was passed over.
  case skipped
  /// It has problems.
  case rejected([RowProblem])
}

/// What is wrong with a row.
package struct RowProblem: Equatable, Sendable {
  /// How it weighs for the exit status.
  package enum Weight: String, Equatable, Sendable {
    /// The answers must change.
    case problem
    /// Something must be there first.
    case missing
    /// Something that is stored is in the way.
    case conflict
    /// Somebody must say yes.
    case question
  }

  /// The stable code that scripts see.
  package let code: String
  /// Where: the path of an answer, or nothing for the row as a whole.
  package let path: String
  /// The line, counted from 1.
  package let line: Int
  /// The sentence about it.
  package let sentence: String
  /// How it weighs.
  package let weight: Weight
}

/// Brings rows into the store, one after the other, in the transaction of a batch.
///
/// What a row says was judged already as far as that was possible; rows that are not in order are judged
/// here again, by the very code that judges an answer file, so that they get the same problems.
package struct RowWriter {
  private let desk: Desk
  private let speech: Speech
  private let duplicates: DuplicatePolicy
  private let isConfirmed: Bool
  private let isLenient: Bool
  private let mapping: CustomerMapping
  /// What was so in the store when the batch asked first; nobody else can change it meanwhile.
  private var known: (batch: ObjectIdentifier, conditions: Preconditions)?

  /// Prepares for a wizard and its store.
  ///
  /// - Parameters:
  ///   - desk: The wizard, its procedure and the store.
  ///   - speech: The language of the sentences.
  ///   - duplicates: What becomes of records that are there already.
  ///   - isConfirmed: Whether questions that depend on a row are answered with yes.
  ///   - isLenient: Whether answers that do not apply are passed over.
  package init(
    at desk: Desk,
    speech: Speech,
    duplicates: DuplicatePolicy,
    isConfirmed: Bool,
    isLenient: Bool
  ) {
    self.desk = desk.preparedForMany()
    self.speech = speech
    self.duplicates = duplicates
    self.isConfirmed = isConfirmed
    self.isLenient = isLenient
    mapping = CustomerMapping(of: desk.wizard)
  }

  /// Stores a row, or says why not.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - chunk: Where it came from.
  ///   - reader: What reads a row again that the store refuses.
  ///   - batch: The transaction.
  /// - Returns: What became of it.
  /// - Throws: `StoreError` where the store itself is in trouble; the batch is lost then.
  package mutating func take(
    _ row: ImportRow,
    of chunk: RowChunk,
    _ reader: RowReader,
    in batch: ImportBatch
  ) throws(StoreError) -> RowOutcome {
    switch row.content {
    case .known: return .unchanged
    case .unreadable(let fault):
      return .rejected([
        RowProblem(
          code: fault.code,
          path: "",
          line: fault.line,
          sentence: fault.sentence,
          weight: .problem
        )
      ])
    case .answers(let reading): return try lookInto(reading, row, in: batch)
    case .ready(let range, let preconditions):
      if try hold(preconditions, in: batch) {
        do throws(StoreError) {
          try batch.perform(chunk.tape, range, row: row.number)
          return .stored
        } catch {
          guard error.isAboutTheRow else { throw error }
        }
      }
      let reading = reader.answers(of: chunk.text(of: row), line: row.line)
      return try lookInto(reading, row, in: batch)
    }
  }

  private mutating func hold(
    _ conditions: Preconditions,
    in batch: ImportBatch
  ) throws(StoreError) -> Bool {
    if let known, known.batch == ObjectIdentifier(batch),
      known.conditions.isSuperset(of: conditions)
    {
      return true
    }
    guard try conditions.hold(in: desk.store) else { return false }
    if !conditions.isEmpty { known = (ObjectIdentifier(batch), conditions) }
    return true
  }

  private func lookInto(
    _ reading: AnswerReading,
    _ row: ImportRow,
    in batch: ImportBatch
  ) throws(StoreError) -> RowOutcome {
    if desk.procedure.readsBeforeJudging { try batch.settle() }
    let judged = try JudgedRegistration(
      reading,
      at: desk,
      speech: speech,
      isLenient: isLenient
    ) { registration throws(StoreError) in
      try batch.settle(desk.procedure.keys(of: registration, mapping))
    }
    let hasErrors = judged.problems.contains { $0.problem.severity == .error }
    if !hasErrors, let standing = try standing(for: judged, reading) {
      if let outcome = try take(judged, row, asChangeOf: standing, reading, in: batch) {
        return outcome
      }
    }
    guard !judged.isBlocked else { return .rejected(problems(of: judged, row)) }
    let questions = judged.questions(at: desk)
    // That type and category are final is taken as confirmed by whoever imports customers.
    let open = questions.filter { $0.reason != .confirmFreeze }
    let isYes = isConfirmed || reading.isConfirmed == true
    if reading.isConfirmed == false || (!open.isEmpty && !isYes) {
      let unanswered = open.isEmpty ? questions : open
      if !unanswered.isEmpty { return .rejected(unanswered.map { problem($0, row) }) }
    }
    do throws(StoreError) {
      var instalment = try desk.instalment(of: judged.registration, after: nil)
      guard !instalment.changes.changes.isEmpty else { return .unchanged }
      let inserts = instalment.changes.inserts
      while let mark = instalment.next {
        try batch.perform(instalment.changes, row: row.number, caseKey: nil)
        try batch.settle()
        instalment = try desk.instalment(of: judged.registration, after: mark)
      }
      try batch.perform(instalment.changes, row: row.number, caseKey: reading.caseKey)
      return inserts ? .stored : .updated
    } catch {
      guard error.isAboutTheRow else { throw error }
      let reason = Finding.Reason(
        error,
        registration: judged.registration,
        caseKey: reading.caseKey
      )
      guard let reason else {
        return .rejected([
          RowProblem(
            code: "store",
            path: "",
            line: row.line,
            sentence: speech.wording.sentence(for: error),
            weight: .problem
          )
        ])
      }
      return .rejected([problem(Finding(reason), row)])
    }
  }

  // MARK: What is there already

  /// The record that a row would make again, where its being there is what keeps the row out.
  private func standing(
    for judged: JudgedRegistration,
    _ reading: AnswerReading
  ) throws(StoreError) -> EditSubject? {
    guard judged.findings.contains(where: { $0.weight == .conflict }) else { return nil }
    if let key = reading.caseKey {
      let outcome = try desk.store.outcome(ofCase: key, wizard: desk.wizard.name)
      if outcome.isDone { return try outcome.record.flatMap(subject) }
    }
    switch try desk.procedure.standing(of: judged.registration, in: desk.store) {
    case .customer(let file)?: return .customer(file)
    case .record(let record)?: return .record(record)
    case nil: return nil
    }
  }

  private func subject(of record: Record) throws(StoreError) -> EditSubject? {
    guard record.table == .customers else { return .record(record) }
    return try desk.store.customer(identifier: record.name).map(EditSubject.customer)
  }

  /// What a row is as a change of the record that is there; `nil` where it stays a row to be refused.
  private func take(
    _ judged: JudgedRegistration,
    _ row: ImportRow,
    asChangeOf subject: EditSubject,
    _ reading: AnswerReading,
    in batch: ImportBatch
  ) throws(StoreError) -> RowOutcome? {
    let edit = desk.editing(subject)
    let set = try edit.changeSet(of: judged.registration)
    if !set.changes.isEmpty, duplicates == .reject { return nil }
    let frozen = try edit.findings(of: judged.registration)
    let isBlocked = frozen.contains(where: \.blocks)
    if set.changes.isEmpty && !isBlocked { return .unchanged }
    switch duplicates {
    case .reject: return nil
    case .skip: return .skipped
    case .update:
      // A case that was carried out is not carried out in another way.
      let isRepeated = judged.findings.contains { $0.code == "E-CASE-DONE" }
      guard !isRepeated else { return nil }
      guard !isBlocked else { return .rejected(frozen.filter(\.blocks).map { problem($0, row) }) }
      do throws(StoreError) {
        try batch.perform(set, row: row.number, caseKey: reading.caseKey)
        return .updated
      } catch {
        guard error.isAboutTheRow else { throw error }
        return nil
      }
    }
  }

  // MARK: Problems

  private func problems(of judged: JudgedRegistration, _ row: ImportRow) -> [RowProblem] {
    judged.problems.filter { $0.problem.severity == .error }.map { placed in
      RowProblem(
        code: placed.problem.code,
        path: placed.problem.path,
        line: placed.line > 0 ? placed.line : row.line,
        sentence: placed.sentence,
        weight: .problem
      )
    } + judged.findings.filter(\.blocks).map { problem($0, row) }
  }

  private func problem(_ finding: Finding, _ row: ImportRow) -> RowProblem {
    let label = finding.path.isEmpty ? nil : speech.label(of: finding.path, in: desk.wizard)
    let weight: RowProblem.Weight =
      switch finding.weight {
      case .missing: .missing
      case .conflict: .conflict
      case .question, .choice: .question
      case .problem, .notice: .problem
      }
    return RowProblem(
      code: finding.code,
      path: finding.path,
      line: row.line,
      sentence: speech.wording.sentence(for: finding, label: label),
      weight: weight
    )
  }
}

extension StoreError {
  /// Whether only the row at hand is refused, and others may be taken.
  fileprivate var isAboutTheRow: Bool {
    switch self {
    case .conflict, .constraint, .stale, .missing, .referenced, .tooLarge: true
    default: false
    }
  }
}

extension ChangeSet {
  /// Whether a record is made.
  fileprivate var inserts: Bool {
    changes.contains { if case .insert = $0 { true } else { false } }
  }
}
