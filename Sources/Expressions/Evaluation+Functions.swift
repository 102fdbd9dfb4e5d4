import PlainValues

extension Evaluation {
  // MARK: Functions of one argument

  mutating func call(
    _ function: Function,
    _ argument: Value?,
    at node: Int
  ) throws(EvaluationError) -> Value? {
    guard let argument else { return nil }
    switch argument {
    case .string(let text): try spend(text.utf8.count / 64, at: node)
    case .bytes(let bytes): try spend(bytes.count / 64, at: node)
    default: break
    }
    switch function {
    case .size: return .int(try size(of: argument, at: node))
    case .int: return .int(try whole(argument, .int, at: node) { $0.truncatedInt })
    case .uint: return .uint(try whole(argument, .uint, at: node) { $0.truncatedUInt })
    case .double: return .double(try double(argument, at: node))
    case .string: return .string(try text(argument, at: node))
    case .bool: return .bool(try bool(argument, at: node))
    case .bytes: return .bytes(try bytes(argument, at: node))
    case .date: return .date(try date(argument, at: node))
    case .dyn: return argument
    case .type: return .type(argument.kind)
    case .startsWith, .endsWith, .contains, .matches: throw error(.noSuchOverload, at: node)
    }
  }

  private func size(of value: Value, at node: Int) throws(EvaluationError) -> Int {
    switch value {
    case .string(let text): text.unicodeScalars.count
    case .bytes(let bytes): bytes.count
    case .list(let items): items.count
    case .map(let map): map.entries.count
    default: throw error(.noSuchOverload, at: node)
    }
  }

  // MARK: Conversions

  private func whole<Number: FixedWidthInteger>(
    _ value: Value,
    _ kind: ValueKind,
    at node: Int,
    truncated: (Double) -> Number?
  ) throws(EvaluationError) -> Number {
    switch value {
    case .int(let number): return try fitting(Number(exactly: number), at: node)
    case .uint(let number): return try fitting(Number(exactly: number), at: node)
    // CEL's cases ask that the double -2^63 does not convert, as the doubles around it are not exact.
    case .double(let number): return try fitting(truncated(number), at: node)
    case .string(let text):
      guard let number = Number(text) else {
        throw error(.invalidConversion(to: kind), at: node)
      }
      return number
    default: throw error(.noSuchOverload, at: node)
    }
  }

  private func fitting<Number>(_ number: Number?, at node: Int) throws(EvaluationError) -> Number {
    guard let number else { throw error(.overflow, at: node) }
    return number
  }

  private func double(_ value: Value, at node: Int) throws(EvaluationError) -> Double {
    switch value {
    case .int(let number): return Double(number)
    case .uint(let number): return Double(number)
    case .double(let number): return number
    case .string(let text):
      // Swift also reads hexadecimal digits and the payload of a NaN, which CEL does not.
      guard text.utf8.allSatisfy({ !"xXpP(".utf8.contains($0) }), let number = Double(text) else {
        throw error(.invalidConversion(to: .double), at: node)
      }
      return number
    default: throw error(.noSuchOverload, at: node)
    }
  }

  private func text(_ value: Value, at node: Int) throws(EvaluationError) -> String {
    switch value {
    case .bool(let value): return value ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return number.expressionText
    case .string(let text): return text
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw error(.invalidConversion(to: .string), at: node)
      }
      return text
    case .date(let date): return date.iso
    default: throw error(.noSuchOverload, at: node)
    }
  }

  private func bool(_ value: Value, at node: Int) throws(EvaluationError) -> Bool {
    switch value {
    case .bool(let value): return value
    case .string(let text):
      switch text {
      case "1", "t", "true", "TRUE", "True": return true
      case "0", "f", "false", "FALSE", "False": return false
      default: throw error(.invalidConversion(to: .bool), at: node)
      }
    default: throw error(.noSuchOverload, at: node)
    }
  }

  private func bytes(_ value: Value, at node: Int) throws(EvaluationError) -> [UInt8] {
    switch value {
    case .bytes(let bytes): return bytes
    case .string(let text): return Array(text.utf8)
    default: throw error(.noSuchOverload, at: node)
    }
  }

  private func date(_ value: Value, at node: Int) throws(EvaluationError) -> CivilDate {
    switch value {
    case .date(let date): return date
    case .string(let text):
      guard let date = CivilDate(iso: text) else {
        throw error(.invalidConversion(to: .date), at: node)
      }
      return date
    default: throw error(.noSuchOverload, at: node)
    }
  }

  // MARK: Tests of text

  /// Evaluates a function of two texts; false where one is unanswered.
  mutating func test(
    _ function: Function,
    _ first: Value?,
    _ second: Value?,
    at node: Int
  ) throws(EvaluationError) -> Bool {
    guard let first, let second else { return false }
    guard case .string(let text) = first, case .string(let part) = second else {
      throw error(.noSuchOverload, at: node)
    }
    try spend(part.utf8.count / 64, at: node)
    switch function {
    case .startsWith: return text.utf8.starts(with: part.utf8)
    case .endsWith: return text.utf8.reversed().starts(with: part.utf8.reversed())
    case .contains: return try contains(Array(text.utf8), Array(part.utf8), at: node)
    case .matches:
      // Reading a pattern costs far more than a step.
      try spend(Limits.matchSteps + part.utf8.count, at: node)
      guard let pattern = try? Pattern(part) else { throw error(.invalidPattern, at: node) }
      return try matches(text, pattern, at: node)
    default: throw error(.noSuchOverload, at: node)
    }
  }

  mutating func matches(
    _ text: String,
    _ pattern: Pattern,
    at node: Int
  ) throws(EvaluationError) -> Bool {
    try spend(Limits.matchSteps + text.utf8.count / 8, at: node)
    do {
      return try pattern.matches(in: text)
    } catch {
      throw self.error(.patternLimit, at: node)
    }
  }

  /// Searches byte by byte, which is all that UTF-8 needs.
  ///
  /// What is compared again and again is paid for, or a made-up text could take its square in time.
  private mutating func contains(
    _ text: [UInt8],
    _ part: [UInt8],
    at node: Int
  ) throws(EvaluationError) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= text.count else { return false }
    try spend(text.count / 64, at: node)
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
      try spend(length / 64, at: node)
    }
    return false
  }
}

extension Double {
  /// The number as `string(x)` writes it: the fewest digits that read back, without `.0`.
  fileprivate var expressionText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
