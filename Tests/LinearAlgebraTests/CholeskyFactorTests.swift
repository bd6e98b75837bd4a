import LinearAlgebra
import Testing

struct CholeskyFactorTests {
    /// [[4, 12, -16], [12, 37, -43], [-16, -43, 98]] = L L' with L = [[2], [6, 1], [-8, 5, 3]].
    @Test func wholeNumbers() throws {
        let rows: [[Double]] = [[4, 12, -16], [12, 37, -43], [-16, -43, 98]]
        let factor = try #require(CholeskyFactor(of: Matrix(rows: 3, columns: 3) { rows[$0][$1] }))
        #expect(factor.lower.elements == [2, 0, 0, 6, 1, 0, -8, 5, 3])
        let solution = factor.solve([0, 6, 39])  // of x = (1, 1, 1)
        for value in solution { #expect(abs(value - 1) < 1e-12) }
    }

    @Test(arguments: [1, 3, 17])
    func inverseAndFactorReconstruct(order n: Int) throws {
        let a = randomMatrix(rows: n + 5, columns: n, seed: UInt64(100 + n)).crossProduct()
        let factor = try #require(CholeskyFactor(of: a))
        #expect(distance(factor.lower.times(factor.lower.transposed), a) < 1e-13 * Double(n))
        #expect(distance(a.times(factor.inverse), identity(n)) < 1e-10)
        #expect(factor.inverse == factor.inverse.transposed)
        let solved = a.times(factor.solve(Array(repeating: 1, count: n)))
        for value in solved { #expect(abs(value - 1) < 1e-10) }
    }

    @Test func onlyThePositiveDefinite() {
        #expect(CholeskyFactor(of: Matrix(rows: 2, columns: 2, repeating: 1)) == nil)
        #expect(CholeskyFactor(of: Matrix(rows: 2, columns: 2) { $0 == $1 ? 1 : 2 }) == nil)
        #expect(CholeskyFactor(of: Matrix(rows: 1, columns: 1)) == nil)
        #expect(CholeskyFactor(of: Matrix(rows: 1, columns: 1, repeating: .nan)) == nil)
        // Two columns in units 1e12 apart are still independent.
        let scales = [1e-6, 1e6]
        let scaled = Matrix(rows: 2, columns: 2) { ($0 == $1 ? 1 : 0.9) * scales[$0] * scales[$1] }
        #expect(CholeskyFactor(of: scaled) != nil)
    }
}
