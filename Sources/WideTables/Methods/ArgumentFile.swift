import Diagnostics
import Files
import Tabular

/// A CSV file that holds an argument of a method.
struct ArgumentFile {
    let path: String

    private func reader() throws(Diagnostic) -> CSVReader {
        try CSVReader(try readBytes(ofFile: path, limit: tableSizeLimit), path: path)
    }

    /// Numbers by name: two columns, the name and the number, under headers of choice.
    ///
    /// - Throws: `Diagnostic` with its place for another number of columns, a name that occurs twice, or a cell that
    ///   is no number.
    func named() throws(Diagnostic) -> [String: Double] {
        var reader = try reader()
        guard reader.header.count == 2 else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1),
                rule: "a file of numbers by name must have two columns, the name and the number",
                found: "\(reader.header.count) columns")
        }
        var values: [String: Double] = [:]
        while let row = try reader.next() {
            guard values.updateValue(try row.number(1), forKey: try row.requiredText(0)) == nil else {
                throw row.wrong(0, "a name may occur once")
            }
        }
        return values
    }

    /// A square table whose first column names the rows, in the order of the other columns; a cell is a number or
    /// a fraction such as 1/3.
    ///
    /// - Throws: `Diagnostic` with its place for other names, or a cell that is neither.
    func square() throws(Diagnostic) -> (names: [String], values: [[Double]]) {
        var reader = try reader()
        let names = Array(reader.header.dropFirst())
        var values: [[Double]] = []
        while let row = try reader.next() {
            guard values.count < names.count, row.text(0) == names[values.count] else {
                throw row.wrong(
                    0, "rows must have the names of the columns, in their order",
                    remedy: "the columns are \(names.joined(separator: ", "))")
            }
            var numbers: [Double] = []
            for index in names.indices { numbers.append(try ratio(row, index + 1)) }
            values.append(numbers)
        }
        guard values.count == names.count else {
            throw Diagnostic(
                at: SourceLocation(path: path), rule: "a square table has as many rows as columns",
                found: "\(values.count) rows for \(names.count) columns")
        }
        return (names, values)
    }

    /// One row a judge and one column an indicator; a first column called `judge` is for people.
    ///
    /// - Throws: `Diagnostic` with its place for a cell that is no number.
    func judgements() throws(Diagnostic) -> (names: [String], rows: [[Double]]) {
        var reader = try reader()
        let first = reader.header.first == "judge" ? 1 : 0
        var rows: [[Double]] = []
        while let row = try reader.next() {
            var numbers: [Double] = []
            for index in first..<reader.header.count { numbers.append(try row.number(index)) }
            rows.append(numbers)
        }
        return (Array(reader.header.dropFirst(first)), rows)
    }

    private func ratio(_ row: CSVRow, _ index: Int) throws(Diagnostic) -> Double {
        let parts = row.text(index).split(separator: "/", omittingEmptySubsequences: false)
            .map { parseNumber(String($0)) }
        switch parts.count {
        case 1: return try row.number(index)
        case 2:
            if let above = parts[0], let below = parts[1], below != 0, (above / below).isFinite {
                return above / below
            }
        default: break
        }
        throw row.wrong(index, "the cell must be a decimal number or a fraction such as 1/3")
    }
}
