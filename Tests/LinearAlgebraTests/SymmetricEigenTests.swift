import Foundation
import LinearAlgebra
import Tabular
import TestSupport
import Testing

struct SymmetricEigenTests {
    /// [[2, 1], [1, 2]] has 3 on (1, 1) and 1 on (1, -1).
    @Test func twoByTwo() throws {
        let eigen = try SymmetricEigen(of: Matrix(rows: 2, columns: 2) { $0 == $1 ? 2 : 1 })
        #expect(abs(eigen.values[0] - 3) < 1e-15 && abs(eigen.values[1] - 1) < 1e-15)
        let half = 0.5.squareRoot()
        #expect(distance(eigen.vectors, Matrix(rows: 2, columns: 2) { $0 * $1 == 1 ? -half : half }) < 1e-15)
    }

    /// The second-difference matrix of order n has 2 - 2 cos(k pi / (n + 1)).
    @Test func secondDifferences() throws {
        let n = 12
        let eigen = try SymmetricEigen(
            of: Matrix(rows: n, columns: n) { $0 == $1 ? 2 : abs($0 - $1) == 1 ? -1 : 0 })
        for (index, value) in eigen.values.enumerated() {
            let exact = 2 - 2 * cos(Double(n - index) * Double.pi / Double(n + 1))
            #expect(abs(value - exact) < 1e-14)
        }
    }

    /// A V = V diag(values), V'V = 1, values descending, largest entry of each vector positive.
    @Test(arguments: [1, 2, 5, 20])
    func reconstruction(order n: Int) throws {
        let random = randomMatrix(rows: n, columns: n, seed: UInt64(n))
        let a = Matrix(rows: n, columns: n) { random[$0, $1] + random[$1, $0] }
        let eigen = try SymmetricEigen(of: a)
        let scaled = Matrix(rows: n, columns: n) { eigen.vectors[$0, $1] * eigen.values[$1] }
        #expect(distance(a.times(eigen.vectors), scaled) < 1e-13 * Double(n))
        #expect(distance(eigen.vectors.crossProduct(), identity(n)) < 1e-14 * Double(n))
        #expect(eigen.values == eigen.values.sorted(by: >))
        for column in 0..<n {
            let largest = eigen.vectors.column(column).max { abs($0) < abs($1) }
            #expect(try #require(largest) > 0)
        }
    }

    @Test func notFinite() {
        #expect(throws: LinearAlgebraFailure.notFinite) {
            try SymmetricEigen(of: Matrix(rows: 2, columns: 2, repeating: .nan))
        }
    }

    /// OECD/JRC Handbook (2008), Table 16: 0.15 percentage points of variance, because the logarithms of the
    /// input are printed with two decimals; 1e-8 against numpy on the same input.
    @Test func handbookTable16() throws {
        let folder = Repository.path("Tests/ReferenceCases/tai-pca")
        var columns: [[Double]] = Array(repeating: [], count: 8)
        let inputPath = "\(folder)/input.csv"
        var input = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: inputPath))), path: inputPath)
        while let row = try input.next() {
            for index in 0..<8 { columns[index].append(try row.number(index + 1)) }
        }
        try #require(columns[0].count == 23)
        let standardised = columns.map { column in
            let mean = column.reduce(0, +) / Double(column.count)
            let length = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
            return column.map { ($0 - mean) / length }
        }
        let correlations = Matrix(rows: 23, columns: 8) { standardised[$1][$0] }.crossProduct()
        let values = try SymmetricEigen(of: correlations).values
        let path = "\(folder)/expected.csv"
        var expected = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let (share, recomputed) = (
            try expected.column("variance_pct_published"), try expected.column("eigenvalue_recomputed")
        )
        var index = 0
        while let row = try expected.next() {
            #expect(abs(100 * values[index] / 8 - (try row.number(share))) < 0.15, "component \(index + 1)")
            #expect(abs(values[index] - (try row.number(recomputed))) < 1e-8, "component \(index + 1)")
            index += 1
        }
        #expect(index == 8)
    }
}
