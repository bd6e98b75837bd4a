import ClaimTesting
import Dyads
import DyadicModels
import Tabular

/// The result that the main figures show: the first primary reading in the main window.
struct MainRanking {
    let item: Assessment.Scored
    let scores: DyadScores
    let standing: Standing
    /// Units of the class by rank, then by dyad.
    let ranked: [Int]
    /// Units outside the class that have a score, by score.
    let outside: [Int]

    init?(_ assessment: Assessment) {
        guard let main = assessment.primaryFindings.first(where: { $0.scores != nil }),
            let scores = main.scores,
            let standing = main.standing
        else { return nil }
        item = main
        self.scores = scores
        self.standing = standing
        ranked = Self.ranked(in: scores)
        outside = scores.dyads.indices.filter { !scores.isInClass[$0] && scores.index.scores[$0] != nil }
            .sorted { a, b in
                let (left, right) = (scores.index.scores[a] ?? 0, scores.index.scores[b] ?? 0)
                return left != right ? left > right : scores.dyads[a] < scores.dyads[b]
            }
    }

    static func ranked(in scores: DyadScores) -> [Int] {
        let ranks = scores.classRanking.ranks
        return scores.dyads.indices.filter { ranks[$0] != nil }.sorted {
            (ranks[$0] ?? .max, scores.dyads[$0]) < (ranks[$1] ?? .max, scores.dyads[$1])
        }
    }

    func rankLabel(of unit: Int) -> String {
        scores.classRanking.ranks[unit].map { rank in
            Reporting.rankLabel(rank, ties: scores.classRanking.tieSizes[unit])
        } ?? ""
    }
}

extension Assessment {
    /// `Azerbaijan–Kazakhstan`, with room around the dash where a name holds a space.
    func label(of dyad: Dyad) -> String {
        let names = [dyad.first, dyad.second].map { panel.states[$0]?.name ?? $0.text }
        return names.joined(separator: names.contains { $0.contains(" ") } ? " – " : "–")
    }

    /// The label of a dyad in lines; where it does not fit, both names are cut and followed by their codes, so
    /// that pairs with long names stay apart.
    func lines(
        of dyad: Dyad, _ style: TextStyle, width: Double, maximumLines: Int, prefix: String = ""
    ) -> [String] {
        let whole = style.lines(of: prefix + label(of: dyad), width: width)
        guard whole.count > maximumLines else { return whole }
        func cut(_ code: StateCode, prefix: String, end: String) -> String {
            let tail = " (\(code))\(end)"
            let name = prefix + (panel.states[code]?.name ?? code.text)
            return style.lines(of: name, width: width - style.width(of: tail), maximumLines: 1).joined()
                + tail
        }
        return [cut(dyad.first, prefix: prefix, end: " –"), cut(dyad.second, prefix: "", end: "")]
    }

    /// The names of the states whose pairs are outside the class: `Belarus, Russia or Ukraine`.
    var excludedNames: String {
        let names = claim.referenceClass.excludedStates.sorted().map { panel.states[$0]?.name ?? $0.text }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return "\(names.dropLast().joined(separator: ", ")) or \(last)"
    }

    /// Class size, window and tie rule, as they stand under every figure of the main ranking.
    func notes(of main: MainRanking) -> [String] {
        [
            "N = \(main.standing.classSize) \(claim.className); window \(label(of: main.item.window)).",
            "Scores: \(plan.method.words).", plan.method.tieWords,
        ]
    }

    /// `1992–2022`.
    func label(of window: Window) -> String { "\(window.years.lowerBound)–\(window.years.upperBound)" }

    /// Where the target stands, in a sentence.
    func finding(of main: MainRanking) -> String {
        let standing = main.standing
        let target = label(of: claim.target)
        let rank = "\(standing.isTied ? "shares rank" : "has rank") \(standing.rank) of \(standing.classSize)"
        let leaders = standing.leaders.filter { $0 != claim.target }.map(label(of:))
        let first =
            leaders.isEmpty
            ? "" : "; \(leaders.joined(separator: ", ")) \(leaders.count == 1 ? "has" : "have") rank 1"
        return "\(target) \(rank) \(claim.className) on \(main.item.subject.id)\(first)."
    }
}

/// A rank as it is printed: `8`, or `8=` when it is shared.
func rankLabel(_ rank: Int, ties: Int?) -> String { (ties ?? 1) > 1 ? "\(rank)=" : "\(rank)" }

/// Text with a capital first letter.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
