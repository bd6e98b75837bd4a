import ClaimTesting
import Dyads
import DyadicModels
import LinearAlgebra
import Scoring
import Tabular

extension PairPage {
    /// What every indicator adds to the score on each primary composite, beside the leader's.
    var contributions: [Node] {
        assessment.plan.readings.filter(\.isPrimary).flatMap { reading -> [Node] in
            guard let scores = assessment.result(reading.id, in: assessment.mainWindow)?.scores,
                scores.index.scores[unit] != nil,
                let leader = ranking.leader(besides: unit, in: scores.ranking)
            else { return [] }
            let comparison = ScoreComparison(scores, unit: unit, leader: leader)
            let place = scores.classRanking.ranks[leader] == 1 ? "first" : "next best"
            return [
                .tag(
                    "h4", [],
                    [
                        "\(capitalised(reading.id)), beside \(assessment.label(of: scores.dyads[leader])) (\(place))"
                    ]),
                .tag("p", [], [.text(summary(of: comparison))]),
                table(of: comparison, reading: reading.id).node,
            ]
        }
    }

    /// What it wins and loses most on.
    private func summary(of comparison: ScoreComparison) -> String {
        guard comparison.areSums else {
            return
                "Scores on this reading are no sums of what indicators add; only the values can be compared."
        }
        let gains = comparison.lines.filter { $0.difference > 0 }.max { $0.difference < $1.difference }
        let losses = comparison.lines.filter { $0.difference < 0 }.min { $0.difference < $1.difference }
        func words(_ line: ScoreComparison.Line?, _ verb: String) -> String {
            line.map { "It \(verb) most on \(lowercased($0.indicator.title)) (\(signed($0.difference)))" }
                ?? "It \(verb) on nothing"
        }
        return "\(words(gains, "gains")). \(words(losses, "loses")). In all: \(signed(comparison.total))."
    }

    private func table(of comparison: ScoreComparison, reading: String) -> ReportTable {
        let leader = assessment.label(of: comparison.leaderDyad)
        var columns: [ReportTable.Column] = [
            .init(heading: "Indicator"), .init(heading: "Its value", isNumber: true),
            .init(heading: "The other's", isNumber: true),
        ]
        if comparison.areSums {
            columns += ["It adds", "The other's", "Difference"].map { .init(heading: $0, isNumber: true) }
        }
        func cells(_ title: String, _ values: [String], _ sums: [String]) -> [ReportTable.Cell] {
            [.init(title)] + values.map { .init($0) } + (comparison.areSums ? sums.map { .init($0) } : [])
        }
        return ReportTable(
            label: "What adds up to the score on \(reading), beside \(leader)", columns: columns,
            groups: comparison.dimensions.map { dimension in
                .init(
                    title: capitalised(dimension),
                    rows: comparison.lines.filter { $0.dimension == dimension }.map { line in
                        .init(
                            cells(
                                line.indicator.title,
                                [line.value, line.leaderValue].map { $0.map(valueText) ?? "missing" },
                                [number(line.adds), number(line.leaderAdds), signed(line.difference)]))
                    })
            },
            foot: [
                .init(
                    cells(
                        "Score", ["", ""],
                        [number(comparison.score), number(comparison.leaderScore), signed(comparison.total)]))
            ])
    }

    private func number(_ value: Double) -> String { withMinusSign(formatted(value, decimals: 3)) }

    private func signed(_ value: Double) -> String {
        let text = number(value)
        return value > 0 && text != "0.000" ? "+\(text)" : text
    }

    /// A title inside a sentence: acronyms keep their capitals.
    private func lowercased(_ title: String) -> String {
        let start = title.prefix(2)
        return start.count == 2 && start.allSatisfy(\.isUppercase)
            ? title : title.prefix(1).lowercased() + title.dropFirst()
    }
}

/// Two pairs of one composite side by side.
private struct ScoreComparison {
    struct Line {
        let indicator: Indicator
        let dimension: String
        let value: Double?
        let leaderValue: Double?
        let adds: Double
        let leaderAdds: Double
        var difference: Double { adds - leaderAdds }
    }

    let lines: [Line]
    let dimensions: [String]
    /// Whether scores are sums of what indicators add.
    let areSums: Bool
    let score: Double
    let leaderScore: Double
    let leaderDyad: Dyad
    var total: Double { score - leaderScore }

    init(_ scores: DyadScores, unit: Int, leader: Int) {
        let summands = scores.summands
        areSums = summands != nil
        dimensions = scores.dimensions
        score = scores.index.scores[unit] ?? 0
        leaderScore = scores.index.scores[leader] ?? 0
        leaderDyad = scores.dyads[leader]
        lines = scores.indicators.enumerated().map { place, indicator in
            Line(
                indicator: indicator, dimension: scores.dimensions[scores.dimensionOf[place]],
                value: scores.raw.columns[place][unit], leaderValue: scores.raw.columns[place][leader],
                adds: summands?[unit, place] ?? 0, leaderAdds: summands?[leader, place] ?? 0)
        }
    }
}
