internal import LinearAlgebra

/// The smoothed homogeneous bootstrap of efficiencies.
///
/// Simar & Wilson (1998), Sensitivity analysis of efficiency scores: how to bootstrap in nonparametric frontier
/// models, Management Science 44, with the draws as in Daraio & Simar (2007), Advanced Robust and Nonparametric
/// Methods in Efficiency Analysis, pp. 61-62. Everything is done on distances d of at least 1: 1 / theta in the
/// input orientation, phi in the output orientation, so that no draw can turn negative. A replicate, of the n units
/// that the frontier is made of:
///
/// 1. draw b_1 ... b_n with replacement from the 2 n values d_j and 2 - d_j, the distances mirrored about 1;
/// 2. smooth, and keep mean and variance: t_i = m + (b_i + h e_i - m) / sqrt(1 + h^2 / v), with standard normal e_i,
///    the mean m of the b_i and the sample variance v of the 2 n values;
/// 3. reflect what falls below 1: d*_i = t_i or 2 - t_i;
/// 4. move each unit along its ray to that distance: inputs times d*_i / d_i, or outputs times d_i / d*_i;
/// 5. measure all units, where they are, against the frontier of the moved ones.
///
/// The 1998 paper draws from the d_j, reflects, and shrinks towards the mean last. That takes draws away from the
/// frontier: with this bandwidth its intervals miss the truth most of the time, as the simulation in the tests
/// shows.
///
/// Assumes that inefficiency is distributed alike everywhere (homogeneity), and that units are independent; dyads
/// that share a state are not, so that intervals are likely too narrow. Units without output or without input take
/// no part. Each replicate draws from a stream of its own and depends on its number alone: any number of threads may
/// compute them in any order.
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
    ///   - table: inputs and outputs of P units; units of the class with some of both make the frontier.
    ///   - model: returns to scale, and whether inputs or outputs are moved.
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
        let places = cursor.nextSample(count: count, below: 2 * count)
        return try replicate(drawing: places, noise: places.map { _ in cursor.nextStandardNormal() })
    }

    /// Steps 1 to 5 with given draws: n places among the 2 n values, and e.
    func replicate(drawing places: [Int], noise: [Double]) throws(EfficiencyFailure) -> [Double?] {
        let observed = table.members.compactMap { distances[$0] }
        let drawn = Self.smoothed(observed, drawing: places, noise: noise, bandwidth: bandwidth)
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

    /// Steps 1 to 3; n distances of at least 1.
    static func smoothed(
        _ observed: [Double], drawing places: [Int], noise: [Double], bandwidth: Double
    ) -> [Double] {
        let mirrored = observed + observed.map { 2 - $0 }
        let drawn = places.map { mirrored[$0] }
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let deviation = sampleDeviation(mirrored)
        let shrinkage = 1 / (1 + bandwidth * bandwidth / (deviation * deviation)).squareRoot()
        return zip(drawn, noise).map { value, noise in
            let smooth = mean + (value + bandwidth * noise - mean) * shrinkage
            return smooth >= 1 ? smooth : 2 - smooth
        }
    }
}
