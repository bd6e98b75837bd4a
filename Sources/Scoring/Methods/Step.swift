/// The steps from values to a score at which a method is chosen, in their order.
public enum Step: String, Sendable, CaseIterable {
    case outliers, transform
    case normalisation = "normalise"
    case missingData = "missing"
    case weighting = "weights"
    case aggregation = "aggregate"
}

extension MethodTable {
    /// The descriptions of every method of a step, in the order of the table.
    public static func descriptions(of step: Step) -> [MethodDescription] {
        switch step {
        case .outliers: outlierTreatments.map(\.description)
        case .transform: transforms.map(\.description)
        case .normalisation: normalisations.map(\.description)
        case .missingData: missingDataRules.map(\.description)
        case .weighting: weightings.map(\.description)
        case .aggregation: aggregations.map(\.description)
        }
    }
}
