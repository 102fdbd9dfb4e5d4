import PlainValues
package import SourceTrees

/// An answer of a file: its path, its text, its place.
package struct AnswerEntry: Equatable, Sendable {
  /// Which answer it is.
  package let path: AnswerPath
  /// The text as it was written, not normalised; `nil` for a `null` that says "nothing".
  package let text: String?
  /// Where the text stands.
  package let place: SourcePlace

  /// Makes an entry.
  package init(path: AnswerPath, text: String?, place: SourcePlace) {
    self.path = path
    self.text = text
    self.place = place
  }
}

/// The answers of one registration as a file gives them, whatever its spelling.
package struct AnswerRecord: Equatable, Sendable {
  /// The line on which the registration begins, counted from 1.
  package let line: Int
  /// The answers, in the order of the file; no path twice.
  package let entries: [AnswerEntry]

  /// Makes a record of entries with different paths.
  package init(line: Int, entries: [AnswerEntry]) {
    self.line = line
    self.entries = entries
  }

  /// Reads one registration from a mapping.
  ///
  /// Collections within collections give longer paths, list items the positions from 1; empty collections
  /// give nothing. A key with dots (`contacts.1.email`) means the same as the nested spelling.
  ///
  /// - Parameter node: A node of YAML or JSON.
  /// - Throws: ``SourceFaults``: no mapping, one path twice, or paths longer than ``AnswerPath/longest``.
  package init(_ node: SourceNode) throws(SourceFaults) {
    guard case .mapping = node.content else {
      throw SourceFaults(SourceFault(.notMapping, at: node.place))
    }
    var flattening = Flattening()
    flattening.entries.reserveCapacity(32)
    do throws(SourceFault) {
      try flattening.append(node, at: [])
    } catch {
      throw SourceFaults(error)
    }
    self.init(line: node.place.line, entries: flattening.entries)
  }

  /// Reads the registrations of a file: a mapping is one, a list is one for each item.
  ///
  /// - Parameter node: The root of a YAML document or a JSON text.
  /// - Returns: The records, in the order of the file.
  /// - Throws: ``SourceFaults`` of all items, up to ``SourceFaults/most``.
  package static func records(_ node: SourceNode) throws(SourceFaults) -> [AnswerRecord] {
    guard let items = node.items else { return [try AnswerRecord(node)] }
    var records: [AnswerRecord] = []
    var faults: [SourceFault] = []
    for item in items where faults.count < SourceFaults.most {
      do throws(SourceFaults) {
        records.append(try AnswerRecord(item))
      } catch {
        faults.append(contentsOf: error.all)
      }
    }
    if let faults = SourceFaults(faults) { throw faults }
    return records
  }

  /// Lays the record out as a row of CSV.
  ///
  /// - Parameter columns: The path of each column.
  /// - Returns: The text of each column, empty where there is none; entries without a column are left out.
  package func cells(for columns: [AnswerPath]) -> [String] {
    var texts: [AnswerPath: String] = [:]
    for entry in entries { texts[entry.path] = entry.text }
    return columns.map { texts[$0] ?? "" }
  }
}

/// A tree that is being turned into paths and texts.
private struct Flattening {
  var entries: [AnswerEntry] = []
  private var places: [AnswerPath: SourcePlace] = [:]
  private var hasDottedKey = false

  mutating func append(
    _ node: SourceNode,
    at elements: [AnswerPath.Element]
  ) throws(SourceFault) {
    switch node.content {
    case .scalar(let text, _):
      let path = AnswerPath(elements)
      let place = node.alias ?? node.place
      entries.append(AnswerEntry(path: path, text: node.isNull ? nil : text, place: place))
    case .sequence(let items):
      try checkLength(elements.count + 1, at: node.place)
      for (position, item) in items.enumerated() {
        try append(item, at: elements + [.index(position + 1)])
      }
    case .mapping(let pairs):
      for pair in pairs {
        let key = pair.key
        let name = key.text ?? ""
        guard name.has(UInt8(ascii: ".")) else {
          try checkLength(elements.count + 1, at: key.place)
          let element = AnswerPath.Element(spelling: name)
          try append(pair.value, at: elements.isEmpty ? [element] : elements + [element])
          continue
        }
        guard let path = AnswerPath(spelling: name) else {
          throw SourceFault(.tooDeep(limit: AnswerPath.longest), at: key.place)
        }
        try checkLength(elements.count + path.elements.count, at: key.place)
        if path.elements.count > 1 { hasDottedKey = true }
        try append(pair.value, at: elements + path.elements)
      }
    }
    if elements.isEmpty && hasDottedKey { try checkUniqueness() }
  }

  private func checkLength(_ length: Int, at place: SourcePlace) throws(SourceFault) {
    guard length <= AnswerPath.longest else {
      throw SourceFault(.tooDeep(limit: AnswerPath.longest), at: place)
    }
  }

  private mutating func checkUniqueness() throws(SourceFault) {
    for entry in entries {
      if let first = places.updateValue(entry.place, forKey: entry.path) {
        throw SourceFault(.duplicateKey(entry.path.spelling, first: first), at: entry.place)
      }
    }
  }
}
