extension Aggregation {
    /// Weighted Borda count.
    public static let borda = Aggregation(
        MethodDescription(
            id: "borda", title: "Borda count",
            formula:
                "sum of w(k) (units of the class below i on k + half of the others that tie with it)",
            domain: "any values; only their order counts", sources: ["oecd2008handbook", "young1974borda"],
            properties: [
                "any increasing transform of an indicator changes nothing",
                "a unit's score never falls when one of its values rises",
                "the row sums of the outranking matrix",
                "in [0, n - 1] on a class of n; a unit outside it is compared with all n",
            ],
            denied: [
                "a unit that wins against every other in pairs need not be first",
                "ranks of two units can change when a third is added",
            ],
            compensation:
                "full, in places: one place on one indicator makes up for one on another, by weight",
            test: "BordaTests, HandbookTables25To34Tests"),
        requirements: { _ in Requirement.wholeTable }, yields: { _ in [.notNegative] },
        rule: .wholeTable { (input, _) throws(ScoringFailure) in
            let support = try OutrankingMatrix(input).support
            return Output(scores: support.rowIndices.map { support.row($0).reduce(0, +) })
        })
}
