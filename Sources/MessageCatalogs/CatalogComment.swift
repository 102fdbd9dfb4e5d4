/// A comment line of a catalog.
package struct CatalogComment: Sendable, Equatable {
  /// Whom a comment is from and for.
  package enum Kind: Sendable, Equatable {
    /// `#`: a translator's own.
    case translator
    /// `#.`: from the developer, taken from the source.
    case extracted
    /// `#:`: where the message stands in the source.
    case reference
    /// `#,` or `#=`: flags.
    case flags
  }

  /// Whom it is from and for.
  package let kind: Kind
  /// What stands behind the marker, without the blank that follows it.
  package let text: String
}
