import Diagnostics
import Scoring

/// The method options of the command as they were typed; nil for what was not given.
public struct MethodOptions: Sendable {
    public var scaling: Scaling?
    public var outliers: String?
    public var transform: String?
    public var normalise: String?
    public var missing: String?
    public var weights: String?
    /// None, one for all levels, or one a level from the indicators up.
    public var aggregate: [String]
    public var tieTolerance: Double?

    public init(
        scaling: Scaling? = nil, outliers: String? = nil, transform: String? = nil, normalise: String? = nil,
        missing: String? = nil, weights: String? = nil, aggregate: [String] = [],
        tieTolerance: Double? = nil
    ) {
        self.scaling = scaling
        self.outliers = outliers
        self.transform = transform
        self.normalise = normalise
        self.missing = missing
        self.weights = weights
        self.aggregate = aggregate
        self.tieTolerance = tieTolerance
    }

    public static let standardTieTolerance = 1e-9

    /// What is done where nothing is said, as text, for help and documentation.
    public static let standard: [(step: Step, text: String)] = [
        (.outliers, "none"), (.transform, "identity"), (.normalisation, "min-max:0,1"),
        (.missingData, "available-case"), (.weighting, "equal"), (.aggregation, "arithmetic"),
    ]

    /// The standard where the file of indicators declares weights.
    public static let declaredWeights = "declared"

    /// The standard of a step.
    public static func standard(of step: Step) -> String {
        standard.first { $0.step == step }?.text ?? ""
    }

    /// The choices that the texts name.
    ///
    /// - Parameters:
    ///   - levels: of the tree of indicators.
    ///   - hasDeclaredWeights: whether the tree has weights, which are then the standard.
    /// - Throws: `Diagnostic` (wrong argument) as `MethodText`, for a tie tolerance outside [0, 0.01], or for a number of
    ///   aggregations that is neither one nor the number of levels.
    func method(levels: Int, hasDeclaredWeights: Bool) throws(Diagnostic) -> ScoringMethod {
        let tieTolerance = tieTolerance ?? Self.standardTieTolerance
        guard (0...0.01).contains(tieTolerance) else {
            throw Diagnostic(
                .wrongArgument, rule: "--tie-tolerance must be a number from 0 to 0.01",
                found: "\(tieTolerance)")
        }
        var aggregations: [MethodChoice] = []
        for text in aggregate.isEmpty ? [Self.standard(of: .aggregation)] : aggregate {
            aggregations.append(try MethodText.choice(text, of: .aggregation, for: "--aggregate"))
        }
        guard aggregations.count == 1 || aggregations.count == levels else {
            throw Diagnostic(
                .wrongArgument,
                rule: "--aggregate must be given once for all levels, or once a level from the indicators up",
                found: "\(aggregations.count) aggregations for \(levels) \(levels == 1 ? "level" : "levels")")
        }
        return ScoringMethod(
            scaling: scaling ?? .none, outliers: try choice(outliers, of: .outliers),
            transform: try choice(transform, of: .transform),
            normalisation: try choice(normalise, of: .normalisation),
            missingData: try choice(missing, of: .missingData),
            weighting:
                try choice(weights ?? (hasDeclaredWeights ? Self.declaredWeights : nil), of: .weighting),
            aggregations: aggregations, tieTolerance: tieTolerance)
    }

    /// The options that were given, by name.
    public var given: [String] {
        let texts: [(String, Bool)] = [
            ("--scaling", scaling != nil), ("--outliers", outliers != nil), ("--transform", transform != nil),
            ("--normalise", normalise != nil), ("--missing", missing != nil), ("--weights", weights != nil),
            ("--aggregate", !aggregate.isEmpty), ("--tie-tolerance", tieTolerance != nil),
        ]
        return texts.filter(\.1).map(\.0)
    }

    private func choice(_ text: String?, of step: Step) throws(Diagnostic) -> MethodChoice {
        try MethodText.choice(text ?? Self.standard(of: step), of: step, for: "--\(step.rawValue)")
    }
}
