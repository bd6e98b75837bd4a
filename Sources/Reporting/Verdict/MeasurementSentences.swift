import ClaimTesting
import Tabular
import Uncertainty

extension FindingSentences {
    /// By what factor the target's records would have to be multiplied to be first, or no longer, on each primary reading.
    public var underReporting: String? {
        var (parts, never): ([String], [String]) = ([], [])
        for item in assessment.primaryFindings {
            let reading = item.subject.id
            guard
                let found = assessment.tests.records.first(where: { $0.reading == reading })?.tippingPoint
            else { continue }
            switch found.outcome {
            case .first(let factor):
                parts.append(
                    "about \(formatted(factor, significantDigits: 3)) times as large to be first on \(reading)"
                )
            case .isFirst(let factor?):
                parts.append(
                    "about \(formatted(factor, significantDigits: 3)) times as large to lose its lead on \(reading)"
                )
            case .isFirst(nil):
                parts.append("below a thousandth of what they are to lose its lead on \(reading)")
            case .never: never.append(reading)
            }
        }
        var sentences: [String] = []
        let target = assessment.panel.states.name(of: assessment.claim.target)
        if !parts.isEmpty {
            sentences.append(
                "All else as recorded, the counts of \(target) would have to be \(parts.joined(separator: ", and "))."
            )
        }
        if !never.isEmpty {
            sentences.append(
                "No under-recording of it up to a factor of 1,000 makes it first on "
                    + "\(never.joined(separator: " or ")).")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// How often the target is first when records err as much as their sources disagree, and the middle of its ranks.
    public var reportingErrors: String? {
        guard let measurement = assessment.tests.measurement else { return nil }
        let parts = assessment.primaryFindings.compactMap { item -> String? in
            guard let ranks = measurement.ranks(on: item.subject.id), ranks.draws > 0,
                let unit = ranks.dyads.firstIndex(of: assessment.claim.target),
                let lowest = ranks.quantile(of: unit, 0.025), let highest = ranks.quantile(of: unit, 0.975)
            else { return nil }
            let first = MonteCarloShare(count: ranks.count(of: unit, rank: 1), draws: ranks.draws)
            return "first on \(item.subject.id) in \(percent(first.value)) of \(ranks.draws) draws "
                + "(95 % of its ranks lie from \(lowest) to \(highest))"
        }
        guard !parts.isEmpty else { return nil }
        let exempt = assessment.plan.dimensions.map(\.id).filter { dimension in
            measurement.errors.allSatisfy { $0.dimension != dimension || $0.error == nil }
        }
        let exemption =
            exempt.isEmpty ? "" : "; \(exempt.joined(separator: " and ")) are taken as recorded"
        return "If records err as much as their sources disagree, it is \(parts.joined(separator: ", and "))"
            + "\(exemption)."
    }
}
