internal import LinearAlgebra
internal import WorkPieces

/// What Sobol's indices are means of, row by row, so that a bootstrap over rows is a matrix product.
///
/// Columns: (f(A) + f(B)) / 2, (f(A)^2 + f(B)^2) / 2, then one for each first order, one for each total index, one for
/// each pair; all of centred outputs.
struct SobolTerms {
    /// N x M.
    let columns: Matrix
    let dimension: Int
    /// The two inputs of each pair.
    let pairs: [(Int, Int)]
    /// The mean of the outputs.
    let mean: Double
    /// The first row with an output that is not finite.
    let rowNotFinite: Int?

    /// - Parameter outputs: the blocks of `SaltelliSample.blocks`, N outputs each, one after another.
    init(outputs: [Double], rows: Int, dimension: Int, withPairs: Bool) {
        self.dimension = dimension
        rowNotFinite = outputs.firstIndex { !$0.isFinite }.map { $0 % rows }
        let centre = outputs[0..<2 * rows].reduce(0, +) / Double(2 * rows)
        mean = centre
        let pairs =
            withPairs
            ? (0..<dimension).flatMap { i in (i + 1..<max(i + 1, dimension)).map { (i, $0) } } : []
        self.pairs = pairs
        func output(_ block: Int, _ row: Int) -> Double { outputs[block * rows + row] - centre }
        columns = Matrix(rows: rows, columns: 2 + 2 * dimension + pairs.count) { row, column in
            let (a, b) = (output(0, row), output(1, row))
            switch column {
            case 0: return (a + b) / 2
            case 1: return (a * a + b * b) / 2
            case ..<(2 + dimension): return b * (output(column, row) - a)
            case ..<(2 + 2 * dimension):
                let difference = a - output(column - dimension, row)
                return difference * difference / 2
            default:
                let (i, j) = pairs[column - 2 - 2 * dimension]
                return output(2 + dimension + i, row) * output(2 + j, row) - a * b
            }
        }
    }

    /// The means of the columns.
    var means: [Double] {
        let ones = Matrix(rows: 1, columns: columns.rows, repeating: 1 / Double(columns.rows))
        return ones.times(columns).row(0)
    }

    var variance: Double { Self.variance(means) }

    private static func variance(_ means: [Double]) -> Double { max(0, means[1] - means[0] * means[0]) }

    /// First orders, totals and pairs from means of the columns; all zero without variance.
    func estimates(from means: [Double]) -> [Double] {
        let variance = Self.variance(means)
        guard variance > 0 else { return means.dropFirst(2).map { _ in 0 } }
        var result = means.dropFirst(2).map { $0 / variance }
        for (place, pair) in pairs.enumerated() {
            result[2 * dimension + place] -= result[pair.0] + result[pair.1]
        }
        return result
    }

    /// The standard deviation of each estimate over bootstrap samples of the rows.
    ///
    /// Streams 1, 2, ... of the seed; the sample itself has stream 0.
    func standardErrors(replicates: Int, seed: UInt64) -> [Double] {
        let width = columns.columns - 2
        guard replicates > 1 else { return Array(repeating: 0, count: width) }
        let block = 8
        let rows = columns.rows
        let found = parallelMap(count: (replicates + block - 1) / block) { piece -> [[Double]] in
            var counts = [Double](repeating: 0, count: block * rows)
            for line in 0..<block {
                var cursor = RandomCursor(Philox(seed: seed, stream: UInt64(piece * block + line + 1)))
                counts.withUnsafeMutableBufferPointer { counts in
                    for _ in 0..<rows {
                        counts[line * rows + cursor.nextInteger(below: rows)] += 1 / Double(rows)
                    }
                }
            }
            let shares = Matrix(rows: block, columns: rows) { counts[$0 * rows + $1] }
            let means = shares.times(columns)
            return means.rowIndices.map { estimates(from: means.row($0)) }
        }.flatMap { $0 }.prefix(replicates)
        return (0..<width).map { index in
            let centre = found.reduce(0) { $0 + $1[index] } / Double(replicates)
            let squares = found.reduce(0) { $0 + ($1[index] - centre) * ($1[index] - centre) }
            return (squares / Double(replicates - 1)).squareRoot()
        }
    }

    /// The outputs of all blocks, N each, one block after another; nil in a shard.
    static func evaluate(
        _ function: @escaping @Sendable ([Double]) -> Double, on sample: SaltelliSample,
        blocks: [SaltelliSample.Block], work: Work
    ) -> [Double]? {
        let length = 256
        let pieces = (sample.rows + length - 1) / length
        return work.map("evaluations", count: blocks.count * pieces) { piece in
            let (block, start) = (blocks[piece / pieces], piece % pieces * length)
            return (start..<min(start + length, sample.rows)).map { function(sample.point(block, row: $0)) }
        }?.flatMap { $0 }
    }
}
