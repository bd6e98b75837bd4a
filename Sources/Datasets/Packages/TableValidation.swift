import Diagnostics
import Dyads
import Tabular

/// Whether the rows of a table keep its schema.
///
/// The header is the schema's fields in order; every cell has its field's form and is filled where that is
/// required; rows are sorted by the primary key, which no two share; a dyad's codes belong together.
struct TableValidation {
    let schema: TableSchema
    let states: StateSystem

    /// Reads a table to its end.
    ///
    /// - Throws: `Diagnostic` with line and column for the first cell that breaks a rule.
    func validate(_ file: SourceFile) throws(Diagnostic) {
        var reader = try file.csv()
        let names = schema.fields.map(\.name)
        guard reader.header == names else {
            throw Diagnostic(
                at: SourceLocation(path: file.path, line: 1),
                rule: "the columns must be \(names.joined(separator: ", "))",
                found: reader.header.joined(separator: ", "))
        }
        let keyColumns = schema.primaryKey.compactMap { names.firstIndex(of: $0) }
        var former: [Table.Cell]?
        while let row = try reader.next() {
            var cells: [Table.Cell] = []
            for index in schema.fields.indices { cells.append(try cell(row, index)) }
            try validateDyad(row, names: names)
            try validateState(row, names: names)
            let key = keyColumns.map { cells[$0] }
            if let former, let column = keyColumns.first {
                guard key != former else {
                    throw row.wrong(
                        column,
                        "the primary key (\(schema.primaryKey.joined(separator: ", "))) may occur once")
                }
                guard Self.precedes(former, key) else {
                    throw row.wrong(
                        column, "rows must be sorted by \(schema.primaryKey.joined(separator: ", "))")
                }
            }
            former = key
        }
    }

    private func cell(_ row: CSVRow, _ index: Int) throws(Diagnostic) -> Table.Cell {
        let field = schema.fields[index]
        guard !row.isEmpty(index) else {
            guard !field.isRequired else {
                throw row.wrong(index, "the cell '\(field.name)' must not be empty")
            }
            return .missing
        }
        switch field.type {
        case .string: return .text(row.text(index))
        case .integer: return .integer(try row.integer(index))
        case .number: return .number(try row.number(index))
        case .year: return .integer(try row.year(index))
        case .date:
            return .text("\(try row.day(index, written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) })")
        case .boolean:
            guard ["true", "false"].contains(row.text(index)) else {
                throw row.wrong(index, "the cell must be true or false")
            }
            return .text(row.text(index))
        }
    }

    /// The five columns of a dyad, where the table has them.
    private func validateDyad(_ row: CSVRow, names: [String]) throws(Diagnostic) {
        guard let first = names.firstIndex(of: "dyad") else { return }
        let dyad = try row.dyad(first)
        guard let numbers = states.cowNumbers(of: dyad) else {
            throw row.wrong(first, "both states of a dyad must be in the package 'states'")
        }
        let expected = [
            "iso3_a": "\(dyad.first)", "iso3_b": "\(dyad.second)", "ccode1": "\(numbers.smaller)",
            "ccode2": "\(numbers.larger)",
        ]
        for (name, text) in expected.sorted(by: { $0.key < $1.key }) {
            guard let column = names.firstIndex(of: name) else {
                throw row.wrong(first, "a table of dyads must have a column '\(name)'")
            }
            guard row.text(column) == text else {
                throw row.wrong(column, "\(name) of \(dyad) must be \(text)")
            }
        }
    }

    /// A state's ISO code and COW number, where a table has both. The table of states itself defines them.
    private func validateState(_ row: CSVRow, names: [String]) throws(Diagnostic) {
        guard let code = names.firstIndex(of: "iso3"), let number = names.firstIndex(of: "ccode") else {
            return
        }
        guard let state = row.stateByCode(code, in: states) else {
            throw row.wrong(code, "the state must be in the package 'states'")
        }
        guard try row.integer(number) == state.cowNumber else {
            throw row.wrong(number, "ccode of \(state.code) must be \(state.cowNumber)")
        }
    }

    private static func precedes(_ a: [Table.Cell], _ b: [Table.Cell]) -> Bool {
        for (left, right) in zip(a, b) where left != right { return left.precedes(right) }
        return false
    }
}
