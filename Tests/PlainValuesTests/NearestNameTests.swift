import PlainValues
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  private let names = [
    "category", "companyType", "name", "email1", "email2", "address1", "Größe", "id",
  ]

  @Test(arguments: [
    ("categry", "category"), ("catgeory", "category"), ("CompanyType", "companyType"),
    ("company-type", "companyType"), ("nmae", "name"), ("emial1", "email1"), ("email", "email1"),
    ("grosse", "Größe"), ("adress1", "address1"), ("names", "name"), ("ID", "id"),
    ("xyz", nil), ("", nil), ("ix", nil), ("telephone", nil),
    (String(repeating: "a", count: 10_000), nil),
  ])
  func `is one that was probably meant`(name: String, expected: String?) {
    #expect(nearest(name, in: names) == expected)
  }
}
