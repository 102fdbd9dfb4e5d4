import Synchronization

/// The messages that were asked for since the last look, for whoever shows what is said where.
package final class TranslationTrace: Sendable {
  /// A message and what was said for it.
  package struct Message: Sendable, Equatable {
    /// Where it stands.
    package let context: String?
    /// The source text.
    package let id: String
    /// What was said.
    package let answer: Translations.Answer
  }

  private let messages = Mutex<[Message]>([])

  /// Begins with nothing.
  package init() {}

  func note(_ message: Message) {
    messages.withLock { $0.append(message) }
  }

  /// Gives what was asked for, each message once, in the order of the first time, and begins anew.
  package func take() -> [Message] {
    let all = messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
    var seen: Set<SourceIndex.Key> = []
    return all.filter { seen.insert(SourceIndex.Key(context: $0.context, id: $0.id)).inserted }
  }
}
