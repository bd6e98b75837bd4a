import ClaimTesting
import Tabular
import Uncertainty

extension FindingSentences {
    /// By what factor the target's records would have to be multiplied to be first, or no longer, on each primary reading.
    var underReporting: VerdictSentence? {
        var (parts, never): ([String], [String]) = ([], [])
        var rows: [RowReference] = []
        for item in assessment.primaryFindings {
            let reading = item.subject.id
            guard
                let found = assessment.tests.records.first(where: { $0.reading == reading })?.tippingPoint
            else { continue }
            rows.append(RowReference("tipping-points", ["reading": reading, "dimension": "all"]))
            switch found.outcome {
            case .first(let factor):
                parts.append("about \(short(factor)) times as large to be first on \(reading)")
            case .isFirst(let factor?):
                parts.append("about \(short(factor)) times as large to lose its lead on \(reading)")
            case .isFirst(nil):
                parts.append("below a thousandth of what they are to lose its lead on \(reading)")
            case .never: never.append(reading)
            }
        }
        var sentences: [String] = []
        if !parts.isEmpty {
            sentences.append(
                "All else as recorded, the counts of \(name(of: assessment.claim.target)) would have to be "
                    + "\(parts.joined(separator: ", and ")).")
        }
        if !never.isEmpty {
            sentences.append(
                "No under-recording of it up to a factor of a thousand makes it first on "
                    + "\(never.joined(separator: " or ")).")
        }
        return sentences.isEmpty ? nil : VerdictSentence(sentences.joined(separator: " "), rows: rows)
    }

    /// How often the target is first when records err as much as their sources disagree, and the middle of its ranks.
    var reportingErrors: VerdictSentence? {
        guard let measurement = assessment.tests.measurement else { return nil }
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            let reading = item.subject.id
            guard let ranks = measurement.ranks(on: reading), ranks.draws > 0,
                let unit = ranks.dyads.firstIndex(of: assessment.claim.target),
                let lowest = ranks.quantile(of: unit, 0.025), let highest = ranks.quantile(of: unit, 0.975)
            else { return nil }
            let first = ranks.share(of: unit, rank: 1)
            return VerdictSentence(
                "first on \(reading) in \(percent(first.value)) of \(ranks.draws) draws "
                    + "(95 % of its ranks lie from \(lowest) to \(highest))",
                rows: [
                    RowReference(
                        "measurement-summary",
                        ["reading": reading, "dyad": "\(assessment.claim.target)"])
                ])
        }
        let exempt = assessment.plan.dimensions.map(\.id).filter { dimension in
            measurement.errors.allSatisfy { $0.dimension != dimension || $0.error == nil }
        }
        let exemption = exempt.isEmpty ? "" : "; \(listed(exempt)) are taken as recorded"
        return VerdictSentence(
            parts, separator: ", and ",
            rows: measurement.errors.filter { exempt.contains($0.dimension) }.map {
                RowReference("reporting-errors", ["dimension": $0.dimension, "indicator": $0.indicator])
            }
        ) { "If records err as much as their sources disagree, it is \($0)\(exemption)." }
    }
}
