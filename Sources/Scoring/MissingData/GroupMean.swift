extension MissingDataRule {
    /// The mean of the class's units with the same label in every gap.
    public static let groupMean = MissingDataRule(
        MethodDescription(
            id: "group-mean", title: "the mean of the unit's group",
            formula:
                "value = mean over the observed units of the class with the same label, before outliers and transform",
            domain: "units with labels; a gap stays where nobody with the label is observed",
            sources: ["becker2022coinr"],
            properties: [
                "the mean of each group stays as it was observed",
                "the same as indicator-mean if all have one label",
            ],
            denied: ["shrinks the spread inside groups", "does not fill a group without any observation"],
            test: "FillingTests, COINrASEMTests"),
        .fillsValues { (input, _) throws(ScoringFailure) in
            guard let labels = input.design.unitGroups, labels.count == input.table.units else {
                throw .noAnswer(reason: "group-mean needs a label for each unit, and there are none")
            }
            let groups = Dictionary(grouping: labels.indices, by: { labels[$0] })
            let columns = (0..<input.table.indicators).map { indicator in
                var column = input.table.column(indicator)
                for members in groups.values {
                    let observed = members.compactMap { input.isReference[$0] ? column[$0] : nil }
                    guard !observed.isEmpty else { continue }
                    let filling = mean(observed)
                    for unit in members where column[unit] == nil { column[unit] = filling }
                }
                return column
            }
            return IndicatorTable(columns: columns, units: input.table.units)
        })
}
