package import SourceTrees

extension JSONValue {
  /// Makes the nested spelling of answers, which ``AnswerRecord/init(_:)`` turns into the same entries.
  ///
  /// List items 1, 2, 3 … become a list; positions with gaps become keys. Where one path is the beginning of
  /// another, so that they cannot nest, the longer one becomes a key with dots. The value is always an
  /// object, and texts are always strings, as answer files do not tell types apart.
  ///
  /// - Parameter entries: Entries with different paths.
  package init(nesting entries: [AnswerEntry]) {
    let members = JSONValue.members(of: entries[...].map { ($0.path.elements[...], $0.text) })
    self = .object(members.map { Member($0.0.spelling, $0.1) })
  }

  private typealias Rest = (path: ArraySlice<AnswerPath.Element>, text: String?)

  private static func members(of entries: [Rest]) -> [(AnswerPath.Element, JSONValue)] {
    var order: [AnswerPath.Element] = []
    var groups: [AnswerPath.Element: [Rest]] = [:]
    for entry in entries {
      guard let first = entry.path.first else { continue }
      if groups[first] == nil { order.append(first) }
      groups[first, default: []].append((entry.path.dropFirst(), entry.text))
    }
    return order.flatMap { element -> [(AnswerPath.Element, JSONValue)] in
      let group = groups[element] ?? []
      guard let leaf = group.last(where: { $0.path.isEmpty }) else {
        return [(element, collection(of: group))]
      }
      // A text and what is below it cannot both be the value of one key.
      return [(element, JSONValue(text: leaf.text))]
        + group.filter { !$0.path.isEmpty }.map { entry in
          let rest = entry.path.map(\.spelling).joined(separator: ".")
          return (.key("\(element.spelling).\(rest)"), JSONValue(text: entry.text))
        }
    }
  }

  private static func collection(of entries: [Rest]) -> JSONValue {
    let members = members(of: entries)
    let isList = members.enumerated().allSatisfy { $0.element.0 == .index($0.offset + 1) }
    return isList
      ? .array(members.map(\.1)) : .object(members.map { Member($0.0.spelling, $0.1) })
  }

  private init(text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }
}
