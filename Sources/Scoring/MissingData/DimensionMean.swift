extension MissingDataRule {
    /// The mean of what the unit has in the same lowest group.
    public static let dimensionMean = MissingDataRule(
        MethodDescription(
            id: "dimension-mean", title: "the unit's mean in the same group",
            formula:
                "normalised value = mean of the unit's observed normalised indicators of the same lowest group",
            domain: "a unit with an observation in the group; other gaps stay",
            sources: ["oecd2008handbook"],
            properties: [
                "with equal weights in the group and arithmetic means, the same scores as available-case",
                "normalisation is fitted on what was observed", "uses no other unit",
            ],
            denied: [
                "presumes that the normalised indicators of a group are comparable in level and spread",
                "a group without any observation is not filled, and methods that need complete data then have no answer",
            ],
            test: "FillingTests"),
        .fillsNormalised { (input, _) throws(ScoringFailure) in
            let (table, parents) = (input.table, input.design.hierarchy.levels[0].parents)
            var columns = (0..<table.indicators).map(table.column)
            for indicator in columns.indices {
                let siblings = parents.indices.filter { parents[$0] == parents[indicator] }
                for unit in 0..<table.units where table[unit, indicator] == nil {
                    let observed = siblings.compactMap { table[unit, $0] }
                    if !observed.isEmpty { columns[indicator][unit] = mean(observed) }
                }
            }
            return IndicatorTable(columns: columns, units: table.units)
        })
}
