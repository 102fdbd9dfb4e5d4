/// A wizard as its author wrote it: names and texts, each with its place, nothing resolved yet.
package struct WizardDefinition: Hashable, Sendable {
  /// The most fields of a wizard, those of options and lists included.
  package static let mostFields = 2_000
  /// The most options of a wizard's fields together.
  package static let mostOptions = 10_000

  /// The wizard's name, also the name of its file.
  package var name: Placed<String>
  /// The version that answer files and drafts were written for.
  package var version = 1
  /// What the wizard does, in English.
  package var title: Placed<String>
  /// A longer text about the wizard, in English.
  package var help: Placed<String>?
  /// What finishing does.
  package var ending: EndingDefinition = .entry
  /// Stages and includes in the order of the path.
  package var parts: [PartDefinition] = []
  /// Old field keys and the keys they have now.
  package var renamed: [RenameDefinition] = []
  /// Field keys of earlier versions whose answers are dropped.
  package var removed: [Placed<String>] = []

  /// Starts a definition that has no stages yet.
  package init(name: Placed<String>, title: Placed<String>) {
    self.name = name
    self.title = title
  }
}

/// What finishing a wizard does.
package enum EndingDefinition: Hashable, Sendable {
  /// Runs a procedure written in Swift.
  case procedure(Placed<String>)
  /// Stores one plain record of a known table.
  case record(Placed<String>)
  /// Stores the answers as they are.
  case entry
}

/// One line of `renamed:`.
package struct RenameDefinition: Hashable, Sendable {
  /// The key that older files use.
  package let old: Placed<String>
  /// The key of the field today.
  package let new: Placed<String>

  /// Says that a key has a new name.
  package init(old: Placed<String>, new: Placed<String>) {
    self.old = old
    self.new = new
  }
}

/// A stage, or the place where an option's stages come in.
package enum PartDefinition: Hashable, Sendable {
  /// A stage written in this file.
  case stage(StageDefinition)
  /// The stages that the chosen option of a field brings along.
  case include(field: Placed<String>, when: Placed<String>?)
}

/// Fields that are shown together.
package struct StageDefinition: Hashable, Sendable {
  /// The key of the stage.
  package var key: Placed<String>
  /// The heading, in English.
  package var title: Placed<String>
  /// A longer text about the stage, in English.
  package var help: Placed<String>?
  /// The condition under which the stage appears.
  package var when: Placed<String>?
  /// What makes the stage a list of items.
  package var list: ListDefinition?
  /// The fields in the order they are asked.
  package var fields: [FieldDefinition] = []

  /// Starts a stage without fields.
  package init(key: Placed<String>, title: Placed<String>) {
    self.key = key
    self.title = title
  }
}

/// What makes a stage repeat.
package struct ListDefinition: Hashable, Sendable {
  /// Where `list:` stands.
  package var place: Place
  /// The fewest items that are enough.
  package var minimum = 0
  /// The most items that are allowed.
  package var maximum = 100
  /// The title of one item, with `{field}` placeholders.
  package var item: Placed<String>?
  /// The fields whose values may not repeat within the list.
  package var unique: [Placed<String>] = []
  /// The condition under which items may be added.
  package var when: Placed<String>?

  /// Starts a list with the usual limits.
  package init(at place: Place) {
    self.place = place
  }
}

/// One thing asked for.
package struct FieldDefinition: Hashable, Sendable {
  /// The key, unique in its wizard or list.
  package var key: Placed<String>
  /// What the field is called, in English.
  package var label: Placed<String>
  /// One line shown with the field, in English.
  package var hint: Placed<String>?
  /// A longer explanation, in English.
  package var help: Placed<String>?
  /// The type as written, for example `choice`.
  package var type: Placed<String>
  /// The options written in place.
  package var options: [OptionDefinition]?
  /// The name of an option list in a file of its own.
  package var from: Placed<String>?
  /// The table that a `record` field looks up.
  package var of: Placed<String>?
  /// The field or the code that gives the country of a postal code, telephone number or identifier.
  package var country: Placed<String>?
  /// The field that gives the federal state of a German tax number.
  package var state: Placed<String>?
  /// The field whose options say what an identifier is.
  package var by: Placed<String>?
  /// The smallest value or the fewest characters, as written.
  package var minimum: Placed<String>?
  /// The largest value or the most characters, as written.
  package var maximum: Placed<String>?
  /// A pattern that the whole text must match.
  package var pattern: Placed<String>?
  /// How the text is made regular before it is judged.
  package var normalize: [Placed<NormalizationStep>] = []
  /// What is suggested: a constant, or an expression after `=`.
  package var suggested: Placed<String>?
  /// The expression that computes the value of a field that is never asked.
  package var computed: Placed<String>?
  /// `true`, `false` or an expression.
  package var required: Placed<String>?
  /// The condition under which the field is asked.
  package var when: Placed<String>?
  /// Further rules of the author.
  package var rules: [RuleDefinition] = []
  /// The fields whose change drops this answer.
  package var resetOn: [Placed<String>] = []
  /// Whether the answer may never enter a draft, an answer file or a log.
  package var isSecret = false

  /// Starts a field that has only what every field has.
  package init(key: Placed<String>, label: Placed<String>, type: Placed<String>) {
    self.key = key
    self.label = label
    self.type = type
  }
}

/// A step of making a text regular; trimming and NFC always happen.
package enum NormalizationStep: Hashable, Sendable {
  /// Letters become capitals.
  case upper
  /// Letters become small.
  case lower
  /// These characters are dropped.
  case strip(String)
}

/// A rule of the author about one answer.
package struct RuleDefinition: Hashable, Sendable {
  /// The code that scripts see.
  package var code: Placed<String>
  /// The expression that must hold.
  package var check: Placed<String>
  /// What is said where it does not hold, in English.
  package var message: Placed<String>
  /// Whether the rule blocks.
  package var severity: Severity = .error

  /// Starts a rule that blocks.
  package init(code: Placed<String>, check: Placed<String>, message: Placed<String>) {
    self.code = code
    self.check = check
    self.message = message
  }
}

/// One answer that a choice offers.
package struct OptionDefinition: Hashable, Sendable {
  /// The code that is stored.
  package var code: Placed<String>
  /// What the option is called, in English.
  package var label: Placed<String>
  /// Other words that find the option.
  package var synonyms: [Placed<String>] = []
  /// The condition under which the option is offered.
  package var when: Placed<String>?
  /// The stages that come with the option.
  package var stages: [StageDefinition] = []
  /// What an identifier is for this option.
  package var identifier: IdentifierDefinition?

  /// Starts an option that brings nothing along.
  package init(code: Placed<String>, label: Placed<String>) {
    self.code = code
    self.label = label
  }
}

/// What an identifier is.
package enum IdentifierDefinition: Hashable, Sendable {
  /// One kind, wherever the company is.
  case kind(Placed<String>)
  /// A kind for each country code.
  case byCountry([CountryKindDefinition])
  /// A number drawn from a mask.
  case mask(Placed<String>, isEditable: Bool)
}

/// The identifier's kind in one country.
package struct CountryKindDefinition: Hashable, Sendable {
  /// The country's ISO 3166-1 code.
  package let country: Placed<String>
  /// The kind's name.
  package let kind: Placed<String>

  /// Says which kind a country uses.
  package init(country: Placed<String>, kind: Placed<String>) {
    self.country = country
    self.kind = kind
  }
}

/// A list of options in a file of its own.
package struct OptionListDefinition: Hashable, Sendable {
  /// The name that `from:` uses.
  package var name: Placed<String>
  /// The options in the order they are offered.
  package var entries: [OptionDefinition]

  /// Joins a name and its options.
  package init(name: Placed<String>, entries: [OptionDefinition]) {
    self.name = name
    self.entries = entries
  }
}

/// Whether something said blocks.
package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  /// Never blocks.
  case info
  /// Needs one confirmation.
  case warning
  /// Blocks.
  case error

  /// Orders from what is merely said to what blocks.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
