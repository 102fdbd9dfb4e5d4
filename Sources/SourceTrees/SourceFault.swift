/// A place in a text that cannot be read as what it claims to be.
package struct SourceFault: Error, Equatable, Sendable {
  /// Why a text cannot be read.
  package enum Reason: Equatable, Sendable {
    /// The text has more bytes than its limit.
    case tooLarge(limit: Int)
    /// Collections are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// The tree has more nodes than the limit, aliases expanded.
    case tooManyNodes(limit: Int)
    /// A byte does not belong to UTF-8.
    case notUTF8(byte: UInt8)
    /// A text that began with a UTF-16 byte order mark holds half a character.
    case notUTF16
    /// There is nothing in the text.
    case empty
    /// The text is not YAML; `detail` is the wording of libyaml, for logs only.
    case malformedYAML(YAMLProblem, detail: String)
    /// The text is not JSON.
    case malformedJSON(JSONProblem)
    /// A mapping has a key twice; the place is that of the second.
    case duplicateKey(String, first: SourcePlace)
    /// A mapping has a list or a mapping as a key.
    case keyNotScalar
    /// A mapping asks to merge another one (`<<`), which is not supported.
    case mergeKey
    /// A node has a tag that would change its type.
    case unsupportedTag(String)
    /// An alias refers to an anchor that does not stand before it.
    case unknownAlias(String)
    /// An alias stands inside the node that it refers to.
    case recursiveAlias(String)
    /// There is more than one document where one is expected; the place is that of the second.
    case severalDocuments
    /// Something else stands where a mapping is expected.
    case notMapping
  }

  /// Why the text cannot be read.
  package let reason: Reason
  /// Where it cannot be read.
  package let place: SourcePlace

  /// Makes a fault from its parts.
  package init(_ reason: Reason, at place: SourcePlace) {
    self.reason = reason
    self.place = place
  }
}

/// The faults of a text, in its order; at least one.
///
/// A syntax fault ends the reading, so it is the last one; the others are collected, up to
/// ``most``, so that an author sees them at once.
package struct SourceFaults: Error, Equatable, Sendable {
  /// The most faults that are collected before the reading ends.
  package static let most = 50

  /// The first fault.
  package let first: SourceFault
  /// The faults after the first.
  package let others: [SourceFault]

  /// Makes a list that has a first fault.
  package init(_ first: SourceFault, others: [SourceFault] = []) {
    self.first = first
    self.others = others
  }

  /// Makes a list of faults; `nil` where there are none.
  package init?(_ faults: [SourceFault]) {
    guard let first = faults.first else { return nil }
    self.init(first, others: Array(faults.dropFirst()))
  }

  /// Every fault, in the order of the text.
  package var all: [SourceFault] { [first] + others }
}
