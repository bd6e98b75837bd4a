extension Aggregation {
    /// The first indicator decides, the next only among equals.
    public static let lexicographic = Aggregation(
        MethodDescription(
            id: "lexicographic", title: "lexicographic order",
            formula:
                "number of units of the class that i beats: it is better on the first of the named indicators on which the two differ",
            domain: "any values; only their order counts", sources: ["fishburn1974lexicographic"],
            properties: [
                "any increasing transform of an indicator changes nothing",
                "a unit's score never falls when one of its values rises",
                "units that are equal on every named indicator tie",
                "the order of two units does not depend on a third",
            ],
            denied: ["weights do not matter, nor do indicators that are not named"],
            compensation: "none",
            test: "LexicographicTests",
            parameters: [
                MethodParameter(
                    "order", .names,
                    meaning:
                        "the indicators, the most important first; groups where a level above the indicators is aggregated"
                )
            ]),
        requirements: { _ in Requirement.wholeTable }, yields: { _ in [.notNegative] },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let members = try input.members()
            var columns: [Int] = []
            for name in arguments.words("order") {
                guard let column = input.names.firstIndex(of: name) else {
                    throw .noAnswer(
                        reason:
                            "lexicographic names \(name), which is not among \(input.names.joined(separator: ", "))"
                    )
                }
                columns.append(column)
            }
            let keys = input.values.rowIndices.map { unit in columns.map { input.values[unit, $0] } }
            return Output(
                scores: keys.map { key in
                    Double(members.count { keys[$0].lexicographicallyPrecedes(key) })
                })
        })
}
