// swift-tools-version: 6.2
import PackageDescription

/// Outside the repository: `.package(url: "…/fenliu", branch: "main")`.
let fenliu = Context.environment["FENLIU_REPOSITORY"] ?? "../.."

let package = Package(
  name: "route",
  dependencies: [.package(name: "fenliu", path: fenliu)],
  targets: [
    .executableTarget(
      name: "route",
      dependencies: [.product(name: "Routing", package: "fenliu")],
      swiftSettings: [.strictMemorySafety()])
  ],
  swiftLanguageModes: [.v6]
)
