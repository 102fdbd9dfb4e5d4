/// A message that differs between two catalogs.
package struct CatalogDifference: Sendable, Equatable {
  /// In what it differs.
  package enum Kind: String, Sendable, CaseIterable {
    /// Only the new catalog has it.
    case added
    /// Only the old catalog has it.
    case removed
    /// The source text at its place differs.
    case source
    /// The translation differs.
    case translation
    /// Only the mark that it waits for another look differs.
    case state
  }

  /// In what it differs.
  package let kind: Kind
  /// The place of the message.
  package let context: String?
  /// The source text in the new catalog, or in the old one where it was removed.
  package let id: String
  /// The source text in the old catalog, where that differs.
  package let previousID: String?
  /// The forms in the old catalog; empty where it has none.
  package let old: [String]
  /// The forms in the new catalog; empty where it has none.
  package let new: [String]
  /// Whether it waits for another look in the new catalog.
  package let isFuzzy: Bool

  /// Compares two catalogs message by message, whatever their lines look like.
  ///
  /// - Parameters:
  ///   - old: The bytes of one catalog.
  ///   - new: The bytes of the other.
  /// - Returns: In the order of the new catalog; what was removed comes last. Headers and obsolete messages
  ///   are not compared.
  /// - Complexity: O(*n*) in the bytes.
  package static func between(_ old: [UInt8], _ new: [UInt8]) -> [CatalogDifference] {
    let (old, new) = (CatalogScan(bytes: old), CatalogScan(bytes: new))
    var differences: [CatalogDifference] = []
    var seen = [Bool](repeating: false, count: old.entries.count)
    var unmatched: [(position: Int, place: Int)] = []
    for position in new.entries.indices where new.counts(position) {
      let entry = new.entries[position]
      let context = entry.context.map(new.string)
      let id = new.string(entry.id)
      guard let other = old.position(context: context, id: id), old.counts(other) else {
        unmatched.append((position, differences.count))
        differences.append(
          CatalogDifference(
            .added,
            context,
            id,
            old: [],
            new: new.forms(position),
            new.isFuzzy(position)
          )
        )
        continue
      }
      seen[other] = true
      let (before, after) = (old.forms(other), new.forms(position))
      let isFuzzy = new.isFuzzy(position)
      if before != after {
        differences.append(
          CatalogDifference(.translation, context, id, old: before, new: after, isFuzzy)
        )
      } else if old.isFuzzy(other) != isFuzzy {
        differences.append(CatalogDifference(.state, context, id, old: before, new: after, isFuzzy))
      }
    }
    var gone: [String: [Int]] = [:]
    for position in old.entries.indices where old.counts(position) && !seen[position] {
      gone[old.entries[position].context.map(old.string) ?? "", default: []].append(position)
    }
    // What stands alone at its place in both has another source text.
    var arrived: [String: Int] = [:]
    for (position, _) in unmatched {
      arrived[new.entries[position].context.map(new.string) ?? "", default: 0] += 1
    }
    for (position, place) in unmatched {
      guard let context = new.entries[position].context.map(new.string), arrived[context] == 1,
        let before = gone[context], before.count == 1
      else { continue }
      seen[before[0]] = true
      differences[place] = CatalogDifference(
        .source,
        context,
        new.string(new.entries[position].id),
        previousID: old.string(old.entries[before[0]].id),
        old: old.forms(before[0]),
        new: new.forms(position),
        new.isFuzzy(position)
      )
    }
    for position in old.entries.indices where old.counts(position) && !seen[position] {
      let entry = old.entries[position]
      differences.append(
        CatalogDifference(
          .removed,
          entry.context.map(old.string),
          old.string(entry.id),
          old: old.forms(position),
          new: [],
          false
        )
      )
    }
    return differences
  }

  private init(
    _ kind: Kind,
    _ context: String?,
    _ id: String,
    previousID: String? = nil,
    old: [String],
    new: [String],
    _ isFuzzy: Bool
  ) {
    self.kind = kind
    self.context = context
    self.id = id
    self.previousID = previousID
    self.old = old
    self.new = new
    self.isFuzzy = isFuzzy
  }
}

extension CatalogScan {
  fileprivate init(bytes: [UInt8]) {
    self.init(bytes: bytes, limit: MessageCatalog.defaultSizeLimit)
  }

  /// Whether an entry is a message of the catalog, and neither its header nor obsolete.
  fileprivate func counts(_ position: Int) -> Bool {
    position != header && entries[position].traits.isDisjoint(with: [.isObsolete, .isFaulty])
  }

  fileprivate func forms(_ position: Int) -> [String] { entries[position].forms.map(string) }

  fileprivate func isFuzzy(_ position: Int) -> Bool { entries[position].traits.contains(.isFuzzy) }
}
