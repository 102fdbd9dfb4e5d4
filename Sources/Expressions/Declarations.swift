/// The names that an expression may use, and where their values are.
package struct Declarations: Sendable {
  /// What happens to faults of names and types.
  package enum Checking: Sendable {
    /// They keep the expression from being read.
    case strict
    /// They become errors where evaluation reaches them, so that `x || true` is true without an `x`.
    ///
    /// This is CEL without its checker; `has(x)` of an unknown name is false.
    case lenient
  }

  /// What is known of one name.
  struct Variable: Sendable {
    let slot: Int
    let type: ValueType
  }

  /// What happens to faults of names and types.
  package let checking: Checking
  private(set) var variables: [String: Variable] = [:]
  /// The most parts that a declared name has, dots between them.
  private(set) var longestName = 1

  /// Makes declarations without any name.
  package init(_ checking: Checking = .strict) {
    self.checking = checking
  }

  /// Makes lenient declarations of names of unknown types, whose slots are their positions.
  package init(lenient names: [String]) {
    self.init(.lenient)
    for (slot, name) in names.enumerated() { declare(name, slot: slot, type: .dyn) }
  }

  /// Adds a name, or changes what is known of it.
  ///
  /// - Parameters:
  ///   - name: A name, or several joined by dots (`item.email`), which an expression then reads as
  ///     one; of several that fit, the one with the most parts is taken.
  ///   - slot: What the host is asked for, at least 0; several names may share one.
  ///   - type: The type of its values.
  package mutating func declare(_ name: String, slot: Int, type: ValueType) {
    variables[name] = Variable(slot: slot, type: type)
    longestName = max(longestName, name.utf8.count { $0 == UInt8(ascii: ".") } + 1)
  }
}
