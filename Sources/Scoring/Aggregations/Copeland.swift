extension Aggregation {
    /// Pairwise majorities won less those lost.
    public static let copeland = Aggregation(
        MethodDescription(
            id: "copeland", title: "Copeland",
            formula:
                "wins(i) - losses(i) over the class's other units j; i wins where the weight of indicators on which it is better, plus half of those that tie, is above one half",
            domain: "any values; only their order counts", sources: ["copeland1951", "oecd2008handbook"],
            properties: [
                "any increasing transform of an indicator changes nothing",
                "a unit that wins against every other is first, and the only one (Condorcet winner)",
                "a unit's score never falls when one of its values rises",
                "a unit outside the class is compared with every unit of the class",
                "majorities within 1e-12 of one half are ties",
            ],
            denied: [
                "the size of a difference and of a majority is lost",
                "ranks of two units can change when a third is added",
            ],
            compensation: "none in amounts: an indicator counts in a pair with its weight or not at all",
            test: "CopelandTests, COINrASEMCopelandTests"),
        requirements: { _ in Requirement.wholeTable },
        rule: .wholeTable { (input, _) throws(ScoringFailure) in
            let outranking = try OutrankingRows(input)
            var row = [Double](repeating: 0, count: outranking.members.count)
            var (wins, ties, losses): ([Double], [Double], [Double]) = ([], [], [])
            for unit in input.values.rowIndices {
                outranking.fill(&row, of: unit)
                let (won, tied, lost) = outranking.majorities(of: unit, in: row)
                wins.append(Double(won))
                ties.append(Double(tied))
                losses.append(Double(lost))
            }
            return Output(
                scores: zip(wins, losses).map { $0 - $1 },
                details: [Detail("wins", wins), Detail("ties", ties), Detail("losses", losses)])
        })
}
