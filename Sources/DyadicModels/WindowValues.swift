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
            let cells = WindowCells(
                series, years: years, yearOperator: indicator.yearOperator, dyads: dyads,
                isInClass: dyads.map(referenceClass.contains))
            return .values(cells.values, years: years)
        }
    }

    /// The cells that the values of an annual series in a window are made of; nil for a snapshot and for dated rows.
    ///
    /// Covered years are not counted: whether the indicator enters the window is for `values` to say.
    public func cells(
        in window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass
    ) -> WindowCells? {
        guard indicator.yearOperator != .snapshot, case .series(let series) = data else { return nil }
        return WindowCells(
            series, years: series.years.filter { window.contains($0) }, yearOperator: indicator.yearOperator,
            dyads: dyads, isInClass: dyads.map(referenceClass.contains))
    }
}
