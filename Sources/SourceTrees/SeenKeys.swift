/// The keys of a mapping that is being read.
///
/// Two keys are the same if Swift's `==` says so, that is composed or decomposed alike.
struct SeenKeys {
  private var few: [(name: String, place: SourcePlace)] = []
  private var many: [String: SourcePlace] = [:]

  /// Keeps a key.
  ///
  /// - Parameter key: A scalar.
  /// - Returns: The fault of a key that was there before.
  mutating func see(_ key: SourceNode) -> SourceFault? {
    let name = key.text ?? ""
    let place = key.alias ?? key.place
    let first: SourcePlace?
    // Few keys are compared faster than they are hashed, and most mappings have few.
    if many.isEmpty && few.count < 16 {
      first = few.first { $0.name == name }?.place
      if first == nil { few.append((name, place)) }
    } else {
      for key in few { many[key.name] = key.place }
      few = []
      first = many[name]
      if first == nil { many[name] = place }
    }
    return first.map { SourceFault(.duplicateKey(name, first: $0), at: place) }
  }
}
