import CCurl
import Mailing

/// A connection to an SMTP server, kept for the mails that follow.
///
/// TLS is always spoken and the server's certificate checked, before anything is said about the user.
@safe
final class SMTPConnection {
  private let handle: UnsafeMutableRawPointer
  private let route: MailRoute
  private let password: String?
  private var errorText = Array<CChar>(repeating: 0, count: Int(CURL_ERROR_SIZE))

  /// A mail on its way to the server.
  @unsafe
  private struct Upload {
    let bytes: UnsafeBufferPointer<UInt8>
    var sent = 0
    /// Whether libcurl was told that this is all; what follows is the end of the mail.
    var isComplete = false
  }

  /// Prepares a connection; `nil` where the library cannot be started.
  init?(to route: MailRoute) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK,
      let handle = unsafe curl_easy_init()
    else { return nil }
    unsafe self.handle = unsafe handle
    self.route = route
    password = route.user == nil ? nil : MailPassword.read()
  }

  deinit { unsafe curl_easy_cleanup(handle) }

  /// Sends a mail.
  func send(_ order: MailOrder, _ bytes: [UInt8]) -> MailOutcome {
    if route.user != nil && password == nil {
      return .halted(
        "no password: ALTA_SMTP_PASSWORD_FILE, ALTA_SMTP_PASSWORD_COMMAND or $CREDENTIALS_DIRECTORY/alta-smtp-password"
      )
    }
    unsafe curl_easy_reset(handle)
    set(CURLOPT_URL, route.url)
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    if let file = route.caFile { set(CURLOPT_CAINFO, file) }
    if let user = route.user, let password {
      set(CURLOPT_USERNAME, user)
      set(CURLOPT_PASSWORD, password)
    }
    set(CURLOPT_CONNECTTIMEOUT, 30)
    set(CURLOPT_TIMEOUT, 300)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_UPLOAD, 1)
    set(CURLOPT_MAIL_FROM, "<\(order.sender)>")
    let recipients = unsafe curl_slist_append(nil, "<\(order.recipient)>")
    defer { unsafe curl_slist_free_all(recipients) }
    unsafe alta_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
    unsafe alta_curl_set_reader(handle) { target, size, count, source in
      guard let target = unsafe target, let source = unsafe source else { return 0 }
      let upload = unsafe source.assumingMemoryBound(to: Upload.self)
      let start = unsafe upload.pointee.sent
      let part = unsafe min(size * count, upload.pointee.bytes.count - start)
      guard part > 0, let base = unsafe upload.pointee.bytes.baseAddress else {
        unsafe upload.pointee.isComplete = true
        return 0
      }
      unsafe UnsafeMutableRawPointer(target).copyMemory(from: base + start, byteCount: part)
      unsafe upload.pointee.sent += part
      return part
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var upload = unsafe Upload(bytes: buffer)
      let result = unsafe withUnsafeMutablePointer(to: &upload) { pointer in
        unsafe alta_curl_set_pointer(handle, CURLOPT_READDATA, pointer)
        return unsafe errorText.withUnsafeMutableBufferPointer { text in
          unsafe alta_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, text.baseAddress)
          return unsafe curl_easy_perform(handle)
        }
      }
      return unsafe outcome(result, isComplete: upload.isComplete)
    }
  }

  private func outcome(_ result: CURLcode, isComplete: Bool) -> MailOutcome {
    guard result != CURLE_OK else { return .sent }
    let said = String(
      decoding: errorText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    let reason = said.isEmpty ? unsafe String(cString: curl_easy_strerror(result)) : said
    let answer = unsafe alta_curl_response(handle)
    // The mail was asked for, sent to its end, and nothing more was heard.
    if isComplete && answer < 400 { return .unknown(reason) }
    // The server wants to know who we are, or does not believe it: no mail will do better.
    if [530, 534, 535, 538].contains(answer) { return .halted(reason) }
    if (500...599).contains(answer) { return .refused(reason) }
    if (400...499).contains(answer) && answer != 421 { return .deferred(reason) }
    return .halted(reason)
  }

  private func set(_ option: CURLoption, _ text: String) {
    unsafe alta_curl_set_text(handle, option, text)
  }

  private func set(_ option: CURLoption, _ number: Int) {
    unsafe alta_curl_set_number(handle, option, number)
  }
}
