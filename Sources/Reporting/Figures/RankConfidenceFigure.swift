import ClaimTesting
import DyadTables
import Dyads
import Tabular
import Uncertainty

/// Confidence sets for the ranks of a class, as a forest of intervals shows them.
struct RankConfidenceForest {
    struct Row {
        let dyad: Dyad
        /// The rank of the estimate, inside both sets.
        let rank: Int
        /// Holds the true rank of this dyad with the stated confidence.
        let marginal: ClosedRange<Int>
        /// Hold the true ranks of all dyads at once with the stated confidence.
        /// Nil in a large class.
        let simultaneous: ClosedRange<Int>?
    }

    let reading: String
    /// Of the whole class, or of the dyads of a large class that are followed.
    let rows: [Row]
    /// The level of both sets; 0.95.
    let confidence: Double
    let degreesOfFreedom: Int
    /// Draws behind the critical values.
    let draws: Int
    /// The weight of indicators that are not annual and carry no sampling error; 0 to 1.
    let fixedWeight: Double
    /// The size of a class of which some dyads are followed; nil where all are.
    var sizeOfLargeClass: Int?

    var classSize: Int { sizeOfLargeClass ?? rows.count }
}

extension Assessment {
    /// The sets of the first primary reading that has any; nil without one.
    var rankConfidenceForest: RankConfidenceForest? {
        guard let sampling = plan.tests?.sampling else { return nil }
        for item in primaryFindings {
            guard let error = tests.samplingError(of: item.subject.id) else { continue }
            return RankConfidenceForest(
                reading: item.subject.id,
                rows: error.dyads.map {
                    .init(
                        dyad: $0.dyad, rank: $0.rank, marginal: $0.marginal,
                        simultaneous: $0.joint?.simultaneous)
                },
                confidence: sampling.confidence, degreesOfFreedom: CosineProjection.standardCosines,
                draws: sampling.draws, fixedWeight: error.fixedWeight,
                sizeOfLargeClass: isClassLarge ? item.standing?.classSize : nil)
        }
        return nil
    }

    /// `rank-confidence`: the ranks that sampling leaves open for the best pairs and the target.
    ///
    /// - Returns: Nil without rows.
    func rankConfidenceFigure(_ forest: RankConfidenceForest, style: ReportStyle, options: FigureOptions)
        -> Figure?
    {
        guard !forest.rows.isEmpty else { return nil }
        func drawn(_ limit: Int) -> RankConfidenceDrawing {
            var drawing = RankConfidenceDrawing(
                assessment: self, forest: forest, limit: limit, options: options)
            drawing.draw()
            return drawing
        }
        var limit = options.width == .one ? style.top : max(style.top, 30)
        var drawing = drawn(limit)
        // Fewer rows where they would not fit on a page.
        while drawing.canvas.height > Canvas.pageHeight, limit > 10 {
            limit -= 2
            drawing = drawn(limit)
        }
        let title = "Confidence sets for ranks on \(forest.reading): \(style.studyTitle)"
        return Figure(
            title: title,
            description:
                "Forest plot of the ranks of \(drawing.rows.count) pairs with their confidence sets, best "
                + "first. \(rankFinding(forest))",
            canvas: drawing.canvas, data: rankConfidenceData(drawing.rows, title: title))
    }

    private func rankFinding(_ forest: RankConfidenceForest) -> String {
        let target = label(of: claim.target)
        guard let row = forest.rows.first(where: { $0.dyad == claim.target }) else {
            return "\(target) has no rank."
        }
        let alone =
            "\(target) has rank \(row.rank) of \(forest.classSize), by itself between "
            + "\(row.marginal.lowerBound) and \(row.marginal.upperBound)"
        guard let all = row.simultaneous else { return "\(alone)." }
        return "\(alone), with all others at once between \(all.lowerBound) and \(all.upperBound)."
    }

    private func rankConfidenceData(_ rows: [RankConfidenceForest.Row], title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "rank-confidence", title: title,
                fields: DyadColumns.fields + [
                    .init("rank", .integer, "Rank of the dyad in the class."),
                    .init("marginal_low", .integer, "Best rank of its own confidence set."),
                    .init("marginal_high", .integer, "Worst rank of its own confidence set."),
                    .init(
                        "simultaneous_low", .integer, "Best rank of the set that holds for all at once.",
                        isRequired: !isClassLarge),
                    .init(
                        "simultaneous_high", .integer, "Worst rank of the set that holds for all at once.",
                        isRequired: !isClassLarge),
                ], primaryKey: ["dyad"]))
        for row in rows {
            table.append(
                DyadColumns.cells(row.dyad, in: panel.states) + [
                    .integer(row.rank), .integer(row.marginal.lowerBound), .integer(row.marginal.upperBound),
                    .optional(row.simultaneous?.lowerBound), .optional(row.simultaneous?.upperBound),
                ])
        }
        return table
    }
}
