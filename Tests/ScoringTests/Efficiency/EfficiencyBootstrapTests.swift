import LinearAlgebra
import Numerics
import Testing

@testable import Scoring

struct EfficiencyBootstrapTests {
    private let model = EfficiencyModel(returnsToScale: .constant, orientation: .input)

    private func table(_ stream: UInt64, units: Int, inputs: Int = 1, outputs: Int = 1) throws
        -> ProductionTable
    {
        let (x, y) = randomProductionTable(stream, units: units, inputs: inputs, outputs: outputs)
        return try ProductionTable(inputs: x, outputs: y, isReference: Array(repeating: true, count: units))
    }

    /// The bandwidth that the tests of DataEnvelopmentAnalysis.jl (Barbero & Zofío) print for five units, output
    /// orientation and variable returns; the same rule is in Benchmarking (Bogetoft & Otto).
    @Test func bandwidthMatchesBarberoAndZofio() throws {
        let table = try productionTable([[2], [4], [3], [5], [6]], [[1], [2], [3], [4], [5]])
        let bootstrap = try EfficiencyBootstrap(
            table, model: EfficiencyModel(returnsToScale: .variable, orientation: .output), seed: 1)
        #expect(areNear(bootstrap.distances, [1, 11.0 / 6, 1, 13.0 / 12, 1], 1e-12))
        #expect(isNear(bootstrap.bandwidth, 0.1398634, 1e-5))  // compared there at 1e-5
    }

    /// The whole procedure again, written down for one input and one output under constant returns, where a
    /// distance is the best productivity over the unit's own: from the draws of the streams to the intervals.
    @Test func oneInputAndOneOutputMatchADirectComputation() throws {
        let table = try table(900, units: 15)
        let n = 15
        let bootstrap = try EfficiencyBootstrap(table, model: model, seed: 12, firstStream: 1000)
        let productivity = (0..<n).map { table.outputs[$0, 0] / table.inputs[$0, 0] }
        let best = try #require(productivity.max())
        let d = productivity.map { best / $0 }
        let mean = d.reduce(0, +) / Double(n)
        let variance = d.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(n)
        let h = bootstrap.bandwidth

        var drawn = Array(repeating: [Double](), count: n)
        for number in 0..<40 {
            var cursor = RandomCursor(Philox(seed: 12, stream: 1000 + UInt64(number)))
            let b = (0..<n).map { _ in d[cursor.nextInteger(below: n)] }
            let e = (0..<n).map { _ in cursor.nextStandardNormal() }
            let center = b.reduce(0, +) / Double(n)
            let star = zip(b, e).map { value, noise in
                let t = value + h * noise
                return center + ((t < 1 ? 2 - t : t) - center) / (1 + h * h / variance).squareRoot()
            }
            // Inputs times star / d: productivity of the moved unit is productivity * d / star = best / star.
            let movedBest = try #require(star.map { best / $0 }.max())
            let expected = productivity.map { movedBest / $0 }
            #expect(areNear(try bootstrap.replicate(UInt64(number)), expected, 1e-9), "replicate \(number)")
            for unit in 0..<n { drawn[unit].append(expected[unit]) }
        }
        func quantile(_ values: [Double], _ p: Double) -> Double {
            let sorted = values.sorted()
            let place = p * 39
            let low = Int(place.rounded(.down))
            return sorted[low] * (1 - place + Double(low)) + sorted[min(low + 1, 39)] * (place - Double(low))
        }
        for (unit, result) in try bootstrap.run(replicates: 40, confidence: 0.9).enumerated() {
            let result = try #require(result)
            let bias = drawn[unit].reduce(0, +) / 40 - d[unit]
            #expect(isNear(result.efficiency, 1 / d[unit], 1e-12))
            #expect(isNear(result.distanceBias, bias, 1e-9))
            #expect(isNear(result.corrected, 1 / (d[unit] - bias), 1e-9))
            #expect(isNear(result.lower, 1 / (2 * d[unit] - quantile(drawn[unit], 0.05)), 1e-9))
            #expect(isNear(result.upper, 1 / (2 * d[unit] - quantile(drawn[unit], 0.95)), 1e-9))
        }
    }

    @Test(arguments: allModels)
    func everyReplicateLiesInsideAndCorrectsDownwards(model: EfficiencyModel) throws {
        let bootstrap = try EfficiencyBootstrap(
            try table(901, units: 12, inputs: 2, outputs: 2), model: model, seed: 3)
        for number in 0..<UInt64(10) {
            for (drawn, observed) in zip(try bootstrap.replicate(number), bootstrap.distances) {
                let drawn = try #require(drawn)
                #expect(drawn <= (try #require(observed)) + 1e-9)
            }
        }
        for result in try bootstrap.run(replicates: 10) {
            let result = try #require(result)
            #expect(result.distanceBias <= 1e-9 && result.corrected <= result.efficiency + 1e-9)
            #expect(
                result.lower > 0 && result.lower <= result.upper && result.upper <= result.efficiency + 1e-9)
        }
    }

    /// Moving inputs by d* / d or outputs by d / d* is the same under constant returns, with the same draws.
    @Test func orientationsAgreeUnderConstantReturns() throws {
        let table = try table(902, units: 12, inputs: 2, outputs: 2)
        let byInput = try EfficiencyBootstrap(table, model: model, seed: 4)
        let byOutput = try EfficiencyBootstrap(
            table, model: EfficiencyModel(returnsToScale: .constant, orientation: .output), seed: 4)
        #expect(isNear(byInput.bandwidth, byOutput.bandwidth, 1e-9))
        #expect(areNear(try byInput.replicate(0), try byOutput.replicate(0), 1e-8))
    }

    @Test func replicatesDependOnTheirNumberAlone() async throws {
        let bootstrap = try EfficiencyBootstrap(try table(903, units: 12, inputs: 2), model: model, seed: 5)
        let inOrder = try (0..<UInt64(8)).map { try bootstrap.replicate($0) }
        #expect(try bootstrap.replicate(5) == inOrder[5])
        let together = try await withThrowingTaskGroup(of: (Int, [Double?]).self) { group in
            for number in (0..<8).reversed() {
                group.addTask { (number, try bootstrap.replicate(UInt64(number))) }
            }
            return try await group.reduce(into: [Int: [Double?]]()) { $0[$1.0] = $1.1 }
        }
        #expect((0..<8).map { together[$0] } == inOrder)
        let shifted = try EfficiencyBootstrap(
            try table(903, units: 12, inputs: 2), model: model, seed: 5, firstStream: 3)
        #expect(try shifted.replicate(2) == inOrder[5])
    }

    @Test func unitsOffTheFrontierTakeNoPart() throws {
        let plain = try productionTable([[2], [4], [3], [5]], [[1], [3], [3], [4]])
        let padded = try ProductionTable(
            inputs: matrix([[2], [4], [3], [5], [1], [0], [1]]),
            outputs: matrix([[1], [3], [3], [4], [0], [1], [2]]),
            isReference: [true, true, true, true, true, true, false])
        let a = try EfficiencyBootstrap(plain, model: model, seed: 6).run(replicates: 5)
        let b = try EfficiencyBootstrap(padded, model: model, seed: 6).run(replicates: 5)
        #expect(areNear(a.map { $0?.corrected }, b[..<4].map { $0?.corrected }, 1e-12))
        #expect(b[4] == nil && b[5] == nil)
        // The unit outside the class is measured against its frontier: efficiency 2 on the data.
        let outside = try #require(b[6])
        #expect(isNear(outside.efficiency, 2, 1e-12) && outside.corrected < 2)
    }

    /// Efficiencies that are known: the frontier is y = x, the inefficiency half-normal. The estimates are too
    /// high, and the correction takes off part of the error.
    @Test func theCorrectionReducesTheErrorWhereTheTruthIsKnown() throws {
        var cursor = RandomCursor(Philox(seed: 77, stream: 0))
        let x = Matrix(rows: 25, columns: 1) { _, _ in 1 + 9 * cursor.nextUniform() }
        let truth = (0..<25).map { _ in Double.exp(-0.4 * abs(cursor.nextStandardNormal()) - 0.05) }
        let y = Matrix(rows: 25, columns: 1) { row, _ in x[row, 0] * truth[row] }
        let table = try ProductionTable(inputs: x, outputs: y, isReference: truth.map { _ in true })
        let results = try EfficiencyBootstrap(table, model: model, seed: 8).run(replicates: 100)
            .compactMap { $0 }
        try #require(results.count == 25)
        func error(_ value: (CorrectedEfficiency) -> Double) -> Double {
            zip(results, truth).reduce(0) { $0 + abs(value($1.0) - $1.1) }
        }
        #expect(error(\.corrected) < 0.7 * error(\.efficiency))
    }

    @Test func whatCannotBeResampledIsRefused() throws {
        let efficient = try productionTable([[1], [2]], [[1], [2]])
        #expect(
            throws: EfficiencyFailure.option(
                reason: "all units are efficient, so there is no inefficiency to resample")
        ) { try EfficiencyBootstrap(efficient, model: model, seed: 1) }
        let table = try productionTable([[1], [2]], [[1], [1]])
        #expect(throws: EfficiencyFailure.option(reason: "the bandwidth must be above zero")) {
            try EfficiencyBootstrap(table, model: model, seed: 1, bandwidth: 0)
        }
        let bootstrap = try EfficiencyBootstrap(table, model: model, seed: 1)
        #expect(throws: EfficiencyFailure.option(reason: "a bootstrap needs at least two replicates")) {
            try bootstrap.run(replicates: 1)
        }
        #expect(throws: EfficiencyFailure.option(reason: "the confidence must lie between 0 and 1")) {
            try bootstrap.run(replicates: 2, confidence: 1)
        }
    }
}
