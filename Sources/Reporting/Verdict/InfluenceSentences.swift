import ClaimTesting
import DyadicModels

extension FindingSentences {
    /// How many single omissions put the target first, or leave it there, and the best rank after one if none does.
    var influence: VerdictSentence? {
        var kinds: [String] = []
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            let reading = item.subject.id
            let found = assessment.tests.records.first { $0.reading == reading }?.influences ?? []
            guard let usual = item.standing?.rank, !found.isEmpty else { return nil }
            for kind in found.map(\.omission.kindInWords) where !kinds.contains(kind) { kinds.append(kind) }
            let ranks = found.compactMap { try? $0.standing.get().rank }
            let firsts = ranks.count { $0 == 1 }
            var rows = [
                RowReference("influence", ["reading": reading], count: found.count),
                RowReference("influence", ["reading": reading, "rank": "1"], count: firsts),
            ]
            let verb = usual == 1 ? (firsts > 1 ? "leave" : "leaves") : (firsts > 1 ? "put" : "puts")
            var text =
                "\(firsts == 0 ? "none" : "\(firsts)") of \(found.count) \(verb) it first on \(reading)"
            if firsts == 0, let best = ranks.min() {
                let times = ranks.count { $0 == best }
                rows.append(RowReference("influence", ["reading": reading, "rank": "\(best)"], count: times))
                text += " (\(ordinal(best)) at best, in \(times) \(times == 1 ? "case" : "cases"))"
            }
            return VerdictSentence(text, rows: rows)
        }
        return VerdictSentence(parts, separator: ", and ") {
            "Of omissions of \(listed(kinds)), one at a time, \($0)."
        }
    }

    /// How many records would have to go for the default to answer otherwise whether it is first and alone.
    var smallestRemoval: VerdictSentence? {
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            let reading = item.subject.id
            let test = assessment.tests.records.first { $0.reading == reading }
            guard let standing = item.standing, let removal = test?.removal, let found = try? removal.get()
            else { return nil }
            let isAlone = standing.rank == 1 && !standing.isTied
            let goal =
                "for it to be \(isAlone ? "no longer first and alone" : "first and alone") on \(reading)"
            let size = found.records.map { records in
                let (number, noun) = (records.count, records.count == 1 ? "record" : "records")
                return found.isExact
                    ? "\(number) \(noun)" : "at least \(found.lowerBound) and at most \(number) \(noun)"
            }
            return VerdictSentence(
                size.map { "\($0) would have to be taken away \(goal)" }
                    ?? "no set of records that was tried is enough \(goal)",
                rows: [RowReference("smallest-removal", ["reading": reading])])
        }
        return VerdictSentence(parts, separator: "; ") { capitalised($0) + "." }
    }
}

extension Omission {
    /// What is left out, in the plural.
    fileprivate var kindInWords: String {
        switch self {
        case .year: "years"
        case .indicator: "indicators"
        case .source: "sources"
        case .rival: "rivals"
        case .states(let codes): codes.count == 1 ? "states" : "pairs of states"
        }
    }
}
