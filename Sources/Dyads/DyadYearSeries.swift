/// One indicator over dyads and years: a value, which may be zero, or nothing.
///
/// Shape: `dyads.count` x `years.count`. A cell is nil where the source does not cover the dyad-year, where
/// the source says that it does not know, and where the two states were not members on a common day.
public struct DyadYearSeries: Sendable {
    /// A recorded observation: nil means that the source names the dyad-year and leaves its value open.
    public struct Record: Sendable {
        public let dyad: Dyad
        public let year: Int
        public let value: Double?

        public init(dyad: Dyad, year: Int, value: Double?) {
            self.dyad = dyad
            self.year = year
            self.value = value
        }
    }

    public let dyads: [Dyad]
    /// The covered years, in order; the cells of other years do not exist.
    public let years: [Int]
    /// The sources that speak in each covered year; a change of this set is a break in the series.
    public let sourcesByYear: [Int: Set<String>]
    private let cells: [Double?]
    private let dyadIndex: [Dyad: Int]

    /// Lays records out over a system's dyads and a coverage's years.
    ///
    /// Records outside the dyads, the coverage or the states' common life are left out. Of several records of
    /// one cell the values are added (a flow recorded event by event).
    public init(
        records: some Sequence<Record>, states: StateSystem, coverage: Coverage,
        sourcesByYear: [Int: Set<String>]
    ) {
        let dyads = states.dyads
        let years = coverage.years
        self.dyads = dyads
        self.years = years
        self.sourcesByYear = sourcesByYear
        let dyadIndex = Dictionary(uniqueKeysWithValues: dyads.enumerated().map { ($1, $0) })
        self.dyadIndex = dyadIndex
        let yearIndex = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
        let silence: Double? = coverage.silence == .zero ? 0 : nil
        var cells = dyads.flatMap { dyad in
            years.map { year -> Double? in
                coverage.includes(dyad, year: year) && states.exists(dyad, in: year) ? silence : nil
            }
        }
        var recorded = [Bool](repeating: false, count: cells.count)
        for record in records {
            guard let row = dyadIndex[record.dyad], let column = yearIndex[record.year],
                coverage.includes(record.dyad, year: record.year), states.exists(record.dyad, in: record.year)
            else { continue }
            let cell = row * years.count + column
            if recorded[cell], let sum = cells[cell], let value = record.value {
                cells[cell] = sum + value
            } else {
                cells[cell] = record.value
            }
            recorded[cell] = true
        }
        self.cells = cells
    }

    private init(of other: DyadYearSeries, years: [Int], cells: [Double?]) {
        dyads = other.dyads
        self.years = years
        sourcesByYear = other.sourcesByYear.filter { years.contains($0.key) }
        self.cells = cells
        dyadIndex = other.dyadIndex
    }

    /// The series as if its source had not covered some years.
    public func omitting(years omitted: Set<Int>) -> DyadYearSeries {
        let places = years.indices.filter { !omitted.contains(years[$0]) }
        return DyadYearSeries(
            of: self, years: places.map { years[$0] },
            cells: dyads.indices.flatMap { row in places.map { cells[row * years.count + $0] } })
    }

    /// The values of a dyad, one a year of `years`; nil for a dyad that the series does not hold.
    public func values(of dyad: Dyad) -> ArraySlice<Double?>? {
        dyadIndex[dyad].map { cells[($0 * years.count)..<(($0 + 1) * years.count)] }
    }

    /// The value of a dyad in a year; nil when it is missing.
    public subscript(dyad: Dyad, year: Int) -> Double? {
        guard let row = dyadIndex[dyad], let column = years.firstIndex(of: year) else { return nil }
        return cells[row * years.count + column]
    }
}
