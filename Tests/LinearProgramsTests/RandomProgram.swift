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
