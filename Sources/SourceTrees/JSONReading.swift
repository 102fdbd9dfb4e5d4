import PlainValues

extension SourceNode {
  /// Reads a JSON text.
  ///
  /// Exact: what RFC 8259 does not allow is refused, and so are keys that a mapping has twice, which it
  /// leaves open. Numbers are not computed; they keep their spelling.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - firstLine: The number of its first line, for a text that is a line of a larger one.
  ///   - limits: Bounds for the tree.
  ///   - isPlaced: Whether columns are wanted; a text of one line is read sooner without. Faults have them
  ///     in any case.
  /// - Throws: ``SourceFaults``: all keys that are double, then the first syntax fault.
  /// - SeeAlso: RFC 8259.
  package init(
    json text: SourceText,
    firstLine: Int = 1,
    limits: SourceLimits = .json,
    isPlaced: Bool = true
  ) throws(SourceFaults) {
    guard text.bytes.count <= limits.bytes else {
      throw SourceFaults(
        SourceFault(.tooLarge(limit: limits.bytes), at: SourcePlace(line: firstLine, column: 1))
      )
    }
    var reading = JSONReading(text.bytes, firstLine: firstLine, limits, isPlaced: isPlaced)
    do throws(SourceFaults) {
      self = try reading.document()
    } catch {
      // Faults name places of nodes that were read before.
      guard !isPlaced else { throw error }
      reading = JSONReading(text.bytes, firstLine: firstLine, limits, isPlaced: true)
      self = try reading.document()
    }
  }
}

/// A reading of one JSON text, from its first byte to its last.
private struct JSONReading {
  private let bytes: [UInt8]
  private let limits: SourceLimits
  private var index = 0
  private var cursor: PlaceCursor
  /// The place of every node where none is looked for.
  private let unplaced: SourcePlace?
  private var lastID = 0
  private var faults: [SourceFault] = []

  init(_ bytes: [UInt8], firstLine: Int, _ limits: SourceLimits, isPlaced: Bool) {
    self.bytes = bytes
    self.limits = limits
    cursor = PlaceCursor(bytes, firstLine: firstLine)
    unplaced = isPlaced ? nil : SourcePlace(line: firstLine, column: 1)
  }

  mutating func document() throws(SourceFaults) -> SourceNode {
    var document: SourceNode?
    do throws(SourceFault) {
      skipSpace()
      guard index < bytes.count else { throw fault(.empty) }
      document = try value(depth: 0)
      skipSpace()
      if index < bytes.count { throw fault(.trailingText) }
    } catch {
      faults.append(error)
    }
    if let faults = SourceFaults(faults) { throw faults }
    guard let document else { preconditionFailure("A reading gives a node or a fault") }
    return document
  }

  private mutating func value(depth: Int) throws(SourceFault) -> SourceNode {
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    case UInt8(ascii: "t"): return try literal("true", .boolean)
    case UInt8(ascii: "f"): return try literal("false", .boolean)
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw fault(.unexpectedCharacter)
    }
  }

  private mutating func object(depth: Int) throws(SourceFault) -> SourceNode {
    let (place, id) = try opened(depth: depth)
    var pairs: [SourceNode.Pair] = []
    var keys = SeenKeys()
    pairs.reserveCapacity(8)
    var isFirst = true
    while try continues(until: UInt8(ascii: "}"), isFirst: &isFirst) {
      guard peek == UInt8(ascii: "\"") else { throw fault(unexpected) }
      let key = try string()
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw fault(unexpected) }
      index += 1
      skipSpace()
      let value = try value(depth: depth)
      if let fault = keys.see(key) {
        guard faults.count + 1 < SourceFaults.most else { throw fault }
        faults.append(fault)
      } else {
        pairs.append(SourceNode.Pair(key: key, value: value))
      }
    }
    return SourceNode(.mapping(pairs), at: place, id: id)
  }

  private mutating func array(depth: Int) throws(SourceFault) -> SourceNode {
    let (place, id) = try opened(depth: depth)
    var items: [SourceNode] = []
    var isFirst = true
    while try continues(until: UInt8(ascii: "]"), isFirst: &isFirst) {
      items.append(try value(depth: depth))
    }
    return SourceNode(.sequence(items), at: place, id: id)
  }

  private mutating func opened(depth: Int) throws(SourceFault) -> (SourcePlace, Int) {
    guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
    let id = try nextID()
    let place = unplaced ?? cursor.place(at: index, to: index)
    index += 1
    return (place, id)
  }

  /// Goes to the next element of a collection, or behind its closing bracket.
  private mutating func continues(
    until close: UInt8,
    isFirst: inout Bool
  ) throws(SourceFault) -> Bool {
    skipSpace()
    if peek == close {
      index += 1
      return false
    }
    defer { isFirst = false }
    guard !isFirst else { return true }
    guard peek == UInt8(ascii: ",") else { throw fault(unexpected) }
    index += 1
    skipSpace()
    if peek == close { throw fault(.unexpectedCharacter) }
    return true
  }

  private mutating func literal(
    _ word: StaticString,
    _ style: SourceNode.Style
  ) throws(SourceFault) -> SourceNode {
    let start = index
    for byte in word.description.utf8 {
      guard peek == byte else { throw fault(unexpected) }
      index += 1
    }
    return try scalar(word.description, style, from: start)
  }

  private mutating func number() throws(SourceFault) -> SourceNode {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let whole = digits()
    let hasLeadingNought = whole > 1 && bytes[index - whole] == UInt8(ascii: "0")
    guard whole > 0, !hasLeadingNought else { throw fault(.badNumber) }
    if peek == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { throw fault(.badNumber) }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { throw fault(.badNumber) }
    }
    return try scalar(String(decoding: bytes[start..<index], as: UTF8.self), .number, from: start)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = peek, byte.isASCIIDigit { index += 1 }
    return index - start
  }

  private mutating func string() throws(SourceFault) -> SourceNode {
    let start = index
    let text: String
    do throws(JSONProblem) {
      text = try JSONString.read(bytes, at: &index)
    } catch {
      throw fault(error)
    }
    return try scalar(text, .quoted, from: start)
  }

  private mutating func scalar(
    _ text: String,
    _ style: SourceNode.Style,
    from start: Int
  ) throws(SourceFault) -> SourceNode {
    let id = try nextID()
    let place = unplaced ?? cursor.place(at: start, to: index)
    return SourceNode(.scalar(text, style), at: place, id: id)
  }

  private mutating func nextID() throws(SourceFault) -> Int {
    lastID += 1
    guard lastID <= limits.nodes else { throw fault(.tooManyNodes(limit: limits.nodes)) }
    return lastID
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private var unexpected: JSONProblem { peek == nil ? .unexpectedEnd : .unexpectedCharacter }

  private func fault(_ problem: JSONProblem) -> SourceFault { fault(.malformedJSON(problem)) }

  private func fault(_ reason: SourceFault.Reason) -> SourceFault {
    SourceFault(reason, at: cursor.advanced(to: index))
  }
}
