import Foundation

extension Aggregation {
    /// Weights by place: how much the best, the second and the worst indicator of a unit count.
    public static let orderedWeighted = Aggregation(
        MethodDescription(
            id: "owa", title: "ordered weighted average",
            formula:
                "sum over places j of (q(t(j)) - q(t(j-1))) x(i,(j)), x(i,(1)) the highest; t(j) the indicator weights of the first j places, q(r) = r^a, or the line through the cumulated place weights at j / K",
            domain: "any values on one scale", sources: ["yager1988owa", "yager1996quantifier"],
            properties: [
                "with equal indicator weights the place weights are those given, or (j/K)^a - ((j-1)/K)^a (Yager 1988)",
                "with equal place weights, or a = 1, the arithmetic mean under the indicator weights",
                "never falls when a value rises; between the lowest and the highest value",
                "moving all indicators by one constant, or multiplying them by one positive constant, does the same to the score",
            ],
            denied: ["ranks change when a single indicator is moved or multiplied"],
            compensation:
                "by place: a > 1 puts weight on a unit's weak sides (near the minimum, none), a < 1 on its strong ones",
            test: "OrderedWeightedTests",
            parameters: [
                .optional(
                    "weights", .numbers(0...1e6, count: nil),
                    meaning: "a weight for each place, the highest value first; only their ratios matter"),
                .optional(
                    "exponent", .number(0.01...100),
                    meaning: "a in q(r) = r^a; orness is 1 / (1 + a)"),
            ],
            check: { arguments in
                switch (arguments["weights"], arguments["exponent"]) {
                case (nil, nil): "either weights or exponent is needed"
                case (nil, _): nil
                case (_, nil):
                    arguments.numbers("weights").contains { $0 > 0 } ? nil : "a weight must be above zero"
                default: "weights and exponent cannot both be given"
                }
            }),
        requirements: { _ in Requirement.wholeRow },
        yields: { $0.intersection([.positive, .positiveByData, .notNegative]) },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let quantifier = try quantifier(arguments, count: input.weights.count)
            return Output(
                scores: input.values.rowIndices.map { unit in
                    let row = input.values.row(unit)
                    let places = row.indices.sorted { row[$0] != row[$1] ? row[$0] > row[$1] : $0 < $1 }
                    var (score, reached, share) = (0.0, 0.0, 0.0)
                    for (place, k) in places.enumerated() {
                        reached = place == places.count - 1 ? 1 : min(reached + input.weights[k], 1)
                        let next = quantifier(reached)
                        score += (next - share) * row[k]
                        share = next
                    }
                    return score
                },
                magnitude: input.largest { unit in
                    input.values.row(unit).reduce(0) { max($0, abs($1)) }
                })
        })

    /// q, increasing from q(0) = 0 to q(1) = 1.
    private static func quantifier(
        _ arguments: MethodArguments, count: Int
    ) throws(ScoringFailure) -> (Double) -> Double {
        guard arguments["exponent"] == nil else {
            let exponent = arguments.number("exponent")
            return { pow($0, exponent) }
        }
        let weights = arguments.numbers("weights")
        guard weights.count == count else {
            throw .noAnswer(
                reason: "owa has weights for \(weights.count) places, and \(count) columns are aggregated")
        }
        let total = weights.reduce(0, +)
        var cumulated = [0.0]
        for weight in weights { cumulated.append((cumulated.last ?? 0) + weight / total) }
        return { share in
            guard share < 1 else { return 1 }
            let place = share * Double(count)
            let below = Int(place)
            return cumulated[below] + (place - Double(below)) * (cumulated[below + 1] - cumulated[below])
        }
    }
}
