import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// `indicators.csv`: which indicator enters which window, on which years, and why one does not.
    func indicatorsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "indicators", title: "Indicators by window",
                fields: [
                    ResultFields.window,
                    .init("indicator", .string, "Indicator."),
                    .init("dimension", .string, "Dimension."),
                    .init("role", .string, "default, variant or shown beside."),
                    .init("enters", .integer, "1 if the indicator enters the window."),
                    .init("first_year", .year, "First covered year in the window.", isRequired: false),
                    .init("last_year", .year, "Last covered year in the window.", isRequired: false),
                    .init("years", .integer, "Covered years in the window.", isRequired: false),
                    .init("observed_dyads", .integer, "Dyads with a value.", isRequired: false),
                    .init("reason", .string, "Why it does not enter.", isRequired: false),
                ], primaryKey: ["window", "indicator"]))
        for entry in entries {
            let id = entry.indicator.id
            var row: [Table.Cell] = [
                .text(entry.window.id), .text(id), .text(entry.indicator.dimension), .text(role(of: id)),
                (entry.column.values != nil).cell,
            ]
            switch entry.column {
            case .values(let values, let years):
                row += [
                    .optional(years.first), .optional(years.last), .integer(years.count),
                    .integer(values.count { $0 != nil }), .missing,
                ]
            case .absent(let reason): row += [.missing, .missing, .missing, .missing, .text(reason)]
            }
            table.append(row)
        }
        return table
    }

    /// `window-values.csv`: the value of every indicator for every dyad in every window that it enters.
    func windowValuesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "window-values", title: "Indicator values by window",
                fields: [ResultFields.window, .init("indicator", .string, "Indicator.")] + DyadColumns.fields
                    + [
                        .init(
                            "value", .number, "Value in the indicator's unit; empty if missing.",
                            isRequired: false)
                    ], primaryKey: ["window", "indicator", "dyad"]))
        for entry in entries {
            guard let values = entry.column.values else { continue }
            for (dyad, value) in zip(panel.dyads, values) {
                table.append(
                    [.text(entry.window.id), .text(entry.indicator.id)]
                        + DyadColumns.cells(dyad, in: panel.states)
                        + [.optional(value)])
            }
        }
        return table
    }

    /// `comparisons.csv`: the target under each variant, alternative method and bound.
    func comparisonsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "comparisons", title: "The target when one thing is done differently",
                fields: [
                    ResultFields.window, ResultFields.reading,
                    .init(
                        "kind", .string,
                        "indicators, method, or undetermined (rows that may lie outside the window)."),
                    .init("id", .string, "What is done differently."),
                    .init("title", .string, "The same in words."),
                    .init("rank_default", .integer, "Rank of the target in the default.", isRequired: false),
                    .init(
                        "rank", .integer, "Rank of the target when it is done differently.", isRequired: false
                    ),
                    .init("ties", .integer, "Dyads that share that rank.", isRequired: false),
                    .init("score", .number, "Score of the target.", isRequired: false),
                    .init(
                        "margin", .number, "Score of the target minus the best rival's.", isRequired: false),
                    .init("leaders", .string, "Dyads of rank 1, separated by spaces.", isRequired: false),
                    .init("reason", .string, "Why there is no rank.", isRequired: false),
                ], primaryKey: ["window", "reading", "id"]))
        for item in comparisons {
            let usual = result(item.reading, in: item.window.id)?.standing?.rank
            table.append([
                .text(item.window.id), .text(item.reading), .text(item.kind.rawValue), .text(item.id),
                .text(item.title), .optional(usual), .optional(item.standing?.rank),
                .optional(item.standing?.tieSize),
                .optional(item.standing?.score), .optional(item.standing?.margin),
                .optional(item.standing.map { names($0.leaders) }), .optional(item.reason),
            ])
        }
        return table
    }

    /// `years.csv`: scores and ranks of every dyad by year.
    func yearsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "years", title: "Scores and ranks by year",
                fields: [
                    ResultFields.subject,
                    DyadColumns.year,
                ] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init(
                        "score", .number, "Score in the year; empty if nothing was observed.",
                        isRequired: false),
                    .init("rank_in_class", .integer, "Rank in the reference class.", isRequired: false),
                    .init("ties_in_class", .integer, "Dyads that share the rank.", isRequired: false),
                ], primaryKey: ["subject", "year", "dyad"]))
        let followed = followedDyads
        for item in years {
            for unit in followed ?? Array(item.ranking.dyads.indices) {
                let dyad = item.ranking.dyads[unit]
                table.append(
                    [.text(item.subject), .integer(item.year)] + DyadColumns.cells(dyad, in: panel.states)
                        + [
                            item.ranking.isInClass[unit].cell, .optional(item.ranking.scores[unit]),
                            .optional(item.ranking.classRanking.ranks[unit]),
                            .optional(item.ranking.classRanking.tieSizes[unit]),
                        ])
            }
        }
        return table
    }

    /// `year-sources.csv`: what the standings of each year rest on, and the years that cannot be assessed.
    func yearSourcesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "year-sources", title: "What the standings by year rest on",
                fields: [
                    ResultFields.subject,
                    DyadColumns.year,
                    .init(
                        "rank", .integer, "Rank of the target; empty if not assessable.", isRequired: false),
                    .init("class_size", .integer, "Dyads of the class.", isRequired: false),
                    .init(
                        "margin", .number, "Score of the target minus the best rival's.", isRequired: false),
                    .init("leaders", .string, "Dyads of rank 1, separated by spaces.", isRequired: false),
                    .init(
                        "sources", .string, "Indicators and their sources; a change breaks the series.",
                        isRequired: false),
                    .init("reason", .string, "Why the year is not assessable.", isRequired: false),
                ], primaryKey: ["subject", "year"]))
        for item in years {
            table.append([
                .text(item.subject), .integer(item.year), .integer(item.standing.rank),
                .integer(item.standing.classSize), .number(item.standing.margin),
                .text(names(item.standing.leaders)),
                .text(item.basis.joined(separator: "; ")), .missing,
            ])
        }
        for (subject, year, reason) in missingYears {
            table.append([
                .text(subject), .integer(year), .missing, .missing, .missing, .missing, .missing,
                .text(reason),
            ])
        }
        table.sortByPrimaryKey()
        return table
    }

    /// Dyads separated by spaces.
    func names(_ dyads: [Dyad]) -> String { dyads.map(\.description).joined(separator: " ") }

    private func role(of indicator: String) -> String {
        if plan.dimensions.contains(where: { $0.indicators.contains(indicator) }) { return "default" }
        return plan.shownBeside.contains(indicator) ? "shown beside" : "variant"
    }
}
