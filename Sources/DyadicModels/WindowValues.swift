public import Dyads

/// One indicator's values in a window, or why it has none there.
public enum WindowColumn: Sendable {
    case values([Double?], years: [Int])
    case absent(reason: String)

    /// The values, one a dyad, nil for missing; nil as a whole when the indicator does not enter the window.
    public var values: [Double?]? {
        if case .values(let values, _) = self { values } else { nil }
    }
}

/// How things that may lie in the window or not are counted.
public enum UndeterminedRows: Hashable, Sendable {
    case counted
    case leftOut
    /// Counted for one dyad and left out for all others.
    case countedOnly(for: Dyad)
    /// Left out for one dyad and counted for all others.
    case leftOutOnly(for: Dyad)

    func areCounted(for dyad: Dyad) -> Bool {
        switch self {
        case .counted: true
        case .leftOut: false
        case .countedOnly(let chosen): dyad == chosen
        case .leftOutOnly(let chosen): dyad != chosen
        }
    }
}

extension Panel.Column {
    /// The indicator's values in a window (section 10 of the study design).
    ///
    /// An annual indicator enters a window in which it has at least `minimumYears` covered years; a snapshot
    /// enters if its date lies inside. Nothing is filled: a dyad's value rests on its own observed years.
    ///
    /// - Returns: one value a dyad in the order of `dyads`.
    public func values(
        in window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass, minimumYears: Int,
        undetermined: UndeterminedRows = .counted
    ) -> WindowColumn {
        switch data {
        case .dated(let records):
            let counts = records.counts(in: window)
            let values: [Double?] = dyads.map { dyad in
                let count = counts[dyad] ?? (0, 0)
                return Double(count.inside + (undetermined.areCounted(for: dyad) ? count.undetermined : 0))
            }
            return .values(values, years: Array(window))
        case .series(let series):
            let years = series.years.filter { window.contains($0) }
            let needed = indicator.yearOperator == .snapshot ? 1 : minimumYears
            guard years.count >= needed else {
                return .absent(
                    reason: years.isEmpty
                        ? "no covered year in the window"
                        : "\(years.count) covered year\(years.count == 1 ? "" : "s") in the window, \(needed) needed"
                )
            }
            return .values(
                combined(series, years: years, dyads: dyads, referenceClass: referenceClass), years: years)
        }
    }

    private func combined(
        _ series: DyadYearSeries, years: [Int], dyads: [Dyad], referenceClass: ReferenceClass
    ) -> [Double?] {
        let places = years.compactMap { series.years.firstIndex(of: $0) }
        let rows = dyads.map { dyad -> [Double?] in
            guard let values = series.values(of: dyad) else { return years.map { _ in nil } }
            return places.map { values[values.startIndex + $0] }
        }
        switch indicator.yearOperator {
        case .shareOfYear:
            var totals = years.map { _ in 0.0 }
            for (dyad, row) in zip(dyads, rows) where referenceClass.contains(dyad) {
                for place in totals.indices { totals[place] += row[place] ?? 0 }
            }
            return rows.map { row in
                mean(
                    zip(row, totals).compactMap { value, total in
                        total > 0 ? value.map { $0 / total } : nil
                    })
            }
        case .mean, .snapshot:
            return rows.map { row in mean(row.compactMap(\.self)) }
        case .sum, .datedCount:
            return rows.map { row in
                let observed = row.compactMap(\.self)
                return observed.isEmpty ? nil : observed.reduce(0, +)
            }
        }
    }

    private func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
