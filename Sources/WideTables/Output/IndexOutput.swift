import Diagnostics
import Scoring
import Tabular

/// How a result is printed.
public enum ResultFormat: String, Sendable, CaseIterable {
    /// An aligned table for people, six significant digits.
    case text
    /// One row a unit, seventeen significant digits.
    case csv
    /// Every stage.
    case json
}

extension IndexRun {
    /// The result in one of its forms, in UTF-8 with a final line feed.
    ///
    /// - Throws: `Diagnostic` (internal failure) for a number that is not finite.
    public func output(_ format: ResultFormat) throws(Diagnostic) -> [UInt8] {
        switch format {
        case .text: Array(text.utf8)
        case .csv: try csvTable.csv(significantDigits: 17)
        case .json: try jsonBytes(of: IndexDocument(self))
        }
    }

    /// The groups, from the top down, with their scores by unit.
    private var groups: [(name: String, scores: [Double?])] {
        zip(input.design.hierarchy.levels.dropFirst(), index.groupScores).reversed().flatMap {
            level, scores in
            level.names.indices.map { group in (level.names[group], scores.map { $0[group] }) }
        }
    }

    /// Units by rank; those without a score last, in the order of the table.
    private var order: [Int] {
        input.units.indices.sorted {
            (ranking.ranks[$0] ?? .max, $0) < (ranking.ranks[$1] ?? .max, $1)
        }
    }

    /// The method in a line, and a table: rank (`=` for a tie), unit, score, scores of the groups; then the ranks under
    /// other weights, where asked for.
    private var text: String {
        let columns =
            [(name: input.indexName ?? "score", scores: index.scores)] + groups
        let imputed = imputation?.columns ?? []
        var rows = [["rank", input.source.unitColumn] + columns.map(\.name) + imputed.map(\.name)]
        for unit in order {
            let rank = ranking.ranks[unit].map { ((ranking.tieSizes[unit] ?? 1) > 1 ? "=" : "") + String($0) }
            rows.append(
                [rank ?? "-", input.units[unit]]
                    + columns.map { Table.Cell.optional($0.scores[unit]).text }
                    + imputed.map { $0.values[unit].text })
        }
        let weights = acceptability.map {
            "\n" + $0.text(units: input.units, order: order, unitColumn: input.source.unitColumn)
        }
        return "\(methodLine)\n\n\(alignedText(rows, rightAligned: rows[0].indices.map { $0 != 1 }))"
            + (weights ?? "")
    }

    private var methodLine: String {
        var steps = [
            method.outliers, method.transform, method.normalisation, method.missingData, method.weighting,
        ].filter { $0 != .noTreatment && $0 != .identity }.map(\.name)
        if method.scaling != .none { steps.insert(method.scaling.rawValue, at: 0) }
        return "\(input.units.count) units, \(input.design.indicators.count) indicators: "
            + (steps + [method.aggregations.map(\.name).joined(separator: " then ")]).joined(separator: ", ")
    }

    private var csvTable: Table {
        let groups = groups
        let drawn = (imputation?.columns ?? []) + (acceptability?.columns ?? [])
        let fixed: [TableSchema.Field] = [
            .init("unit", .string, "the unit"),
            .init(
                "rank", .integer, "rank by score, 1 the best; ties share the better rank", isRequired: false),
            .init("ties", .integer, "how many units share the rank", isRequired: false),
            .init("score", .number, "score, higher is better", isRequired: false),
            .init("observed_weight", .number, "share of the nominal weight that was observed"),
        ]
        let taken = Set(fixed.map(\.name) + drawn.map(\.name))
        let fields =
            fixed
            + groups.map {
                TableSchema.Field(
                    taken.contains($0.name) ? "group \($0.name)" : $0.name, .number, "score of the group",
                    isRequired: false)
            }
            + drawn.map { .init($0.name, $0.isInteger ? .integer : .number, $0.name, isRequired: false) }
        var table = Table(
            schema: TableSchema(
                name: "index", title: "Scores and ranks", fields: fields, primaryKey: ["unit"]))
        for unit in order {
            table.append(
                [
                    .text(input.units[unit]), .optional(ranking.ranks[unit]),
                    .optional(ranking.tieSizes[unit]), .optional(index.scores[unit]),
                    .number(index.observedWeight[unit]),
                ] + groups.map { .optional($0.scores[unit]) } + drawn.map { $0.values[unit] })
        }
        return table
    }
}
