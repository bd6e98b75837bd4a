import ClaimTesting
import DyadTables
import Dyads
import Tabular

extension Assessment {
    /// `ranking`: the best pairs and the target by score, with its uncertainty and the dimensions' scores, and the pairs
    /// outside the class beside them on the same scale.
    func rankingFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        return rankingFigure(main, rankingUncertainty(of: main), style: style, options: options)
    }

    func rankingFigure(
        _ main: MainRanking, _ uncertainty: RankingUncertainty?, style: ReportStyle, options: FigureOptions
    ) -> Figure {
        var drawing = RankingDrawing(
            assessment: self, main: main, uncertainty: uncertainty,
            limit: options.width == .one ? style.top : max(style.top, 30), options: options)
        drawing.draw()
        let window = label(of: main.item.window)
        let title = "Ranking on \(main.item.subject.id), \(window): \(style.studyTitle)"
        let above = main.outside.count {
            main.scores.placeInClass(of: $0).map { $0 <= main.standing.rank } ?? false
        }
        let exception =
            drawing.outside.isEmpty
            ? "" : " Of \(main.outside.count) pairs with \(excludedNames), \(above) score above it."
        return Figure(
            title: title,
            description: "Dot plot of the scores of \(drawing.shown.count) pairs, best first. "
                + finding(of: main) + exception + (uncertainty.map { certainty(main, $0) } ?? ""),
            canvas: drawing.canvas,
            data: rankingData(main, drawing.shown + drawing.outside, uncertainty, title: title))
    }

    /// The target's interval, in a sentence.
    private func certainty(_ main: MainRanking, _ uncertainty: RankingUncertainty) -> String {
        if let interval = uncertainty.scoreInterval(of: claim.target) {
            let ends = [interval.lowerBound, interval.upperBound].map {
                withMinusSign(formatted($0, significantDigits: 3))
            }
            return
                " Its score of \(withMinusSign(formatted(main.standing.score, significantDigits: 3))) lies between "
                + "\(ends[0]) and \(ends[1]) at \(uncertainty.level) % over the sampling of years."
        }
        guard let ranks = uncertainty.rankInterval(of: claim.target) else { return "" }
        return
            " In the middle \(uncertainty.level) % of draws of weights its rank lies between \(ranks.lowerBound) and "
            + "\(ranks.upperBound)."
    }

    private func rankingData(
        _ main: MainRanking, _ units: [Int], _ uncertainty: RankingUncertainty?, title: String
    ) -> Table {
        var table = Table(
            schema: Figure.schema(
                "ranking", title: title,
                fields: DyadColumns.fields + [
                    ResultFields.inClass, ResultFields.kind, ResultFields.subject,
                    .init("rank", .integer, "Rank of the dyad in the class.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init(
                        "place", .integer, "For a dyad outside the class: the rank it would have.",
                        isRequired: false),
                    .init("value", .number, "Plotted score."),
                    .init(
                        "interval_of", .string,
                        "What the interval is of: score (sampling of years) or rank (random weights); empty without one.",
                        isRequired: false),
                    .init("interval_low", .number, "Lower end of the interval.", isRequired: false),
                    .init("interval_high", .number, "Upper end of it.", isRequired: false),
                ], primaryKey: ["dyad", "subject_kind", "subject"]))
        let scores = main.scores
        let none: [Table.Cell] = [.missing, .missing, .missing]
        func interval(of dyad: Dyad) -> [Table.Cell] { uncertainty?.cells(of: dyad) ?? none }
        for unit in units {
            let subjects =
                [("reading", main.item.subject.id, scores.index.scores[unit])]
                + zip(scores.dimensions, scores.index.dimensionScores(of: unit)).map { ("dimension", $0, $1) }
            for (kind, subject, value) in subjects {
                guard let value else { continue }
                table.append(
                    DyadColumns.cells(scores.dyads[unit], in: panel.states) + [
                        scores.isInClass[unit].cell, .text(kind), .text(subject),
                        .optional(scores.classRanking.ranks[unit]),
                        .optional(scores.classRanking.tieSizes[unit]),
                        .optional(scores.isInClass[unit] ? nil : scores.placeInClass(of: unit)),
                        .number(value),
                    ] + (kind == "reading" ? interval(of: scores.dyads[unit]) : none))
            }
        }
        return table
    }
}
