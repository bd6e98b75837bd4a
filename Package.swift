// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "dyadscore-engine",
    products: [
        .executable(name: "dyadscore", targets: ["dyadscore"]),
        .library(
            name: "DyadScoreKit",
            targets: [
                "Dyads", "Datasets", "Scoring", "DyadicModels", "ClaimTesting", "Studies", "Batch",
                "WideTables", "Uncertainty", "LinearAlgebra", "Tabular", "Files",
            ]),
    ],
    // Exact versions; the reason for each is in docs/SUPPLY.md, its commit in sbom.cdx.json.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    ],
    targets: [
        // C libraries: each is seen by exactly one Swift module.
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CKernels"),

        // Leaves.
        .target(name: "Diagnostics"),
        .target(name: "Dyads"),
        .target(name: "LinearAlgebra", dependencies: ["COpenBLAS", "CKernels"]),
        .target(name: "WorkPieces", dependencies: ["LinearAlgebra"]),
        .target(name: "LinearPrograms", dependencies: ["CClp"]),
        .target(name: "Distributions"),
        .target(name: "References", dependencies: ["Diagnostics"]),

        // Reading and writing.
        .target(name: "Tabular", dependencies: ["Diagnostics"]),
        .target(name: "DyadTables", dependencies: ["Dyads", "Tabular"]),
        .target(name: "Documents", dependencies: ["Diagnostics", "Yams"]),
        .target(name: "Files", dependencies: ["Diagnostics", "COpenSSL", "CLinux"]),
        .target(
            name: "Datasets",
            dependencies: [
                "DyadTables", "Dyads", "Tabular", "Documents", "Files", "References", "Diagnostics",
            ]),

        // Numbers.
        .target(name: "Scoring", dependencies: ["LinearAlgebra", "LinearPrograms", "Diagnostics"]),
        .target(
            name: "WideTables",
            dependencies: [
                "Scoring", "Uncertainty", "LinearAlgebra", "Tabular", "Files", "Diagnostics", "WorkPieces",
            ]),
        .target(
            name: "Uncertainty",
            dependencies: ["Scoring", "LinearAlgebra", "LinearPrograms", "Distributions", "WorkPieces"]),
        .target(
            name: "DyadicModels",
            dependencies: ["Dyads", "Scoring", "Uncertainty", "LinearAlgebra", "Distributions", "WorkPieces"]),
        .target(
            name: "ClaimTesting",
            dependencies: ["DyadicModels", "Uncertainty", "Distributions", "LinearAlgebra", "WorkPieces"]),

        // Studies, results and the command.
        .target(name: "Studies", dependencies: ["ClaimTesting", "Documents", "Tabular", "Diagnostics"]),
        .target(
            name: "Reporting",
            dependencies: [
                "DyadTables", "ClaimTesting", "Uncertainty", "LinearAlgebra", "Tabular", "References",
                "Files", "Diagnostics",
            ]),
        .target(
            name: "Batch",
            dependencies: [
                "Studies", "Datasets", "Reporting", "References", "Documents", "Files", "LinearAlgebra",
                "WorkPieces",
            ]),
        .executableTarget(
            name: "dyadscore",
            dependencies: [
                "Batch", "Datasets", "Studies", "ClaimTesting", "Dyads", "Reporting", "Tabular", "WideTables",
                "Uncertainty", "Files", "Diagnostics", "WorkPieces",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(
            name: "LinearAlgebraTests",
            dependencies: [
                "LinearAlgebra", "Tabular", "TestSupport",
                .product(name: "Numerics", package: "swift-numerics"),
            ]),
        .testTarget(name: "WorkPiecesTests", dependencies: ["WorkPieces", "TestSupport"]),
        .testTarget(name: "DistributionsTests", dependencies: ["Distributions", "TestSupport"]),
        .testTarget(
            name: "LinearProgramsTests",
            dependencies: [
                "LinearPrograms", "LinearAlgebra", .product(name: "Numerics", package: "swift-numerics"),
            ]),
        .testTarget(
            name: "ScoringTests",
            dependencies: [
                "Scoring", "LinearPrograms", "Tabular", "TestSupport",
                .product(name: "Numerics", package: "swift-numerics"),
            ]),
        .testTarget(
            name: "UncertaintyTests",
            dependencies: [
                "Uncertainty", "Scoring", "LinearAlgebra", "LinearPrograms", "Tabular", "TestSupport",
                .product(name: "Numerics", package: "swift-numerics"),
            ]),
        .testTarget(
            name: "DyadicModelsTests",
            dependencies: [
                "DyadicModels", "Datasets", "LinearAlgebra", "Distributions", "Tabular", "TestSupport",
            ]),
        .testTarget(
            name: "WideTablesTests",
            dependencies: ["WideTables", "Scoring", "Tabular", "Diagnostics", "TestSupport"]),
        .testTarget(
            name: "ClaimTestingTests",
            dependencies: [
                "ClaimTesting", "DyadicModels", "Dyads", "LinearAlgebra", "Scoring", "Uncertainty",
                "TestSupport",
            ]),
        .testTarget(name: "StudiesTests", dependencies: ["Studies", "TestSupport"]),
        .testTarget(
            name: "BatchTests", dependencies: ["Batch", "Diagnostics", "Files", "WorkPieces", "TestSupport"]),
        .testTarget(
            name: "CommandTests",
            dependencies: ["dyadscore", "Scoring", "WideTables", "Tabular", "TestSupport"]),

        // The code of the library's guides, with public imports only.
        .testTarget(
            name: "GuideTests",
            dependencies: [
                "Batch", "Datasets", "Files", "Scoring", "Uncertainty", "WideTables", "TestSupport",
            ]),

        // Tests of reading, writing and the data packages.
        .testTarget(name: "ReferencesTests", dependencies: ["References", "Diagnostics", "TestSupport"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "TabularTests", dependencies: ["Tabular", "Diagnostics", "TestSupport"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Diagnostics"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Diagnostics"]),
        .testTarget(name: "DyadsTests", dependencies: ["Dyads"]),
        .testTarget(
            name: "DatasetsTests",
            dependencies: [
                "Datasets", "Dyads", "Tabular", "Documents", "Files", "References", "Diagnostics",
            ]),
        // Everything that reads input, with seeded and with coverage-guided changes (Tests/Fuzzing).
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "ClaimTesting", "Datasets", "Diagnostics", "Documents", "Dyads", "References", "Scoring",
                "Studies",
                "Tabular", "WideTables", "TestSupport",
            ], exclude: ["Corpus"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reporting", "ClaimTesting", "DyadicModels", "Dyads", "Scoring", "References", "Tabular",
                "Files", "Diagnostics",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
