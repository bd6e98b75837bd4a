public import Dyads
public import DyadicModels

/// An indicator with its values in the main window, one a dyad of the class.
public struct DescribedIndicator: Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case byDefault = "default"
        case variant
        case shownBeside = "shown beside"
    }

    public let indicator: Indicator
    /// The dimension of the study that it belongs to, by default or in a variant.
    public let dimension: String
    public let role: Role
    /// Years of the main window that its values rest on; empty where it does not enter.
    public let years: [Int]
    /// Nil where it does not enter the main window.
    public let values: [Double?]?
    /// Why it does not enter.
    public let reason: String?
}

extension Assessment {
    /// Every indicator of the study, in the order of the plan.
    public var describedIndicators: [DescribedIndicator] {
        let members = panel.dyads.map(claim.referenceClass.contains)
        return entries.filter { $0.window.id == mainWindow }.map { entry in
            let id = entry.indicator.id
            let home = plan.dimensions.first { $0.indicators.contains(id) }?.id
            let addition = plan.variants.flatMap(\.added).first { $0.indicator == id }
            let role: DescribedIndicator.Role =
                home != nil ? .byDefault : plan.shownBeside.contains(id) ? .shownBeside : .variant
            let dimension = home ?? addition?.dimension ?? entry.indicator.dimension
            switch entry.column {
            case .values(let values, let years):
                return DescribedIndicator(
                    indicator: entry.indicator, dimension: dimension, role: role, years: years,
                    values: zip(values, members).filter(\.1).map(\.0), reason: nil)
            case .absent(let reason):
                return DescribedIndicator(
                    indicator: entry.indicator, dimension: dimension, role: role, years: [], values: nil,
                    reason: reason)
            }
        }
    }
}
