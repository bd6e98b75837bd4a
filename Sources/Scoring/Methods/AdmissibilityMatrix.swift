extension Admissibility {
    /// Which methods of another step the weightings or aggregations accept, for documentation.
    public struct Matrix: Sendable {
        /// Whose methods stand in the rows: weighting or aggregation.
        public let rowStep: Step
        public let columnStep: Step
        /// The methods of the columns, in the order of the table.
        public let columns: [String]
        public let rows: [Row]

        public struct Row: Sendable {
            public let method: String
            /// One a column: why it is refused, nil if it is accepted.
            public let reasons: [String?]
        }
    }

    /// All tables of two steps that restrict one another.
    public static var matrices: [Matrix] {
        [
            matrix(.aggregation, against: .normalisation), matrix(.aggregation, against: .weighting),
            matrix(.aggregation, against: .missingData), matrix(.weighting, against: .normalisation),
            matrix(.weighting, against: .missingData),
        ]
    }

    /// The methods of a step against those of another, all with standard arguments, missing data with gaps in the
    /// table.
    ///
    /// - Parameters:
    ///   - rowStep: weighting or aggregation; no other step objects to anything.
    ///   - columnStep: normalisation, missing data, or weighting.
    static func matrix(_ rowStep: Step, against columnStep: Step) -> Matrix {
        let columns = choices(of: columnStep)
        let rows = MethodTable.descriptions(of: rowStep).map { description in
            Matrix.Row(
                method: description.id,
                reasons: columns.map {
                    reason(by: description, at: rowStep, against: $0.choice, at: columnStep)
                })
        }
        return Matrix(rowStep: rowStep, columnStep: columnStep, columns: columns.map(\.name), rows: rows)
    }

    /// Standard choices of a step by name, and those with the other arguments that some aggregation asks for.
    private static func choices(of step: Step) -> [(name: String, choice: MethodChoice)] {
        MethodTable.descriptions(of: step).flatMap { description in
            [(description.id, MethodChoice(standard: description))]
                + variants.filter { step == .normalisation && $0.id == description.id }.compactMap {
                    variant in
                    (try? MethodChoice(description, variant.arguments)).map { (variant.name, $0) }
                }
        }
    }

    private static let variants: [(id: String, name: String, arguments: [String: MethodArgument])] = [
        ("min-max", "min-max [1, 100]", ["range": .numbers([1, 100])]),
        ("min-max", "min-max [70, 130]", ["range": .numbers([70, 130])]),
        (
            "z-score", "z-score with mean 100, deviation 10, n",
            ["mean": .number(100), "deviation": .number(10), "denominator": .word("n")]
        ),
    ]

    private static func reason(
        by description: MethodDescription, at rowStep: Step, against choice: MethodChoice, at columnStep: Step
    ) -> String? {
        var method = ScoringMethod()
        method[rowStep] = MethodChoice(standard: description)
        method[columnStep] = choice
        // The other steps have their standard choices, and what is said of them is left out. Either may object.
        return objections(to: method, hasGaps: columnStep == .missingData)
            .first {
                [[rowStep, columnStep], [columnStep, rowStep]].contains([$0.objector, $0.concerns])
            }?
            .reason
    }
}

extension ScoringMethod {
    /// The choice at a step; of the aggregations the first.
    fileprivate subscript(step: Step) -> MethodChoice {
        get {
            switch step {
            case .outliers: outliers
            case .transform: transform
            case .normalisation: normalisation
            case .missingData: missingData
            case .weighting: weighting
            case .aggregation: aggregations[0]
            }
        }
        set {
            switch step {
            case .outliers: outliers = newValue
            case .transform: transform = newValue
            case .normalisation: normalisation = newValue
            case .missingData: missingData = newValue
            case .weighting: weighting = newValue
            case .aggregation: aggregations = [newValue]
            }
        }
    }
}
