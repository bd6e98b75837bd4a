extension Aggregation {
    /// Net outranking flow over pairs of units.
    public static let prometheeII = Aggregation(
        MethodDescription(
            id: "promethee-ii", title: "PROMETHEE II",
            formula:
                "positive(i) - negative(i), the sums over the class's other units j of pi(i,j) and pi(j,i), over n - 1; pi(i,j) = sum of w(k) P(x(i,k) - x(j,k))",
            domain:
                "any values; thresholds are in units of the normalised values, the same for all indicators",
            sources: ["brans1985promethee"],
            properties: [
                "on the class in [-1, 1]; net flows of the class sum to zero",
                "a unit's score never falls when one of its values rises",
                "moving an indicator by a constant changes nothing",
                "under the usual function only the order counts, and the net flow is 2 borda / (n - 1) - 1",
                "a unit outside the class is compared with every unit of the class, and not the other way round; with the values of a member it has the member's score",
                "0 where there is no other unit",
            ],
            denied: [
                "ranks of two units can change when a third is added",
                "a unit outside the class need not lie in [-1, 1]: ahead of all n it has n / (n - 1)",
            ],
            compensation: "partial: a difference counts up to its threshold, and no further beyond it",
            test: "PROMETHEETests", parameters: PreferenceFunction.parameters,
            check: { PreferenceFunction.objection(to: $0) }),
        requirements: { _ in Requirement.wholeTable },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let members = try input.members()
            let preference = PreferenceFunction(arguments)
            // Indicator by indicator, the values of the members; a unit has no preference over itself.
            let rivals = input.weights.indices.map { k in members.map { input.values[$0, k] } }
            var (positive, negative): ([Double], [Double]) = ([], [])
            let count = Double(max(members.count - 1, 1))
            for unit in input.values.rowIndices {
                var over = [Double](repeating: 0, count: members.count)
                var under = over
                for (k, weight) in input.weights.enumerated() {
                    preference.add(
                        weight, of: input.values[unit, k], against: rivals[k], over: &over, under: &under)
                }
                positive.append(over.reduce(0, +) / count)
                negative.append(under.reduce(0, +) / count)
            }
            let net = zip(positive, negative).map { $0 - $1 }
            return Output(
                scores: net,
                details: [
                    Detail("positive_flow", positive), Detail("negative_flow", negative),
                    Detail("net_flow", net),
                ], magnitude: 1)
        })
}
