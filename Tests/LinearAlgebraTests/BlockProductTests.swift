import LinearAlgebra
import Testing

struct BlockProductTests {
    /// Against sums by hand, into the middle columns of a wider block, whose other columns stay.
    @Test(arguments: [(1, 1, 1), (5, 3, 4), (256, 91, 12)])
    func productsFillTheirColumns(_ shape: (m: Int, n: Int, k: Int)) {
        let (m, n, k) = shape
        let a = randomMatrix(rows: m, columns: k, seed: 1)
        let stride = n + 3
        let b = randomMatrix(rows: k, columns: stride, seed: 2)
        var c = [Double](repeating: 7, count: m * stride)
        a.elements.withUnsafeBufferPointer { a in
            b.elements.withUnsafeBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    BlockProduct.multiply(
                        a, by: UnsafeBufferPointer(rebasing: b[1...]), m: m, n: n, k: k,
                        into: UnsafeMutableBufferPointer(rebasing: c[2...]), stride: stride)
                }
            }
        }
        for row in 0..<m {
            for column in 0..<stride {
                guard (2..<(n + 2)).contains(column) else {
                    #expect(c[row * stride + column] == 7)
                    continue
                }
                let sum = (0..<k).reduce(0) { $0 + a[row, $1] * b[$1, column - 1] }
                #expect(abs(c[row * stride + column] - sum) < 1e-13)
            }
        }
    }
}
