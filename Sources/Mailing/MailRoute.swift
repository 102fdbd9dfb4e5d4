package import SourceTrees

/// Where mails go out: the server and how to speak to it.
///
/// The password is not a part of it.
package struct MailRoute: Equatable, Sendable {
  /// The server's name.
  package let host: String
  /// Its port.
  package let port: Int
  /// Whether TLS begins at once; otherwise with STARTTLS, which is never done without.
  package let isImplicit: Bool
  /// The user; `nil` where the server asks for none.
  package let user: String?
  /// A file with further certificates that are trusted; `nil` for the system's.
  package let caFile: String?

  /// Describes a route.
  package init(host: String, port: Int, isImplicit: Bool, user: String?, caFile: String?) {
    self.host = host
    self.port = port
    self.isImplicit = isImplicit
    self.user = user
    self.caFile = caFile
  }

  /// Reads what ``json`` has written; `nil` where something is missing.
  package init?(_ node: SourceNode) {
    guard let host = node.text("host"), let port = node.text("port").flatMap({ Int($0) }) else {
      return nil
    }
    self.init(
      host: host,
      port: port,
      isImplicit: node.text("encryption") == "tls",
      user: node.text("user"),
      caFile: node.text("caFile")
    )
  }

  /// The route as JSON.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("host", .string(host)), .init("port", .integer(port)),
      .init("encryption", .string(isImplicit ? "tls" : "starttls")),
    ]
    if let user { members.append(.init("user", .string(user))) }
    if let caFile { members.append(.init("caFile", .string(caFile))) }
    return .object(members)
  }

  /// The address for a program that speaks SMTP.
  package var url: String {
    let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    return "\(isImplicit ? "smtps" : "smtp")://\(name):\(port)"
  }
}
