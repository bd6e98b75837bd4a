extension Aggregation {
    /// Weighted Borda count.
    public static let borda = Aggregation(
        MethodDescription(
            id: "borda", title: "Borda count",
            formula:
                "sum of w(k) (units of the class below i on k + half of the others that tie with it); for i outside the class half of the ties but one",
            domain: "any values; only their order counts", sources: ["oecd2008handbook", "young1974borda"],
            properties: [
                "any increasing transform of an indicator changes nothing",
                "a unit's score never falls when one of its values rises",
                "on the class the row sums of the outranking matrix",
                "in [0, n - 1] on a class of n",
                "a unit outside the class stands in the place of a member that it ties with: with the values of a member it has the member's score",
            ],
            denied: [
                "a unit that wins against every other in pairs need not be first",
                "ranks of two units can change when a third is added",
                "a unit outside the class can have up to n points",
                "a unit outside the class that ties with one member has no more points than one between that and the next lower",
            ],
            compensation:
                "full, in places: one place on one indicator makes up for one on another, by weight",
            test: "BordaTests, HandbookTables25To34Tests"),
        requirements: { _ in Requirement.wholeTable }, yields: { _ in [.notNegative] },
        rule: .wholeTable { (input, _) throws(ScoringFailure) in
            let outranking = try OutrankingRows(input)
            var row = [Double](repeating: 0, count: outranking.members.count)
            return Output(
                scores: input.values.rowIndices.map { unit in
                    outranking.fill(&row, of: unit)
                    let points = row.reduce(0, +)
                    guard !input.isReference[unit] else { return points }
                    // Half a point for the member in whose place the unit stands.
                    return input.weights.indices.reduce(points) { points, k in
                        let ties = outranking.members.contains {
                            input.values[$0, k] == input.values[unit, k]
                        }
                        return ties ? points - input.weights[k] / 2 : points
                    }
                })
        })
}
