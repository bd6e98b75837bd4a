extension Admissibility {
    /// Which methods of another step an aggregation accepts, for documentation.
    public struct Matrix: Sendable {
        public let step: Step
        /// The methods of the step, in the order of the table.
        public let columns: [String]
        public let rows: [Row]

        public struct Row: Sendable {
            public let aggregation: String
            /// One a column: why it is refused, nil if it is accepted.
            public let reasons: [String?]
        }
    }

    /// Aggregations against the methods of a step, each with standard arguments and the other steps such that they
    /// object to nothing: normalised values where any are positive.
    ///
    /// - Parameter step: normalisation, weighting, or missing data with gaps in the table.
    public static func matrix(of step: Step) -> Matrix {
        let choices = choices(of: step)
        let rows = MethodTable.aggregations.map { aggregation in
            Matrix.Row(
                aggregation: aggregation.description.id,
                reasons: choices.map { choice in
                    reason(against: choice, at: step, by: MethodChoice(standard: aggregation.description))
                })
        }
        return Matrix(step: step, columns: choices.map(\.name), rows: rows)
    }

    /// Standard choices of a step; min-max also onto a range above zero, on which more depends than on its name.
    private static func choices(of step: Step) -> [MethodChoice] {
        MethodTable.descriptions(of: step).flatMap { description in
            let standard = MethodChoice(standard: description)
            guard description.id == Normalisation.minMax.description.id,
                let above = MethodChoice.minMax(1, 100)
            else { return [standard] }
            return [standard, above]
        }
    }

    private static func reason(
        against choice: MethodChoice, at step: Step, by aggregation: MethodChoice
    ) -> String? {
        var method = ScoringMethod(normalisation: .minMax(1, 100) ?? .unitRange, aggregations: [aggregation])
        switch step {
        case .normalisation: method.normalisation = choice
        case .weighting: method.weighting = choice
        case .missingData: method.missingData = choice
        case .outliers, .transform, .aggregation: return nil
        }
        let name = "\(aggregation.id) aggregation"
        return objections(to: method, hasGaps: step == .missingData).first { $0.method == name }?.reason
    }
}
