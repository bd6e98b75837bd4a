import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Scoring

struct PrincipalComponentsTests {
    /// Indicators that share one factor: x(k) = f + noise.
    static func correlated(seed: UInt64, units: Int, indicators: Int) -> WeightingCase {
        var generator = SplitMix(seed: seed)
        let common = (0..<units).map { _ in generator.uniform() }
        return WeightingCase(
            (0..<indicators).map { k in common.map { $0 + 0.2 * Double(k + 1) * generator.uniform() } })
    }

    /// COINr takes the entries of the first eigenvector; here by a thousand products with the correlation matrix.
    @Test(arguments: 1...5)
    func firstIsTheFirstEigenvector(seed: UInt64) throws {
        let table = Self.correlated(seed: seed, units: 20, indicators: 4)
        let columns = table.columns.map { $0.map { $0 ?? 0 } }
        var vector = [1.0, 1, 1, 1]
        for _ in 0..<1000 {
            let image = columns.map { column in
                zip(columns, vector).map { DirectWeights.correlation(column, $0) * $1 }.reduce(0, +)
            }
            vector = DirectWeights.scaled(image)
        }
        let weights = try table.weights(of: .principalComponents, ["method": .word("first")])
        #expect(areNear(weights, vector, 1e-12))
    }

    /// Two indicators with any positive correlation have the first eigenvector (1, 1) / sqrt 2.
    @Test func twoIndicatorsHaveTheSameWeight() throws {
        let table = Self.correlated(seed: 9, units: 10, indicators: 2)
        #expect(
            areNear(
                try table.weights(of: .principalComponents, ["method": .word("first")]), [0.5, 0.5], 1e-14))
    }

    @Test func negativeFirstWeightsAreRefusedByName() throws {
        var table = Self.correlated(seed: 2, units: 20, indicators: 4)
        table.columns[2] = table.columns[2].map { $0.map { -$0 } }
        #expect {
            try table.weights(of: .principalComponents, ["method": .word("first")])
        } throws: {
            isRefusal($0, "negative weights for i2;")
        }
        // Turned by its direction, it is welcome.
        table.directions[2] = -1
        #expect(throws: Never.self) {
            try table.weights(of: .principalComponents, ["method": .word("first")])
        }
    }

    @Test func oneMoreUnitThanIndicatorsIsNeeded() throws {
        let table = Self.correlated(seed: 4, units: 4, indicators: 4)
        #expect {
            try table.weights(of: .principalComponents)
        } throws: {
            isRefusal($0, "pca weights of 4 indicators need at least 5 units")
        }
        #expect(throws: Never.self) {
            try Self.correlated(seed: 4, units: 5, indicators: 4).weights(of: .principalComponents)
        }
    }

    @Test func dependentIndicatorsAreNamed() throws {
        var table = Self.correlated(seed: 5, units: 20, indicators: 4)
        table.columns[3] = zip(table.columns[0], table.columns[2]).map { a, c in
            a.flatMap { a in c.map { a + 2 * $0 } }
        }
        #expect {
            try table.weights(of: .principalComponents)
        } throws: {
            isRefusal($0, "i0, i2, i3 are linearly dependent")
        }
    }

    /// A 2 x 2 design, four units each twice: all correlations are zero, all eigenvalues one.
    @Test func equalEigenvaluesDetermineNoComponents() throws {
        let table = WeightingCase([[0, 0, 1, 1], [0, 1, 0, 1]].map { $0 + $0 })
        #expect {
            try table.weights(of: .principalComponents, ["method": .word("first")])
        } throws: {
            isRefusal($0, "first two eigenvalues are equal")
        }
        #expect {
            try table.weights(of: .principalComponents, ["components": .number(1)])
        } throws: {
            isRefusal($0, "eigenvalues 1 and 2 are equal")
        }
        #expect(areNear(try table.weights(of: .principalComponents), [0.5, 0.5], 1e-12))
    }

    @Test func componentsMustFit() throws {
        let table = Self.correlated(seed: 6, units: 20, indicators: 3)
        #expect {
            try table.weights(of: .principalComponents, ["components": .number(4)])
        } throws: {
            isRefusal($0, "name at most 3")
        }
        #expect {
            try table.weights(of: .principalComponents, ["components": .number(1.5)])
        } throws: {
            isRefusal($0, "whole number")
        }
        #expect {
            try table.weights(
                of: .principalComponents, ["components": .number(1), "method": .word("first")])
        } throws: {
            isRefusal($0, "leave components out")
        }
    }

    /// With one component nothing can be rotated, and weights are its squared loadings: the first eigenvector squared.
    @Test func oneComponentGivesSquaredLoadings() throws {
        let table = Self.correlated(seed: 8, units: 30, indicators: 4)
        let first = try table.weights(of: .principalComponents, ["method": .word("first")])
        let expected = DirectWeights.scaled(first.map { $0 * $0 })
        for rotation in ["none", "varimax"] {
            let weights = try table.weights(
                of: .principalComponents, ["components": .number(1), "rotation": .word(rotation)])
            #expect(areNear(weights, expected, 1e-13))
        }
    }

    /// Intermediate composites, as the Handbook describes them, give the same weights as the largest square.
    @Test func intermediateCompositesWeightedByTheirVariance() throws {
        let output = try HandbookTable18Tests.table().output(
            of: .principalComponents, ["rotation": .word("none"), "components": .number(3)])
        let explained = try output.detail("explained variance")
        let loadings = try (1...3).map { try output.detail("loadings \($0)") }
        let homes = try output.detail("component of the indicator").map { Int($0) - 1 }
        let total = explained.reduce(0, +)
        let composed = homes.enumerated().map { k, f in
            loadings[f][k] * loadings[f][k] / explained[f] * (explained[f] / total)
        }
        guard case .common(let weights) = output.weights else { return }
        #expect(areNear(weights, DirectWeights.scaled(composed), 1e-14))
        // Without rotation a component explains its eigenvalue.
        #expect(areNear(explained, Array(try output.detail("eigenvalues").prefix(3)), 1e-13))
    }
}

struct VarimaxTests {
    /// Kaiser's criterion for two columns, with rows of unit length.
    static func criterion(_ loadings: Matrix) -> Double {
        let squares = loadings.rowIndices.map { row in
            let values = loadings.row(row).map { $0 * $0 }
            return values.map { $0 / values.reduce(0, +) }
        }
        return (0..<loadings.columns).map { column in
            DirectWeights.variance(squares.map { $0[column] })
        }.reduce(0, +)
    }

    static func random(seed: UInt64, columns: Int) -> Matrix {
        var generator = SplitMix(seed: seed)
        return Matrix(rows: 9, columns: columns) { _, _ in 2 * generator.uniform() - 1 }
    }

    /// No angle of a grid of ten thousand does better.
    @Test(arguments: 1...5)
    func twoColumnsReachTheMaximum(seed: UInt64) throws {
        let loadings = Self.random(seed: seed, columns: 2)
        let reached = Self.criterion(try #require(varimax(loadings)))
        for step in 0..<10_000 {
            let angle = Double(step) / 10_000 * .pi / 2
            let rotation = Matrix(rows: 2, columns: 2) { row, column in
                row == column ? cos(angle) : (row < column ? -sin(angle) : sin(angle))
            }
            #expect(Self.criterion(loadings.times(rotation)) <= reached + 1e-12)
        }
    }

    @Test(arguments: 1...5)
    func communalitiesAndTheCriterion(seed: UInt64) throws {
        let loadings = Self.random(seed: seed, columns: 4)
        let rotated = try #require(varimax(loadings))
        for row in loadings.rowIndices {
            let before = loadings.row(row).map { $0 * $0 }.reduce(0, +)
            #expect(isNear(rotated.row(row).map { $0 * $0 }.reduce(0, +), before, 1e-13))
        }
        #expect(Self.criterion(rotated) >= Self.criterion(loadings))
        let again = try #require(varimax(rotated))
        #expect(areNear(again.elements, rotated.elements, 1e-7))
    }

    /// Rows of zeros have no direction and stay; identical loadings leave the criterion flat.
    @Test func degenerateLoadings() throws {
        #expect(varimax(Matrix(rows: 3, columns: 2)) == Matrix(rows: 3, columns: 2))
        let flat = try #require(varimax(Matrix(rows: 3, columns: 2, repeating: 0.5)))
        #expect(flat.isFinite)
    }
}
