extension Aggregation {
    /// The order of the class that agrees with the most weighted pairs.
    public static let condorcetKemeny = Aggregation(
        MethodDescription(
            id: "condorcet-kemeny",
            title: "Condorcet-Kemeny-Young-Levenglick (non-compensatory multi-criteria)",
            formula:
                "places the class in the order with the largest sum over pairs placed i before j of the weight of indicators on which i is better, plus half of those that tie; a unit's score is the mean over all such orders of the number of units behind it",
            domain: "any values; only their order counts",
            sources: [
                "oecd2008handbook", "kemeny1959", "young1978consistent", "truchon1998",
                "lourenco2003iterated",
            ],
            properties: [
                "any increasing transform of an indicator changes nothing",
                "a unit that wins against every other in pairs is first (Condorcet winner), and a set whose units win against all others is ahead of them",
                "exact where majority cycles hold at most 20 units, however large the class: the class splits into the cycles of its majority relation, each solved by dynamic programming over subsets",
                "where optimal orders differ, scores are means over all of them, so units that they treat alike tie; place_best and place_worst show how far they differ",
                "in a larger cycle the best orders that an iterated local search finds, marked by exact 0: it starts from the orders by Borda and by majorities won, moves one unit at a time, and shuffles stretches 400 times; scores are means over the best orders found",
                "kemeny_score and upper_bound, the sum over pairs of the larger support, tell how good an order is",
            ],
            denied: [
                "what the search finds need not be the optimum, and can depend on the order in which units are listed",
                "ranks of two units can change when a third is added",
                "a unit outside the class has no score: a place among others is not measured against them",
            ],
            compensation: "none in amounts: an indicator counts in a pair with its weight or not at all",
            test: "HandbookTables25To34Tests, HandbookTable37Tests, KemenyOrderTests, HandbookTable38Tests"),
        requirements: { _ in Requirement.wholeTable }, yields: { _ in [.notNegative] },
        rule: .wholeTable { (input, _) throws(ScoringFailure) in
            let matrix = try OutrankingMatrix(input)
            let order = KemenyOrder(matrix)
            func spread(_ values: [Double?]) -> [Double?] {
                var spread = [Double?](repeating: nil, count: input.values.rows)
                for (place, member) in matrix.members.enumerated() { spread[member] = values[place] }
                return spread
            }
            let count = matrix.members.count
            return Output(
                scores: spread(order.unitsBehind),
                details: [
                    Detail("place_best", spread(order.bestPlaces.map { $0.map(Double.init) })),
                    Detail("place_worst", spread(order.worstPlaces.map { $0.map(Double.init) })),
                    Detail("exact", spread(order.isExact.map { $0 ? 1 : 0 })),
                    Detail("kemeny_score", spread(Array(repeating: order.score, count: count))),
                    Detail("upper_bound", spread(Array(repeating: order.upperBound, count: count))),
                ])
        })
}
