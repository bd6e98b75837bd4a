extension Requirement {
    /// What every aggregation of whole tables asks for: no gaps, and one weight vector.
    static let wholeTable = [
        Requirement(
            .completeData,
            because:
                "it compares units on all indicators at once, and a gap cannot be compared; choose a rule that fills gaps"
        ),
        Requirement(
            .commonWeights,
            because: "it compares units with one another, and that needs the same weights for all of them"),
    ]

    /// What an aggregation asks for that looks at each unit by itself, but at all of its indicators at once.
    static let wholeRow = [
        Requirement(
            .completeData,
            because:
                "it takes all indicators of a unit at once, and without one of them it would measure something else; choose a rule that fills gaps"
        ),
        Requirement(
            .commonWeights,
            because: "it is defined for one set of weights, and units with their own could not be compared"),
    ]

    /// For methods that multiply or divide by values.
    static func positive(_ method: String) -> Requirement {
        Requirement(
            .values(.positive),
            because:
                "\(method) needs values above zero; use min-max onto a range that begins above zero, as [1, 100] does"
        )
    }
}

extension Aggregation.Input {
    /// The units of the class, in their order; at least one.
    ///
    /// - Throws: `ScoringFailure.noAnswer` for a class without units.
    func members() throws(ScoringFailure) -> [Int] {
        let members = isReference.indices.filter { isReference[$0] }
        guard !members.isEmpty else { throw .noAnswer(reason: "the reference class has no unit") }
        return members
    }

    /// The highest value of each column in the class; C.
    func highest(in members: [Int]) -> [Double] {
        weights.indices.map { k in members.reduce(-.infinity) { max($0, values[$1, k]) } }
    }

    /// The lowest value of each column in the class; C.
    func lowest(in members: [Int]) -> [Double] {
        weights.indices.map { k in members.reduce(.infinity) { min($0, values[$1, k]) } }
    }
}
