import FieldKinds
import PlainValues
package import RecordStorage
import WizardEngine

extension Wizard {
  /// Whether some field names a stored record.
  var mayRefer: Bool {
    fields.contains(where: \.refersToRecord)
      || lists.contains { $0.fields.contains(where: \.refersToRecord) }
  }
}

extension Registration {
  /// References to records that lead nowhere, in field order.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - keys: The fields to leave out, because their procedure judges them itself; those of items by
  ///     their list and key, `contacts.email`.
  /// - Returns: One finding for each reference.
  /// - Throws: `StoreError`.
  package func danglingReferences(
    in store: Store,
    except keys: Set<String> = []
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    func isLeftOut(_ key: String) -> Bool { !keys.isEmpty && keys.contains(key) }
    for position in order where !keys.contains(wizard.fields[position].key) {
      let field = wizard.fields[position]
      if let finding = try finding(about: self[field.key], of: field, at: field.key, in: store) {
        findings.append(finding)
      }
    }
    for list in wizard.lists {
      let references = list.fields.filter { if case .record = $0.type { true } else { false } }
      guard !references.isEmpty else { continue }
      for (index, item) in items(ofList: list.position).enumerated() {
        for field in references where !isLeftOut("\(list.key).\(field.key)") {
          let path = "\(list.key).\(index + 1).\(field.key)"
          if let finding = try finding(about: item[field.key], of: field, at: path, in: store) {
            findings.append(finding)
          }
        }
      }
    }
    return findings
  }

  /// Whether an answer names a record of the store.
  var hasReferences: Bool {
    wizard.fields.contains { $0.refersToRecord && self[$0.key] != nil }
      || wizard.lists.contains { list in
        let references = list.fields.filter(\.refersToRecord)
        return !references.isEmpty
          && items(ofList: list.position).contains { item in
            references.contains { item[$0.key] != nil }
          }
      }
  }

  private func finding(
    about text: String?,
    of field: Field,
    at path: String,
    in store: Store
  ) throws(StoreError) -> Finding? {
    guard case .record(let name) = field.type, let table = RecordName.table(name), let text,
      !field.hasOption(text), try store.record(of: table, named: text) == nil
    else { return nil }
    return Finding(.unknown(table, text), at: path)
  }

  /// Numbers that cannot be worked with to the last place, so that they would count as nothing.
  var inexactNumbers: [Finding] {
    func finding(_ field: Field, _ text: String?, at path: String) -> Finding? {
      guard case .plain(.decimal) = field.type, let text, FixedDecimal(text) == nil else {
        return nil
      }
      return Finding(.inexact(text), at: path)
    }
    let own = order.compactMap { position in
      let field = wizard.fields[position]
      return finding(field, self[position]?.text, at: field.key)
    }
    return own
      + wizard.lists.flatMap { list in
        items(ofList: list.position).enumerated().flatMap { index, item in
          list.fields.compactMap { field in
            finding(field, item[field.key], at: "\(list.key).\(index + 1).\(field.key)")
          }
        }
      }
  }

  /// Answers that a table has neither a column nor room for, so that they would be lost.
  func homeless(in table: Table, except keys: Set<String> = []) -> [Finding] {
    guard table.layout.givenColumn("attributes") == nil else { return [] }
    let fields = order.map { wizard.fields[$0].key }.filter { key in
      !keys.contains(key) && table.layout.givenColumn(key) == nil
    }
    let lists = wizard.lists.filter {
      !items(ofList: $0.position).isEmpty && !keys.contains($0.key)
    }
    .map(\.key)
    return (fields + lists).map { Finding(.doesNotFit(column: $0), at: $0) }
  }

  /// Answers that would change what may not be changed any more.
  ///
  /// - Parameters:
  ///   - record: The record as it is stored.
  ///   - names: What references are called, by the column's key, where they are not the value itself.
  /// - Returns: One finding for each frozen field that differs.
  func frozenChanges(
    of record: Record,
    names: [String: String] = [:]
  ) -> [Finding] {
    order.compactMap { position in
      let key = wizard.fields[position].key
      guard let column = record.table.layout.givenColumn(key), column.isFrozen else { return nil }
      let stored = names[key] ?? RecordCells.text(record[key], of: column.kind)
      guard let stored, let text = self[key], text.caseKey != stored.caseKey else { return nil }
      return Finding(.frozen(field: key), at: key)
    }
  }
}

extension [Finding] {
  /// The findings in the order of their fields; those about the whole come last.
  func inFieldOrder(of wizard: Wizard) -> [Finding] {
    var places: [String: Int] = [:]
    for (index, stage) in wizard.stages.enumerated() {
      for field in stage.fields { places[wizard.fields[field].key] = index << 20 + field }
      if let list = stage.list { places[wizard.lists[list].key] = index << 20 }
    }
    func place(_ finding: Finding) -> Int {
      let key = String(finding.path.prefix { $0 != "." })
      return places[key] ?? .max
    }
    // Findings about one field or list keep the order they were found in.
    return enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }
}

extension Field {
  /// Whether answers name records.
  fileprivate var refersToRecord: Bool {
    if case .record = type { true } else { false }
  }
}
