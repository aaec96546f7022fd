// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with the same strict settings.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil)
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], resources: resources,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "fenliu",
  products: [
    .library(name: "Routing", targets: ["Routing"]),
    // The gazetteer of the whole country needs no router.
    .library(name: "Jurisdiction", targets: ["Jurisdiction"]),
    // libfenliu.so.1 is made of this one by `make c-library`.
    .library(name: "fenliu-c", type: .dynamic, targets: ["FenliuABI"]),
    .executable(name: "fenliu", targets: ["fenliu"]),
    .executable(name: "bench", targets: ["bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
  ],
  targets: [
    // The core: no Foundation, no ICU.
    library("Pack", []),
    library("TextNorm", []),
    library("Automaton", ["Pack", "TextNorm"]),
    library("Classifier", ["Automaton", "Pack"]),
    library("Jurisdiction", ["Automaton", "Pack"]),
    library("Routing", ["Automaton", "Classifier", "Jurisdiction", "Pack", "TextNorm"]),

    // The C library: a hand-written header and its implementation.
    .target(name: "CFenliu"),
    library("FenliuABI", ["CFenliu", "Classifier", "Jurisdiction", "Pack", "Routing"]),

    // The tools: ICU is needed only to compile a pack.
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CTextNorm", dependencies: ["CICU"]),
    library("TextNormICU", ["CTextNorm", "TextNorm"]),
    library(
      "PackBuilder",
      ["Automaton", "Classifier", "Jurisdiction", "Pack", "Routing", "TextNorm", "TextNormICU"]),
    library("Tuning", ["Classifier", "Pack", "PackBuilder", "Routing"]),
    library("Evaluation", ["Classifier", "Jurisdiction", "Pack", "Routing"]),
    library(
      "Comparison", ["Automaton", "Classifier", "Jurisdiction", "Pack", "PackBuilder", "Routing"]),
    library(
      "Mining",
      ["Automaton", "Classifier", "Comparison", "Jurisdiction", "Pack", "PackBuilder", "Routing"]),
    .executableTarget(
      name: "fenliu",
      dependencies: [
        "Classifier", "Comparison", "Evaluation", "Jurisdiction", "Mining", "Pack", "PackBuilder",
        "Routing", "Tuning", argumentParser,
      ],
      swiftSettings: strict),
    .target(name: "CAffinity"),
    library(
      "Harness",
      [
        "Automaton", "CAffinity", "CAllocationCounter", "Classifier", "Jurisdiction", "Pack",
        "PackBuilder", "Routing", .product(name: "Histogram", package: "hdrhistogram-swift"),
      ]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Automaton", "Harness", "Jurisdiction", "Pack", "PackBuilder", "Routing", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bench-abi", dependencies: ["CFenliu", "FenliuABI", "Pack", "Routing"],
      path: "benchmarks/abi", swiftSettings: strict),

    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    .target(
      name: "TestSupport", dependencies: ["Automaton", "Pack", "PackBuilder", "Routing"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests(
      "TextNormTests", ["CTextNorm", "TextNorm", "TextNormICU"], resources: [.copy("Fixtures")]),
    tests("PackTests", ["Pack"]),
    tests("AutomatonTests", ["Automaton", "Pack", "TextNorm", "TextNormICU"]),
    tests("ClassifierTests", ["Automaton", "Classifier", "PackBuilder", "Routing"]),
    tests(
      "JurisdictionTests",
      ["CAllocationCounter", "Jurisdiction", "Pack", "PackBuilder", "Routing"],
      resources: [.copy("Fixtures")]),
    tests(
      "RoutingTests",
      [
        "Automaton", "CAllocationCounter", "Classifier", "Jurisdiction", "Pack", "PackBuilder",
        "Routing", "TextNorm",
      ]),
    tests("PackBuilderTests", ["Pack", "PackBuilder", "Routing"]),
    tests("ComparisonTests", ["Comparison", "Pack", "PackBuilder", "Routing"]),
    tests("MiningTests", ["Comparison", "Mining", "Pack", "PackBuilder", "Routing"]),
    tests("TuningTests", ["Classifier", "Pack", "Routing", "Tuning"]),
    tests("EvaluationTests", ["Evaluation", "Routing"]),
    tests("HarnessTests", ["Automaton", "Harness", "Pack", "Routing"]),
    tests(
      "FenliuABITests", ["CFenliu", "Classifier", "FenliuABI", "Jurisdiction", "Pack", "Routing"]),
  ],
  swiftLanguageModes: [.v6]
)
