public import Diagnostics
public import Dyads
import Tabular

extension IndicatorDefinition {
    /// The indicator as it is made from some of its packages alone; nil when none of them is left.
    ///
    /// Its coverage ends with the last year of the collections that are left: beyond it nobody looked, and no record is
    /// no zero.
    func restricted(to packages: Set<String>) -> IndicatorDefinition? {
        guard case .treaties(let source) = data else {
            return packages.isSuperset(of: self.packages) ? self : nil
        }
        let left = source.collections.filter { packages.contains($0.key) }
        guard let lastYear = left.values.max() else { return nil }
        guard left.count < source.collections.count else { return self }
        let coverage = Coverage(
            years: indicator.coverage.years.filter { $0 <= lastYear },
            excludedStates: indicator.coverage.excludedStates, silence: indicator.coverage.silence)
        return IndicatorDefinition(
            indicator: indicator.covering(coverage),
            data: .treaties(
                TreatySource(
                    collections: left, parties: source.parties, weight: source.weight,
                    identity: source.identity)))
    }
}

extension DatasetFolder {
    /// An indicator's observations from some of its packages alone; nil when the indicator cannot be made from these.
    ///
    /// Treaties can be made from any of their collections; every other indicator rests on one package.
    ///
    /// - Throws: `Diagnostic` when a package is missing or malformed.
    public func column(
        of definition: IndicatorDefinition, from packages: Set<String>, states: StateSystem
    ) throws(Diagnostic) -> Panel.Column? {
        guard let restricted = definition.restricted(to: packages) else { return nil }
        return Panel.Column(
            indicator: restricted.indicator, data: try observations(of: restricted, states: states))
    }

    /// An indicator's observations without one package; nil when nothing is left of it.
    ///
    /// - Throws: `Diagnostic` when a package is missing or malformed.
    public func column(
        of definition: IndicatorDefinition, without package: String, states: StateSystem
    ) throws(Diagnostic) -> Panel.Column? {
        try column(of: definition, from: Set(definition.packages).subtracting([package]), states: states)
    }

    /// A second coding of an indicator of dated rows, by the indicator's own filter and rule of dates, and the dyads that
    /// were coded again: those of which the table has a row, counted or not. Nil for other indicators.
    ///
    /// - Parameters:
    ///   - definition: of the indicator; only dated rows have a second coding.
    ///   - table: a table of the indicator's package with the columns of the first.
    ///   - states: rows of dyads with another state are not counted, though their dyads are among those coded again.
    /// - Throws: `Diagnostic` when the table is missing or malformed.
    public func secondCoding(
        of definition: IndicatorDefinition, table: String, states: StateSystem
    ) throws(Diagnostic) -> (column: Panel.Column, dyads: Set<Dyad>)? {
        guard case .datedRows(let source) = definition.data else { return nil }
        let second = DatedRowsSource(
            package: source.package, table: table, yearColumn: source.yearColumn,
            noLaterThanColumns: source.noLaterThanColumns, filter: source.filter, undated: source.undated)
        var reader = try self.table(table, of: source.package)
        let dyadColumn = try reader.column("dyad")
        var dyads: Set<Dyad> = []
        while let row = try reader.next() { dyads.insert(try row.dyad(dyadColumn)) }
        let column = Panel.Column(
            indicator: definition.indicator,
            data: .dated(DatedRecords(try datedRecords(second, states: states))))
        return (column, dyads)
    }
}
