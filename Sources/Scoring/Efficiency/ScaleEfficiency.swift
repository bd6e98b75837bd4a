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
            guard let crs = constant[unit], let vrs = variable[unit], let nirs = nonIncreasing[unit], vrs > 0
            else { return nil }
            let ratio = min(crs / vrs, 1)
            let region: ScaleEfficiency.Region =
                if ratio >= 1 - 1e-7 {
                    .constant
                } else if nirs / vrs < 1 - 1e-7 {
                    .increasing
                } else {
                    .decreasing
                }
            return ScaleEfficiency(ratio: ratio, region: region)
        }
    }
}
