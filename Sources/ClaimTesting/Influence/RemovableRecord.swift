public import Dyads
import DyadicModels

/// A piece of the record that can be taken away.
public enum RemovableRecord: Hashable, Sendable, CustomStringConvertible {
    /// What all annual sources of a reading record of a dyad in a year; its sums and means then rest on other years.
    case dyadYear(Dyad, Int)
    /// A dyad's value on an indicator that has no years: a snapshot, or a number of dated rows.
    case value(Dyad, indicator: String)

    public var description: String {
        switch self {
        case .dyadYear(let dyad, let year): "\(dyad) \(year)"
        case .value(let dyad, let indicator): "\(dyad) \(indicator)"
        }
    }
}

extension WindowScoring {
    /// Everything of the class that can be taken away from some indicators: by dyad, years before values.
    func removableRecords(of ids: [String]) -> [RemovableRecord] {
        var result: [RemovableRecord] = []
        for dyad in panel.dyads where claim.referenceClass.contains(dyad) {
            var years: Set<Int> = []
            var values: [RemovableRecord] = []
            for id in ids {
                guard case .values(let column, let covered)? = held[id] else { continue }
                if let series = annualSeries(id) {
                    years.formUnion(covered.filter { series[dyad, $0] != nil })
                } else if let unit = panel.dyads.firstIndex(of: dyad), column[unit] != nil {
                    values.append(.value(dyad, indicator: id))
                }
            }
            result += years.sorted().map { .dyadYear(dyad, $0) } + values
        }
        return result
    }

    /// The scoring without some records; the indicators concerned must be held.
    func removing(_ records: [RemovableRecord], from ids: [String]) -> WindowScoring {
        var result = self
        var years: [(dyad: Dyad, year: Int)] = []
        for record in records {
            switch record {
            case .dyadYear(let dyad, let year): years.append((dyad, year))
            case .value(let dyad, let id):
                guard case .values(var column, let covered)? = result.held[id],
                    let unit = panel.dyads.firstIndex(of: dyad)
                else { continue }
                column[unit] = nil
                result.held[id] = .values(column, years: covered)
            }
        }
        for id in ids {
            guard case .values? = held[id], let source = panel[indicator: id], let series = annualSeries(id)
            else { continue }
            let concerned = years.filter { series[$0.dyad, $0.year] != nil }
            guard !concerned.isEmpty else { continue }
            result.held[id] = Panel.Column(
                indicator: source.indicator, data: .series(series.omitting(values: concerned))
            ).values(
                in: window.years, dyads: panel.dyads, referenceClass: claim.referenceClass,
                minimumYears: minimumYears, undetermined: undetermined)
        }
        return result
    }

    /// The series of an indicator that has a value for each year.
    private func annualSeries(_ id: String) -> DyadYearSeries? {
        guard let source = panel[indicator: id], source.indicator.yearOperator != .snapshot,
            case .series(let series) = source.data
        else { return nil }
        return series
    }
}
