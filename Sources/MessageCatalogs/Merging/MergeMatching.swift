import PlainValues

/// Which entry of a catalog serves which message of the source.
struct MergeMatching {
  /// How a message is served.
  enum Match {
    /// By the entry with its place and its text.
    case same(Int)
    /// By the entry that stood at its place, whose text differs.
    case changed(Int)
    /// By an entry of another place with its text.
    case renamed(Int)
    /// By the translation of a similar message, which stays or goes with its own entry.
    case similar(Int)
    /// By none.
    case new
  }

  private(set) var matches: [Match]
  /// The entries that no message needs.
  private(set) var unused: [Int] = []

  private let scan: CatalogScan
  private let messages: [SourceMessage]
  private let options: MergeOptions
  private var isTaken: [Bool]

  init(_ scan: CatalogScan, messages: [SourceMessage], options: MergeOptions) {
    self.scan = scan
    self.messages = messages
    self.options = options
    matches = Array(repeating: .new, count: messages.count)
    isTaken = Array(repeating: false, count: scan.entries.count)
    if let header = scan.header { isTaken[header] = true }
  }

  mutating func run() {
    matchKeys()
    matchPlaces()
    matchTexts()
    if options.suggests { matchSimilar() }
    unused = scan.entries.indices.filter {
      !isTaken[$0] && !scan.entries[$0].traits.contains(.isObsolete)
    }
  }

  private mutating func matchKeys() {
    for (place, message) in messages.enumerated() {
      guard let position = scan.position(context: message.context, id: message.id),
        !isTaken[position]
      else { continue }
      isTaken[position] = true
      let plural = scan.entries[position].plural.map(scan.string)
      matches[place] = plural == message.plural ? .same(position) : .changed(position)
    }
  }

  /// A place with one text left on both sides: its text was changed.
  private mutating func matchPlaces() {
    var entries: [String: [Int]] = [:]
    for position in scan.entries.indices where !isTaken[position] {
      let entry = scan.entries[position]
      guard !entry.traits.contains(.isObsolete), let context = entry.context else { continue }
      entries[scan.string(context), default: []].append(position)
    }
    var places: [String: [Int]] = [:]
    for (place, message) in messages.enumerated() {
      guard case .new = matches[place], let context = message.context else { continue }
      places[context, default: []].append(place)
    }
    for (context, waiting) in places {
      guard waiting.count == 1, let found = entries[context], found.count == 1 else { continue }
      // In a family of sentences one that went and one that came may have nothing in common.
      if MessageRole(context: context) == .phrase,
        !Likeness(messages[waiting[0]].id).isLike(scan.string(scan.entries[found[0]].id))
      {
        continue
      }
      isTaken[found[0]] = true
      matches[waiting[0]] = .changed(found[0])
    }
  }

  /// A text that has gone from one place and come to another of the same role.
  private mutating func matchTexts() {
    var entries: [String: [Int]] = [:]
    for position in scan.entries.indices where !isTaken[position] {
      guard scan.hasTranslation(position) else { continue }
      entries[scan.string(scan.entries[position].id), default: []].append(position)
    }
    for (place, message) in messages.enumerated() {
      guard case .new = matches[place], let found = entries[message.id] else { continue }
      let role = MessageRole(context: message.context)
      let fitting = found.first { position in
        !isTaken[position] && MessageRole(of: scan.entries[position], in: scan) == role
          && scan.entries[position].plural.map(scan.string) == message.plural
      }
      guard let fitting else { continue }
      isTaken[fitting] = true
      matches[place] = .renamed(fitting)
    }
  }

  private mutating func matchSimilar() {
    var candidates: [MessageRole: [Int]] = [:]
    for position in scan.entries.indices
    where position != scan.header && scan.hasTranslation(position) {
      candidates[MessageRole(of: scan.entries[position], in: scan), default: []].append(position)
    }
    for (place, message) in messages.enumerated() {
      guard case .new = matches[place] else { continue }
      let role = MessageRole(context: message.context)
      let likeness = Likeness(message.id)
      let best = (candidates[role] ?? []).filter { position in
        scan.entries[position].plural.map(scan.string) == message.plural
          || (scan.entries[position].plural == nil) == (message.plural == nil)
      }.compactMap { position -> (Int, Int)? in
        likeness.slips(to: scan.string(scan.entries[position].id)).map { ($0, position) }
      }.min { ($0.0, $0.1) < ($1.0, $1.1) }
      if let best { matches[place] = .similar(best.1) }
    }
  }
}

extension CatalogScan {
  /// Whether an entry has a translation of any kind.
  func hasTranslation(_ position: Int) -> Bool {
    entries[position].forms.contains { !texts[$0].isEmpty }
  }
}
