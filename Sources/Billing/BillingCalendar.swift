package import PlainValues

/// The billing days of a contract: the same day every so many months.
///
/// A month that has no such day is billed on its last one, and the day comes back afterwards: 31 January, 28 February,
/// 31 March (domain rule B26).
package struct BillingCalendar: Hashable, Sendable {
  /// The day of the month, 1 to 31.
  package let day: Int
  /// The months of a period, at least 1.
  package let months: Int

  /// Describes a contract's calendar.
  package init(day: Int, months: Int) {
    self.day = day
    self.months = max(1, months)
  }

  /// The billing day behind another one.
  package func next(after date: CivilDate) -> CivilDate? { date.adding(months: months, day: day) }

  /// The billing day before another one.
  package func previous(before date: CivilDate) -> CivilDate? {
    date.adding(months: -months, day: day)
  }

  /// Divides an interval by the billing days in it.
  ///
  /// - Parameters:
  ///   - interval: The days, the last one not included.
  ///   - boundary: Some billing day.
  /// - Returns: The parts with the period that each lies in, in order; none for an empty interval.
  /// - Complexity: O(*n*) in the periods between interval and boundary.
  package func parts(of interval: Range<CivilDate>, boundary: CivilDate) -> [BilledPart] {
    guard var start = periodStart(of: interval.lowerBound, boundary: boundary) else { return [] }
    var parts: [BilledPart] = []
    var from = interval.lowerBound
    while from < interval.upperBound, let end = next(after: start) {
      let to = min(end, interval.upperBound)
      parts.append(BilledPart(from: from, to: to, period: start..<end))
      (from, start) = (to, end)
    }
    return parts
  }

  /// The start of the period that a day lies in.
  package func periodStart(of date: CivilDate, boundary: CivilDate) -> CivilDate? {
    var start = boundary
    while start > date {
      guard let earlier = previous(before: start) else { return nil }
      start = earlier
    }
    while let end = next(after: start), end <= date { start = end }
    return start
  }
}

/// A part of one billing period: calendar days, the last one not included.
package struct BilledPart: Hashable, Sendable {
  /// The first day.
  package let from: CivilDate
  /// The day behind the last one.
  package let to: CivilDate
  /// The period.
  package let period: Range<CivilDate>

  /// Describes a part of a period.
  package init(from: CivilDate, to: CivilDate, period: Range<CivilDate>) {
    self.from = from
    self.to = to
    self.period = period
  }

  /// The days of the part.
  package var days: Int { to.dayNumber - from.dayNumber }
  /// The days of the period.
  package var periodDays: Int { period.upperBound.dayNumber - period.lowerBound.dayNumber }
}
