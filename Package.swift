// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "alta",
  products: [
    .executable(name: "alta", targets: ["alta"]),
    .executable(name: "alta-mail", targets: ["MailSender"]),
  ],
  targets: [
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(name: "CIDN2", providers: [.apt(["libidn2-dev"]), .brew(["libidn2"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]
    ),
    .systemLibrary(
      name: "CPangoCairo",
      pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]
    ),
    // Leaves, which know nothing of each other but plain values.
    .target(name: "PlainValues"),
    .target(name: "LocalFiles"),
    .target(name: "SourceTrees", dependencies: ["CYAML", "PlainValues"]),
    .target(name: "Expressions", dependencies: ["CPCRE2", "PlainValues"]),
    .target(name: "FieldKinds", dependencies: ["CIDN2", "PlainValues"]),
    .target(name: "RecordStorage", dependencies: ["PlainValues"]),
    .target(name: "Billing", dependencies: ["PlainValues"]),
    .target(name: "MessageCatalogs", dependencies: ["PlainValues"]),
    .target(name: "TerminalForms", dependencies: ["PlainValues"]),
    .target(name: "AnswerFiles", dependencies: ["CZlib", "PlainValues", "SourceTrees"]),
    .target(name: "Mailing", dependencies: ["SourceTrees"]),
    // What registering means.
    .target(
      name: "WizardEngine",
      dependencies: ["Expressions", "FieldKinds", "PlainValues"]
    ),
    .target(
      name: "Procedures",
      dependencies: [
        "Billing", "FieldKinds", "PlainValues", "RecordStorage", "SourceTrees", "WizardEngine",
      ]
    ),
    // The two ends: definitions and the store.
    .target(
      name: "WizardFiles",
      dependencies: ["LocalFiles", "PlainValues", "SourceTrees", "WizardEngine"]
    ),
    .target(name: "SQLiteDriver", dependencies: ["CSQLite", "PlainValues", "RecordStorage"]),
    .target(name: "PostgreSQLDriver", dependencies: ["PlainValues", "RecordStorage"]),
    // Where the leaves meet.
    .target(
      name: "FrontDesk",
      dependencies: [
        "AnswerFiles", "Expressions", "FieldKinds", "LocalFiles", "Mailing", "MessageCatalogs",
        "PlainValues",
        "Procedures", "RecordStorage", "SourceTrees", "TerminalForms", "WizardEngine",
      ]
    ),
    .executableTarget(
      name: "alta",
      dependencies: [
        "AnswerFiles", "CMalloc", "Expressions", "FrontDesk", "LocalFiles", "Mailing",
        "MessageCatalogs",
        "PlainValues", "PostgreSQLDriver",
        "Procedures", "RecordStorage", "SQLiteDriver", "SourceTrees", "TerminalForms",
        "WizardEngine", "WizardFiles",
      ],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
    ),
    .executableTarget(
      name: "MailSender",
      dependencies: ["CCurl", "CPangoCairo", "Mailing", "SourceTrees"]
    ),
    .testTarget(name: "BillingTests", dependencies: ["Billing", "PlainValues"]),
    .testTarget(name: "PlainValuesTests", dependencies: ["PlainValues"]),
    .testTarget(name: "LocalFilesTests", dependencies: ["LocalFiles"]),
    .testTarget(name: "SourceTreesTests", dependencies: ["PlainValues", "SourceTrees"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "PlainValues"]),
    .testTarget(name: "FieldKindsTests", dependencies: ["FieldKinds", "PlainValues"]),
    .testTarget(name: "MessageCatalogsTests", dependencies: ["MessageCatalogs", "PlainValues"]),
    .testTarget(name: "TerminalFormsTests", dependencies: ["PlainValues", "TerminalForms"]),
    .testTarget(
      name: "AnswerFilesTests",
      dependencies: ["AnswerFiles", "PlainValues", "SourceTrees"]
    ),
    .testTarget(
      name: "RecordStorageTests",
      dependencies: ["PlainValues", "RecordStorage", "SQLiteDriver"]
    ),
    .testTarget(
      name: "WizardEngineTests",
      dependencies: [
        "Expressions", "FieldKinds", "PlainValues", "SourceTrees", "WizardEngine", "WizardFiles",
      ]
    ),
    .testTarget(
      name: "WizardFilesTests",
      dependencies: ["LocalFiles", "PlainValues", "SourceTrees", "WizardEngine", "WizardFiles"]
    ),
    .testTarget(
      name: "ProceduresTests",
      dependencies: [
        "FieldKinds", "PlainValues", "Procedures", "RecordStorage", "SQLiteDriver", "SourceTrees",
        "WizardEngine", "WizardFiles",
      ]
    ),
    .testTarget(
      name: "FrontDeskTests",
      dependencies: [
        "AnswerFiles", "FieldKinds", "FrontDesk", "LocalFiles", "MessageCatalogs", "PlainValues",
        "Procedures", "RecordStorage", "SQLiteDriver", "SourceTrees", "TerminalForms",
        "WizardEngine", "WizardFiles",
      ]
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["PostgreSQLDriver", "RecordStorage", "SQLiteDriver", "alta"]
    ),
    .testTarget(name: "HouseRulesTests"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    .strictMemorySafety(),  // SE-0458
    .treatAllWarnings(as: .error),  // SE-0480
  ]
}

// A start of alta would pay for libraries that it does not need: Swift adds those for concurrent tasks and for
// regular expressions to every module that does not say otherwise.
for target in package.targets where target.type == .regular || target.type == .executable {
  target.swiftSettings?.append(
    .unsafeFlags([
      "-Xfrontend", "-disable-implicit-concurrency-module-import",
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
    ])
  )
}
