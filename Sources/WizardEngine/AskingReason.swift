package import Expressions

/// Why something is asked, or why it is not: data for a sentence, in no language.
package struct AskingReason: Hashable, Sendable {
  /// Whether it is asked.
  package let isAsked: Bool
  /// What was looked at, from the stage inwards.
  ///
  /// All hold where it is asked, and none at all means always. Where it is not asked, the last one is
  /// what keeps it away.
  package let causes: [Cause]

  /// Joins an outcome and what led to it.
  package init(isAsked: Bool, causes: [Cause]) {
    self.isAsked = isAsked
    self.causes = causes
  }

  /// One thing that decides.
  package enum Cause: Hashable, Sendable {
    /// The stage comes with one of these options of a field; `chosen` is what the field holds.
    case option(field: Int, codes: [String], chosen: HeldValue?)
    /// A condition of the author at a place of the definition.
    case condition(JudgedCondition, place: Place)
    /// The value is computed and never asked.
    case computed
    /// The number is drawn when the registration is stored, because of the option of a field.
    case drawn(by: Int)
    /// None of the stage's fields applies.
    case noFields
    /// The item is not there any more.
    case removed

    /// Whether it speaks for asking.
    package var holds: Bool {
      switch self {
      case .option(_, let codes, let chosen):
        switch chosen?.content {
        case .text(let code): codes.contains(code)
        case .texts(let chosen): chosen.contains(where: codes.contains)
        case nil: false
        }
      case .condition(let condition, _): condition.holds ?? false
      case .computed, .drawn, .noFields, .removed: false
      }
    }
  }
}

/// A condition with what it comes to at the moment.
package struct JudgedCondition: Hashable, Sendable {
  /// What it asks.
  package let content: Content
  /// Whether it holds; `nil` for a part that has no words and is judged only as part of the whole.
  package let holds: Bool?

  /// Joins a condition and what it comes to.
  package init(content: Content, holds: Bool?) {
    self.content = content
    self.holds = holds
  }

  /// What a condition asks, with the answers that it reads.
  package indirect enum Content: Hashable, Sendable {
    /// All of several hold.
    case all([JudgedCondition])
    /// One of several holds.
    case any([JudgedCondition])
    /// Something does not hold.
    case not(JudgedCondition)
    /// An answer stands to a literal as an operator says; the literal in its canonical text.
    case compare(JudgedSubject, Condition.Comparison, String)
    /// An answer is one of several literals.
    case isOne(JudgedSubject, of: [String])
    /// A list of answers has a literal among its items.
    case includes(JudgedSubject, String)
    /// An answer is given.
    case isAnswered(JudgedSubject)
    /// An answer, itself yes or no, is yes.
    case isTrue(JudgedSubject)
    /// Always, or never.
    case always(Bool)
    /// Something that has no words; a part of the expression as it was written.
    case other(String)
  }
}

/// What a condition reads, and what that is at the moment.
package struct JudgedSubject: Hashable, Sendable {
  /// What it is.
  package let source: Source
  /// The canonical text of its value; `nil` where it is unanswered or has no text.
  package let text: String?

  /// Joins what is read and what it is.
  package init(source: Source, text: String?) {
    self.source = source
    self.text = text
  }

  /// What a condition can read.
  package enum Source: Hashable, Sendable {
    /// A field of the wizard or of the item.
    case field(FieldAddress)
    /// A list, by position.
    case list(Int)
    /// The day.
    case today
    /// A part of something, for example a field of an entry of a list, as it was written.
    case part([String])
  }
}
