/// Mean and penalty of one unit in the Mazziotta-Pareto indices: M and S cv = S^2 / M.
///
/// M and S are the weighted mean and deviation over the unit's indicators, S^2 = sum of w (x - M)^2; with equal
/// weights S has the number of indicators in the denominator (De Muro, Mazziotta & Pareto 2011; the weighted form is
/// Mazziotta & Pareto 2022).
struct PenalisedMean {
    let mean: Double
    let penalty: Double

    /// Nil for a mean that is not above zero, whose coefficient of variation is not defined.
    init?(_ values: [Double], weights: [Double]) {
        let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard mean > 0 else { return nil }
        let variance = zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
        self.mean = mean
        penalty = variance / mean
    }

    /// The rule that both indices share; they differ in the values that they take.
    static func aggregate(
        _ input: Aggregation.Input, _ arguments: MethodArguments
    ) throws(ScoringFailure) -> Aggregation.Output {
        let sign: Double = arguments.word("penalty") == "positive" ? 1 : -1
        var (scores, means, penalties): ([Double?], [Double?], [Double?]) = ([], [], [])
        for unit in input.values.rowIndices {
            guard let result = PenalisedMean(input.values.row(unit), weights: input.weights) else {
                throw .noAnswer(
                    reason:
                        "the mean of unit \(unit + 1) is not above zero, so its coefficient of variation is not defined"
                )
            }
            scores.append(result.mean + sign * result.penalty)
            means.append(result.mean)
            penalties.append(result.penalty)
        }
        return .init(
            scores: scores, details: [.init("mean", means), .init("penalty", penalties)],
            magnitude: input.largest { means[$0] ?? 0 })
    }

    static let parameter = MethodParameter(
        "penalty", .word(["negative", "positive"]), standard: .word("negative"),
        meaning:
            "negative takes S cv from the mean, for indices where high is good; positive adds it, for those where high is bad"
    )
}
