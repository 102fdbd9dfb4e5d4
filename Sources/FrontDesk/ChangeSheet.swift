import FieldKinds
import PlainValues
package import RecordStorage
package import SourceTrees
package import TerminalForms

/// What finishing writes, in words or as JSON: shown before finishing and by a dry run.
package struct ChangeSheet {
  private let set: ChangeSet
  private let wording: Wording
  private let names: ValueNames

  /// Writes down a change set in the names of the wizard that made it.
  package init(of set: ChangeSet, wording: Wording, names: ValueNames) {
    self.set = set
    self.wording = wording
    self.names = names
  }

  /// How many changes are written down in words; nobody reads thousands.
  private static let most = 60

  /// The sheet for a page.
  package func lines(on page: Page) -> [Line] {
    let further = set.changes.count - Self.most
    guard further > 0 else { return lines(of: set.changes[...], on: page) }
    return lines(of: set.changes.prefix(Self.most), on: page)
      + [Line(wording.text(CountedPhrase.furtherChanges, further), .dim)]
  }

  private func lines(of changes: ArraySlice<Change>, on page: Page) -> [Line] {
    changes.flatMap { change -> [Line] in
      switch change {
      case .insert(let row):
        let title = wording.text(
          RecordPhrase.willBeCreated,
          [("record", wording.text(RecordPhrase(row.table)))]
        )
        return titled(title, entries(of: row), on: page)
      case .update(let row):
        let title = wording.text(
          RecordPhrase.willBeChanged,
          [("record", wording.text(RecordPhrase(row.table))), ("name", row.record.name)]
        )
        return titled(title, entries(of: row), on: page)
      case .delete(let table, let key, _):
        let title = wording.text(
          RecordPhrase.willBeDeleted,
          [("record", wording.text(RecordPhrase(table))), ("name", key.keyText)]
        )
        return titled(title, [], on: page)
      }
    }
  }

  private func titled(
    _ title: String,
    _ entries: [LabelledValues.Entry],
    on page: Page
  ) -> [Line] {
    Line(title).wrapped(on: page, indent: 2, marker: Line(.done, .green) + " ")
      + LabelledValues(entries).lines(on: page, indent: 4)
  }

  private func entries(of row: NewRow) -> [LabelledValues.Entry] {
    zip(row.table.layout.columns, row.cells).flatMap { column, cell -> [LabelledValues.Entry] in
      guard cell != .empty, !isNumber(cell, column), column.key != "origin" else { return [] }
      if column.kind == .json, case .value(.text(let text)) = cell {
        return names.entries(ofJSON: text)
      }
      return [
        LabelledValues.Entry(Line(wording.label(of: column)), Line(shown(cell, of: column)))
      ]
    }
  }

  private func entries(of row: AlteredRow) -> [LabelledValues.Entry] {
    row.alterations.map { alteration in
      let column = row.table.layout.columns[alteration.position]
      let before = names.shown(alteration.before, of: column, wording: wording)
      let values: [(name: String, value: String)] = [
        ("before", before.isEmpty ? wording.text(RecordPhrase.nothing) : before),
        ("after", shown(alteration.after, of: column)),
      ]
      return LabelledValues.Entry(
        Line(wording.label(of: column)),
        Line(wording.text(RecordPhrase.changedFrom, values))
      )
    }
  }

  /// Whether a cell refers to a record by a number that says nothing to a person.
  private func isNumber(_ cell: Cell, _ column: Column) -> Bool {
    guard case .reference(let table) = column.kind else { return false }
    guard case .value(let value) = cell, !value.isNull else { return true }
    return value.text == nil && table.layout.numberPrefix == nil
  }

  private func shown(_ cell: Cell, of column: Column) -> String {
    switch cell {
    case .value(let value):
      let text = names.shown(value, of: column, wording: wording)
      return text.isEmpty ? wording.text(RecordPhrase.nothing) : text
    case .row, .drawn, .digits: return wording.text(RecordPhrase.drawnOnSaving)
    case .masked(let mask): return "\(mask.prefix)… (\(wording.text(RecordPhrase.drawnOnSaving)))"
    }
  }

  /// The changes as JSON, each with table, values, and before/after pairs.
  package var json: [JSONValue] {
    self.set.changes.map { change in
      switch change {
      case .insert(let row):
        let members = zip(row.table.layout.columns, row.cells).compactMap {
          column,
          cell -> JSONValue.Member? in
          cell == .empty ? nil : JSONValue.Member(column.key, json(cell, of: column))
        }
        return object("insert", row.table, [JSONValue.Member("values", .object(members))])
      case .update(let row):
        let members = row.alterations.map { alteration in
          let column = row.table.layout.columns[alteration.position]
          return JSONValue.Member(
            column.key,
            .object([
              JSONValue.Member("before", alteration.before.json(of: column)),
              JSONValue.Member("after", json(alteration.after, of: column)),
            ])
          )
        }
        return object(
          "update",
          row.table,
          [
            JSONValue.Member("record", .string(row.record.name)),
            JSONValue.Member("values", .object(members)),
          ]
        )
      case .delete(let table, let key, _):
        return object("delete", table, [JSONValue.Member("record", .string(key.keyText))])
      }
    }
  }

  private func object(
    _ action: String,
    _ table: Table,
    _ members: [JSONValue.Member]
  ) -> JSONValue {
    .object(
      [
        JSONValue.Member("action", .string(action)),
        JSONValue.Member("table", .string(table.name)),
      ] + members
    )
  }

  private func json(_ cell: Cell, of column: Column) -> JSONValue {
    switch cell {
    case .value(let value): value.json(of: column)
    case .row(let position): .object([JSONValue.Member("change", .integer(position + 1))])
    case .drawn, .digits: .object([JSONValue.Member("drawn", .bool(true))])
    case .masked(let mask):
      .object([
        JSONValue.Member("drawn", .bool(true)),
        JSONValue.Member("prefix", .string(mask.prefix)),
      ])
    }
  }
}

extension Wording {
  /// What a column is called.
  package func label(of column: Column) -> String {
    if column.isStatus, column.key.hasSuffix("state") { return text(RecordPhrase.status) }
    return RecordPhrase(columnKey: column.key).map { text($0) } ?? column.key
  }

  /// A stored value as a person reads it in the language.
  package func shown(_ value: SQLValue, of column: Column) -> String {
    switch (value, column.kind) {
    case (.null, _): return ""
    case (.integer(let number), .boolean):
      return text(number == 0 ? DialoguePhrase.no : .yes)
    case (.integer(let number), .reference(let table)):
      return table.layout.numberPrefix.map { RecordNumber.text(number, prefix: $0) }
        ?? String(number)
    case (.integer(let number), _):
      return String(number)
    case (.text(let text), .time): return LocalForm(self).shown(moment: text)
    case (.text(let text), .decimal):
      return LocalForm(self).shown(text, of: .decimal).replacing("-", with: "−")
    case (.text(let text), .amount): return LocalForm(self).shown(amount: text)
    case (.text(let text), .code):
      return CodePhrase(text, of: column).map { self.text($0) } ?? text
    case (.text(let text), .date): return LocalForm(self).shown(text, of: .date)
    case (.text(let text), _):
      switch column.key {
      case "country": return name(of: text, in: .countries)
      case "language": return name(of: text, in: .languages)
      default: return text
      }
    }
  }
}

extension SQLValue {
  /// The value as JSON; truth values by the column's kind.
  package func json(of column: Column) -> JSONValue {
    switch (self, column.kind) {
    case (.null, _): .null
    case (.integer(let number), .boolean): .bool(number != 0)
    case (.integer(let number), _): .integer(Int(number))
    case (.text(let text), .json):
      (try? SourceNode(json: SourceText(text))).map(JSONValue.init) ?? .string(text)
    case (.text(let text), _): .string(text)
    }
  }
}

extension JSONValue {
  /// A tree that was read, to be written again.
  package init(_ node: SourceNode) {
    switch node.content {
    case .scalar(let text, .number): self = .decimal(text)
    case .scalar(let text, .boolean): self = .bool(text == "true")
    case .scalar(_, .null): self = .null
    case .scalar(let text, _): self = .string(text)
    case .sequence(let items): self = .array(items.map(JSONValue.init))
    case .mapping(let pairs):
      self = .object(pairs.map { Member($0.key.text ?? "", JSONValue($0.value)) })
    }
  }
}

extension ValueNames {
  /// The members of a stored JSON object with the names that the wizard gives them.
  package func entries(ofJSON text: String) -> [LabelledValues.Entry] {
    let pairs = (try? SourceNode(json: SourceText(text)))?.pairs ?? []
    return pairs.map { pair in
      let key = pair.key.text ?? ""
      return LabelledValues.Entry(Line(label(of: key)), lines(of: pair.value, in: key))
    }
  }

  private func lines(of value: SourceNode, in key: String) -> [Line] {
    let items = value.items ?? [value]
    if items.contains(where: { $0.pairs != nil }) {
      return items.enumerated().flatMap { index, item in
        Line.lines(of: self.shown(entry: values(of: item), number: index + 1, of: key))
      }
    }
    let shown = items.compactMap(\.text).map { self.shown($0, in: key) }
    return Line.lines(of: shown.joined(separator: ", "))
  }

  private func values(of item: SourceNode) -> [(key: String, text: String)] {
    (item.pairs ?? []).map { pair in
      let key = pair.key.text ?? ""
      return (key, (pair.value.items ?? [pair.value]).compactMap(\.text).joined(separator: ", "))
    }
  }
}
