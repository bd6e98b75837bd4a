import Foundation
import LinearAlgebra
import Tabular
import TestSupport
import Testing

struct PerronEigenpairTests {
    /// A consistent comparison matrix w_i / w_j has the eigenvalue n and the eigenvector w (Saaty 1980).
    @Test func aConsistentMatrixReturnsItsWeights() throws {
        let weights = [0.5, 0.3, 0.15, 0.05]
        let pair = try PerronEigenpair(of: Matrix(rows: 4, columns: 4) { weights[$0] / weights[$1] })
        #expect(abs(pair.value - 4) < 1e-14)
        for (computed, exact) in zip(pair.vector, weights) { #expect(abs(computed - exact) < 1e-15) }
    }

    /// [[1, 2], [3, 4]] has (5 + sqrt 33) / 2.
    @Test func aMatrixThatIsNotReciprocal() throws {
        let pair = try PerronEigenpair(of: Matrix(rows: 2, columns: 2) { Double(1 + 2 * $0 + $1) })
        #expect(abs(pair.value - (5 + 33.0.squareRoot()) / 2) < 1e-12)
    }

    /// OECD/JRC Handbook (2008), Table 20; the answer from numpy's `eig`, tolerance 1e-9.
    @Test func handbookTable20() throws {
        let folder = Repository.path("Tests/ReferenceCases/ahp-tai")
        let inputPath = "\(folder)/input.csv"
        var input = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: inputPath))), path: inputPath)
        var rows: [[Double]] = []
        while let row = try input.next() {
            rows.append(
                (1...8).map { index in
                    let parts = row.text(index).split(separator: "/").compactMap { Double($0) }
                    return parts.count == 2 ? parts[0] / parts[1] : parts.first ?? .nan
                })
        }
        let pair = try PerronEigenpair(of: Matrix(rows: 8, columns: 8) { rows[$0][$1] })
        let path = "\(folder)/expected.csv"
        var expected = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let column = try expected.column("weight_eigenvector")
        for computed in pair.vector + [pair.value] {
            let row = try #require(try expected.next())
            #expect(abs(computed - (try row.number(column))) < 1e-9)
        }
    }

    @Test func refusals() {
        #expect(throws: LinearAlgebraFailure.notPositive(row: 1, column: 0)) {
            try PerronEigenpair(of: Matrix(rows: 2, columns: 2) { $0 == 1 && $1 == 0 ? 0 : 1 })
        }
        // Nearly two separate blocks: the second eigenvalue is almost as large as the first.
        let slow = Matrix(rows: 2, columns: 2) { $0 == $1 ? 1 + Double($0) * 1e-9 : 1e-12 }
        #expect(throws: LinearAlgebraFailure.notConverged(iterations: 50)) {
            try PerronEigenpair(of: slow, maximumIterations: 50)
        }
        #expect(throws: LinearAlgebraFailure.notFinite) {
            try PerronEigenpair(of: Matrix(rows: 1, columns: 1, repeating: .infinity))
        }
    }
}
