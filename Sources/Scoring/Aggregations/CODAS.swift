extension Aggregation {
    /// Distance from the worst point of the class, in pairs.
    public static let codas = Aggregation(
        MethodDescription(
            id: "codas", title: "CODAS",
            formula:
                "sum over units j of the class of (E(i) - E(j)) + psi (T(i) - T(j)); E and T the Euclidean and taxicab distances of w(k) x(i,k) from its lowest values in the class, psi 1 where |E(i) - E(j)| >= tau and else 0",
            domain: "any values on comparable scales; published on x / max, and min / x where less is better",
            sources: ["keshavarz2016codas"],
            properties: [
                "moving an indicator by a constant changes nothing",
                "scores of the class sum to zero",
                "a unit outside the class is compared with the class and does not move its worst point; below that point its distance is zero",
            ],
            denied: [
                "not continuous: psi jumps at tau",
                "multiplying all values by one constant matters, because tau stays",
                "ranks of two units can change when a third is added",
            ],
            compensation: "full in the taxicab, partial in the Euclidean distance",
            test: "CODASTests",
            parameters: [
                MethodParameter(
                    "threshold", .number(0...1e6), standard: .number(0.02),
                    meaning: "tau, the smallest Euclidean difference at which the taxicab distance is asked")
            ]),
        requirements: { _ in Requirement.wholeTable },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let members = try input.members()
            let threshold = arguments.number("threshold")
            let worst = input.lowest(in: members)
            let leads = input.values.rowIndices.map { unit in
                worst.indices.map { input.weights[$0] * max(input.values[unit, $0] - worst[$0], 0) }
            }
            let euclidean = leads.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
            let taxicab = leads.map { $0.reduce(0, +) }
            let scores = input.values.rowIndices.map { unit -> Double? in
                members.reduce(0) { sum, other in
                    let difference = euclidean[unit] - euclidean[other]
                    return sum + difference
                        + (abs(difference) >= threshold ? taxicab[unit] - taxicab[other] : 0)
                }
            }
            return Output(
                scores: scores, details: [Detail("euclidean", euclidean), Detail("taxicab", taxicab)],
                magnitude: Double(members.count) * input.largest { euclidean[$0] + taxicab[$0] })
        })
}
