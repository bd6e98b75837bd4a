import Reporting
import Tabular

extension RankChanges {
    /// For people: verdicts, how many pairs moved on each reading and dimension of each window, and the farthest.
    public func text(movesShown: Int = 5) -> String {
        var lines: [String] = []
        for verdict in verdicts {
            let name = verdict.reading == "overall" ? "Verdict" : "Verdict on \(verdict.reading)"
            let (first, second) = (verdict.first ?? "none", verdict.second ?? "none")
            lines.append(verdict.isChange ? "\(name): \(first) -> \(second)" : "\(name): \(first) in both")
        }
        for (pairs, fate) in [(lostPairs, "lost"), (newPairs, "new")] where !pairs.isEmpty {
            let shown = pairs.prefix(8).joined(separator: ", ")
            let more = pairs.count > 8 ? " and \(pairs.count - 8) more" : ""
            lines.append("Pairs \(fate): \(shown)\(more)")
        }
        for subject in subjects { lines += moves(on: subject, shown: movesShown) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func moves(on subject: Subject, shown movesShown: Int) -> [String] {
        let name = "\(subject.subject), \(subject.window)"
        guard subject.isInFirst, subject.isInSecond else {
            return ["\(name): ranked in \(subject.isInFirst ? "the first" : "the second") folder only"]
        }
        guard !subject.moves.isEmpty else { return ["\(name): no rank moved (\(subject.shared) pairs)"] }
        let moved = subject.moves.count { $0.places != nil }
        let tau = subject.tau.map { ", Kendall's tau-b \(formatted($0, decimals: 3))" } ?? ""
        let target = subject.moves.filter { targets.contains($0.dyad) }
        let others = subject.moves.filter { !targets.contains($0.dyad) }
        let shown = target + others.prefix(movesShown)
        let left = subject.moves.count - shown.count
        return ["\(name): \(moved) of \(subject.shared) pairs moved\(tau)"]
            + shown.map { move in
                let mark = targets.contains(move.dyad) ? " (the claim's pair)" : ""
                return "  \(move.dyad): \(rank(move.first)) -> \(rank(move.second))\(mark)"
            } + (left > 0 ? ["  and \(left) more"] : [])
    }

    private func rank(_ rank: Int?) -> String { rank.map(String.init) ?? "none" }

    /// The ranks of the best pairs of either folder and of the claims' pairs, as a slope figure with its values.
    ///
    /// - Parameters:
    ///   - subject: a reading or dimension; nil for the first of the folder.
    ///   - window: where it was ranked; nil for the first.
    ///   - names: what the two sides are called.
    ///   - top: how many of the best pairs of either side are shown.
    /// - Returns: no files where no pair has a rank on both sides.
    public func slopeFigure(
        of subject: String? = nil, window: String? = nil, names: (first: String, second: String),
        top: Int = 20
    ) -> [ResultFile] {
        guard
            let chosen = subjects.first(where: {
                (subject ?? $0.subject) == $0.subject && (window ?? $0.window) == $0.window
            })
        else { return [] }
        func key(_ dyad: String) -> RankKey {
            .init(window: chosen.window, subject: chosen.subject, dyad: dyad)
        }
        let dyads = Set(ranks.first.keys.map(\.dyad) + ranks.second.keys.map(\.dyad)).sorted()
        return slopeFigureFiles(
            SlopePairs(
                subject: chosen.subject, window: chosen.window, names: names, top: top,
                pairs: dyads.map { dyad in
                    .init(
                        name: dyad, first: ranks.first[key(dyad)], second: ranks.second[key(dyad)],
                        isTarget: targets.contains(dyad))
                }))
    }
}
