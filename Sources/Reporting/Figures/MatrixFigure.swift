import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// `matrix`: every pair's score below the diagonal and its rank above.
    func matrixFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        var drawing = MatrixDrawing(assessment: self, main: main, options: options)
        drawing.draw()
        let window = label(of: main.item.window)
        let title = "Pairs on \(main.item.subject.id), \(window): \(style.studyTitle)"
        let scores = main.scores.index.scores
        let highest = main.scores.dyads.indices.filter { scores[$0] != nil }
            .max { (scores[$0] ?? 0) < (scores[$1] ?? 0) }
        let best = highest.map { label(of: main.scores.dyads[$0]) } ?? ""
        return Figure(
            title: title,
            description:
                "Matrix of \(drawing.states.count) states: the score of each pair below the diagonal as a "
                + "shade, its rank in the class above. \(finding(of: main)) \(best) has the highest score of all "
                + "pairs.",
            canvas: drawing.canvas, data: matrixData(main, states: drawing.states, title: title))
    }

    private func matrixData(_ main: MainRanking, states: [State], title: String) -> Table {
        let scores = main.scores
        var table = Table(
            schema: Figure.schema(
                "matrix", title: title,
                fields: DyadColumns.fields + [
                    ResultFields.inClass,
                    .init("score", .number, "Score; empty if nothing was observed.", isRequired: false),
                    .init("rank", .integer, "Rank of the dyad in the class.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init(
                        "place", .integer, "For a dyad outside the class: the rank it would have.",
                        isRequired: false),
                ], primaryKey: ["dyad"]))
        let drawn = Set(states.map(\.code))
        for (unit, dyad) in scores.dyads.enumerated()
        where drawn.contains(dyad.first) && drawn.contains(dyad.second) {
            table.append(
                DyadColumns.cells(dyad, in: panel.states) + [
                    scores.isInClass[unit].cell, .optional(scores.index.scores[unit]),
                    .optional(scores.classRanking.ranks[unit]), .optional(scores.classRanking.tieSizes[unit]),
                    .optional(scores.isInClass[unit] ? nil : scores.placeInClass(of: unit)),
                ])
        }
        return table
    }
}
