extension SourceNode {
  /// Reads YAML that holds exactly one document.
  ///
  /// - Parameters:
  ///   - text: The text, with its whole size already bounded by whoever decoded it.
  ///   - limits: Bounds for the tree; aliases count as often as they repeat nodes.
  /// - Throws: ``SourceFaults``: everything that is wrong up to the first syntax fault.
  /// - SeeAlso: YAML 1.1, as libyaml reads it.
  package init(yaml text: SourceText, limits: SourceLimits = SourceLimits()) throws(SourceFaults) {
    var reading = YAMLReading(text, limits)
    let documents = try reading.documents(most: 1)
    guard let document = documents.first else {
      throw SourceFaults(SourceFault(.empty, at: SourcePlace(line: 1, column: 1)))
    }
    self = document
  }

  /// Reads a stream of YAML documents, divided by `---`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limits: Bounds for all documents together.
  /// - Returns: The documents in their order; none where the text holds comments at most.
  /// - Throws: ``SourceFaults``, as ``init(yaml:limits:)``.
  package static func documents(
    yaml text: SourceText,
    limits: SourceLimits = SourceLimits()
  ) throws(SourceFaults) -> [SourceNode] {
    var reading = YAMLReading(text, limits)
    return try reading.documents(most: .max)
  }
}

/// A reading of one YAML text: events in, nodes out.
private struct YAMLReading {
  /// A finished node, with how much it counts when an alias repeats it.
  struct Built {
    var node: SourceNode
    var weight = 1
    var height = 0
  }

  enum Anchor {
    case open
    case closed(Built)
  }

  private let text: SourceText
  private let limits: SourceLimits
  private let events: YAMLEvents
  private var offsets: ScalarOffsets
  private var cursor: PlaceCursor
  private var anchors: [String: Anchor] = [:]
  private var faults: [SourceFault] = []
  private var nodeCount = 0
  private var lastID = 0

  init(_ text: SourceText, _ limits: SourceLimits) {
    self.text = text
    self.limits = limits
    events = YAMLEvents(text.bytes)
    offsets = ScalarOffsets(text.bytes)
    cursor = PlaceCursor(text.bytes)
  }

  mutating func documents(most: Int) throws(SourceFaults) -> [SourceNode] {
    guard text.bytes.count <= limits.bytes else {
      throw SourceFaults(
        SourceFault(.tooLarge(limit: limits.bytes), at: SourcePlace(line: 1, column: 1))
      )
    }
    var documents: [SourceNode] = []
    do throws(SourceFault) {
      reading: while true {
        let event = try next()
        switch event.kind {
        case .streamEnd: break reading
        case .documentStart:
          guard documents.count < most else {
            throw SourceFault(.severalDocuments, at: place(of: event))
          }
          anchors = [:]
          documents.append(try node(from: try next(), depth: 0).node)
        default: break
        }
      }
    } catch {
      faults.append(error)
    }
    if let faults = SourceFaults(faults) { throw faults }
    return documents
  }

  private mutating func node(
    from event: YAMLEvent,
    depth: Int
  ) throws(SourceFault) -> Built {
    let place = place(of: event)
    if case .alias(let name) = event.kind { return try repeated(name, at: place, depth: depth) }
    try count(1, at: place)
    lastID += 1
    let id = lastID
    if let name = event.anchor { anchors[name] = .open }
    let isTagged = try checkTag(of: event, at: place)
    var built: Built
    switch event.kind {
    case .scalar(let text, let style):
      let style = isTagged && style == .plain ? .quoted : style
      built = Built(node: SourceNode(.scalar(text, style), at: place, id: id))
    case .sequenceStart:
      built = try sequence(at: place, depth: depth + 1, id: id)
    default:
      built = try mapping(at: place, depth: depth + 1, id: id)
    }
    if let name = event.anchor { anchors[name] = .closed(built) }
    return built
  }

  private mutating func sequence(
    at place: SourcePlace,
    depth: Int,
    id: Int
  ) throws(SourceFault) -> Built {
    try checkDepth(depth, at: place)
    var items: [SourceNode] = []
    var weight = 1
    var height = 0
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { break }
      let item = try node(from: event, depth: depth)
      items.append(item.node)
      weight += item.weight
      height = max(height, item.height)
    }
    let node = SourceNode(.sequence(items), at: place, id: id)
    return Built(node: node, weight: weight, height: height + 1)
  }

  private mutating func mapping(
    at place: SourcePlace,
    depth: Int,
    id: Int
  ) throws(SourceFault) -> Built {
    try checkDepth(depth, at: place)
    var pairs: [SourceNode.Pair] = []
    var keys = SeenKeys()
    var weight = 1
    var height = 0
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { break }
      let key = try node(from: event, depth: depth)
      let value = try node(from: try next(), depth: depth)
      weight += key.weight + value.weight
      height = max(height, key.height, value.height)
      let keyPlace = key.node.alias ?? key.node.place
      guard let name = key.node.text else {
        try note(SourceFault(.keyNotScalar, at: keyPlace))
        continue
      }
      if name == "<<" && key.node.style == .plain {
        try note(SourceFault(.mergeKey, at: keyPlace))
      } else if let fault = keys.see(key.node) {
        try note(fault)
      } else {
        pairs.append(SourceNode.Pair(key: key.node, value: value.node))
      }
    }
    let node = SourceNode(.mapping(pairs), at: place, id: id)
    return Built(node: node, weight: weight, height: height + 1)
  }

  /// Repeats the node of an anchor; storage is shared, but it counts as if it were written again.
  private mutating func repeated(
    _ name: String,
    at place: SourcePlace,
    depth: Int
  ) throws(SourceFault) -> Built {
    switch anchors[name] {
    case .closed(var built):
      try count(built.weight, at: place)
      try checkDepth(depth + built.height, at: place)
      built.node.alias = place
      return built
    case .open: try note(SourceFault(.recursiveAlias(name), at: place))
    case nil: try note(SourceFault(.unknownAlias(name), at: place))
    }
    try count(1, at: place)
    lastID += 1
    return Built(node: SourceNode(.scalar("", .plain), at: place, id: lastID))
  }

  /// Refuses tags that would change a type.
  ///
  /// - Returns: Whether a tag says that the scalar is a text.
  private mutating func checkTag(
    of event: YAMLEvent,
    at place: SourcePlace
  ) throws(SourceFault) -> Bool {
    guard let tag = event.tag else { return false }
    switch (event.kind, tag) {
    case (.scalar, "!"), (.scalar, "tag:yaml.org,2002:str"): return true
    case (.sequenceStart, "!"), (.sequenceStart, "tag:yaml.org,2002:seq"): return false
    case (.mappingStart, "!"), (.mappingStart, "tag:yaml.org,2002:map"): return false
    default:
      try note(SourceFault(.unsupportedTag(tag), at: place))
      return false
    }
  }

  private func checkDepth(_ depth: Int, at place: SourcePlace) throws(SourceFault) {
    guard depth <= limits.depth else {
      throw SourceFault(.tooDeep(limit: limits.depth), at: place)
    }
  }

  private mutating func count(_ nodes: Int, at place: SourcePlace) throws(SourceFault) {
    // Both are at most the limit, or reading would have ended, so the sum cannot overflow.
    nodeCount += nodes
    guard nodeCount <= limits.nodes else {
      throw SourceFault(.tooManyNodes(limit: limits.nodes), at: place)
    }
  }

  /// Keeps a fault that reading can go on after, until there are too many.
  private mutating func note(_ fault: SourceFault) throws(SourceFault) {
    guard faults.count + 1 < SourceFaults.most else { throw fault }
    faults.append(fault)
  }

  private mutating func place(of event: YAMLEvent) -> SourcePlace {
    let start = offsets.offset(ofScalar: event.start)
    switch event.kind {
    case .scalar, .alias:
      return cursor.place(at: start, to: offsets.offset(ofScalar: event.end))
    default:
      return cursor.place(at: start, to: start)
    }
  }

  private func next() throws(SourceFault) -> YAMLEvent {
    do throws(YAMLFailure) {
      return try events.next()
    } catch {
      throw fault(of: error)
    }
  }

  private func fault(of failure: YAMLFailure) -> SourceFault {
    var offsets = ScalarOffsets(text.bytes)
    var offset =
      switch failure.position {
      case .scalar(let scalar): offsets.offset(ofScalar: scalar)
      case .byte(let byte): byte
      }
    let problem = YAMLProblem(
      problem: failure.problem,
      context: failure.context,
      character: text.bytes.dropFirst(offset).first
    )
    if problem == .unclosedQuote || problem == .unclosedBracket, let opening = failure.contextScalar
    {
      offset = offsets.offset(ofScalar: opening)
    }
    let place = PlaceCursor(text.bytes).advanced(to: offset)
    let detail =
      failure.context.isEmpty ? failure.problem : "\(failure.context), \(failure.problem)"
    return SourceFault(.malformedYAML(problem, detail: detail), at: place)
  }
}
