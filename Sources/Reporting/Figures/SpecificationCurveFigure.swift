import ClaimTesting
import Tabular

extension Assessment {
    /// `specification-curve-<reading>` for each primary reading: the target's rank over all specifications, and the
    /// choices that they are made of.
    func specificationCurveFigures(style: ReportStyle, options: FigureOptions) -> [Figure] {
        primaryFindings.compactMap { item -> Figure? in
            guard let multiverse = tests.explored.first(where: { $0.reading == item.subject.id }),
                !multiverse.rows.isEmpty
            else { return nil }
            let content = SpecificationCurve(
                multiverse: multiverse, columns: SpecificationColumns(multiverse), standing: item.standing)
            var drawing = SpecificationCurveDrawing(assessment: self, content: content, options: options)
            drawing.draw()
            let title = "Specification curve on \(multiverse.reading): \(style.studyTitle)"
            return Figure(
                title: title,
                description: "Above: the rank of \(label(of: claim.target)) under "
                    + "\(grouped(multiverse.rows.count)) specifications, from the best to the worst. Below: which "
                    + "options these have. \(content.finding)",
                canvas: drawing.canvas, data: content.data(title: title))
        }
    }
}

/// What one specification curve plots.
struct SpecificationCurve {
    let multiverse: Multiverse
    let columns: SpecificationColumns
    /// Where the target stands as the study has it.
    let standing: Standing?

    var name: String { "specification-curve-\(multiverse.reading)" }

    /// A choice that varies, with its place and the codes of the options that some specification has.
    struct Varying {
        let place: Int
        let choice: Multiverse.Choice
        let codes: [Int]
    }

    var varying: [Varying] {
        multiverse.choices.enumerated().compactMap { place, choice in
            let codes = choice.options.indices.filter { code in
                columns.columns.contains { $0.shares[place][code] > 0 }
            }
            return codes.count > 1 ? Varying(place: place, choice: choice, codes: codes) : nil
        }
    }

    /// The share of first places in per cent, in words.
    var first: String {
        let share = multiverse.shareFirst ?? 0
        return share > 0 ? "\(percent(share)) %" : "none"
    }

    /// The study's own specification: its place in the curve and its rank.
    var usual: (place: Int, rank: Int)? {
        standing.flatMap { standing in
            multiverse.placeOfDefault(rank: standing.rank).map { ($0, standing.rank) }
        }
    }

    var worst: Int { columns.columns.map(\.ranks.upperBound).max() ?? 1 }

    /// `14`, or `14.5`.
    var median: String {
        let value = multiverse.medianRank ?? 0
        return formatted(value, decimals: value.rounded() == value ? 0 : 1)
    }

    var finding: String {
        let ranks = multiverse.rows.map(\.rank)
        return
            "The rank is 1 in \(first) of them, \(median) in the median, and lies "
            + "between \(ranks.min() ?? 0) and \(ranks.max() ?? 0)."
    }

    func data(title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                name, title: title,
                fields: [
                    .init("column", .integer, "Column of the figure, the best ranks first."),
                    .init("specifications", .integer, "Specifications in the column."),
                    .init("rank_best", .integer, "Best rank of the target among them."),
                    .init("rank_worst", .integer, "Worst rank."),
                    .init("choice", .string, "Choice that varies."),
                    .init(
                        "option", .string,
                        "Option of the choice; options that no specification has have no row."),
                    .init("share", .number, "Share of the column's specifications that have it."),
                ], primaryKey: ["column", "choice", "option"]))
        for (index, column) in columns.columns.enumerated() {
            for item in varying {
                for code in item.codes where column.shares[item.place][code] > 0 {
                    table.append([
                        .integer(index + 1), .integer(column.places.count),
                        .integer(column.ranks.lowerBound), .integer(column.ranks.upperBound),
                        .text(item.choice.id.rawValue), .text(item.choice.options[code]),
                        .number(column.shares[item.place][code]),
                    ])
                }
            }
        }
        return table
    }
}

extension MultiverseChoice {
    /// What it is called in figures.
    var title: String {
        switch self {
        case .window: "Window"
        case .referenceClass: "Class"
        case .indicators: "Indicators"
        case .exposure: "Measured against"
        case .scaling: "Scaling"
        case .outliers: "Outliers"
        case .transform: "Transform"
        case .normalisation: "Normalisation"
        case .missingData: "Missing values"
        case .weighting: "Weights"
        case .aggregation: "Aggregation"
        }
    }
}
