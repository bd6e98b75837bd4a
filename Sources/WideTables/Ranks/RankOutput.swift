import Diagnostics
import Scoring
import Tabular
import Uncertainty

extension RankRun {
    /// The result in one of its forms, in UTF-8 with a final line feed.
    ///
    /// - Throws: `Diagnostic` (internal failure) for a number that is not finite.
    public func output(_ format: ResultFormat) throws(Diagnostic) -> [UInt8] {
        switch format {
        case .text: Array(text.utf8)
        case .csv: try csvTable.csv(significantDigits: 17)
        case .json: try jsonBytes(of: RankDocument(self))
        }
    }

    /// Units by rank, those of one rank in the order of the table.
    private var order: [Int] {
        units.indices.sorted { (ranking.ranks[$0] ?? .max, $0) < (ranking.ranks[$1] ?? .max, $1) }
    }

    private typealias Column = (
        text: String, field: TableSchema.Field, cells: [Table.Cell]
    )

    /// The columns after the error.
    private var columns: [Column] {
        var columns: [Column] = []
        for (kind, sets) in [("marginal", marginal), ("simultaneous", simultaneous)] {
            guard let sets else { continue }
            columns.append(
                (
                    "\(kind) low",
                    .init("\(kind)_low", .integer, "best rank in the \(kind) confidence set"),
                    sets.map { .integer($0.lower) }
                ))
            columns.append(
                (
                    "\(kind) high",
                    .init("\(kind)_high", .integer, "worst rank in the \(kind) confidence set"),
                    sets.map { .integer($0.upper) }
                ))
        }
        if let canBeBest, let best = options.best {
            columns.append(
                (
                    "in \(best) best",
                    .init("in_tau_best", .boolean, "whether the unit may be among the \(best) best"),
                    canBeBest.map { .text($0 ? "true" : "false") }
                ))
        }
        return columns
    }

    private var text: String {
        let columns = columns
        var rows = [["rank", source.unitColumn, options.estimate, options.error] + columns.map(\.text)]
        for unit in order {
            let rank = ranking.ranks[unit].map { ((ranking.tieSizes[unit] ?? 1) > 1 ? "=" : "") + String($0) }
            rows.append(
                [
                    rank ?? "-", units[unit], Table.Cell.number(estimates[unit]).text,
                    Table.Cell.number(errors[unit]).text,
                ] + columns.map { $0.cells[unit].text })
        }
        let title =
            "\(units.count) units; \(options.bounds.rawValue) confidence sets for ranks, confidence "
            + "\(formatted(options.confidence, significantDigits: 6)), \(options.draws) draws, "
            + "seed \(options.seed)"
        return "\(title)\n\n\(alignedText(rows, rightAligned: rows[0].indices.map { $0 != 1 }))"
    }

    private var csvTable: Table {
        let columns = columns
        let fields: [TableSchema.Field] =
            [
                .init("unit", .string, "the unit"),
                .init("estimate", .number, "estimated score, higher is better"),
                .init("error", .number, "its standard error"),
                .init("rank", .integer, "rank by the estimate, 1 the best", isRequired: false),
            ] + columns.map(\.field)
        var table = Table(
            schema: TableSchema(
                name: "ranks", title: "Confidence sets for ranks", fields: fields, primaryKey: ["unit"]))
        for unit in order {
            table.append(
                [
                    .text(units[unit]), .number(estimates[unit]), .number(errors[unit]),
                    .optional(ranking.ranks[unit]),
                ] + columns.map { $0.cells[unit] })
        }
        return table
    }
}
