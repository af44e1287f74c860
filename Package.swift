// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benefit-binding",
  // The first systems with Int128.
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "BenefitBinding", targets: ["BenefitBinding"]),
    .library(name: "BenefitLedgers", targets: ["BenefitLedgers"]),
    .library(name: "BenefitAssessment", targets: ["BenefitAssessment"]),
    .library(name: "BenefitTables", targets: ["BenefitTables"]),
    .library(name: "BenefitDocuments", targets: ["BenefitDocuments"]),
    .library(name: "BenefitReports", targets: ["BenefitReports"]),
  ],
  targets: [
    // MARK: - Library
    .target(name: "BenefitBinding"),
    .target(name: "BenefitLedgers", dependencies: ["BenefitBinding"]),
    .target(
      name: "BenefitAssessment",
      dependencies: ["BenefitBinding", "BenefitLedgers"],
      // The standard library takes square roots and rounds to whole numbers with the C library's, which is apart there.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux, .android, .wasi]))]
    ),
    .target(name: "BenefitTables", dependencies: ["BenefitBinding"]),
    .target(name: "BenefitDocuments", dependencies: ["BenefitBinding"]),
    .target(name: "BenefitReports", dependencies: ["BenefitBinding", "BenefitAssessment"]),

    // MARK: - Examples
    .example("OrdosProgramme"),
    .example("BreedingCooperative"),
    .example("GaqaEconomy"),
    .example("VillageTourism"),
    .example("BorrowedChickens"),
    .example("Settle"),

    // MARK: - Tests
    .target(
      name: "TestSupport",
      dependencies: .library,
      path: "Tests/TestSupport",
      resources: [.copy("Reference")]
    ),
    .target(
      name: "PublishedSchemes",
      dependencies: .library + ["TestSupport"],
      path: "Tests/PublishedSchemes"
    ),
    .executableTarget(
      name: "Atlas",
      dependencies: ["PublishedSchemes"],
      path: "Tests/Atlas"
    ),
    .executableTarget(
      name: "Benchmarks",
      dependencies: .library + ["TestSupport"],
      path: "Tests/Benchmarks"
    ),
    .executableTarget(
      name: "Simulation",
      dependencies: .library + ["TestSupport"],
      path: "Tests/Simulation"
    ),
    .testTarget(
      name: "BenefitBindingTests",
      dependencies: .library + ["TestSupport", "PublishedSchemes"]
    ),
    .testTarget(
      name: "BenefitLedgersTests",
      dependencies: .library + ["TestSupport"]
    ),
    .testTarget(
      name: "BenefitAssessmentTests",
      dependencies: .library + ["TestSupport"]
    ),
    .testTarget(
      name: "BenefitTablesTests",
      dependencies: .library + ["TestSupport"]
    ),
    .testTarget(
      name: "BenefitDocumentsTests",
      dependencies: .library + ["TestSupport"],
      resources: [.copy("Published")]
    ),
    .testTarget(
      name: "BenefitReportsTests",
      dependencies: .library + ["TestSupport"]
    ),
    .testTarget(
      name: "ExampleTests",
      dependencies: [
        "OrdosProgramme", "BreedingCooperative", "GaqaEconomy", "VillageTourism",
        "BorrowedChickens", "Settle",
      ],
      resources: [.copy("Expected")]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = (target.swiftSettings ?? []) + .strict
}

extension Target {
  /// A runnable example that lives in `Examples/` and sees only the public library.
  static func example(_ name: String) -> Target {
    .executableTarget(name: name, dependencies: .library, path: "Examples/\(name)")
  }
}

extension [Target.Dependency] {
  /// All that the package offers.
  static var library: Self {
    [
      "BenefitBinding", "BenefitLedgers", "BenefitAssessment", "BenefitTables", "BenefitDocuments",
      "BenefitReports",
    ]
  }
}

extension [SwiftSetting] {
  /// Settings that every target in this package is built with.
  static var strict: Self {
    [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
      // Every public type says whether it is Sendable.
      .treatWarning("ExplicitSendable", as: .error),
    ]
  }
}
