extension KeyDecoder {
  /// The key of a control sequence.
  ///
  /// - Parameters:
  ///   - final: The byte that ended it.
  ///   - number: Its first parameter.
  ///   - modifiers: What was held.
  /// - Returns: The key; `unknown` for a sequence that is none.
  static func key(final: UInt8, number: Int, _ modifiers: Modifiers) -> Key {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: modifiers.isAlt ? .altRight : modifiers.isControl ? .wordRight : .right
    case 0x44: modifiers.isAlt ? .altLeft : modifiers.isControl ? .wordLeft : .left
    case 0x46: .end
    case 0x48: .home
    // A place of the cursor that was asked for and came too late looks like F3.
    case 0x52 where number > 1: .unknown
    case 0x50...0x53: .function(Int(final) - 0x4F)
    case 0x5A: .backTab
    case 0x75: character(number, modifiers)
    case 0x7E, 0x24, 0x5E: numbered(number, modifiers, isControl: final == 0x5E)
    default: .unknown
    }
  }

  private static func numbered(_ number: Int, _ modifiers: Modifiers, isControl: Bool) -> Key {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: modifiers.isControl || isControl ? .deleteWordRight : .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: .unknown
    }
  }

  /// A key that the terminal names by its character.
  private static func character(_ number: Int, _ modifiers: Modifiers) -> Key {
    switch number {
    case 9: return modifiers.isShift ? .backTab : .tab
    case 13: return modifiers.isShift || modifiers.isAlt ? .lineBreak : .enter
    case 27: return .escape
    case 8, 127: return modifiers.isAlt || modifiers.isControl ? .deleteWordLeft : .backspace
    default: break
    }
    guard let scalar = Unicode.Scalar(UInt32(clamping: number)), number >= 0x20 else {
      return .unknown
    }
    guard modifiers.isControl || modifiers.isAlt else { return .text(String(Character(scalar))) }
    guard modifiers.isControl, scalar == " " || ("a"..."z").contains(scalar) else {
      return .unknown
    }
    return .control(Character(scalar))
  }

  /// The key of a byte after `ESC O`.
  static func shifted(_ byte: UInt8, isAlt: Bool) -> Key {
    switch byte {
    case 0x41...0x48, 0x50...0x53: key(final: byte, number: 0, Modifiers(1, isAlt: isAlt))
    case 0x4D: .enter  // of the keypad
    case 0x63: .wordRight  // rxvt, with Ctrl
    case 0x64: .wordLeft
    case 0x6A...0x6F, 0x70...0x79:
      .text(String(Character(Unicode.Scalar(byte - 0x40))))  // of the keypad: * + , - . / 0 … 9
    default: .unknown
    }
  }
}
