/// One page of a form: what is asked together, in words of some language, before it is laid out.
package struct FormPage {
  /// Something said about a row or the page: a problem, a warning, a remark.
  package struct Remark: Equatable, Sendable {
    /// The sign in front.
    package let symbol: Symbol
    /// How it stands out.
    package let style: Style
    /// What is said.
    package let text: String

    /// Says something.
    package init(_ symbol: Symbol, _ style: Style, _ text: String) {
      self.symbol = symbol
      self.style = style
      self.text = text
    }
  }

  /// What stands behind the label of a row.
  package enum Content {
    /// Something that is only shown.
    case value(Line)
    /// A text being typed.
    ///
    /// - placeholder: What is shown while nothing is.
    /// - isMasked: Whether every character is shown as a dot.
    case text(TextEditor, placeholder: Line, isMasked: Bool)
    /// A text of several lines being typed.
    case memo(TextEditor)
    /// A choice being made.
    ///
    /// - placeholder: What is shown while nothing is typed.
    /// - nothingFits: What is shown where no option fits what was typed.
    case options(OptionPicker, placeholder: Line, nothingFits: String)
    /// A text being typed for which values are proposed.
    ///
    /// - marked: The proposal that Enter takes; `nil` for the text itself.
    case lookup(TextEditor, placeholder: Line, proposals: [String], marked: Int?)
  }

  /// A line of the page, with what belongs under it.
  package struct Row {
    /// What kind of line it is.
    package enum Kind: Sendable {
      /// A label with a value beside it.
      case field
      /// A label alone, such as an entry of a list, over the whole width.
      case entry
      /// A heading over the rows that follow; never in focus.
      case heading
    }

    /// What kind of line it is.
    package let kind: Kind
    /// What it is called.
    package let label: Line
    /// What stands behind the label.
    package let content: Content
    /// Whether the person is there.
    package let isFocused: Bool
    /// The columns of a mark at the beginning of the label, behind which a value under it begins too.
    package let mark: Int
    /// What helps to answer; shown in focus only.
    package let hint: String?
    /// What is said about it.
    package let remarks: [Remark]

    /// Makes a row.
    package init(
      _ kind: Kind,
      _ label: Line,
      content: Content = .value(""),
      isFocused: Bool = false,
      mark: Int = 0,
      hint: String? = nil,
      remarks: [Remark] = []
    ) {
      self.kind = kind
      self.label = label
      self.content = content
      self.isFocused = isFocused
      self.mark = mark
      self.hint = hint
      self.remarks = remarks
    }
  }

  /// Something that can be done on the page.
  package struct Action: Equatable, Sendable {
    /// What it is called.
    package let label: String
    /// Whether the person is there.
    package let isFocused: Bool

    /// Makes an action.
    package init(_ label: String, isFocused: Bool) {
      self.label = label
      self.isFocused = isFocused
    }
  }

  /// Where in the wizard the page is, for example `Register a customer · Step 1 of 3 · First steps`.
  package let title: Line
  /// What is said about the page as a whole.
  package let remarks: [Remark]
  /// The rows, top to bottom.
  package let rows: [Row]
  /// A question about the page, above its answers.
  package let question: [Remark]
  /// Whether a question is asked, so that the person is at its answers and not at a row.
  var isAsking: Bool { !question.isEmpty }

  /// What can be done, or the answers to the question.
  package let actions: [Action]
  /// The keys that matter here.
  package let keys: String

  /// Makes a page.
  package init(
    title: Line,
    remarks: [Remark],
    rows: [Row],
    question: [Remark],
    actions: [Action],
    keys: String
  ) {
    self.title = title
    self.remarks = remarks
    self.rows = rows
    self.question = question
    self.actions = actions
    self.keys = keys
  }
}
