extension JSONValue {
  /// The value as JSON for people: what is short stands on one line, the rest one element a line.
  ///
  /// - Complexity: O(*n* · *d*) in the parts and how deep they are nested.
  package var indented: String {
    var bytes: [UInt8] = []
    appendIndented(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let widest = 80

  private func appendIndented(to bytes: inout [UInt8], indent: Int) {
    let line = json
    let isShort = line.utf8.count <= JSONValue.widest - indent
    switch self {
    case .array(let values) where !isShort:
      appendLines(values.map { (nil, $0) }, between: ("[", "]"), to: &bytes, indent: indent)
    case .object(let members) where !isShort:
      appendLines(
        members.map { ($0.key, $0.value) },
        between: ("{", "}"),
        to: &bytes,
        indent: indent
      )
    default: bytes.append(contentsOf: line.utf8)
    }
  }

  private func appendLines(
    _ elements: [(key: String?, value: JSONValue)],
    between brackets: (open: String, close: String),
    to bytes: inout [UInt8],
    indent: Int
  ) {
    bytes.append(contentsOf: brackets.open.utf8)
    for (position, element) in elements.enumerated() {
      bytes.append(contentsOf: (position > 0 ? ",\n" : "\n").utf8)
      bytes.append(contentsOf: repeatElement(0x20, count: indent + 2))
      if let key = element.key {
        JSONValue.appendString(key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
      }
      element.value.appendIndented(to: &bytes, indent: indent + 2)
    }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
    bytes.append(contentsOf: brackets.close.utf8)
  }
}
