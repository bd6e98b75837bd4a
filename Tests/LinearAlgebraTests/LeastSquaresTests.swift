import LinearAlgebra
import Testing

struct LeastSquaresTests {
    /// The line through (0, 1), (1, 3), (2, 4), (3, 4) is 1.5 + x.
    @Test func aLine() throws {
        let x = Matrix(rows: 4, columns: 2) { $1 == 0 ? 1 : Double($0) }
        let solution = try PivotedQR(of: x).leastSquares([1, 3, 4, 4])
        #expect(abs(solution[0] - 1.5) < 1e-14 && abs(solution[1] - 1) < 1e-14)
    }

    /// The residual is orthogonal to every column, dependent ones included.
    @Test(arguments: [(10, 3), (40, 7), (6, 6)])
    func residualsAreOrthogonal(rows: Int, columns: Int) throws {
        var x = randomMatrix(rows: rows, columns: columns, seed: 7)
        for row in 0..<rows { x[row, 1] = 2e6 * x[row, 0] }
        let y = randomMatrix(rows: rows, columns: 1, seed: 8).elements
        let factorisation = try PivotedQR(of: x)
        #expect(factorisation.rank == columns - 1)
        #expect(factorisation.dependentColumns.count == 1)
        let fitted = x.times(factorisation.leastSquares(y))
        let residual = zip(y, fitted).map { $0 - $1 }
        for (column, product) in x.transposedTimes(residual).enumerated() {
            #expect(abs(product) < 1e-13 * (column == 1 ? 2e6 : 1))
        }
    }

    @Test func theFirstOfDependentColumnsIsKept() throws {
        var x = randomMatrix(rows: 9, columns: 5, seed: 3)
        for row in 0..<9 {
            x[row, 2] = 0
            x[row, 3] = 1e-7 * (x[row, 0] - 4 * x[row, 1])
        }
        #expect(try x.independentColumns() == [0, 1, 4])
        #expect(try PivotedQR(of: x).rank == 3)
    }

    @Test func noMoreColumnsThanRows() throws {
        let wide = randomMatrix(rows: 2, columns: 5, seed: 4)
        #expect(try wide.independentColumns() == [0, 1])
        #expect(try PivotedQR(of: wide).rank == 2)
        #expect(try PivotedQR(of: Matrix(rows: 3, columns: 2)).rank == 0)
    }

    @Test func weightedCrossProduct() {
        let x = Matrix(rows: 3, columns: 2) { Double(1 + 2 * $0 + $1) }  // 1 2 / 3 4 / 5 6
        #expect(x.crossProduct().elements == [35, 44, 44, 56])
        #expect(x.crossProduct(weights: [1, 0, 2]).elements == [51, 62, 62, 76])
        #expect(x.transposedTimes([1, 0, -1]) == [-4, -4])
        #expect(x.times([1, -1]) == [-1, -1, -1])
    }
}
