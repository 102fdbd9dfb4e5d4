import PlainValues

extension CatalogReview {
  /// C25: the width that the page has room for.
  mutating func reviewWidth() {
    guard let room = message?.room, text.bytes.count > room.columns else { return }
    let columns = settings.width(text.string)
    guard columns > room.columns else { return }
    add(
      .width,
      room.isStrict ? .error : .warning,
      .tooWide(columns: columns, room: room.columns)
    )
  }

  /// C26: hot-keys, where the catalog names the character before them.
  mutating func reviewHotKey() {
    guard let marker = style.hotKeyMarker, source.has(marker), source.hotKey(marker) != nil else {
      return
    }
    guard let key = text.hotKey(marker) else {
      return add(.hotKeys, .error, .missingHotKey(marker: String(Unicode.Scalar(marker))))
    }
    let letter = key.scalar
    let isTypeable = letter.isASCII && (letter.isASCIILetter || letter.isASCIIDigit)
    let small = Unicode.Scalar(letter.value | 0x20) ?? letter
    if !isTypeable && !style.allowedKeys.contains(letter) || style.reservedKeys.contains(small) {
      return add(.hotKeys, .error, .badHotKey(String(letter)), mark: key.mark)
    }
    guard let context = entry.context.map(scan.string) else { return }
    let page = context.split(separator: "/").dropLast(2).joined(separator: "/")
    var hash = MessageKey(seed: UInt64(small.value) &+ 0x484F_544B)
    hash.add(Array(page.utf8).span)
    guard let first = families.byChoice[hash.wideHash] else {
      families.byChoice[hash.wideHash] = .init(entry: position, translation: 0)
      return
    }
    add(
      .hotKeys,
      .error,
      .sameHotKey(String(letter), line: 0),
      mark: key.mark,
      other: first.entry
    )
  }

  /// C32: about as long as the source.
  mutating func reviewLength() {
    let (original, translation) = (source.count, text.count)
    guard abs(original - translation) > 50 else { return }
    let (short, long) = (min(original, translation), max(original, translation))
    guard long > 3 * short else { return }
    add(.length, .note, .length(source: original, translation: translation))
  }
}

extension CheckedText {
  /// The character behind the first marker that is not doubled.
  fileprivate func hotKey(_ marker: UInt8) -> (scalar: Unicode.Scalar, mark: Range<Int>)? {
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == marker else {
        index += 1
        continue
      }
      if bytes[index + 1] == marker || bytes[index + 1] <= 0x20 {
        index += 2
        continue
      }
      let length = bytes[index + 1].utf8Shape?.length ?? 1
      let end = min(bytes.count, index + 1 + length)
      guard let scalar = string(index + 1..<end).unicodeScalars.first else { return nil }
      return (scalar, index..<end)
    }
    return nil
  }
}
