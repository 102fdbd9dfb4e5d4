import PlainValues

/// What a catalog's header says about its language and its habits.
struct CatalogStyle: Sendable {
  /// How readers are addressed.
  enum Address: String, Sendable {
    case formal, informal, neutral
  }

  enum Language: Sendable {
    case german, spanish, other
  }

  let language: Language
  /// The opening and the closing quotation mark; `nil` where the header names none.
  let quotes: (opening: Unicode.Scalar, closing: Unicode.Scalar)?
  let address: Address?
  /// Source texts that may stay as they are, in lower case.
  let sameOk: Set<String>
  /// The first words of these, as ``CheckedText`` knows words.
  let sameWords: Set<UInt64>
  /// The checks that the whole catalog does without.
  let ignored: Set<String>
  /// The character before a hot-key; `nil` where the catalog has none.
  let hotKeyMarker: UInt8?
  /// Letters that may be hot-keys beyond ASCII, and letters that may be none.
  let allowedKeys: Set<Unicode.Scalar>
  let reservedKeys: Set<Unicode.Scalar>

  init(_ header: CatalogHeader?, language tag: LanguageTag?) {
    let tag = tag ?? header?["Language"].flatMap(LanguageTag.init)
    switch tag?.language {
    case "de": language = .german
    case "es": language = .spanish
    default: language = .other
    }
    let marks = (header?["X-Alta-Quotes"] ?? "").unicodeScalars.filter {
      !$0.properties.isWhitespace
    }
    quotes =
      marks.count == 2
      ? (marks[marks.startIndex], marks[marks.index(after: marks.startIndex)]) : nil
    address = header?["X-Alta-Address"].flatMap { Address(rawValue: $0.asciiLower) }
    let same = (header?["X-Alta-Same-Ok"] ?? "").split(separator: ",").map { String($0).trimmed }
    sameOk = Set(same.map(\.searchKey))
    sameWords = Set(same.map { wordHash($0) })
    ignored = Set(
      (header?["X-Alta-Ignore"] ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    )
    let marker = header?["X-Accelerator-Marker"].flatMap {
      $0.utf8.count == 1 ? $0.utf8.first : nil
    }
    hotKeyMarker = marker.flatMap { $0 < 0x80 ? $0 : nil }
    allowedKeys = Set((header?["X-Alta-Allowed-Keys"] ?? "").lowercased().unicodeScalars)
    reservedKeys = Set((header?["X-Alta-Reserved-Keys"] ?? "").lowercased().unicodeScalars)
  }
}
