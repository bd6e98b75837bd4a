// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "dyadscore-benchmarks",
    dependencies: [.package(name: "dyadscore-engine", path: "..")],
    targets: [
        .executableTarget(
            name: "dyadscore-bench",
            dependencies: [.product(name: "DyadScoreKit", package: "dyadscore-engine")])
    ],
    swiftLanguageModes: [.v6]
)
