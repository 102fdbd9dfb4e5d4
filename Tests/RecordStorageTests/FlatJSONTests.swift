import Testing

@testable import RecordStorage

@Suite("The values of a past change")
struct FlatJSONTests {
  @Test func `are read back as they were written`() throws {
    let members: [(key: String, value: SQLValue)] = [
      ("a", .null), ("b", .integer(.min)), ("c", .text("\"\\\u{0}\n\u{1F}ü💾{}[],:")),
      ("d", .text("")),
    ]
    let json = FlatJSON.text(members)
    let read = try #require(FlatJSON.members(json))
    #expect(read.map(\.key) == members.map(\.key))
    #expect(read.map(\.value) == members.map(\.value))
    for length in 0..<json.utf8.count {
      #expect(FlatJSON.members(String(decoding: json.utf8.prefix(length), as: UTF8.self)) == nil)
    }
  }

  @Test(arguments: [
    "{}x", "[]", "{\"a\":1.5}", "{\"a\":99999999999999999999}", "{\"a\":true}", "{\"a\":{}}",
    "{\"a\":\"\\u00\"}", "{\"a\" :1}",
  ])
  func `are nothing where they were not written by the store`(json: String) {
    #expect(FlatJSON.members(json) == nil)
  }
}
