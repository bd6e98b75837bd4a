import Diagnostics
import Dyads
import Tabular

extension DatasetFolder {
    /// Reads the observations of the named indicators for a set of states.
    ///
    /// - Throws: `Diagnostic` for an unknown indicator, a missing package, or a malformed table.
    public func panel(of indicatorIDs: [String], states: StateSystem) throws(Diagnostic) -> Panel {
        let definitions = try indicatorDefinitions()
        var columns: [Panel.Column] = []
        for id in indicatorIDs {
            guard let definition = definitions.first(where: { $0.indicator.id == id }) else {
                let known = definitions.map(\.indicator.id)
                throw Diagnostic(
                    at: SourceLocation(path: "\(path)/indicators"), rule: "every indicator must be defined",
                    found: id.quotedForMessage,
                    remedy: nearestWord(to: id, among: known).map { "did you mean \($0.quotedForMessage)?" })
            }
            columns.append(
                Panel.Column(
                    indicator: definition.indicator, data: try observations(of: definition, states: states)))
        }
        return Panel(states: states, columns: columns)
    }

    func observations(
        of definition: IndicatorDefinition, states: StateSystem
    ) throws(Diagnostic) -> IndicatorData {
        let coverage = definition.indicator.coverage
        func everyYear(_ sources: Set<String>) -> [Int: Set<String>] {
            Dictionary(uniqueKeysWithValues: coverage.years.map { ($0, sources) })
        }
        switch definition.data {
        case .series(let source):
            let (records, sources) = try seriesRecords(source)
            return .series(
                DyadYearSeries(
                    records: records, states: states, coverage: coverage,
                    sourcesByYear: sources ?? everyYear([source.package])))
        case .treaties(let source):
            let byYear = Dictionary(
                uniqueKeysWithValues: coverage.years.map { year in
                    (year, Set(source.collections.filter { $0.value >= year }.keys))
                })
            return .series(
                DyadYearSeries(
                    records: try treatyRecords(source, states: states, years: coverage.years), states: states,
                    coverage: coverage,
                    sourcesByYear: byYear))
        case .status(let source):
            return .series(
                DyadYearSeries(
                    records: try statusRecords(source, through: coverage.years.last ?? 0), states: states,
                    coverage: coverage, sourcesByYear: everyYear([source.package])))
        case .datedRows(let source):
            return .dated(DatedRecords(try datedRecords(source, states: states)))
        }
    }

    private func seriesRecords(
        _ source: SeriesSource
    ) throws(Diagnostic) -> ([DyadYearSeries.Record], [Int: Set<String>]?) {
        var reader = try table(source.table, of: source.package)
        let (dyad, year, value) = (
            try reader.column("dyad"), try reader.column("year"), try reader.column(source.column)
        )
        let sourceColumn: Int? = if let name = source.sourceColumn { try reader.column(name) } else { nil }
        var records: [DyadYearSeries.Record] = []
        var sources: [Int: Set<String>] = [:]
        var seen: Set<DyadYear> = []
        while let row = try reader.next() {
            let key = DyadYear(dyad: try row.dyad(dyad), year: try row.year(year))
            guard seen.insert(key).inserted else { throw row.wrong(dyad, "a dyad-year may occur once") }
            records.append(.init(dyad: key.dyad, year: key.year, value: try row.optionalNumber(value)))
            if let sourceColumn, !row.isEmpty(sourceColumn) {
                sources[key.year, default: []].insert(row.text(sourceColumn))
            }
        }
        return (records, sourceColumn == nil ? nil : sources)
    }

    /// A record a year from the first row of each dyad on.
    private func statusRecords(
        _ source: StatusSource, through lastYear: Int
    ) throws(Diagnostic) -> [DyadYearSeries.Record] {
        var reader = try table(source.table, of: source.package)
        let (dyadColumn, since) = (try reader.column("dyad"), try reader.column(source.sinceColumn))
        var first: [Dyad: Int] = [:]
        while let row = try reader.next() {
            guard !row.isEmpty(since) else { continue }
            let (dyad, year) = (try row.dyad(dyadColumn), try row.year(since))
            first[dyad] = min(first[dyad] ?? year, year)
        }
        return first.sorted { $0.key < $1.key }.flatMap { dyad, year in
            stride(from: year, through: lastYear, by: 1).map { .init(dyad: dyad, year: $0, value: 1) }
        }
    }

    func datedRecords(
        _ source: DatedRowsSource, states: StateSystem
    ) throws(Diagnostic) -> [DatedRecords.Record] {
        var reader = try table(source.table, of: source.package)
        let (dyadColumn, yearColumn) = (try reader.column("dyad"), try reader.column(source.yearColumn))
        var bounds: [Int] = []
        for name in source.noLaterThanColumns { bounds.append(try reader.column(name)) }
        var conditions: [(column: Int, values: [String])] = []
        for (name, values) in source.filter.sorted(by: { $0.key < $1.key }) {
            conditions.append((try reader.column(name), values))
        }
        var records: [DatedRecords.Record] = []
        while let row = try reader.next() {
            let dyad = try row.dyad(dyadColumn)
            guard conditions.allSatisfy({ $0.values.contains(row.text($0.column)) }),
                states[dyad.first] != nil, states[dyad.second] != nil
            else { continue }
            if !row.isEmpty(yearColumn) {
                records.append(.init(dyad: dyad, dating: .year(try row.year(yearColumn))))
                continue
            }
            var earliest: Int?
            for bound in bounds where !row.isEmpty(bound) {
                let year = try row.year(bound)
                earliest = min(earliest ?? year, year)
            }
            if let earliest {
                records.append(.init(dyad: dyad, dating: .noLaterThan(earliest)))
            } else if source.undated == .undetermined {
                records.append(.init(dyad: dyad, dating: .unknown))
            }
        }
        return records
    }
}

extension CSVRow {
    /// A dyad written in ISO order.
    ///
    /// - Throws: `Diagnostic` when the cell is not one.
    func dyad(_ index: Int) throws(Diagnostic) -> Dyad {
        guard let dyad = Dyad(utf8: bytes(index)) else {
            throw wrong(index, "a dyad is written AZE-KAZ, in alphabetical order")
        }
        return dyad
    }
}
