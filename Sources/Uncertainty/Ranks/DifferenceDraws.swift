internal import LinearAlgebra

/// Draws of the sampling errors of P scores, and the largest studentised differences in each of them.
///
/// With degrees of freedom d, every draw has d further vectors of errors; differences are divided by the root mean
/// square of theirs instead of by the true standard error, so that each has the t distribution with d degrees.
struct DifferenceDraws: Sendable {
    let draws: Int
    /// Standard errors of differences; zero where the difference is known.
    let standardErrors: DifferenceErrors
    /// P x draws.
    private let errors: Matrix
    /// d matrices, each P x draws; none for a covariance that is known.
    private let replicates: [Matrix]

    /// Draw r and component c of vector v use normal `(v draws + r) m + c` of the stream.
    init(of covariance: SamplingCovariance, draws: Int, generator: Philox) {
        self.draws = draws
        let m = covariance.root.columns
        standardErrors = DifferenceErrors(of: covariance)
        let vectors = parallelMap(count: 1 + (covariance.degreesOfFreedom ?? 0)) { vector in
            let normals = Matrix(rows: m, columns: draws) { component, draw in
                generator.standardNormal(at: UInt64((vector * draws + draw) * m + component))
            }
            return covariance.root.times(normals)
        }
        errors = vectors[0]
        replicates = Array(vectors.dropFirst())
    }

    /// The largest difference that bears on an open hypothesis, for every draw. Every test is open on one side at
    /// least, and its difference uncertain.
    func maxima(over tests: [PairTest]) -> [Double] {
        (0..<blocks).flatMap { maxima(over: tests, block: $0) }
    }

    /// The same numbers by as many workers as the machine has cores.
    func maximaInParallel(over tests: [PairTest]) -> [Double] {
        parallelMap(count: blocks) { maxima(over: tests, block: $0) }.flatMap { $0 }
    }

    /// Draws a block: three rows of it stay in the first cache.
    private static let blockSize = 512
    private var blocks: Int { (draws + Self.blockSize - 1) / Self.blockSize }

    private func maxima(over tests: [PairTest], block: Int) -> [Double] {
        let start = block * Self.blockSize
        let count = min(Self.blockSize, draws - start)
        var largest = [Double](repeating: -.infinity, count: count)
        var differences = [Double](repeating: 0, count: count)
        var squares = [Double](repeating: 0, count: replicates.isEmpty ? 0 : count)
        largest.withUnsafeMutableBufferPointer { largest in
            differences.withUnsafeMutableBufferPointer { differences in
                for test in tests {
                    studentise(test, start: start, into: differences, squares: &squares)
                    test.raise(largest, to: UnsafeBufferPointer(differences))
                }
            }
        }
        return largest
    }

    /// The studentised errors of first minus second in all draws.
    func studentised(_ test: PairTest, into differences: UnsafeMutableBufferPointer<Double>) {
        var squares = [Double](repeating: 0, count: replicates.isEmpty ? 0 : Self.blockSize)
        for start in stride(from: 0, to: draws, by: Self.blockSize) {
            let end = min(start + Self.blockSize, draws)
            studentise(
                test, start: start, into: UnsafeMutableBufferPointer(rebasing: differences[start..<end]),
                squares: &squares)
        }
    }

    /// The studentised errors of first minus second in the draws from `start`.
    private func studentise(
        _ test: PairTest, start: Int, into differences: UnsafeMutableBufferPointer<Double>,
        squares: inout [Double]
    ) {
        let (first, second) = (test.first * draws + start, test.second * draws + start)
        let count = differences.count
        let scale = 1 / standardErrors[test.first, test.second]
        errors.elements.withUnsafeBufferPointer { errors in
            for draw in 0..<count {
                differences[draw] = (errors[first + draw] - errors[second + draw]) * scale
            }
        }
        guard !replicates.isEmpty else { return }
        squares.withUnsafeMutableBufferPointer { squares in
            for draw in 0..<count { squares[draw] = 0 }
            for replicate in replicates {
                replicate.elements.withUnsafeBufferPointer { errors in
                    for draw in 0..<count {
                        let error = (errors[first + draw] - errors[second + draw]) * scale
                        squares[draw] += error * error
                    }
                }
            }
            let degrees = Double(replicates.count)
            for draw in 0..<count {
                // A sum of squares is zero only if all its normals are.
                differences[draw] =
                    squares[draw] > 0 ? differences[draw] * (degrees / squares[draw]).squareRoot() : 0
            }
        }
    }
}
