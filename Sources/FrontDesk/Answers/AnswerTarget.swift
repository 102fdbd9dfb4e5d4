package import AnswerFiles
import PlainValues
package import WizardEngine

/// What the path of an answer leads to, as a wizard and its translations know it.
package enum AnswerTarget: Sendable {
  /// A field of the wizard.
  case field(FieldPlace)
  /// The caller's key of the case.
  case caseKey
  /// Whether what must be confirmed is confirmed.
  case confirmation
  /// A field of an earlier version, whose answers are dropped.
  case removed
  /// Nothing.
  case unknown

  /// Where an answer belongs.
  package struct FieldPlace: Sendable {
    /// The field.
    package var field: Field
    /// The list and the number of the item, counted from 1; `nil` for an own field.
    package var item: (list: Int, number: Int)?
    /// Whether the text is one of several values of a `choices` field.
    package var isPartOfList: Bool

    /// The path as answer files spell it.
    package func spelling(in wizard: Wizard) -> String {
      guard let item else { return field.key }
      return "\(wizard.lists[item.list].key).\(item.number).\(field.key)"
    }
  }

  /// Finds what a path leads to: by key, by a key of an earlier version, or by label in any language.
  package init(of path: AnswerPath, in wizard: Wizard, local: LocalForm) {
    guard case .key(let first)? = path.elements.first else {
      self = .unknown
      return
    }
    if path.elements.count == 1, wizard.fieldPositions[first] == nil {
      // They belong to the run and not to the registration.
      switch first {
      case "case":
        self = .caseKey
        return
      case "confirm":
        self = .confirmation
        return
      default: break
      }
    }
    if wizard.removed.contains(path.spelling) {
      self = .removed
    } else {
      let resolution = Resolution(wizard: wizard, local: local)
      self = resolution.place(of: path).map(AnswerTarget.field) ?? .unknown
    }
  }
}

/// What the paths of a file lead to, as far as it was found already.
struct KnownTargets {
  /// The paths of the last record, in its order: the next one has mostly the same.
  private var last: [(path: AnswerPath, target: AnswerTarget)] = []
  private var known: [AnswerPath: AnswerTarget] = [:]
  /// So that a file of ever new names does not fill the memory.
  private static let most = 10_000

  /// Finds what a path leads to.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - place: Its place among those of the record.
  ///   - wizard: The wizard.
  ///   - local: The languages of labels.
  /// - Returns: What it leads to.
  mutating func target(
    of path: AnswerPath,
    at place: Int,
    in wizard: Wizard,
    local: LocalForm
  ) -> AnswerTarget {
    if place < last.count, last[place].path == path { return last[place].target }
    let target: AnswerTarget
    if let found = known[path] {
      target = found
    } else {
      target = AnswerTarget(of: path, in: wizard, local: local)
      if known.count >= KnownTargets.most { known = [:] }
      known[path] = target
    }
    if place < last.count {
      last[place] = (path, target)
    } else if place == last.count {
      last.append((path, target))
    }
    return target
  }
}

/// The names that paths are looked up by.
private struct Resolution {
  let wizard: Wizard
  let local: LocalForm

  func place(of path: AnswerPath) -> AnswerTarget.FieldPlace? {
    var elements = path.elements[...]
    guard case .key(let written)? = elements.popFirst() else { return nil }
    let key = wizard.renamed[written] ?? written
    if let position = wizard.fieldPositions[key] ?? position(labelled: key, in: wizard.fields) {
      let place = AnswerTarget.FieldPlace(field: wizard.fields[position], isPartOfList: false)
      return finish(place, elements)
    }
    guard let list = wizard.listPositions[key], case .index(let number)? = elements.popFirst(),
      case .key(let itemKey)? = elements.popFirst()
    else { return nil }
    let fields = wizard.lists[list].fields
    let renamed = wizard.renamed["\(key).\(itemKey)"] ?? itemKey
    guard
      let position = wizard.lists[list].fieldPositions[renamed]
        ?? position(labelled: renamed, in: fields)
    else { return nil }
    let place = AnswerTarget.FieldPlace(
      field: fields[position],
      item: (list, number),
      isPartOfList: false
    )
    return finish(place, elements)
  }

  private func finish(
    _ place: AnswerTarget.FieldPlace,
    _ rest: ArraySlice<AnswerPath.Element>
  ) -> AnswerTarget.FieldPlace? {
    guard let next = rest.first else { return place }
    guard rest.count == 1, case .index = next, place.field.type == .choices else { return nil }
    var place = place
    place.isPartOfList = true
    return place
  }

  /// The position of the only field that has this label in one of the languages.
  private func position(labelled text: String, in fields: [Field]) -> Int? {
    let key = text.trimmed.searchKey
    for wording in [local.wording, .english] + local.others {
      let fitting = fields.filter { wording.text($0.label).searchKey == key }
      if fitting.count == 1 { return fitting[0].position }
    }
    return nil
  }
}
