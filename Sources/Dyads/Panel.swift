/// The observations of one indicator, in the form in which its source gives them.
public enum IndicatorData: Sendable {
    /// A value a dyad-year, or a dyad at a few dates.
    case series(DyadYearSeries)
    /// A list of things with dates of unequal precision.
    case dated(DatedRecords)
}

/// The dyad-year panel: the states, the indicators, and what was observed of each.
public struct Panel: Sendable {
    public struct Column: Sendable {
        public let indicator: Indicator
        public let data: IndicatorData

        public init(indicator: Indicator, data: IndicatorData) {
            self.indicator = indicator
            self.data = data
        }
    }

    public let states: StateSystem
    /// The dyads of the states, or those of them that the panel is restricted to, in ISO order.
    public let dyads: [Dyad]
    private let columnByID: [String: Column]

    public init(states: StateSystem, columns: [Column]) {
        self.states = states
        dyads = states.dyads
        columnByID = Dictionary(columns.map { ($0.indicator.id, $0) }) { first, _ in first }
    }

    private init(states: StateSystem, dyads: [Dyad], columnByID: [String: Column]) {
        (self.states, self.dyads, self.columnByID) = (states, dyads, columnByID)
    }

    /// The panel with other columns for the indicators that these are of.
    public func replacing(_ columns: [Column]) -> Panel {
        Panel(
            states: states, dyads: dyads,
            columnByID: columnByID.merging(columns.map { ($0.indicator.id, $0) }) { _, new in new })
    }

    /// The panel as if nothing had been recorded in some years.
    public func omitting(years: Set<Int>) -> Panel {
        Panel(
            states: states, dyads: dyads,
            columnByID: columnByID.mapValues { column in
                let data: IndicatorData =
                    switch column.data {
                    case .series(let series): .series(series.omitting(years: years))
                    case .dated(let records): .dated(records.omitting(years: years))
                    }
                return Column(indicator: column.indicator, data: data)
            })
    }

    /// The panel of some of its dyads only, in its order.
    public func restricted(to isKept: (Dyad) -> Bool) -> Panel {
        Panel(states: states, dyads: dyads.filter(isKept), columnByID: columnByID)
    }

    /// The column of an indicator; nil when the panel does not hold it.
    public subscript(indicator id: String) -> Column? { columnByID[id] }

    /// The ids of the indicators it holds, sorted.
    public var indicatorIDs: [String] { columnByID.keys.sorted() }
}
