internal import LinearAlgebra

/// The weights of an index, as a weighting gives them for one prepared table.
struct IndexWeights: Sendable {
    /// Of the indicators, for P units.
    let leaf: NodeWeights
    /// K, as `CompositeIndex.nominalWeights`.
    let nominal: [Double]
    let details: [Weighting.Detail]

    /// - Throws: `ScoringFailure` when the weighting has no answer for these data.
    init(
        of stages: PreparedTable, design: IndexDesign, isReference: [Bool], choice: MethodChoice
    ) throws(ScoringFailure) {
        let output = try MethodTable.weighting(choice)?.apply(
            .init(
                design: design, transformed: { stages.transformed }, normalised: stages.normalised,
                isReference: isReference), choice.arguments)
        details = output?.details ?? []
        switch output?.weights {
        case .common(let weights):
            nominal = weights
            leaf = NodeWeights(common: weights, units: stages.units)
        case .perUnit(let weights):
            nominal = Self.meanWeights(weights, isReference: isReference)
            leaf = NodeWeights(perUnit: weights)
        case nil:
            throw .inadmissible(reason: "no weighting is called \(choice.id)")
        }
    }

    /// The same given weights for every unit.
    ///
    /// - Parameter common: K, not negative, sum one.
    init(common: [Double], units: Int) {
        leaf = NodeWeights(common: common, units: units)
        nominal = common
        details = []
    }

    private static func meanWeights(_ weights: Matrix, isReference: [Bool]) -> [Double] {
        let members = isReference.indices.filter { isReference[$0] }
        let sums = (0..<weights.columns).map { k in members.reduce(0) { $0 + weights[$1, k] } }
        let total = sums.reduce(0, +)
        return sums.map { total > 0 ? $0 / total : 0 }
    }
}
