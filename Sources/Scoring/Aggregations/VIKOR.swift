extension Aggregation {
    /// A compromise between the sum of deficits and the largest single deficit.
    public static let vikor = Aggregation(
        MethodDescription(
            id: "vikor", title: "VIKOR",
            formula:
                "1 - Q; Q(i) = v (S(i) - min S) / (max S - min S) + (1 - v) (R(i) - min R) / (max R - min R), S(i) and R(i) the sum and the maximum over k of w(k) (best(k) - x(i,k)) / (best(k) - worst(k))",
            domain: "any values", sources: ["opricovic2004compromise"],
            properties: [
                "in [0, 1] on the class, 1 for a unit that is first on S and on R",
                "a unit's score never falls when one of its values rises",
                "moving an indicator by a constant or multiplying it by a positive one changes nothing",
                "best, worst and the extremes of S and R are the class's; a unit outside it can lie outside [0, 1]",
                "where the class's units do not differ, in an indicator, in S or in R, that part counts 0",
            ],
            denied: [
                "ranks of two units can change when a third is added",
                "the acceptable-advantage and stability conditions of the compromise set are not applied",
            ],
            compensation:
                "v = 1 full, as the arithmetic mean of min-max values; v = 0 none beyond the largest deficit",
            test: "VIKORTests",
            parameters: [
                MethodParameter(
                    "v", .number(0...1), standard: .number(0.5),
                    meaning: "the share of the sum of deficits; the rest goes to the largest deficit")
            ]),
        requirements: { _ in Requirement.wholeTable }, yields: { _ in [.notNegative] },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let members = try input.members()
            let v = arguments.number("v")
            let (best, worst) = (input.highest(in: members), input.lowest(in: members))
            let deficits = input.values.rowIndices.map { unit in
                best.indices.map { k in
                    best[k] > worst[k]
                        ? input.weights[k] * ((best[k] - input.values[unit, k]) / (best[k] - worst[k])) : 0
                }
            }
            let sums = deficits.map { $0.reduce(0, +) }
            let largest = deficits.map { $0.reduce(-.infinity, max) }
            let (sumShares, largestShares) = (
                shares(of: sums, in: members), shares(of: largest, in: members)
            )
            let compromise = zip(sumShares, largestShares).map { v * $0 + (1 - v) * $1 }
            return Output(
                scores: compromise.map { 1 - $0 },
                details: [Detail("S", sums), Detail("R", largest), Detail("Q", compromise)])
        })

    /// Where each value lies between the class's lowest (0) and highest (1); 0 for all if these are the same but for
    /// rounding.
    private static func shares(of values: [Double], in members: [Int]) -> [Double] {
        let lowest = members.reduce(.infinity) { min($0, values[$1]) }
        let highest = members.reduce(-.infinity) { max($0, values[$1]) }
        return values.map { highest - lowest > 1e-12 ? ($0 - lowest) / (highest - lowest) : 0 }
    }
}
