// swift-tools-version: 6.0
import PackageDescription

// The coverage-guided fuzzer: a package of its own, because it is built with other flags (see `run`).
let package = Package(
    name: "dyadscore-fuzzing",
    dependencies: [.package(name: "dyadscore-engine", path: "../..")],
    targets: [
        .executableTarget(
            name: "dyadscore-fuzz",
            dependencies: [.product(name: "DyadScoreKit", package: "dyadscore-engine")])
    ],
    swiftLanguageModes: [.v6]
)
