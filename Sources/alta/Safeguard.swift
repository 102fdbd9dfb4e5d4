import FrontDesk
import LocalFiles
import RecordStorage

/// What keeps the answers of a dialogue while it goes on; a journal only once there is something in it.
final class Safeguard {
  private let conversation: Conversation
  /// The name that a draft of the dialogue is resumed by.
  let id: String
  private var journal: DraftJournal?

  init(conversation: Conversation, id: String) {
    self.conversation = conversation
    self.id = id
  }

  /// Keeps the answers so far; where no file can be had, the dialogue goes on without.
  func keep(_ interview: Interview, _ language: String) {
    // What is edited is stored already; its changes are made anew rather than resumed.
    guard conversation.desk.subject == nil,
      let draft = conversation.draft(of: interview, id: id, language: language)
    else { return }
    if journal == nil { journal = try? DraftJournal(id: id) }
    try? journal?.keep(draft, of: conversation.desk.store)
  }

  /// Removes what was kept: it is stored, or not wanted.
  func discard() {
    journal?.discard()
    journal = nil
  }
}
