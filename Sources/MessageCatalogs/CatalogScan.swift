/// What one pass over a catalog found: the places of its texts, and an index over its messages.
///
/// Both readers are made of it, so they cannot judge a file differently.
struct CatalogScan {
  let bytes: [UInt8]
  var encoding = TextEncoding.utf8
  var entries: [StoredEntry] = []
  var texts: [StoredText] = []
  var faults = FaultList()
  /// The entry with an empty id and no context, obsolete ones excepted.
  var header: Int?
  /// The comments behind the last entry.
  var trailingComments: Range<Int>?
  var usesCRLF = false
  /// Makes the hashes of this catalog its own.
  private let seed = UInt64.random(in: .min ... .max)
  /// Open addressing over context and id: 0 is free, else the entry's position plus one.
  private var slots: [UInt32] = []

  /// Reads a catalog.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - limit: The longest file to read, in bytes; offsets have 32 bits in any case.
  /// - Complexity: O(*n*) in the bytes.
  init(bytes: [UInt8], limit: Int) {
    let limit = min(limit, Int(UInt32.max) - 1)
    guard bytes.count <= limit else {
      self.bytes = []
      faults.add(.tooLarge(limit: limit), at: 0)
      return
    }
    self.bytes = bytes
    var parser = CatalogParser(bytes: bytes, encoding: .utf8)
    parser.parse()
    if let encoding = parser.otherEncoding {
      parser = CatalogParser(bytes: bytes, encoding: encoding)
      parser.parse()
    }
    encoding = parser.encoding
    entries = parser.entries
    texts = parser.texts
    header = parser.header
    trailingComments = parser.trailingComments
    usesCRLF = parser.usesCRLF
    faults = parser.faults
    index()
  }

  /// Finds the message of this context and id; never a faulty one.
  func entry(context: String?, id: String) -> StoredEntry? {
    position(context: context, id: id).map { entries[$0] }
  }

  /// Finds the position of the message of this context and id; never of a faulty one.
  func position(context: String?, id: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    var key = MessageKey(seed: seed)
    if let context { key.add(Array(context.utf8).span) }
    key.add(Array(id.utf8).span)
    let hash = key.hash
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, has(entry, context: context, id: id) { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The text at a position of the list.
  func string(_ text: Int) -> String {
    let stored = texts[text]
    if stored.isEmpty { return "" }
    if stored.isPlain { return encoding.text(plainBytes(stored)) }
    return encoding.text(stored.decodedBytes(of: bytes))
  }

  private func plainBytes(_ text: StoredText) -> ArraySlice<UInt8> {
    bytes[Int(text.start) + 1..<Int(text.end) - 1]
  }

  private func has(_ entry: StoredEntry, context: String?, id: String) -> Bool {
    guard equals(texts[entry.id], id) else { return false }
    guard let context else { return entry.context == nil }
    guard let text = entry.context else { return false }
    return equals(texts[text], context)
  }

  private func equals(_ text: StoredText, _ string: String) -> Bool {
    if text.isPlain, encoding == .utf8 {
      return plainBytes(text).elementsEqual(string.utf8)
    }
    return utf8(text).elementsEqual(string.utf8)
  }

  /// The text in UTF-8.
  private func utf8(_ text: StoredText) -> [UInt8] {
    let raw = text.decodedBytes(of: bytes)
    return encoding == .utf8 ? raw : Array(encoding.text(raw).utf8)
  }

  private func hash(of entry: StoredEntry) -> UInt32 {
    var key = MessageKey(seed: seed)
    if let context = entry.context { add(texts[context], to: &key) }
    add(texts[entry.id], to: &key)
    return key.hash
  }

  private func add(_ text: StoredText, to key: inout MessageKey) {
    if text.isPlain, encoding == .utf8 {
      key.add(bytes.span.extracting(Int(text.start) + 1..<Int(text.end) - 1))
    } else {
      key.add(utf8(text).span)
    }
  }

  private func haveSameKey(_ left: StoredEntry, _ right: StoredEntry) -> Bool {
    guard left.hash == right.hash, (left.context == nil) == (right.context == nil) else {
      return false
    }
    if let first = left.context, let second = right.context,
      utf8(texts[first]) != utf8(texts[second])
    {
      return false
    }
    return utf8(texts[left.id]) == utf8(texts[right.id])
  }

  /// Files every entry under its key and reports keys that come twice.
  ///
  /// The first one counts, unless it is obsolete and the later one is not.
  private mutating func index() {
    var capacity = 4
    while capacity < entries.count * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    for position in entries.indices where !entries[position].traits.contains(.isFaulty) {
      entries[position].hash = hash(of: entries[position])
      let entry = entries[position]
      var slot = Int(entry.hash) & (capacity - 1)
      while slots[slot] != 0, !haveSameKey(entries[Int(slots[slot]) - 1], entry) {
        slot = (slot + 1) & (capacity - 1)
      }
      guard slots[slot] != 0 else {
        slots[slot] = UInt32(position + 1)
        continue
      }
      let first = entries[Int(slots[slot]) - 1]
      faults.addDuplicate(at: Int(entry.keyword), first: Int(first.keyword))
      if first.traits.contains(.isObsolete), !entry.traits.contains(.isObsolete) {
        slots[slot] = UInt32(position + 1)
      }
    }
  }
}

extension StoredText {
  /// The bytes that the strings stand for, in the encoding of the file.
  func decodedBytes(of file: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(Int(end - start))
    let bytes = file.span.extracting(0..<Int(end))
    var index = Int(start)
    var isInside = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        isInside.toggle()
        index += 1
      case UInt8(ascii: "\n"):
        isInside = false
        index += 1
      case UInt8(ascii: "\\") where isInside:
        let escape = StringEscape(at: index, in: bytes)
        if case .byte(let value) = escape.meaning { decoded.append(value) }
        index = escape.end
      default:
        if isInside { decoded.append(byte) }
        index += 1
      }
    }
    return decoded
  }
}
