/// The statistics of a regression under permutation when no pair is missing.
///
/// A permuted residual e keeps its length and its sum, so that by the theorem of Frisch & Waugh (1933) inner products
/// are enough: with y' the rest of y and q an orthonormal basis of the other predictors,
/// t = s / sqrt(l (|y'|^2 - s^2 / l) / df), s = e y', l = |e|^2 - sum (e q)^2. R squared under a permuted y is
/// sum (y q)^2 / |y|^2 over the basis of all predictors.
struct CompleteRegressionUnderPermutation: PermutedStatistics {
    private struct Predictor {
        /// n x n.
        let residual: [Double]
        let length: Double
        /// The rest of the outcome, then the basis; rows of `pairs` elements.
        let directions: [Double]
        let directionCount: Int
        let outcomeLength: Double
    }

    private let layout: PairLayout
    private let predictors: [Predictor]
    private let outcome: Predictor
    private let degreesOfFreedom: Double

    var count: Int { predictors.count + 1 }

    init(_ design: QAPDesign) {
        layout = design.layout
        degreesOfFreedom = Double(design.degreesOfFreedom)
        predictors = design.partials.map { partial in
            Predictor(
                residual: design.layout.square(partial.residual),
                length: dot(partial.residual, partial.residual),
                directions: partial.outcomeResidual + partial.basis.flatMap(\.self),
                directionCount: partial.basis.count + 1,
                outcomeLength: dot(partial.outcomeResidual, partial.outcomeResidual))
        }
        let total = dot(design.outcome, design.outcome)
        outcome = Predictor(
            residual: design.layout.square(design.outcome), length: total,
            directions: design.basis.flatMap(\.self), directionCount: design.basis.count,
            outcomeLength: total)
    }

    struct Buffers {
        /// Where in the matrix a pair's value comes from.
        var sources: [Int]
        /// A permuted variable.
        var values: [Double]
        var products: [Double]
    }

    func makeBuffers() -> Buffers {
        Buffers(
            sources: layout.pairs.map { _ in 0 }, values: layout.pairs.map { _ in 0 },
            products: [Double](repeating: 0, count: predictors.count + 1))
    }

    func evaluate(_ permutation: [Int], _ buffers: inout Buffers, into statistics: inout [Double]) {
        let n = layout.states
        buffers.sources.withUnsafeMutableBufferPointer { sources in
            permutation.withUnsafeBufferPointer { image in
                var pair = 0
                for i in 0..<n {
                    let row = image[i] * n
                    for j in (i + 1)..<max(n, i + 1) {
                        sources[pair] = row + image[j]
                        pair += 1
                    }
                }
            }
        }
        for (index, predictor) in predictors.enumerated() {
            project(predictor, &buffers)
            let product = buffers.products[0]
            var length = predictor.length
            for place in 1..<max(1, predictor.directionCount) {
                length -= buffers.products[place] * buffers.products[place]
            }
            let unexplained = predictor.outcomeLength - product * product / length
            let exists =
                length > 1e-12 * predictor.length && unexplained > 1e-12 * predictor.outcomeLength
            statistics[index] =
                exists ? product / (length * unexplained / degreesOfFreedom).squareRoot() : .nan
        }
        project(outcome, &buffers)
        var explained = 0.0
        for place in 0..<outcome.directionCount {
            explained += buffers.products[place] * buffers.products[place]
        }
        statistics[predictors.count] = explained / outcome.length
    }

    /// Gathers a permuted variable and takes its inner products with the fixed directions.
    private func project(_ variable: Predictor, _ buffers: inout Buffers) {
        let pairs = layout.pairs.count
        buffers.values.withUnsafeMutableBufferPointer { values in
            buffers.sources.withUnsafeBufferPointer { sources in
                variable.residual.withUnsafeBufferPointer { matrix in
                    for pair in 0..<pairs { values[pair] = matrix[sources[pair]] }
                }
            }
            let permuted = UnsafeBufferPointer(values)
            buffers.products.withUnsafeMutableBufferPointer { products in
                variable.directions.withUnsafeBufferPointer { directions in
                    for place in 0..<variable.directionCount {
                        products[place] = dot(
                            permuted,
                            UnsafeBufferPointer(rebasing: directions[(place * pairs)..<((place + 1) * pairs)])
                        )
                    }
                }
            }
        }
    }
}
