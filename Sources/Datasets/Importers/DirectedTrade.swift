import Diagnostics
import Dyads
import Tabular

/// Trade as one row an exporter, importer and year, named by ISO codes.
enum DirectedTrade {
    /// Both directions together, by dyad-year, in the unit of the column `value`.
    ///
    /// - Throws: `Diagnostic` for a malformed row, a direction given twice, and one given without the other: a
    ///   total of one direction would be no total.
    static func totals(
        _ file: SourceFile, value name: String, states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [DyadYear: Double] {
        var reader = try file.csv()
        let (yearColumn, value) = (try reader.column("year"), try reader.column(name))
        var pairColumns = try PairColumns(
            "exporter", "importer", as: .iso3, in: reader, states: states, file: file)
        var directions: [DyadYear: [(value: Double, line: Int)]] = [:]
        var unique = UniqueRows<DirectedDyadYear>("a directed dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key.directed(pair), row, at: yearColumn)
            directions[key, default: []].append((try row.flow(value), row.line))
        }
        for (key, values) in directions.sorted(by: { $0.key < $1.key }) where values.count != 2 {
            throw Diagnostic(
                at: SourceLocation(path: file.path, line: values[0].line),
                rule: "both directions of a dyad-year must be given",
                found: "one direction of \(key.dyad) in \(key.year)")
        }
        return directions.mapValues { $0.map(\.value).reduce(0, +) }
    }
}

extension CSVRow {
    /// A value of goods or services.
    ///
    /// - Throws: `Diagnostic` when the cell is not a number that can be summed, or is negative.
    func flow(_ index: Int) throws(Diagnostic) -> Double {
        let value = try summand(index)
        guard value >= 0 else { throw wrong(index, "a flow must not be negative") }
        return value
    }
}
