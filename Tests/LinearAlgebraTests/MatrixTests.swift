import LinearAlgebra
import Numerics
import Testing

struct MatrixTests {
    @Test func productMatchesAWorkedExample() {
        let a = Matrix(rows: 2, columns: 3) { Double(1 + $0 * 3 + $1) }  // 1 2 3 / 4 5 6
        let b = Matrix(rows: 3, columns: 2) { Double(7 + $0 * 2 + $1) }  // 7 8 / 9 10 / 11 12
        #expect(a.times(b).elements == [58, 64, 139, 154])
    }

    /// Against sums in plain Swift; 40 terms of magnitude 1 round by far less than 1e-13.
    @Test(arguments: [(1, 1, 1), (3, 1, 5), (17, 40, 9), (105, 11, 3)])
    func productMatchesPlainSums(m: Int, k: Int, n: Int) {
        let a = Matrix(rows: m, columns: k) { Double(($0 * 31 + $1 * 17) % 23) / 23 - 0.5 }
        let b = Matrix(rows: k, columns: n) { Double(($0 * 13 + $1 * 29) % 19) / 19 - 0.5 }
        let product = a.times(b)
        for i in 0..<m {
            for j in 0..<n {
                let sum = (0..<k).reduce(0.0) { $0 + a[i, $1] * b[$1, j] }
                #expect(product[i, j].isApproximatelyEqual(to: sum, absoluteTolerance: 1e-13), "(\(i), \(j))")
            }
        }
    }

    @Test func productWithoutInnerDimensionIsZero() {
        let product = Matrix(rows: 2, columns: 0).times(Matrix(rows: 0, columns: 3))
        #expect(product == Matrix(rows: 2, columns: 3))
    }

    @Test func theLibraryNamesItself() {
        #expect(BLASBuild.loaded.configuration.contains("OpenBLAS"))
        #expect(!BLASBuild.loaded.coreType.isEmpty)
    }
}
