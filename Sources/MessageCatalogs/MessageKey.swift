/// The hash of a message's identity: of its context, if it has one, and of its id.
///
/// Seeded anew for every catalog, so that no file is made to collide. `Hasher` would take a third of
/// the time that a catalog takes to be read.
///
/// - SeeAlso: Wang Yi, wyhash (the folded product of two words of 64 bits).
struct MessageKey {
  private var state: UInt64
  private let factor: UInt64

  init(seed: UInt64) {
    state = seed
    factor = seed | 1
  }

  /// Adds a text; its length too, so that where one ends and the next begins makes a difference.
  mutating func add(_ text: Span<UInt8>) {
    mix(UInt64(text.count))
    var index = 0
    while let word = text.word(at: index) {
      mix(word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(text[index])
      index += 1
    }
    mix(rest)
  }

  var hash: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }

  /// All bits that there are.
  var wideHash: UInt64 { state }

  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: factor)
    state = product.high ^ product.low
  }
}
