public import DyadicModels
public import Dyads

/// What two records of one thing say of the dyads of the class, and how they disagree.
public struct ComparedSources: Sendable {
    /// A dyad that both records looked at; nil for a value that one of them lacks.
    public struct Line: Hashable, Sendable {
        public let dyad: Dyad
        public let first: Double?
        public let second: Double?
    }

    public let comparison: AssessmentPlan.SourceComparison
    public let lines: [Line]
    /// Or why nothing can be said of it.
    public let disagreement: Result<SourceDisagreement, Absence>

    /// The log ratio of a dyad; nil where a value is zero or missing, or nothing can be said of the disagreement.
    public func logRatio(of dyad: Dyad) -> Double? {
        (try? disagreement.get())?.lines.first { $0.dyad == dyad }?.logRatio
    }
}

extension Assessment {
    /// Compares two records over the dyads of the class, by their values in the main window.
    func compared(_ records: ComparedRecords) -> ComparedSources {
        let window = plan.windows[0]
        var absences: [String] = []
        func values(_ column: Panel.Column, _ name: String) -> [Double?] {
            switch column.values(
                in: window.years, dyads: panel.dyads, referenceClass: claim.referenceClass,
                minimumYears: plan.minimumCoveredYears)
            {
            case .values(let values, _): return values
            case .absent(let reason):
                absences.append("\(name): \(reason)")
                return panel.dyads.map { _ in nil }
            }
        }
        let names = records.comparison.names
        let (first, second) = (values(records.first, names.first), values(records.second, names.second))
        let lines = panel.dyads.indices.compactMap { unit -> ComparedSources.Line? in
            let dyad = panel.dyads[unit]
            guard claim.referenceClass.contains(dyad), records.dyads?.contains(dyad) ?? true else {
                return nil
            }
            return .init(dyad: dyad, first: first[unit], second: second[unit])
        }
        return ComparedSources(
            comparison: records.comparison, lines: lines,
            disagreement: Result { () throws(Absence) in
                guard absences.isEmpty else { throw Absence(absences.joined(separator: "; ")) }
                return try SourceDisagreement(
                    dyads: lines.map(\.dyad), (names.first, lines.map(\.first)),
                    (names.second, lines.map(\.second)))
            })
    }
}
