/// Reads keys from the bytes that a terminal sends.
///
/// A value without input or output: bytes go in as they come, in pieces of any size, and keys come out.
/// Two things depend on time, which the caller watches: an escape byte that nothing follows is the key
/// Escape, and a paste whose end never comes is over.
///
/// - SeeAlso: ECMA-48, 5.4 (control sequences); XTerm Control Sequences, "PC-Style Function Keys",
///   "Bracketed Paste Mode"; the Linux console's console_codes(4).
package struct KeyDecoder: Sendable {
  /// The most bytes of one paste.
  package static let longestPaste = 4_194_304
  /// The most bytes of a control sequence that are looked at; what is longer is no key.
  private static let longestSequence = 64

  private enum State {
    /// Between two keys.
    case ground
    /// After an escape byte; `isAlt` where another one came before it.
    case escape(isAlt: Bool)
    /// In a control sequence, with what came after `ESC [`.
    case sequence([UInt8], isAlt: Bool)
    /// After `ESC [ [`, with which the Linux console begins F1 to F5.
    case consoleFunction
    /// After `ESC O`.
    case singleShift(isAlt: Bool)
    /// In a string that a terminal answers with (OSC, DCS, …), which ends with BEL or `ESC \`.
    case string(afterEscape: Bool)
    /// Between the brackets of a paste.
    case paste
  }

  private var state = State.ground
  /// The bytes of the text so far; the last ones may be the beginning of a character.
  private var text: [UInt8] = []
  private var pasted: [UInt8] = []
  private var pasteIsTooLong = false
  private var keys: [Key] = []
  /// Whether the terminal was asked where its cursor is; its answer is a key's sequence otherwise.
  package var expectsPlace = false
  /// The row in which the terminal says its cursor is, counted from 0.
  package private(set) var cursorRow: Int?

  /// Begins between two keys.
  package init() {}

  /// What to wait for before ``timeOut()`` is due.
  package enum Pending: Sendable {
    /// Nothing: what came so far are whole keys.
    case nothing
    /// The rest of a key, which a terminal sends at once.
    case restOfKey
    /// The rest of a character or of a paste, which may take its time.
    case restOfText
  }

  /// What is unfinished.
  package var pending: Pending {
    switch state {
    case .ground: text.isEmpty ? .nothing : .restOfText
    case .paste: .restOfText
    default: .restOfKey
    }
  }

  /// Takes bytes and gives the keys that are complete with them.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
    for byte in bytes { take(byte) }
    endText(isComplete: false)
    return takeKeys()
  }

  /// Gives the keys that the bytes so far mean where no more follow.
  package mutating func timeOut() -> [Key] {
    endText(isComplete: true)
    switch state {
    case .ground: break
    case .escape(let isAlt):
      if isAlt { keys.append(.escape) }
      keys.append(.escape)
    case .paste: endPaste()
    case .sequence, .consoleFunction, .singleShift, .string: keys.append(.unknown)
    }
    state = .ground
    return takeKeys()
  }

  private mutating func takeKeys() -> [Key] {
    defer { keys = [] }
    return keys
  }

  // MARK: Bytes

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte)
    case .escape(let isAlt): takeEscaped(byte, isAlt: isAlt)
    case .sequence(let body, let isAlt): takeSequence(byte, after: body, isAlt: isAlt)
    case .consoleFunction:
      state = .ground
      keys.append((0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : .unknown)
    case .singleShift(let isAlt):
      state = .ground
      keys.append(KeyDecoder.shifted(byte, isAlt: isAlt))
    case .string(let afterEscape):
      if byte == 0x07 || (afterEscape && byte == 0x5C) {
        state = .ground
      } else {
        state = .string(afterEscape: byte == 0x1B)
      }
    case .paste: takePasted(byte)
    }
  }

  private mutating func takeGround(_ byte: UInt8) {
    guard byte < 0x20 || byte == 0x7F else {
      text.append(byte)
      return
    }
    endText(isComplete: true)
    switch byte {
    case 0x1B: state = .escape(isAlt: false)
    case 0x09: keys.append(.tab)
    case 0x0A, 0x0D: keys.append(.enter)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x00: keys.append(.control(" "))
    case 0x1C...0x1F: keys.append(.unknown)
    default: keys.append(.control(Character(Unicode.Scalar(byte | 0x60))))
    }
  }

  private mutating func takeEscaped(_ byte: UInt8, isAlt: Bool) {
    state = .ground
    switch byte {
    case 0x1B:
      if isAlt { keys.append(.escape) }
      state = .escape(isAlt: true)
    case 0x5B: state = .sequence([], isAlt: isAlt)
    case 0x4F: state = .singleShift(isAlt: isAlt)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string(afterEscape: false)
    case 0x62: keys.append(.wordLeft)
    case 0x66: keys.append(.wordRight)
    case 0x64: keys.append(.deleteWordRight)
    case 0x08, 0x7F: keys.append(.deleteWordLeft)
    case 0x0A, 0x0D: keys.append(.lineBreak)
    default:
      // Escape and then something else, pressed faster than it can be told from Alt; or a character
      // with Alt that is no key here. A character of several bytes must not lose its first one.
      keys.append(byte < 0x80 ? .unknown : .escape)
      if byte >= 0x80 || byte < 0x20 { takeGround(byte) }
    }
  }

  private mutating func takeSequence(_ byte: UInt8, after body: [UInt8], isAlt: Bool) {
    switch byte {
    case 0x1B: state = .escape(isAlt: false)
    case 0x5B where body.isEmpty: state = .consoleFunction
    // rxvt ends keys with Shift or Ctrl so.
    case 0x24, 0x5E: endSequence(body, final: byte, isAlt: isAlt)
    case 0x20...0x3F:
      // One byte beyond the longest stands for all others.
      state = .sequence(
        body.count > KeyDecoder.longestSequence ? body : body + [byte],
        isAlt: isAlt
      )
    case 0x40...0x7E: endSequence(body, final: byte, isAlt: isAlt)
    default:
      state = .ground
      keys.append(.unknown)
      takeGround(byte)
    }
  }

  private mutating func endSequence(_ body: [UInt8], final: UInt8, isAlt: Bool) {
    state = .ground
    guard body.count <= KeyDecoder.longestSequence else {
      keys.append(.unknown)
      return
    }
    let numbers = body.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      // A colon separates what the keyboard protocols add to a number.
      Int(String(decoding: part.prefix { $0 != 0x3A }, as: UTF8.self)) ?? 0
    }
    if final == 0x7E, numbers.first == 200 {
      state = .paste
      return
    }
    if expectsPlace, final == 0x52, numbers.count == 2 {
      expectsPlace = false
      cursorRow = max(0, numbers[0] - 1)
      return
    }
    let modifiers = Modifiers(numbers.count > 1 ? numbers[1] : 1, isAlt: isAlt)
    keys.append(KeyDecoder.key(final: final, number: numbers.first ?? 0, modifiers))
  }

  private mutating func takePasted(_ byte: UInt8) {
    pasted.append(byte)
    if byte == 0x7E, pasted.ends(with: KeyDecoder.pasteEnd) {
      pasted.removeLast(KeyDecoder.pasteEnd.count)
      state = .ground
      endPaste()
    } else if pasted.count > KeyDecoder.longestPaste {
      pasteIsTooLong = true
      pasted = Array(pasted.suffix(KeyDecoder.pasteEnd.count))
    }
  }

  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private mutating func endPaste() {
    defer {
      pasted = []
      pasteIsTooLong = false
    }
    guard !pasteIsTooLong else {
      keys.append(.pasteTooLong)
      return
    }
    // Bytes that are no text become U+FFFD, which no answer may hold: so they are noticed, not lost.
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: pasted, as: UTF8.self).unicodeScalars {
      if scalar == "\r" {
        scalars.append("\n")
      } else if scalar != "\n" || !isAfterReturn {
        scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    keys.append(.paste(String(scalars)))
  }

  // MARK: Text

  /// Gives the text that was collected; an unfinished character at its end waits for its rest.
  private mutating func endText(isComplete: Bool) {
    guard !text.isEmpty else { return }
    let whole = isComplete ? text.count : text.count - text.unfinishedSuffix
    let bytes = text[..<whole]
    text = Array(text[whole...])
    guard !bytes.isEmpty else { return }
    if let string = String(validating: bytes, as: UTF8.self) {
      keys.append(.text(string))
      return
    }
    // Good characters count; each run of bad bytes between them is one unknown key.
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var good = String.UnicodeScalarView()
    var isBad = false
    func flush(into keys: inout [Key]) {
      if !good.isEmpty { keys.append(.text(String(good))) }
      good = String.UnicodeScalarView()
    }
    parsing: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        good.append(Unicode.UTF8.decode(encoded))
        isBad = false
      case .error:
        flush(into: &keys)
        if !isBad { keys.append(.unknown) }
        isBad = true
      case .emptyInput: break parsing
      }
    }
    flush(into: &keys)
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }

  /// How many bytes at the end are the beginning of a character of UTF-8 whose rest is missing.
  fileprivate var unfinishedSuffix: Int {
    for length in 1...3 where length <= count {
      let byte = self[count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return byte < 0xF5 && needed > length ? length : 0
    }
    return 0
  }
}
