import Scoring
import Uncertainty

/// The code of the guide: how often each of three units is first.
func ranksUnderRandomWeights() throws -> [Double] {
    // block
    let table = IndicatorTable(columns: [[1, 0.6, 0], [0, 0.6, 1]], units: 3)
    let tree = Hierarchy(levels: [.init(names: ["x", "y"], parents: [0, 0])])
    let units = try WeightedUnits(table, hierarchy: tree, isReference: [true, true, true])
    // end
    // block
    let sampler = try WeightSampler(WeightSpace(tree), seed: 1)
    let result = try Acceptability(of: units, weights: sampler, draws: 100_000)
    let first = (0..<3).map { result.rankAcceptabilities(of: $0)?.first?.value ?? 0 }
    // end
    return first
}
