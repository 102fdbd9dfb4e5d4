import SourceTrees

/// A tree without its places: plain and block scalars bare, others between marks of their style.
func sketch(_ node: SourceNode) -> String {
  switch node.content {
  case .scalar(let text, .plain): "<\(text)>"
  case .scalar(let text, .quoted): "'\(text)'"
  case .scalar(let text, .block): "|\(text)|"
  case .scalar(let text, .number): "#\(text)"
  case .scalar(let text, .boolean): "?\(text)"
  case .scalar(_, .null): "null"
  case .sequence(let items): "[" + items.map(sketch).joined(separator: " ") + "]"
  case .mapping(let pairs):
    "{" + pairs.map { "\(sketch($0.key)):\(sketch($0.value))" }.joined(separator: " ") + "}"
  }
}

/// A place as compilers print it: line, column, length.
func spelled(_ place: SourcePlace) -> String {
  "\(place.line):\(place.column)+\(place.length)"
}

/// The faults of a reading: reason and place of each; empty where it succeeded.
func faults(_ reading: () throws(SourceFaults) -> Void) -> [SourceFault] {
  do {
    try reading()
    return []
  } catch {
    return error.all
  }
}

func yaml(_ text: String, limits: SourceLimits = SourceLimits()) throws(SourceFaults) -> SourceNode
{
  try SourceNode(yaml: SourceText(text), limits: limits)
}

func json(_ text: String, limits: SourceLimits = .json) throws(SourceFaults) -> SourceNode {
  try SourceNode(json: SourceText(text), limits: limits)
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts that have broken readers and writers.
let nastyTexts = [
  "", " ", "  two  ", "NO", "no", "null", "~", "true", "0123", "-1e5", "1:30", "2026-01-02", "=1+1",
  "a: b", "a #b", "# a", "- a", "-", "---", "...", "?", "? a", ":", "a:", "[a]", "{a: b}", "&a",
  "*a",
  "!a", "|", ">", "%a", "@a", "`a", "\"", "'", "it's", "\\", "\\n", "a\nb", "a\r\nb", "\n",
  "\na\n\n",
  "\t", "a\tb", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "a\u{2028}b\u{2029}", "\u{FEFF}a",
  "\u{202E}abc", "Müller", "e\u{301}", "日本語", "👩‍👩‍👧", "\u{10FFFF}", "\u{FFFF}", "<<", "a,b;c",
  "Calle de Alcalá, 1º", String(repeating: "x", count: 1_100),
]
