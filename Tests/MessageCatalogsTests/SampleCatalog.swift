import MessageCatalogs

/// The header that most samples begin with: three lines.
let sampleHeader = """
  msgid ""
  msgstr ""
  "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"

  """

/// The bytes of a catalog of these entries below a header.
func sample(_ entries: String) -> [UInt8] { Array((sampleHeader + entries).utf8) }
