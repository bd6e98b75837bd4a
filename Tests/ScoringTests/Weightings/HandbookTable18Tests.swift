import Testing

@testable import Scoring

/// OECD/JRC Handbook (2008), section 6.1: eight indicators of 23 countries, four rotated components.
///
/// Telephones and electricity are printed in Table A.2 as logarithms with two decimals, so that the printed results
/// are reached to about one unit of their last digit only; the stated tolerances are the reached ones.
struct HandbookTable18Tests {
    static let indicators = [
        "patents", "royalties", "internet", "exports", "telephones_log", "electricity_log", "schooling",
        "university",
    ]

    static func table() throws -> WeightingCase {
        WeightingCase(
            try referenceColumns("tai-pca/input.csv", indicators).map { $0.map { Optional($0) } })
    }

    /// Printed with one decimal of the percentage; the recomputed column is numpy's.
    @Test func table16Eigenvalues() throws {
        let expected = try referenceColumns(
            "tai-pca/expected.csv", ["variance_pct_published", "eigenvalue_recomputed"])
        let output = try Self.table().output(of: .principalComponents)
        let shares = try output.detail("share of variance").map { $0 * 100 }
        #expect(areNear(shares, expected[0], 0.15), "\(shares)")
        #expect(areNear(try output.detail("eigenvalues"), expected[1], 1e-8))
        #expect(try output.detail("components") == [4])
    }

    /// In the order of the printed factors 1, 4, 2, 3: variance explained after rotation, printed with two decimals
    /// (0.03), and from an iteration by singular values in numpy (1e-7).
    @Test func table17RotatedVariances() throws {
        let explained = try Self.table().output(of: .principalComponents).detail("explained variance").sorted(
            by: >)
        #expect(areNear(explained, [2.64, 1.76, 1.39, 1.19], 0.03), "\(explained)")
        #expect(areNear(explained, [2.632373343, 1.782991292, 1.385194656, 1.178639796], 1e-7))
    }

    /// Absolute values of the printed highest loadings, two decimals; 0.015.
    @Test func table17HighestLoadings() throws {
        let output = try Self.table().output(of: .principalComponents)
        let homes = try output.detail("component of the indicator")
        let loadings = try homes.enumerated().map { k, home in
            abs(try output.detail("loadings \(Int(home))")[k])
        }
        let printed = [0.97, 0.93, 0.79, 0.64, 0.68, 0.82, 0.88, 0.96]
        #expect(areNear(loadings, printed, 0.015), "\(loadings)")
        // Internet, exports, electricity and schooling together, royalties and telephones together.
        #expect(homes[2] == homes[5] && homes[5] == homes[6] && homes[1] == homes[4])
        #expect(Set(homes).count == 4)
    }

    /// The column PC, two decimals; reached within 0.0055, half a digit and the rounding of the input.
    @Test func table18Weights() throws {
        let printed = [0.17, 0.15, 0.11, 0.07, 0.08, 0.12, 0.14, 0.16]
        let weights = try Self.table().weights(of: .principalComponents)
        #expect(areNear(weights, printed, 0.0055), "\(weights)")
        #expect(
            areNear(
                try Self.table().weights(of: .principalComponents, ["components": .number(4)]), weights, 0))
    }
}
