/// How much of a unit's inefficiency is due to its size.
///
/// Färe, Grosskopf & Lovell (1985), The Measurement of Efficiency of Production.
public struct ScaleEfficiency: Equatable, Sendable {
    /// Efficiency under constant over efficiency under variable returns, in (0, 1]; 1 at the best size.
    public let ratio: Double
    public let region: Region

    /// Where on the frontier the unit lies. A unit that is radially inefficient is placed by its projection, which
    /// depends on the orientation.
    public enum Region: String, Sendable, CaseIterable {
        case constant
        /// Too small: growing would raise the average product.
        case increasing
        /// Too large.
        case decreasing
    }
}

extension ProductionTable {
    /// The scale efficiency of every unit; nil where an efficiency under one of the three assumptions is 0 or does
    /// not exist. Regions compare efficiencies within 1e-7.
    public func scaleEfficiencies(_ orientation: Orientation) throws(EfficiencyFailure) -> [ScaleEfficiency?]
    {
        func efficiencies(_ returnsToScale: ReturnsToScale) throws(EfficiencyFailure) -> [Double?] {
            try self.efficiencies(EfficiencyModel(returnsToScale: returnsToScale, orientation: orientation))
                .map(\.efficiency)
        }
        let constant = try efficiencies(.constant)
        let variable = try efficiencies(.variable)
        let nonIncreasing = try efficiencies(.nonIncreasing)
        return (0..<units).map { unit in
            ScaleEfficiency(
                constant: constant[unit], variable: variable[unit], nonIncreasing: nonIncreasing[unit])
        }
    }
}

extension ScaleEfficiency {
    /// From the efficiencies under the three assumptions; nil where one of them does not exist or is 0.
    public init?(constant: Double?, variable: Double?, nonIncreasing: Double?) {
        guard let constant, let variable, let nonIncreasing, variable > 0 else { return nil }
        let ratio = min(constant / variable, 1)
        let region: Region =
            if ratio >= 1 - 1e-7 {
                .constant
            } else if nonIncreasing / variable < 1 - 1e-7 {
                .increasing
            } else {
                .decreasing
            }
        self.init(ratio: ratio, region: region)
    }
}
