import WizardEngine

/// An interview page by page: a stage, one entry of a list, a list, or the review.
extension Interview {
  /// The fields that are asked on the page of the current stop; none on a list and in the review.
  var pageFields: [PlannedField] { pageFields(of: plan) }

  /// The fields that a plan for this interview asks on the page of the current stop.
  func pageFields(of plan: Plan) -> [PlannedField] {
    switch stop {
    case .review, .list: return []
    case .field(.field(let position)):
      let stage = wizard.stages.firstIndex { $0.fields.contains(position) }
      return plan.stages.first { $0.position == stage }?.fields.filter(isAsked) ?? []
    case .field(.item(let list, let item, _)):
      let stage = plan.stages.first { wizard.stages[$0.position].list == list }
      return stage?.items.first { $0.id == item }?.fields.filter(\.isAsked) ?? []
    }
  }

  /// Goes to a field of the same page.
  mutating func move(to address: FieldAddress) {
    stop = .field(address)
    noteEnd()
  }

  /// Goes to the page after this one; from a page that the review led to, back to the review, unless
  /// the change has brought up questions on other pages.
  ///
  /// The caller judges the page first.
  mutating func advancePage() {
    let seen = Set(pageFields.map(\.address))
    pending.removeAll { seen.contains($0) || plan.field(at: $0) == nil }
    if case .field(.item(let list, _, _)) = stop, !returnsToReview || cameFromList {
      stop = .list(list)
      return
    }
    if returnsToReview {
      stop = pending.first.map { .field($0) } ?? .review
      return
    }
    let page = stageIndex(of: stop) ?? -1
    stop =
      stops.first { next in
        (stageIndex(of: next) ?? Int.max) > page && needsVisit(next)
      } ?? .review
    noteEnd()
  }

  /// Takes the next of some fields that a change has brought up and that was not visited yet.
  ///
  /// - Parameters:
  ///   - fields: The fields of the page.
  ///   - visited: The field that the person comes from.
  /// - Returns: The field to go to; `nil` where there is none.
  mutating func takePending(
    among fields: [PlannedField],
    after visited: FieldAddress
  ) -> PlannedField? {
    pending.removeAll { $0 == visited }
    guard let new = fields.first(where: { pending.contains($0.address) }) else { return nil }
    pending.removeAll { $0 == new.address }
    return new
  }

  /// Goes to the page before this one, or back to the review that led here, whatever is wrong here.
  ///
  /// - Parameter toEnd: Whether to its last field instead of its first.
  /// - Returns: Whether there is one.
  mutating func goBackPage(toEnd: Bool) -> Bool {
    if returnsToReview, stop != .review, !cameFromList {
      stop = .review
      return true
    }
    if case .field(.item(let list, _, _)) = stop {
      stop = .list(list)
      return true
    }
    let stages = stages
    let index = (stageIndex(of: stop) ?? stages.count) - 1
    guard stages.indices.contains(index) else { return false }
    returnsToReview = false
    pending = []
    if let list = wizard.stages[stages[index].position].list {
      stop = .list(list)
    } else {
      let fields = stages[index].fields.filter(isAsked)
      guard let field = toEnd ? fields.last : fields.first else { return false }
      stop = .field(field.address)
    }
    return true
  }
}
