import ClaimTesting
import Tabular
import Uncertainty

extension Assessment {
    /// Every reading over all distinct admissible specifications: how often the target is first, where its rank lies, and
    /// which choices move it.
    ///
    /// Nil where no space of specifications was explored.
    func paperMultiverse(_ style: PaperStyle) -> PaperTable? {
        guard !tests.explored.isEmpty, let space = plan.tests?.space else { return nil }
        let rows = tests.explored.map { multiverse in
            let ranks = multiverse.rows.map(\.rank)
            let primary = plan.readings.first { $0.id == multiverse.reading }?.isPrimary ?? false
            return PaperTable.Row(
                [
                    .text(capitalised(multiverse.reading)), .integer(multiverse.rows.count),
                    .optional(multiverse.shareFirst), .optional(multiverse.shareFirstUntied),
                    .optional(ranks.min()), .optional(multiverse.rankQuantile(0.25)),
                    .optional(multiverse.medianRank), .optional(multiverse.rankQuantile(0.75)),
                    .optional(ranks.max()),
                    .optional(multiverse.jointTests.first?.test.pValue), .text(drivers(of: multiverse)),
                ], isEmphasised: primary)
        }
        let readings = plan.readings.filter { reading in
            tests.explored.contains { $0.reading == reading.id }
        }
        let used = space.specifications(of: plan)
        return PaperTable(
            name: "multiverse", caption: "\(style.report.studyTitle): all admissible specifications",
            label: style.label(.multiverse), columns: multiverseColumns(decimals: style.decimals ?? 3),
            sections: [.init(rows: rows)],
            notes: [
                "Rank of \(label(of: claim.target)) over N distinct admissible specifications of each reading. First: share in which it has rank 1. p: share of the claim's own class whose median rank is at least as good.",
                "Driven by: the choices that account for most of the variance of the rank, with their Shapley effects in percent (all of them sum to 100). Choices that vary: \(varyingChoices). Primary readings are in bold type.",
            ],
            sources: dataSources(of: readings.flatMap { plan.indicators(of: $0) })
                + plan.sources(of: used) + covariateSources(used.map(\.exposure), style)
                + (plan.tests?.specificationSources ?? []), key: ["reading"])
    }

    private func drivers(of multiverse: Multiverse) -> String {
        guard let effects = multiverse.effects, effects.variance > 0 else { return "the rank does not vary" }
        let ordered = zip(multiverse.choices, effects.effects).enumerated()
            .filter { $1.0.options.count > 1 }
            .sorted { ($1.element.1.shapley, $0.offset) < ($0.element.1.shapley, $1.offset) }
        return ordered.prefix(3).map {
            "\($0.element.0.id.inWords) \(formatted(100 * $0.element.1.shapley, decimals: 0))"
        }.joined(separator: ", ")
    }

    private var varyingChoices: String {
        let varying = MultiverseChoice.allCases.filter { choice in
            tests.explored.contains { $0.choices.contains { $0.id == choice && $0.options.count > 1 } }
        }
        return varying.map(\.inWords).joined(separator: ", ")
    }

    private func multiverseColumns(decimals: Int) -> [PaperTable.Column] {
        func share(_ id: String, _ heading: String, _ description: String) -> PaperTable.Column {
            .init(id, heading, .number(decimals: decimals), description)
        }
        func rank(_ id: String, _ heading: String, _ description: String) -> PaperTable.Column {
            .init(id, heading, .number(decimals: 1), description)
        }
        return [
            .init(
                "reading", "Reading", .text, "Reading: one formal meaning of the claim's word.", isName: true),
            .init("specifications", "N", .integer, "Distinct admissible specifications."),
            share("first", "First", "Share of them in which the target is first: M."),
            .init(
                "first_alone", "Alone", .number(decimals: decimals), "Share in which it is first alone.",
                place: .data),
            .init("rank_best", "Best", .integer, "Best rank of the target."),
            rank("rank_quartile_1", "Q1", "First quartile of its rank."),
            rank("rank_median", "Median", "Median of its rank."),
            rank("rank_quartile_3", "Q3", "Third quartile of its rank."),
            .init("rank_worst", "Worst", .integer, "Worst rank of the target."),
            share("p_value", "p", "Share of the claim's own class whose median rank is at least as good."),
            .init(
                "driven_by", "Driven by", .text,
                "The three choices with the largest Shapley effects, in percent of the variance of the rank."),
        ]
    }
}

extension MultiverseChoice {
    /// As readers know it.
    var inWords: String {
        switch self {
        case .referenceClass: "class"
        case .normalisation: "normalisation"
        case .missingData: "missing values"
        case .aggregation: "aggregation"
        default: rawValue
        }
    }
}
