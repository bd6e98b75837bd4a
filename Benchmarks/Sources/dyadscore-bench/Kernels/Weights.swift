import Scoring
import Uncertainty

/// Ranks under uniform weights on the simplex of all indicators, by what is counted.
///
/// A table from a file, or uniform numbers of a given shape. The answer: each unit's share of first places, and of last
/// places if all are counted.
extension Kernel {
    /// Shares of first places, with the weights that led to them; nothing is sorted.
    static let firstPlaces = weights("first-places", detail: .firstPlaces)

    /// The share of draws in which each unit has each rank.
    static let acceptability = weights("acceptability", detail: AcceptabilityDetail())

    /// As `acceptability`, and the share in which each unit is ahead of each other.
    static let pairwiseWins = weights("pairwise-wins", detail: AcceptabilityDetail(countsPairs: true))

    /// As `acceptability`, by geometric means.
    static let geometricAcceptability = weights(
        "geometric-acceptability", detail: AcceptabilityDetail(), mean: .geometric)

    private static func weights(
        _ name: String, detail: AcceptabilityDetail, mean: WeightedUnits.Mean = .arithmetic
    ) -> Kernel {
        Kernel(
            name: name, optionalFile: "TABLE",
            settings: [
                Setting("draws", 100_000), Setting("units", 91), Setting("indicators", 12),
                Setting("places", 0),
            ]
        ) { arguments in
            let table =
                try arguments.files.first.map { IndicatorTable(rows: try readNumbers($0)) }
                ?? .uniform(
                    units: try arguments.integer("units"), indicators: try arguments.integer("indicators"))
            var detail = detail
            // Counts of all places grow with the square of the units.
            let places = try arguments.integer("places")
            if places > 0 { detail.places = places }
            return try timing(of: table, draws: try arguments.integer("draws"), detail: detail, mean: mean)
        }
    }

    private static func timing(
        of table: IndicatorTable, draws: Int, detail: AcceptabilityDetail, mean: WeightedUnits.Mean
    ) throws -> Timing {
        let hierarchy = Hierarchy.flat(table.indicators)
        let everyone = Array(repeating: true, count: table.units)
        return try Timing.of {
            let found = try Acceptability(
                of: WeightedUnits(table, hierarchy: hierarchy, isReference: everyone, mean: mean),
                weights: WeightSampler(WeightSpace(hierarchy, shape: .flat), seed: 1),
                draws: draws, detail: detail)
            let first = everyone.indices.map { found.firstPlace(of: $0)?.value ?? 0 }
            guard found.places == table.units else { return first }
            return first
                + everyone.indices.map { found.rankAcceptabilities(of: $0)?.last?.value ?? 0 }
        }
    }
}
