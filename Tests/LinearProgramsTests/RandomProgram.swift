import LinearAlgebra
import LinearPrograms

/// A small program drawn from a stream: coefficients in quarters, so that ties and degenerate corners happen.
func randomProgram(_ stream: UInt64, columns: Int, rows: Int) -> LinearProgram {
    var cursor = RandomCursor(Philox(seed: 1963, stream: stream))
    func quarters(_ cursor: inout RandomCursor) -> Double { Double(cursor.nextInteger(below: 17) - 8) / 4 }
    var program = LinearProgram(
        cursor.nextInteger(below: 2) == 0 ? .minimise : .maximise, columns: columns, rows: rows)
    for j in 0..<columns {
        program.costs[j] = quarters(&cursor)
        let lower = quarters(&cursor)
        program.columnBounds[j] = .init(lower: lower, upper: lower + Double(cursor.nextInteger(below: 9)) / 2)
        for i in 0..<rows { program[i, j] = quarters(&cursor) }
    }
    for i in 0..<rows {
        let end = quarters(&cursor) + 2
        switch cursor.nextInteger(below: 4) {
        case 0: program.rowBounds[i] = .atLeast(end - 4)
        case 1: program.rowBounds[i] = .init(lower: end - 4, upper: end)
        default: program.rowBounds[i] = .atMost(end)
        }
    }
    return program
}

/// A program of small whole numbers in which columns and rows may be free, fixed or bounded on one side, so that all
/// three verdicts happen.
func randomOpenProgram(_ stream: UInt64) -> LinearProgram {
    var cursor = RandomCursor(Philox(seed: 1947, stream: stream))
    let columns = 1 + cursor.nextInteger(below: 12)
    let rows = 1 + cursor.nextInteger(below: 10)
    var program = LinearProgram(
        cursor.nextInteger(below: 2) == 0 ? .minimise : .maximise, columns: columns, rows: rows)
    func whole(_ cursor: inout RandomCursor) -> Double { Double(cursor.nextInteger(below: 9) - 4) }
    for j in 0..<columns {
        program.costs[j] = whole(&cursor)
        for i in 0..<rows where cursor.nextInteger(below: 3) > 0 { program[i, j] = whole(&cursor) }
        switch cursor.nextInteger(below: 4) {
        case 0: program.columnBounds[j] = .free
        case 1: program.columnBounds[j] = .init(lower: -2, upper: 3)
        case 2: program.columnBounds[j] = .equal(to: 1)
        default: program.columnBounds[j] = .notNegative
        }
    }
    for i in 0..<rows {
        let end = whole(&cursor)
        switch cursor.nextInteger(below: 4) {
        case 0: program.rowBounds[i] = .atMost(end + 2)
        case 1: program.rowBounds[i] = .atLeast(end - 2)
        case 2: program.rowBounds[i] = .equal(to: end)
        default: program.rowBounds[i] = .free
        }
    }
    return program
}
