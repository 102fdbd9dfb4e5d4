package import SourceTrees

extension FindingReport {
  /// One run in the Static Analysis Results Interchange Format.
  ///
  /// A way to mend is part of the message: a `fix` of the format would need the exact bytes.
  ///
  /// - Parameter version: The version of alta.
  /// - Returns: The whole document.
  /// - SeeAlso: OASIS, SARIF 2.1.0 (sections 3.14, 3.27 and 3.29) and its JSON schema.
  package func sarif(version: String) -> JSONValue {
    var ids: [String] = []
    var positions: [String: Int] = [:]
    for finding in all where positions[finding.id] == nil {
      positions[finding.id] = ids.count
      ids.append(finding.id)
    }
    let driver = JSONValue.object([
      .init("name", .string("alta")), .init("version", .string(version)),
      .init("rules", .array(ids.map { .object([.init("id", .string($0))]) })),
    ])
    let run = JSONValue.object([
      .init("tool", .object([.init("driver", driver)])),
      .init("columnKind", .string("unicodeCodePoints")),
      .init("results", .array(all.map { $0.result(rule: positions[$0.id] ?? 0) })),
    ])
    return .object([
      .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      .init("version", .string("2.1.0")), .init("runs", .array([run])),
    ])
  }
}

extension FileFinding {
  fileprivate func result(rule: Int) -> JSONValue {
    var place: [JSONValue.Member] = [
      .init("artifactLocation", .object([.init("uri", .string(uri))]))
    ]
    if line > 0 {
      place.append(
        .init(
          "region",
          .object([
            .init("startLine", .integer(line)), .init("startColumn", .integer(max(1, column))),
          ])
        )
      )
    }
    var location: [JSONValue.Member] = [.init("physicalLocation", .object(place))]
    if let key {
      let name = JSONValue.object([.init("fullyQualifiedName", .string(key))])
      location.append(.init("logicalLocations", .array([name])))
    }
    return .object([
      .init("ruleId", .string(id)), .init("ruleIndex", .integer(rule)),
      .init("level", .string(severity.rawValue)),
      .init("message", .object([.init("text", .string(message))])),
      .init("locations", .array([.object(location)])),
    ])
  }

  /// The file as a reference: relative as it was named, or with the scheme `file`.
  ///
  /// - SeeAlso: RFC 3986, 3.3 (characters of a path) and RFC 8089 (`file`).
  private var uri: String {
    var encoded = file.hasPrefix("/") ? "file://" : ""
    for byte in file.utf8 {
      if byte.isUnreservedInPath {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }
}

extension UInt8 {
  fileprivate var isUnreservedInPath: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~/".utf8.contains(self)
    }
  }
}
