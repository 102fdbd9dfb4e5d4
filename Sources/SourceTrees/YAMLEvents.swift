import CYAML

/// What libyaml meets in a text, with the scalars (not bytes) that precede its beginning and end.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias(String)
    case scalar(String, SourceNode.Style)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  let kind: Kind
  var anchor: String?
  var tag: String?
  let start: Int
  let end: Int
}

/// A failure of libyaml, in its own words.
struct YAMLFailure: Error {
  enum Position { case byte(Int), scalar(Int) }

  let problem: String
  let context: String
  let position: Position
  /// Where the construct began that could not be read, where libyaml says so.
  let contextScalar: Int?
}

/// The one owner of a `yaml_parser_t`, and of the bytes that it reads.
///
/// - SeeAlso: libyaml 0.2, `yaml.h`.
@safe
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isInitialized: Bool

  /// Starts on valid UTF-8.
  init(_ bytes: [UInt8]) {
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(fromContentsOf: bytes)
    // libyaml keeps a pointer to the parser inside the parser, so it must not move.
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    isInitialized = unsafe yaml_parser_initialize(parser) == 1
    if isInitialized {
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }
  }

  deinit {
    if isInitialized { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Reads the next event; not to be called after the end of the stream or a failure.
  func next() throws(YAMLFailure) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard isInitialized, unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    let start = unsafe Int(event.start_mark.index)
    let end = unsafe Int(event.end_mark.index)
    func found(_ kind: YAMLEvent.Kind, anchor: String? = nil, tag: String? = nil) -> YAMLEvent {
      YAMLEvent(kind: kind, anchor: anchor, tag: tag, start: start, end: end)
    }
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: return found(.streamEnd)
    case YAML_DOCUMENT_START_EVENT: return found(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return found(.documentEnd)
    case YAML_ALIAS_EVENT:
      return unsafe found(.alias(text(event.data.alias.anchor) ?? ""))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      let style: SourceNode.Style =
        switch unsafe scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
      return unsafe found(
        .scalar(String(decoding: bytes, as: UTF8.self), style),
        anchor: text(scalar.anchor),
        tag: text(scalar.tag)
      )
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      return unsafe found(.sequenceStart, anchor: text(sequence.anchor), tag: text(sequence.tag))
    case YAML_SEQUENCE_END_EVENT: return found(.sequenceEnd)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      return unsafe found(.mappingStart, anchor: text(mapping.anchor), tag: text(mapping.tag))
    case YAML_MAPPING_END_EVENT: return found(.mappingEnd)
    default: return found(.streamStart)
    }
  }

  private func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe characters.map { unsafe String(cString: $0) }
  }

  private func failure() -> YAMLFailure {
    let parser = unsafe parser.pointee
    let isReader = unsafe parser.error == YAML_READER_ERROR
    let hasContext = unsafe parser.context != nil
    return unsafe YAMLFailure(
      problem: parser.problem.map { unsafe String(cString: $0) } ?? "out of memory",
      context: parser.context.map { unsafe String(cString: $0) } ?? "",
      position: isReader
        ? .byte(Int(parser.problem_offset)) : .scalar(Int(parser.problem_mark.index)),
      contextScalar: hasContext && !isReader ? Int(parser.context_mark.index) : nil
    )
  }
}
