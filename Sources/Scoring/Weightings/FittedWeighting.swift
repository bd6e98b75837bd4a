/// Weights that are computed from the data.
///
/// The one place that says on which units and which indicators they are fitted, and how they become the
/// weights of the tree; a method gives the importance of each indicator of a complete table.
extension Weighting {
    /// What a method finds out about the K indicators of a complete table.
    struct Importance {
        /// K numbers, not negative, of which only the ratios matter.
        let values: [Double]
        var details: [Detail] = []
    }

    enum FittedOn: Sendable {
        /// Transformed values in their own direction.
        case transformed
        /// Normalised values, higher is better.
        case normalised
    }

    typealias Fit = @Sendable (ClassTable, MethodArguments) throws(ScoringFailure) -> Importance

    /// A weighting fitted on the units of the class that have all indicators, or, `within` groups, all
    /// indicators of the group.
    ///
    /// - Parameters:
    ///   - leastUnits: from the number of indicators to the number of units below which there is no answer.
    ///   - fit: called with at least two indicators; a single one has weight one.
    static func fitted(
        _ description: MethodDescription, on values: FittedOn,
        leastUnits: @escaping @Sendable (Int) -> Int = { _ in 2 }, fit: @escaping Fit
    ) -> Weighting {
        Weighting(description.fittedOnTheClass) { (input, arguments) throws(ScoringFailure) in
            let hierarchy = input.design.hierarchy
            let isByGroup = arguments.word("within") == "groups"
            var shares = [Double](repeating: 0, count: input.design.indicators.count)
            var details: [Detail] = []
            let groups =
                isByGroup
                ? (0..<hierarchy.groupCount(above: 0)).map { hierarchy.children(of: $0, atLevel: 0) }
                : [Array(shares.indices)]
            let fittedOn = values == .normalised ? input.normalised : input.transformed()
            for (group, indicators) in groups.enumerated() {
                let table = ClassTable(
                    of: fittedOn, indicators: indicators, design: input.design, isReference: input.isReference
                )
                let importance = try importance(
                    of: table, id: description.id, leastUnits: leastUnits(indicators.count),
                    fit: { (table) throws(ScoringFailure) in try fit(table, arguments) })
                let sum = importance.values.reduce(0, +)
                for (indicator, value) in zip(indicators, importance.values) {
                    shares[indicator] = value / sum
                }
                let suffix =
                    isByGroup && hierarchy.levels.count > 1 ? " (\(hierarchy.levels[1].names[group]))" : ""
                details += importance.details.map { Detail($0.name + suffix, $0.values) }
            }
            guard isByGroup else { return Output(weights: .common(shares), details: details) }
            let nodeWeights = [shares] + hierarchy.levels.dropFirst().map { $0.names.map { _ in 1 } }
            return Output(
                weights: .common(hierarchy.leafWeights(nodeWeights: nodeWeights)), details: details)
        }
    }

    private static func importance(
        of table: ClassTable, id: String, leastUnits: Int,
        fit: (ClassTable) throws(ScoringFailure) -> Importance
    ) throws(ScoringFailure) -> Importance {
        guard table.indicators.count > 1 else { return Importance(values: [1]) }
        guard table.units.count >= leastUnits else {
            throw .noAnswer(
                reason:
                    "\(id) weights of \(table.indicators.count) indicators need at least \(leastUnits) units of the class on which all are observed, and there are \(table.units.count)"
            )
        }
        let importance = try fit(table)
        let sum = importance.values.reduce(0, +)
        guard sum.isFinite, importance.values.allSatisfy({ $0 >= 0 }) else {
            throw .noAnswer(reason: "\(id) weights overflow: the values are too large")
        }
        guard sum > 0 else {
            throw .noAnswer(
                reason: "\(id) weights are all zero: nothing tells the units or the indicators apart")
        }
        return importance
    }
}

extension MethodDescription {
    /// The description with what holds of every weighting that is computed from the data.
    fileprivate var fittedOnTheClass: MethodDescription {
        MethodDescription(
            id: id, title: title, formula: "w(k) = importance(k) / sum of importances; \(formula)",
            domain: "\(domain); fitted on the units of the class on which all indicators are observed",
            sources: sources,
            properties: properties + [
                "weights sum to one, and a group's weight is the sum of its indicators' weights",
                "does not depend on the order of units or of indicators", "a single indicator has weight one",
            ],
            denied: denied + [
                "weights change when a unit enters or leaves the class",
                "a weight from data is not a judgement of importance",
            ],
            compensation: compensation, test: test,
            parameters: parameters + [
                MethodParameter(
                    "within", .word(["all", "groups"]), standard: .word("all"),
                    meaning:
                        "all: over all indicators at once; groups: inside each lowest group, with equal weights of siblings above"
                )
            ],
            check: check)
    }
}
