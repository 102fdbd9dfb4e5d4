/// What can be done on a page.
enum FormAction: Hashable {
  /// Goes to the next page.
  case next
  /// Goes to the review, and there stores the registration.
  case finish
  /// Goes to the page before.
  case back
  /// Leaves the registration.
  case cancel
}
