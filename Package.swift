// swift-tools-version: 6.1
import PackageDescription

// The floors of the house: a target may depend only on targets of a floor below its own.
// docs/architecture.md says what lives where.

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "plenary",
  products: [
    .executable(name: "plenary", targets: ["plenary"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
  ],
  targets: [
    // Floor 0
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CFiles"),

    // Floor 1
    .target(
      name: "Themes", path: "Themes", resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CNcurses"], swiftSettings: strict),
    .target(name: "GroupMixer", swiftSettings: strict),
    .target(name: "Collation", swiftSettings: strict),
    .target(name: "Tabular", swiftSettings: strict),
    .target(
      name: "SessionEngine",
      dependencies: [.product(name: "OrderedCollections", package: "swift-collections")],
      swiftSettings: strict),

    // Floor 2
    .target(
      name: "SessionStore",
      dependencies: [
        "SessionEngine", "CFiles",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Intake", dependencies: ["SessionEngine", "Tabular", "Themes"], swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["Collation", "SessionEngine", "Tabular"],
      swiftSettings: strict),
    .target(name: "Mixing", dependencies: ["SessionEngine", "GroupMixer"], swiftSettings: strict),
    .target(
      name: "Collating", dependencies: ["SessionEngine", "Collation"], swiftSettings: strict),
    .target(name: "Replay", dependencies: ["SessionEngine", "Terminal"], swiftSettings: strict),

    // Floor 3
    .target(
      name: "Console",
      dependencies: [
        "SessionEngine", "GroupMixer", "Mixing", "Collating", "Collation", "Reports", "Terminal",
      ],
      swiftSettings: strict),

    // Floor 4
    .executableTarget(
      name: "plenary",
      dependencies: [
        "Console", "SessionStore", "Reports", "Intake", "Mixing", "GroupMixer", "Collating",
        "Replay", "SessionEngine", "Tabular", "Terminal", "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Console", "SessionStore", "SessionEngine", "Terminal", "Intake", "Themes", "Collation",
        "GroupMixer",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),

    // Tests
    .testTarget(
      name: "CollationTests", dependencies: ["Collation"],
      exclude: ["Fixtures", "Reference"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Themes"], swiftSettings: strict),
    .testTarget(name: "GroupMixerTests", dependencies: ["GroupMixer"], swiftSettings: strict),
    .testTarget(
      name: "SessionEngineTests",
      dependencies: [
        "SessionEngine", .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "JournalHammer", dependencies: ["SessionStore", "SessionEngine"],
      path: "Tests/Support/JournalHammer", swiftSettings: strict),
    .testTarget(
      name: "SessionStoreTests", dependencies: ["SessionStore", "SessionEngine", "JournalHammer"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["Intake", "Tabular", "SessionEngine", "Replay", "Themes"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "MixingTests", dependencies: ["Mixing", "GroupMixer", "SessionEngine"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Tabular", "SessionEngine"],
      swiftSettings: strict),
    // One of its stories is told a second time by the binary, and compared.
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Intake", "Reports", "SessionEngine", "SessionStore", "Terminal", "Themes",
        "plenary",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    // Drives the binary itself, so it depends on that being built and imports nothing of it.
    .testTarget(
      name: "EndToEndTests", dependencies: ["plenary"], swiftSettings: strict),
  ]
)
