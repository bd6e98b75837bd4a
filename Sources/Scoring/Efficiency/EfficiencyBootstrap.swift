internal import LinearAlgebra

/// The smoothed homogeneous bootstrap of efficiencies.
///
/// Simar & Wilson (1998), Sensitivity analysis of efficiency scores: how to bootstrap in nonparametric frontier
/// models, Management Science 44. Everything is done on distances d of at least 1: 1 / theta in the input
/// orientation, phi in the output orientation (as Simar & Wilson 2000 do), so that no draw can turn negative.
/// A replicate, of the n units that the frontier is made of:
///
/// 1. draw b_1 ... b_n from d_1 ... d_n with replacement;
/// 2. add h e_i with standard normal e_i, and reflect what falls below 1: t_i = b_i + h e_i, or 2 - b_i - h e_i;
/// 3. give the draws back the variance of the data: d*_i = m + (t_i - m) / sqrt(1 + h^2 / v), with the mean m of
///    the b_i and the variance v of the d_i (n in the denominator);
/// 4. move each unit along its ray to that distance: inputs times d*_i / d_i, or outputs times d_i / d*_i;
/// 5. measure all units, where they are, against the frontier of the moved ones.
///
/// Assumes that inefficiency is distributed alike everywhere (homogeneity), and that units are independent; dyads
/// that share a state are not, so that intervals are too narrow rather than too wide. Units without output or
/// without input take no part. Each replicate draws from a stream of its own and depends on its number alone: any
/// number of threads may compute them in any order.
public struct EfficiencyBootstrap: Sendable {
    public let model: EfficiencyModel
    /// h.
    public let bandwidth: Double
    /// d of every unit on the data; nil where there is none. P. Below 1 for units beyond the frontier.
    public let distances: [Double?]

    private let table: ProductionTable
    private let seed: UInt64
    private let firstStream: UInt64

    /// - Parameters:
    ///   - seed: the seed of all draws.
    ///   - firstStream: the stream of replicate 0; replicate r draws from stream `firstStream` + r.
    ///   - bandwidth: h, above zero; nil for the rule of `bandwidth(ofDistances:)`.
    /// - Throws: `EfficiencyFailure.option` when the bandwidth is not above zero, or when all units of the
    ///   frontier are efficient, so that there is no inefficiency to resample.
    public init(
        _ table: ProductionTable, model: EfficiencyModel, seed: UInt64, firstStream: UInt64 = 0,
        bandwidth: Double? = nil
    ) throws(EfficiencyFailure) {
        self.table = table
        self.model = model
        self.seed = seed
        self.firstStream = firstStream
        let distances = try table.efficiencies(model).map { result in
            result.projection.map { model.orientation == .input ? 1 / $0.distance : $0.distance }
        }
        self.distances = distances
        let ofMembers = table.members.compactMap { distances[$0] }
        guard let rule = Self.bandwidth(ofDistances: ofMembers) else {
            throw .option(reason: "all units are efficient, so there is no inefficiency to resample")
        }
        self.bandwidth = bandwidth ?? rule
        guard self.bandwidth > 0, self.bandwidth.isFinite else {
            throw .option(reason: "the bandwidth must be above zero")
        }
    }

    /// Distances of all units against the frontier of one replicate; P, nil where there is none.
    public func replicate(_ number: UInt64) throws(EfficiencyFailure) -> [Double?] {
        var cursor = RandomCursor(Philox(seed: seed, stream: firstStream &+ number))
        let count = table.members.count
        let places = cursor.nextSample(count: count, below: count)
        return try replicate(drawing: places, noise: places.map { _ in cursor.nextStandardNormal() })
    }

    /// Step 1 to 5 with given draws: places in the list of members, and e.
    func replicate(drawing places: [Int], noise: [Double]) throws(EfficiencyFailure) -> [Double?] {
        let observed = table.members.compactMap { distances[$0] }
        let drawn = smoothed(observed, drawing: places, noise: noise)
        let isInput = model.orientation == .input
        let frontier = table.frontier(model)
        func moved(_ matrix: Matrix, _ factor: (Int) -> Double) -> Matrix {
            Matrix(rows: matrix.rows, columns: matrix.columns) { matrix[$0, $1] * factor($0) }
        }
        let solver = try FrontierSolver(
            Frontier(
                inputs: moved(frontier.inputs) { isInput ? drawn[$0] / observed[$0] : 1 },
                outputs: moved(frontier.outputs) { isInput ? 1 : observed[$0] / drawn[$0] }, model: model))
        var results: [Double?] = []
        for unit in 0..<table.units {
            guard distances[unit] != nil else {
                results.append(nil)
                continue
            }
            let distance = try solver.distance(
                unit: unit, x: table.inputs.row(unit), y: table.outputs.row(unit))
            results.append(distance.map { isInput ? 1 / $0 : $0 })
        }
        return results
    }

    /// Steps 1 to 3. All results are at least 1: steps 2 and 3 take means of numbers that are.
    private func smoothed(_ observed: [Double], drawing places: [Int], noise: [Double]) -> [Double] {
        let drawn = places.map { observed[$0] }
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let overallMean = observed.reduce(0, +) / Double(observed.count)
        let variance =
            observed.reduce(0) { $0 + ($1 - overallMean) * ($1 - overallMean) } / Double(observed.count)
        let shrinkage = 1 / (1 + bandwidth * bandwidth / variance).squareRoot()
        return zip(drawn, noise).map { value, noise in
            let moved = value + bandwidth * noise
            let reflected = moved >= 1 ? moved : 2 - moved
            return mean + (reflected - mean) * shrinkage
        }
    }
}
