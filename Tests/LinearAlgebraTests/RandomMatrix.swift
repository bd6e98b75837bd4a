import LinearAlgebra
import TestSupport

/// Elements between -1 and 1.
func randomMatrix(rows: Int, columns: Int, seed: UInt64) -> Matrix {
    var generator = SplitMix(seed: seed)
    return Matrix(rows: rows, columns: columns) { _, _ in 2 * generator.uniform() - 1 }
}

/// The largest absolute difference of two matrices of one shape.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
    zip(a.elements, b.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

func identity(_ n: Int) -> Matrix { Matrix(rows: n, columns: n) { $0 == $1 ? 1 : 0 } }
