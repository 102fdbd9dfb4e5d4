import AnswerFiles
import FrontDesk
import LocalFiles
import PlainValues
import RecordStorage
import SourceTrees

/// Drafts that are kept as one goes, in files of the account's own, so that even a killed process loses
/// nothing but what was being typed.
///
/// Not in the store: cancelling must leave it as it was, and it need not even be there yet. A dialogue
/// that ends by itself removes its file, having kept a draft in the store where one was wanted.
struct DraftJournal {
  private let file: JournalFile
  /// The name that the draft is resumed by.
  let id: String

  /// Begins a journal, or goes on with one that was left behind.
  ///
  /// - Throws: `FileError` where there can be none.
  init(id: String) throws(FileError) {
    // The names of drafts come from a store that others write to as well.
    guard let folder = DraftJournal.folder, id.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      throw FileError(path: "HOME", reason: .missing)
    }
    self.id = id
    file = try JournalFile(at: "\(folder)/\(id).jsonl")
  }

  /// Keeps a draft, in place of what was kept before.
  func keep(_ draft: Draft, of store: Store) throws(FileError) {
    try file.add(Array(DraftJournal.json(draft, of: store).json.utf8))
  }

  /// Removes what was kept.
  func discard() {
    file.remove()
  }

  // MARK: Drafts that were left behind

  private static var folder: String? { Environment.stateHome.map { "\($0)/alta/drafts" } }

  /// The drafts of a store that killed processes left behind, the latest first.
  static func drafts(of store: Store) -> [Draft] {
    guard let folder else { return [] }
    return LocalFile.names(in: folder).filter { $0.hasSuffix(".jsonl") }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard !JournalFile.isHeld(path) else { return nil }
      return draft(in: path, of: store)
    }.sorted { ($0.savedAt, $1.id) > ($1.savedAt, $0.id) }
  }

  /// The draft of a name that a killed process left behind.
  static func draft(_ id: String, of store: Store) -> Draft? {
    drafts(of: store).first { $0.id == id }
  }

  /// Removes what a killed process left behind of a draft.
  ///
  /// - Returns: Whether there was anything.
  static func discard(_ id: String, of store: Store) -> Bool {
    guard let folder, draft(id, of: store) != nil else { return false }
    return JournalFile.remove("\(folder)/\(id).jsonl")
  }

  // MARK: Spelling

  private static func json(_ draft: Draft, of store: Store) -> JSONValue {
    .object([
      .init("store", .string(Environment.absolute(store.location))),
      .init("id", .string(draft.id)), .init("wizard", .string(draft.wizard)),
      .init("version", .integer(Int(draft.wizardVersion))),
      .init("position", .string(draft.position)),
      .init("language", .string(draft.language ?? "")),
      .init("savedAt", .string(draft.savedAt)), .init("answers", .string(draft.answers)),
    ])
  }

  private static func draft(in path: String, of store: Store) -> Draft? {
    guard let line = try? JournalFile.lastLine(of: path),
      let text = String(validating: line, as: UTF8.self),
      let pairs = (try? SourceNode(json: SourceText(text)))?.pairs
    else { return nil }
    var texts: [String: String] = [:]
    for pair in pairs { texts[pair.key.text ?? ""] = pair.value.text }
    guard texts["store"] == Environment.absolute(store.location), let id = texts["id"],
      let wizard = texts["wizard"], let answers = texts["answers"]
    else { return nil }
    return Draft(
      id: id,
      wizard: wizard,
      wizardVersion: texts["version"].flatMap { Int64($0) } ?? 1,
      answers: answers,
      position: texts["position"] ?? "",
      language: texts["language"],
      savedAt: texts["savedAt"] ?? ""
    )
  }
}
