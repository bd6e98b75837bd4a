import Diagnostics
import DyadTables
import Dyads
import Tabular

extension IndicatorRequest {
    /// The dyad-years of a user's table: one row an observation, every state known, nothing twice.
    ///
    /// - Throws: `Diagnostic` with line and column for the first row that cannot be used.
    func table(from file: SourceFile, states: StateSystem, log: inout ImportLog) throws(Diagnostic) -> Table {
        var reader = try file.csv()
        let (a, b) = (try reader.column(columns.stateA), try reader.column(columns.stateB))
        let (yearColumn, valueColumn) = (try reader.column(columns.year), try reader.column(columns.value))
        var values: [DyadYear: [(value: Double?, line: Int)]] = [:]
        var unique = UniqueRows<[String]>("a pair in a year")
        while let row = try reader.next() {
            let (stateA, stateB) = (
                try knownState(row, a, states: states), try knownState(row, b, states: states)
            )
            guard let dyad = Dyad(stateA.code, stateB.code) else {
                throw row.wrong(b, "a state cannot be paired with itself")
            }
            let key = DyadYear(dyad: dyad, year: try row.year(yearColumn))
            let isReversed = stateA.code != dyad.first
            let direction = directions == .refuse ? "either" : "\(isReversed)"
            do throws(Diagnostic) {
                try unique.insert(["\(dyad)", "\(key.year)", direction], row, at: a)
            } catch {
                throw duplicate(error)
            }
            let value = try value(row, valueColumn)
            guard (coverage.firstYear...coverage.lastYear).contains(key.year) else {
                log.note("a year outside the coverage", in: file, line: row.line)
                continue
            }
            values[key, default: []].append((value, row.line))
        }
        var table = Table(
            schema: .dyadYears(
                title, [.init("value", .number, origin.definition, unit: unit, isRequired: false)]))
        for (key, parts) in values.sorted(by: { $0.key < $1.key }) {
            if directions != .refuse, parts.count == 1 {
                log.note("one direction only", in: file, line: parts[0].line)
            }
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [
                    .integer(key.year), .optional(joined(parts.map(\.value))),
                ])
        }
        table.sortByPrimaryKey()
        return table
    }

    private func knownState(_ row: CSVRow, _ column: Int, states: StateSystem) throws(Diagnostic) -> State {
        if let state = try row.state(column, as: columns.codes, in: states) { return state }
        let known = states.states.map { state in
            switch columns.codes {
            case .iso3: state.code.text
            case .cow: "\(state.cowNumber)"
            case .gleditschWard: "\(state.gleditschWardNumber)"
            }
        }
        // The nearest number to a number is no help.
        let near = columns.codes == .iso3 ? nearestWord(to: row.text(column), among: known) : nil
        throw row.wrong(
            column, "the state must be in the package 'states', by its \(columns.codes.rawValue) code",
            remedy: near.map { "did you mean \($0.quotedForMessage)?" } ?? "leave rows of other states out")
    }

    /// A cell as the kind of indicator demands it; an empty cell is a missing value.
    private func value(_ row: CSVRow, _ column: Int) throws(Diagnostic) -> Double? {
        guard !row.isEmpty(column) else { return nil }
        switch kind {
        case .count: return Double(try row.count(column))
        case .binary: return try row.flag(column) ? 1 : 0
        case .share:
            let share = try row.number(column)
            guard (0...1).contains(share) else { throw row.wrong(column, "a share must lie between 0 and 1") }
            return share
        case .stock, .flow: return try row.summand(column)
        }
    }

    /// One value from the directions of a dyad-year; missing where one of them is.
    private func joined(_ parts: [Double?]) -> Double? {
        let known = parts.compactMap { $0 }
        guard known.count == parts.count, !known.isEmpty else { return nil }
        let sum = known.reduce(0, +)
        return directions == .mean ? sum / Double(known.count) : sum
    }

    private func duplicate(_ error: Diagnostic) -> Diagnostic {
        guard directions == .refuse else { return error }
        var error = error
        error.rule = "a pair in a year may occur once, in whichever order"
        error.remedy =
            (error.remedy.map { "\($0); " } ?? "")
            + "if A,B and B,A are two directions, say with --directions sum or mean how to join them"
        return error
    }
}
