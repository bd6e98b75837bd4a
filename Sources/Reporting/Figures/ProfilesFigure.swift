import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// `profiles`: the dimension scores of the best pairs and the target, one panel a pair.
    func profilesFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        var drawing = ProfilesDrawing(
            assessment: self, main: main, decimals: style.tableDecimals, options: options)
        drawing.draw()
        let window = label(of: main.item.window)
        let title = "Profiles of the best pairs on \(main.item.subject.id), \(window): \(style.studyTitle)"
        return Figure(
            title: title,
            description: "One panel for each of \(drawing.units.count) pairs with its score on "
                + main.scores.dimensions.joined(separator: ", ")
                + ". \(comparison(main)) \(finding(of: main))",
            canvas: drawing.canvas, data: profilesData(main, units: drawing.units, title: title))
    }

    /// How the target compares with the best rival on each dimension, in words.
    private func comparison(_ main: MainRanking) -> String {
        let targetUnit = main.ranked.first { main.scores.dyads[$0] == claim.target }
        guard let targetUnit, let rival = main.ranked.first(where: { $0 != targetUnit }) else { return "" }
        let parts = main.scores.dimensions.indices.map { index in
            let mine = main.scores.index.dimensionScores(of: targetUnit)[index]
            let theirs = main.scores.index.dimensionScores(of: rival)[index]
            let name = main.scores.dimensions[index]
            guard let mine, let theirs else { return "\(name) not observed for both" }
            return mine > theirs
                ? "higher on \(name)" : mine < theirs ? "lower on \(name)" : "equal on \(name)"
        }
        let target = label(of: claim.target)
        return "Against \(label(of: main.scores.dyads[rival])), \(target) is "
            + parts.joined(separator: ", ") + "."
    }

    private func profilesData(_ main: MainRanking, units: [Int], title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "profiles", title: title,
                fields: DyadColumns.fields + [
                    .init("rank", .integer, "Rank of the dyad in the class.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init("dimension", .string, "Dimension."),
                    .init("value", .number, "Score; empty if nothing was observed.", isRequired: false),
                ], primaryKey: ["dyad", "dimension"]))
        let scores = main.scores
        for unit in units {
            for (dimension, value) in zip(scores.dimensions, scores.index.dimensionScores(of: unit)) {
                table.append(
                    DyadColumns.cells(scores.dyads[unit], in: panel.states) + [
                        .optional(scores.classRanking.ranks[unit]),
                        .optional(scores.classRanking.tieSizes[unit]), .text(dimension), .optional(value),
                    ])
            }
        }
        return table
    }
}
