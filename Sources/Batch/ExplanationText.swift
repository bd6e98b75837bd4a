import Foundation
import Tabular

extension Explanation {
    /// The explanation as tables of text, at most 100 columns wide for usual names.
    public var text: String {
        var place = rankInClass.map { "rank \($0) in the class" } ?? "outside the class"
        if let placeInClass { place += ", where it would be number \(placeInClass)" }
        let title = "\(dyad) on \(reading), window \(window): \(place)"
        return ([title, ""] + contributionLines + [""] + needLines + [""] + moveLines)
            .map(\.trimmingTrailingSpaces).joined(separator: "\n") + "\n"
    }

    private var width: Int { max(9, lines.map(\.indicator.count).max() ?? 0) + 2 }

    private func row(_ name: String, _ cells: [String]) -> String {
        name + String(repeating: " ", count: max(1, width - name.count))
            + cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
    }

    private func text(_ value: Double?) -> String {
        value.map { formatted($0, significantDigits: 4) } ?? "missing"
    }

    /// A value to four digits, rounded away from another, so that what is printed is enough; whole numbers whole.
    private func beyond(_ value: Double, from other: Double) -> String {
        guard value != 0, value != value.rounded() else { return formatted(value, significantDigits: 15) }
        let unit = pow(10, floor(log10(abs(value))) - 3)
        let rounded = (value / unit).rounded(value > other ? .up : .down) * unit
        return formatted(rounded, significantDigits: 4)
    }

    private var contributionLines: [String] {
        let areSums = lines.contains { $0.contribution != nil }
        var result = [row("", [dyad, leader] + (areSums ? ["adds", "adds", "difference"] : []))]
        for line in lines {
            var cells = [text(line.value), text(line.leaderValue)]
            if let mine = line.contribution, let theirs = line.leaderContribution {
                cells += [mine, theirs, mine - theirs].map { formatted($0, decimals: 3) }
            }
            result.append(row(line.indicator, cells))
        }
        let scores = [score, leaderScore, score - leaderScore].map { formatted($0, decimals: 3) }
        result.append(row("score", areSums ? ["", ""] + scores : Array(scores.prefix(2))))
        return result
    }

    private var needLines: [String] {
        let heading =
            isLeader
            ? "It would no longer be first if one indicator alone were:"
            : "It would be first, and alone, if one indicator alone were:"
        guard !needs.isEmpty else { return [] }
        return [heading, row("", ["now", "class highest", "needed"])]
            + needs.map { need in
                let none = isLeader ? "stays first" : "never enough"
                let needed = need.needed.map { beyond($0, from: need.value ?? 0) } ?? none
                return row(need.indicator, [text(need.value), text(need.classHighest), needed])
                    + (need.beyondAnyPair ? " (beyond any pair)" : "")
            }
    }

    private var moveLines: [String] {
        guard !moves.isEmpty else { return [] }
        return ["Its rank when one thing is done differently, the largest moves first:"]
            + moves.prefix(12).map { move in
                let rank = move.rank.map(String.init) ?? "none"
                let gain = move.gain.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? ""
                func right(_ text: String, _ width: Int) -> String {
                    String(repeating: " ", count: max(1, width - text.count)) + text
                }
                return right(rank, 6) + right(gain, 6) + "  " + move.title
            }
    }
}
