/// The fields of a catalog's header entry.
package struct CatalogHeader: Sendable, Equatable {
  /// The whole header, as the `msgstr` has it.
  package let text: String
  /// Names and values in the order of the file, without outer blanks.
  package let fields: [(name: String, value: String)]

  /// Reads the fields of a header; a line without a colon is passed over.
  package init(_ text: String) {
    self.text = text
    fields = text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let value = line[line.index(after: colon)...]
      return (trimmed(line[..<colon]), trimmed(value))
    }
  }

  /// Finds a field by its name in any case; `nil` where the header has none.
  package subscript(name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }

  /// The `charset=` value of `Content-Type`; `nil` where none is named.
  package var charset: String? {
    guard let type = self["Content-Type"]?.utf8, let value = type.rest(behind: "charset=") else {
      return nil
    }
    let name = value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Whether both headers say the same.
  package static func == (left: CatalogHeader, right: CatalogHeader) -> Bool {
    left.text == right.text
  }
}

extension Collection where Element == UInt8 {
  /// What follows the first place where a word stands; `nil` where it stands nowhere.
  func rest(behind word: String) -> SubSequence? {
    let word = Array(word.utf8)
    var index = startIndex
    while index != endIndex {
      if self[index] == word[0], self[index...].starts(with: word) {
        return self[index...].dropFirst(word.count)
      }
      formIndex(after: &index)
    }
    return nil
  }
}

private func trimmed(_ bytes: Substring.UTF8View) -> String {
  let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
  var bytes = bytes.drop(while: isBlank)
  while let last = bytes.last, isBlank(last) { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
