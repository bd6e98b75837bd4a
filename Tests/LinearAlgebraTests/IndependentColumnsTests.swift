import TestSupport
import Testing

@testable import LinearAlgebra

struct IndependentColumnsTests {
    /// Long matrices are brought down to their triangular factor first: the columns that are kept are those of the same rows
    /// taken a part at a time, which are few enough to go the other way.
    @Test(arguments: [1, 2, 3]) func aLongMatrixKeepsTheSameColumns(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let part = Matrix(rows: 300, columns: 6) { _, _ in generator.uniform() }
        // Columns 2 and 5 depend on columns before them; column 4 is zero; sizes differ by fifteen orders.
        func dependent(_ matrix: Matrix) -> Matrix {
            Matrix(rows: matrix.rows, columns: 6) { row, column in
                switch column {
                case 2: matrix[row, 0] - 2 * matrix[row, 1]
                case 3: 1e15 * matrix[row, 3]
                case 4: 0
                case 5: matrix[row, 1] + 1e-3 * matrix[row, 3]
                default: matrix[row, column]
                }
            }
        }
        let long = dependent(Matrix(rows: 2_400, columns: 6) { part[$0 % 300, $1] })
        #expect(try long.independentColumns() == [0, 1, 3])
        #expect(try dependent(part).independentColumns() == [0, 1, 3])
        #expect(try Matrix(rows: 2_400, columns: 6) { part[$0 % 300, $1] }.independentColumns().count == 6)
    }

    /// X'WX of a long matrix against sums by hand, to 1e-12 of the largest element.
    @Test func crossProductsOfLongMatricesAreSums() {
        var generator = SplitMix(seed: 4)
        let matrix = Matrix(rows: 20_000, columns: 3) { _, _ in generator.uniform() - 0.5 }
        let weights = (0..<20_000).map { _ in generator.uniform() - 0.2 }
        let product = matrix.crossProduct(weights: weights)
        for i in 0..<3 {
            for j in 0..<3 {
                let sum = matrix.rowIndices.reduce(0.0) { $0 + matrix[$1, i] * weights[$1] * matrix[$1, j] }
                #expect(abs(product[i, j] - sum) < 1e-12 * 20_000)
                #expect(product[i, j] == product[j, i])
            }
        }
    }
}
