import ClaimTesting
import DyadTables
import DyadicModels
import Foundation
import Scoring
import Tabular

extension Assessment {
    /// `weights-ternary`: which pair of the class is first under which weights of three dimensions.
    ///
    /// For the first primary reading in the main window with three dimensions, across which it takes arithmetic or
    /// geometric means; nil for others.
    func weightsTernaryFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        for item in primaryFindings {
            guard let map = WeightMap(self, item: item) else { continue }
            var drawing = WeightsTernaryDrawing(assessment: self, map: map, options: options)
            drawing.draw()
            let title = "Who is first under which weights on \(map.reading): \(style.studyTitle)"
            return Figure(
                title: title,
                description:
                    "Triangle of the weights of \(map.dimensions.joined(separator: ", ")), divided by "
                    + "which pair has rank 1. \(map.finding(self))",
                canvas: drawing.canvas, data: map.data(self, title: title))
        }
        return nil
    }
}

/// The regions of the first places of one reading.
struct WeightMap {
    let reading: String
    let window: Window
    let dimensions: [String]
    let scores: DyadScores
    let isGeometric: Bool
    /// The weights that the study declares, one a dimension.
    let declared: [Double]
    /// In places of `scores.dyads`, from the largest.
    let regions: [WeightRegions.Region]
    /// Dyads of the class that are ranked, but lack a score on a dimension and take no part.
    let incomplete: Int
    let members: Int

    init?(_ assessment: Assessment, item: Assessment.Scored) {
        guard let scores = item.scores, scores.dimensions.count == 3,
            let plan = assessment.plan.readings.first(where: { $0.id == item.subject.id }),
            case .composite(_, let changes) = plan.kind
        else { return nil }
        switch (changes.aggregations ?? assessment.plan.method.aggregations).last {
        case .arithmetic: isGeometric = false
        case .geometric: isGeometric = true
        default: return nil
        }
        reading = item.subject.id
        window = item.window
        dimensions = scores.dimensions
        self.scores = scores
        var declared = [0.0, 0, 0]
        for (dimension, weight) in zip(scores.dimensionOf, scores.index.nominalWeights) {
            declared[dimension] += weight
        }
        self.declared = declared
        let isGeometric = isGeometric
        let values = scores.dyads.indices.map { unit -> [Double]? in
            guard scores.isInClass[unit] else { return nil }
            let own = scores.index.dimensionScores(of: unit).compactMap { $0 }
            guard own.count == 3, !isGeometric || own.allSatisfy({ $0 > 0 }) else { return nil }
            return isGeometric ? own.map { log($0) } : own
        }
        members = scores.dyads.indices.count { scores.classRanking.ranks[$0] != nil }
        incomplete = members - values.count { $0 != nil }
        regions = WeightRegions(values).regions
        if regions.isEmpty { return nil }
    }

    func isTarget(_ region: WeightRegions.Region, _ assessment: Assessment) -> Bool {
        region.units.contains { scores.dyads[$0] == assessment.claim.target }
    }

    /// The codes of the pairs of a region: `KAZ-UZB`, or `AAA-BBB = AAA-CCC`.
    func code(of region: WeightRegions.Region) -> String {
        region.units.map { "\(scores.dyads[$0])" }.joined(separator: " = ")
    }

    /// The part of a region in words; `under 0.1` for traces.
    func percent(of region: WeightRegions.Region) -> String {
        region.share < 0.001 ? "under 0.1" : Reporting.percent(region.share)
    }

    func finding(_ assessment: Assessment) -> String {
        let parts = regions.prefix(3).map { region in
            let names = region.units.map { assessment.label(of: scores.dyads[$0]) }
            return "\(names.joined(separator: " and ")) in \(percent(of: region)) %"
        }
        let target = assessment.label(of: assessment.claim.target)
        let own = regions.first { isTarget($0, assessment) }
        let first = own.map { "\(target) is first in \(percent(of: $0)) % of the triangle." }
        return "First are \(parts.joined(separator: ", ")) of it. "
            + (first ?? "\(target) is first under no weights of the dimensions.")
    }

    func data(_ assessment: Assessment, title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "weights-ternary", title: title,
                fields: DyadColumns.fields + [
                    .init("corner", .integer, "Number of the corner in the region's outline."),
                    .init("weight_1", .number, "Weight of \(dimensions[0]) at the corner."),
                    .init("weight_2", .number, "Weight of \(dimensions[1])."),
                    .init("weight_3", .number, "Weight of \(dimensions[2])."),
                    .init("share", .number, "Part of the triangle in which the dyad is first."),
                ], primaryKey: ["dyad", "corner"]))
        for region in regions {
            for unit in region.units {
                for (corner, weights) in region.corners.enumerated() {
                    table.append(
                        DyadColumns.cells(scores.dyads[unit], in: assessment.panel.states)
                            + [.integer(corner + 1)] + weights.map { .number($0) } + [.number(region.share)])
                }
            }
        }
        return table
    }
}
