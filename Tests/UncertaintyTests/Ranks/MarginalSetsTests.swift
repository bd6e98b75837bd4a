import LinearAlgebra
import TestSupport
import Testing

@testable import Uncertainty

struct MarginalSetsTests {
    /// One look at the differences gives what asking for each kind of set apart gives, kept differences or not.
    @Test(arguments: [nil, 4], [1, 2, 3]) func areThoseOfSets(degreesOfFreedom: Int?, seed: Int) throws {
        let inference = try RankInferenceTests.random(
            seed: UInt64(seed), units: 8, columns: 3, degreesOfFreedom: degreesOfFreedom)
        for units in [nil, [6, 2]] {
            let all = try inference.marginalSets(for: units, coverage: 0.9)
            func sets(_ bounds: RankBounds, stepDown: Bool = true) throws -> [RankConfidenceSet] {
                try inference.sets(.marginal, for: units, bounds: bounds, stepDown: stepDown, coverage: 0.9)
            }
            #expect(try all.map(\.twoSided) == sets(.twoSided))
            #expect(try all.map(\.withoutStepDown) == sets(.twoSided, stepDown: false))
            #expect(try all.map(\.best) == sets(.lower).map(\.lower))
            #expect(try all.map(\.worst) == sets(.upper).map(\.upper))
        }
        #expect(throws: SamplingFailure.self) { try inference.marginalSets(for: [9]) }
        #expect(throws: SamplingFailure.self) { try inference.marginalSets(coverage: 1) }
    }

    /// Standard errors that are computed when asked for are those that are kept, and zero for a known difference.
    @Test func errorsOfManyUnitsAreNotKept() throws {
        var generator = SplitMix(seed: 8)
        let few = Matrix(rows: 30, columns: 4) { row, _ in row == 7 ? 0.5 : generator.uniform() }
        let many = Matrix(rows: 1_200, columns: 4) { row, column in few[row % 30, column] }
        let (kept, computed) = (
            DifferenceErrors(of: try SamplingCovariance(root: few)),
            DifferenceErrors(of: try SamplingCovariance(root: many))
        )
        for first in 0..<30 {
            for second in 0..<30 {
                #expect(computed[first, second] == kept[first, second])
                #expect(computed[first + 30, second + 600] == kept[first, second])
            }
        }
        #expect(kept[7, 7] == 0 && computed[7, 37] == 0)
    }

    @Test func tooManyErrorsAreRefused() throws {
        let covariance = try SamplingCovariance(
            root: Matrix(rows: 50_000, columns: 1, repeating: 1), degreesOfFreedom: 4)
        #expect(throws: SamplingFailure.self) {
            try RankInference(
                estimates: (0..<50_000).map(Double.init), covariance: covariance, draws: 1_000,
                generator: Philox(seed: 1, stream: 1))
        }
    }
}
