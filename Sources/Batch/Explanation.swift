import ClaimTesting
public import Diagnostics
public import Dyads
import DyadicModels
import Tabular

/// Why a dyad has its rank: what each indicator adds to its score, beside the leader's.
public struct Explanation: Sendable, Encodable {
    public struct Line: Sendable, Encodable {
        public let dimension: String
        public let indicator: String
        public let value: Double?
        public let leaderValue: Double?
        public let contribution: Double
        public let leaderContribution: Double
    }

    public let dyad: String
    public let leader: String
    public let window: String
    public let reading: String
    /// Nil for a dyad outside the reference class.
    public let rankInClass: Int?
    /// The place that a dyad outside the class would have in it.
    public let placeInClass: Int?
    public let rankAmongAll: Int?
    public let score: Double
    public let leaderScore: Double
    public let lines: [Line]

    /// Explains a dyad's score on a reading in a window.
    ///
    /// The leader is the first dyad of rank 1 in the class; for that dyad itself the comparison is with the
    /// second.
    ///
    /// - Throws: `Diagnostic` when the dyad, the reading or the window is not part of the study, or has no score.
    public init(of dyad: Dyad, reading: String, window: String, in run: StudyRun) throws(Diagnostic) {
        let assessment = run.assessment
        let readings = assessment.plan.readings.map(\.id) + assessment.plan.dimensions.map(\.id)
        let windows = assessment.plan.windows.map(\.id)
        try Self.require(reading, among: readings, what: "the reading or dimension")
        try Self.require(window, among: windows, what: "the window")
        guard let result = assessment.result(reading, in: window), let scores = result.scores else {
            throw Diagnostic(rule: "\(reading) is not assessable in the window \(window)")
        }
        guard let unit = scores.dyads.firstIndex(of: dyad), let score = scores.index.scores[unit] else {
            throw Diagnostic(
                .wrongArgument, rule: "the dyad must be one of the study's and have a score",
                found: "\(dyad)".quotedForMessage)
        }
        let rivals = scores.dyads.indices.filter { $0 != unit && scores.classRanking.ranks[$0] != nil }
        guard
            let leader = rivals.min(by: {
                (scores.classRanking.ranks[$0] ?? .max, $0) < (scores.classRanking.ranks[$1] ?? .max, $1)
            })
        else { throw Diagnostic(rule: "the class needs at least two dyads with scores") }
        self.dyad = "\(dyad)"
        self.leader = "\(scores.dyads[leader])"
        self.window = window
        self.reading = reading
        rankInClass = scores.classRanking.ranks[unit]
        placeInClass = scores.isInClass[unit] ? nil : scores.placeInClass(of: unit)
        rankAmongAll = scores.overallRanking.ranks[unit]
        self.score = score
        leaderScore = scores.index.scores[leader] ?? 0
        lines = scores.indicators.enumerated().map { k, indicator in
            Line(
                dimension: scores.dimensions[scores.dimensionOf[k]], indicator: indicator.id,
                value: scores.raw[unit, k], leaderValue: scores.raw[leader, k],
                contribution: scores.index.contributions?[unit, k] ?? 0,
                leaderContribution: scores.index.contributions?[leader, k] ?? 0)
        }
    }

    /// The explanation as a table of text, at most 100 columns wide for usual names.
    public var text: String {
        var place = rankInClass.map { "rank \($0) in the class" } ?? "outside the class"
        if let placeInClass { place += ", where it would be number \(placeInClass)" }
        var lines = ["\(dyad) on \(reading), window \(window): \(place)", ""]
        let width = max(9, self.lines.map(\.indicator.count).max() ?? 0) + 2
        func row(_ name: String, _ cells: [String]) -> String {
            name + String(repeating: " ", count: max(1, width - name.count))
                + cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
        }
        lines.append(row("", [dyad, leader, "adds", "adds", "difference"]))
        for line in self.lines {
            lines.append(
                row(
                    line.indicator,
                    [
                        line.value.map { formatted($0, significantDigits: 4) } ?? "missing",
                        line.leaderValue.map { formatted($0, significantDigits: 4) } ?? "missing",
                        formatted(line.contribution, decimals: 3),
                        formatted(line.leaderContribution, decimals: 3),
                        formatted(line.contribution - line.leaderContribution, decimals: 3),
                    ]))
        }
        lines.append(
            row(
                "score",
                [
                    "", "", formatted(score, decimals: 3), formatted(leaderScore, decimals: 3),
                    formatted(score - leaderScore, decimals: 3),
                ]))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func require(_ word: String, among known: [String], what: String) throws(Diagnostic) {
        guard !known.contains(word) else { return }
        throw Diagnostic(
            .wrongArgument, rule: "\(what) must be one of \(known.joined(separator: ", "))",
            found: word.quotedForMessage,
            remedy: nearestWord(to: word, among: known).map { "did you mean \($0.quotedForMessage)?" })
    }
}
