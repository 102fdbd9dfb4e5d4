/// A comment of a catalog as it stands in the file, `#` included.
struct CommentLine {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// What the character behind `#` makes of it.
  ///
  /// - SeeAlso: GNU gettext manual, "The Format of PO Files"; `#=` and `#!` as its lexer has them.
  var kind: CatalogComment.Kind {
    guard let marker = bytes.dropFirst().first else { return .translator }
    switch marker {
    case UInt8(ascii: "."): return .extracted
    case UInt8(ascii: ":"): return .reference
    case UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "!"): return .flags
    default: return .translator
    }
  }

  /// The flags it lists, in order.
  var flags: [ArraySlice<UInt8>] {
    guard kind == .flags else { return [] }
    return bytes.dropFirst(2).split { byte in
      byte == UInt8(ascii: ",") || byte == 0x20 || (0x09...0x0D).contains(byte)
    }
  }

  var saysFuzzy: Bool {
    // Nearly all comments are settled by their second byte, without splitting.
    kind == .flags && flags.contains { $0.elementsEqual("fuzzy".utf8) }
  }
}
