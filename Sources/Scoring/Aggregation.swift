/// How normalised indicators become one number (OECD/JRC Handbook 2008, chapter 6).
public enum Aggregation: String, Sendable, CaseIterable {
    /// The weighted sum: a deficit in one indicator is made up by the same surplus in another, at a constant rate.
    case arithmetic
    /// The weighted product: the lower an indicator is, the more of another it takes to make up for it.
    case geometric
}

/// What to do with missing values.
public enum MissingDataRule: String, Sendable, CaseIterable {
    /// Weights are shared out over the observed indicators of the dimension, and over the dimensions that have
    /// any; the share of the weight that was observed is reported.
    case availableCase = "available-case"
}

/// Which methods go together, and why not where they do not: data, from which messages and documentation come.
public enum Admissibility {
    /// A pair of methods that may not be combined.
    public struct Exclusion: Sendable {
        public let aggregation: Aggregation
        public let reason: String
        let concerns: @Sendable (Normalisation) -> Bool
    }

    /// All exclusions.
    public static let exclusions: [Exclusion] = [
        Exclusion(
            aggregation: .geometric,
            reason:
                "a geometric mean needs values above zero, and z-scores are negative below the mean; use min-max onto [1, 100]"
        ) { $0 == .zScore },
        Exclusion(
            aggregation: .geometric,
            reason:
                "a geometric mean needs values above zero, and the lowest unit's rank score is zero; use min-max onto [1, 100]"
        ) { $0 == .rank },
        Exclusion(
            aggregation: .geometric,
            reason:
                "a geometric mean needs values above zero; let the min-max range begin above zero, as [1, 100] does"
        ) {
            if case .minMax(let lower, _) = $0 { lower <= 0 } else { false }
        },
    ]

    /// Why a combination is refused; nil when it is admissible.
    public static func objection(to aggregation: Aggregation, of normalisation: Normalisation) -> String? {
        exclusions.first { $0.aggregation == aggregation && $0.concerns(normalisation) }?.reason
    }
}
