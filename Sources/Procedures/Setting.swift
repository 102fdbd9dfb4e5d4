/// The keys of settings that procedures look up.
package enum Setting {
  /// Whether external users may be registered; yes where it is not set.
  package static let externalUsersAllowed = "externalUsers.allowed"
  /// The name of the SMTP server.
  package static let smtpHost = smtp("host")
  /// The address that mails come from.
  package static let smtpSender = smtp("sender")

  /// What stands before the keys of `set-up-mail`.
  static let smtpPrefix = "smtp"
  /// What stands before the keys of `set-up-issuer`.
  static let issuerPrefix = "issuer"

  /// The key of what one answer to `set-up-mail` sets.
  package static func smtp(_ field: String) -> String { "\(smtpPrefix).\(field)" }

  /// The key of what one answer to `set-up-issuer` sets.
  static func issuer(_ part: Issuer.Part) -> String { "\(issuerPrefix).\(part.rawValue)" }
}
