import LinearAlgebra
import Testing

@testable import Scoring
@testable import Uncertainty

struct GapPatternTests {
    /// Effective weights of every unit are those by which `NestedMean` scores it, on three levels with gaps.
    @Test(arguments: [7, 8, 9]) func effectiveWeightsAreThoseOfTheIndex(_ seed: UInt64) throws {
        let table = randomTable(units: 20, indicators: 7, gaps: 0.5, seed: seed)
        let units = try WeightedUnits(
            table, hierarchy: deepHierarchy, isReference: (0..<20).map { $0 % 3 > 0 })
        let weights = try WeightSampler(WeightSpace(deepHierarchy), seed: seed).weights(ofDraw: 0)
        let mean = QuasiArithmeticMean(forward: { $0 }, inverse: { $0 }, domain: "any values")
        let nested = try NestedMean(
            of: table, hierarchy: deepHierarchy,
            leafWeights: NodeWeights(common: weights, units: 20), means: [mean])
        let patterns = GapPattern.patterns(of: units, counting: Array(repeating: true, count: 7))
        for pattern in patterns {
            // In one draw of a block; the others stay as they are.
            let lanes = LaneKernels.lanes
            let block = (0..<(7 * lanes)).map { weights[$0 / lanes] }
            var filled = [Double](repeating: -1, count: 7 * lanes)
            block.withUnsafeBufferPointer { block in
                filled.withUnsafeMutableBufferPointer {
                    pattern.correct(block, lanes: 5..<6, indicators: 7, into: $0)
                }
            }
            let effective = (0..<7).map { filled[$0 * lanes + 5] }
            #expect(filled[4] == -1 && filled[6] == -1)
            for unit in pattern.units {
                for k in 0..<7 { #expect(abs(effective[k] - nested.effectiveWeights[unit, k]) < 1e-14) }
            }
        }
        let scored = (0..<20).filter { table.observed.row($0).contains(1) }
        #expect(patterns.flatMap(\.units).sorted() == scored)
    }
}
