import ClaimTesting
import DyadicModels
import Uncertainty

extension FindingSentences {
    /// Which ranks the sampling of years leaves open, and how much of the weight it does not touch.
    var sampling: VerdictSentence? {
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            let reading = item.subject.id
            guard let error = assessment.tests.samplingError(of: reading),
                let set = error.rankSet(of: assessment.claim.target)
            else { return nil }
            let indicators = assessment.tests.sampling.first { $0.reading == reading }?.indicators ?? []
            return VerdictSentence(
                "on \(reading) between \(set.lowerBound) and \(set.upperBound) "
                    + "(\(percent(error.fixedWeight)) of the weight has no yearly values and is held fixed)",
                rows: [
                    RowReference(
                        "rank-confidence", ["reading": reading, "dyad": "\(assessment.claim.target)"])
                ]
                    + indicators.prefix(1).map {
                        RowReference("sampling", ["reading": reading, "indicator": $0.id])
                    })
        }
        guard let confidence = assessment.plan.tests?.sampling?.confidence else { return nil }
        return VerdictSentence(parts, separator: ", and ") {
            "As far as the years are a sample, its rank lies with \(percent(confidence)) confidence \($0)."
        }
    }

    /// J, who else is first most often, where the rank lies, and which doubt moves it most.
    var joint: VerdictSentence? {
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            let reading = item.subject.id
            guard let found = assessment.tests.joint.first(where: { $0.reading == reading })?.finding,
                let first = found.shareFirst, let low = found.ranks.quantile(of: found.target, 0.025),
                let median = found.ranks.quantile(of: found.target, 0.5),
                let high = found.ranks.quantile(of: found.target, 0.975)
            else { return nil }
            func row(_ place: Int) -> RowReference {
                RowReference("joint", ["reading": reading, "dyad": "\(found.ranks.dyads[place])"])
            }
            let best = found.ranks.dyads.indices.filter { $0 != found.target }
                .map { (place: $0, count: found.ranks.count(of: $0, rank: 1)) }
                .max { a, b in a.count != b.count ? a.count < b.count : a.place > b.place }
            let rival = best.map {
                let share = MonteCarloShare(count: $0.count, draws: found.ranks.draws).value
                return " (\(name(of: found.ranks.dyads[$0.place])) \(percent(share)))"
            }
            let cause = greatestDoubt(of: found, on: reading)
            return VerdictSentence(
                "on \(reading) in \(percent(first.value)) of \(found.ranks.draws) draws\(rival ?? ""), its "
                    + "median rank being \(median) and 95 % of its ranks from \(low) to \(high)"
                    + (cause.map { ", \($0.text)" } ?? ""),
                rows: [row(found.target)] + (best.map { [row($0.place)] } ?? []) + (cause?.rows ?? []))
        }
        return VerdictSentence(parts, separator: "; ") { "With all doubts drawn at once it is first \($0)." }
    }

    /// The doubt with the greatest total index; nil where the indices have no answer.
    private func greatestDoubt(of found: JointTest.Finding, on reading: String) -> VerdictSentence? {
        guard let indices = try? found.effects.get(),
            let greatest = zip(found.doubts, indices.total).max(by: { $0.1.value < $1.1.value })
        else { return nil }
        return VerdictSentence(
            "moved most by \(greatest.0.words) (total index \(short(greatest.1.value)))",
            rows: [RowReference("joint-effects", ["reading": reading, "doubt": greatest.0.rawValue])])
    }
}

extension JointDoubt {
    /// The doubt as it stands in a sentence.
    fileprivate var words: String {
        switch self {
        case .specification: "the specification"
        case .weights: "the weights"
        case .years: "the years"
        case .reporting: "errors of reporting"
        case .undated: "rows without a date"
        }
    }
}
