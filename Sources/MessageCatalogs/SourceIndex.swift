/// The messages of the source, found by key, by place and by text.
struct SourceIndex {
  struct Key: Hashable {
    let context: String?
    let id: String
  }

  let messages: [SourceMessage]
  private let byKey: [Key: Int]
  private let byContext: [String: [Int]]
  private let byID: [String: [Int]]

  init(_ messages: [SourceMessage]) {
    self.messages = messages
    var byKey: [Key: Int] = [:]
    var byContext: [String: [Int]] = [:]
    var byID: [String: [Int]] = [:]
    for (position, message) in messages.enumerated() {
      byKey[Key(context: message.context, id: message.id)] = position
      if let context = message.context { byContext[context, default: []].append(position) }
      byID[message.id, default: []].append(position)
    }
    self.byKey = byKey
    self.byContext = byContext
    self.byID = byID
  }

  /// The message that an entry translates.
  func message(of entry: CatalogEntry) -> SourceMessage? {
    byKey[Key(context: entry.context, id: entry.id)].map { messages[$0] }
  }

  /// The texts that stand at a place; none for messages without context.
  func texts(at context: String?) -> some Collection<String> {
    (context.flatMap { byContext[$0] } ?? []).lazy.map { messages[$0].id }
  }

  /// The places where a text stands.
  func contexts(of id: String) -> some Collection<String?> {
    (byID[id] ?? []).lazy.map { messages[$0].context }
  }
}
