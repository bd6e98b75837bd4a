import ClaimTesting
import Tabular

extension Assessment {
    /// The verdict on each operationalisation with the figures that it rests on: rank, M, W, J, rank set.
    func paperVerdict(_ style: PaperStyle, rule: DecisionRule) -> PaperTable {
        let judged = judged(by: rule)
        let rows = judged.map { item in
            let (evidence, standing) = (item.evidence, item.item.standing)
            return PaperTable.Row(
                [
                    .text(capitalised(item.reading)), .rank(standing?.rank, ties: standing?.tieSize),
                    .optional(standing?.tieSize), .optional(standing?.classSize),
                    .optional(evidence.specifications), .optional(evidence.weights),
                    .optional(evidence.joint), .optional(evidence.rankSet),
                    .optional(evidence.rankSet?.lowerBound), .optional(evidence.rankSet?.upperBound),
                    .text(item.verdict.verdict.rawValue), .integer(item.isPrimary ? 1 : 0),
                ], isEmphasised: item.isPrimary)
        }
        let tests = plan.tests
        let methods =
            (tests?.weightSources ?? []) + (tests?.specificationSources ?? [])
            + (tests?.samplingSources ?? []) + (tests?.jointSources ?? [])
        return PaperTable(
            name: "verdict", caption: "\(style.report.studyTitle): verdict by operationalisation",
            label: style.label(.verdict), columns: verdictColumns(decimals: style.decimals ?? 3),
            sections: [.init(rows: rows)], notes: verdictNotes(rule),
            sources: [claim.citation] + readingSources + methods
                + covariateSources(plan.readings.map { plan.specification(of: $0).exposure }, style),
            key: ["reading"])
    }

    /// Keys of the data and methods behind all readings.
    var readingSources: [String] {
        dataSources(of: plan.readings.flatMap { plan.indicators(of: $0) })
            + plan.sources(of: plan.readings.map { plan.specification(of: $0) })
            + plan.readings.flatMap(\.kind.sources)
    }

    private func verdictColumns(decimals: Int) -> [PaperTable.Column] {
        [
            .init(
                "reading", "Reading", .text, "Reading: one formal meaning of the claim's word.", isName: true),
            .init("rank", "Rank", .rank, "Rank of the target under the default specification."),
            .init("ties", "Ties", .integer, "Dyads that share the rank.", place: .data),
            .init("class_size", "N", .integer, "Dyads of the class.", place: .data),
            .init("m", "M", .number(decimals: decimals), "Share of specifications in which it is first."),
            .init("w", "W", .number(decimals: decimals), "Share of random weights under which it is first."),
            .init("j", "J", .number(decimals: decimals), "Share of joint draws in which it is first."),
            .init("rank_set", "Rank set", .range, "Marginal confidence set of its rank.", place: .paper),
            .init("rank_low", "Best rank", .integer, "Best rank of the confidence set.", place: .data),
            .init("rank_high", "Worst rank", .integer, "Worst rank of the confidence set.", place: .data),
            .init("verdict", "Verdict", .text, "What the decision rule makes of them."),
            .init("is_primary", "Primary", .integer, "1 if the overall verdict rests on it.", place: .data),
        ]
    }

    private func verdictNotes(_ rule: DecisionRule) -> [String] {
        let size = primaryFindings.compactMap { $0.standing?.classSize }.first
        func short(_ value: Double) -> String { formatted(value, significantDigits: 3) }
        return [
            "\(label(of: claim.target)) among \(size.map { "\($0) " } ?? "")\(claim.className), \(label(of: plan.windows[0])).",
            "Rank: default specification, = if shared. M: share of distinct admissible specifications in which the pair is first. W: share of random weights under which it is first. J: share of joint draws over all doubts in which it is first. Rank set: marginal \(short(100 * rule.confidence)) % confidence set.",
            "Supported: first and alone by default, M and W at least \(short(rule.supportedShare)), J at least \(short(rule.supportedJointShare)). Contradicted: M, W and J at most \(short(rule.contradictedShare)), rank 1 outside the set. A dash: not defined for this reading, or not computed.",
            "Primary readings, on which the overall verdict rests, are in bold type.",
        ]
    }
}
