/// How a catalog is brought up to date.
package struct MergeOptions: Sendable {
  /// Whether new messages get the translations of similar ones.
  package var suggests = false
  /// Whether a translation stays approved where only punctuation, case or white space has changed.
  package var trustsMinor = false
  /// Whether messages that the source has no longer go for good.
  package var prunes = false

  /// Suggests, trusts and prunes nothing.
  package init() {}
}
