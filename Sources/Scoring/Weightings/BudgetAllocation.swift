extension Weighting {
    /// Judges share out a budget of points.
    public static let budgetAllocation = Weighting(
        MethodDescription(
            id: "budget-allocation", title: "points given by judges",
            formula: "w(k) = mean over judges of points(judge, k) / budget",
            domain: "points that are not negative, with the same total (within a millionth) for every judge",
            sources: ["oecd2008handbook"],
            properties: [
                "does not depend on the data", "every judge counts the same",
                "weights sum to one; a group's points are shared out equally below it",
            ],
            denied: ["does not measure how far judges agree: the standard deviations over judges do"],
            test: "BudgetAllocationTests",
            parameters: [
                MethodParameter(
                    "points", .judgements, meaning: "one column an indicator or group, one row a judge")
            ],
            check: {
                guard case .judgements(_, let rows)? = $0["points"] else { return nil }
                guard rows.allSatisfy({ $0.allSatisfy { $0 >= 0 && $0.isFinite } }) else {
                    return "points must not be negative"
                }
                let totals = rows.map { $0.reduce(0, +) }
                guard totals[0] > 0, totals[0].isFinite else { return "the first judge gave no points" }
                let other = totals.firstIndex { abs($0 - totals[0]) > 1e-6 * totals[0] }
                return other.map {
                    "judge \($0 + 1) gave \(short(totals[$0])) points, the first \(short(totals[0])); the budget must be the same"
                }
            })
    ) { (input, arguments) throws(ScoringFailure) in
        guard case .judgements(let names, let rows)? = arguments["points"] else {
            throw .inadmissible(reason: "budget-allocation needs points")
        }
        let nodes = try NamedNodes(names, in: input.design.hierarchy, method: "budget-allocation")
        let shares = rows.map { row in
            let total = row.reduce(0, +)
            return row.map { $0 / total }
        }
        let byName = names.indices.map { place in shares.map { $0[place] } }
        var details = [Detail("mean share", byName.map(mean))]
        if rows.count > 1 {
            details.append(
                Detail("standard deviation over judges", byName.map { Scoring.standardDeviation($0) }))
        }
        return Output(
            weights: .common(try nodes.leafWeights(byName.map(mean), allowsNesting: false)),
            details: details)
    }
}
