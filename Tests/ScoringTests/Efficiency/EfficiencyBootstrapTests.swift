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
        // Mirrored about 1, the distances have mean 1 and twice the sum of squares about 1.
        let variance = 2 * d.map { ($0 - 1) * ($0 - 1) }.reduce(0, +) / Double(2 * n - 1)
        let h = bootstrap.bandwidth

        var drawn = Array(repeating: [Double](), count: n)
        for number in 0..<40 {
            var cursor = RandomCursor(Philox(seed: 12, stream: 1000 + UInt64(number)))
            let b = (0..<n).map { _ in
                let place = cursor.nextInteger(below: 2 * n)
                return place < n ? d[place] : 2 - d[place - n]
            }
            let e = (0..<n).map { _ in cursor.nextStandardNormal() }
            let center = b.reduce(0, +) / Double(n)
            let star = zip(b, e).map { value, noise in
                1 + abs(center + (value + h * noise - center) / (1 + h * h / variance).squareRoot() - 1)
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

    /// 100 data sets of 30 units with one input and one output, the frontier y = x and half-normal inefficiency, so
    /// that the truth is known. 95 % intervals cover it in 94 % in a longer simulation (the standard error is 2.4
    /// points here), and the correction takes off a quarter of the error. Shrinking towards the mean after the
    /// reflection, as the paper of 1998 has it, covers 30 to 50 % and adds to the error.
    @Test func intervalsCoverTheTruthAndTheCorrectionReducesTheError() throws {
        let (n, replicates) = (30, 100)
        var (covered, error, correctedError) = (0, 0.0, 0.0)
        for data in 0..<UInt64(100) {
            var cursor = RandomCursor(Philox(seed: 78, stream: data))
            let truth = (0..<n).map { _ in Double.exp(-0.5 * abs(cursor.nextStandardNormal())) }
            let best = try #require(truth.max())
            let d = truth.map { best / $0 }
            let h = try #require(EfficiencyBootstrap.bandwidth(ofDistances: d))
            // Every unit's distance changes by the same factor, that of the best productivity.
            var factors: [Double] = []
            for _ in 0..<replicates {
                let places = cursor.nextSample(count: n, below: 2 * n)
                let noise = places.map { _ in cursor.nextStandardNormal() }
                let star = EfficiencyBootstrap.smoothed(d, drawing: places, noise: noise, bandwidth: h)
                factors.append(1 / (try #require(star.min())))
            }
            factors.sort()
            let low = quantile(ofSorted: factors, 0.025)
            let high = quantile(ofSorted: factors, 0.975)
            let mean = factors.reduce(0, +) / Double(replicates)
            for (distance, value) in zip(d, truth) {
                let interval = 1 / (distance * (2 - low))...1 / (distance * (2 - high))
                if interval.contains(value) { covered += 1 }
                error += abs(1 / distance - value)
                correctedError += abs(1 / (distance * (2 - mean)) - value)
            }
        }
        #expect(abs(Double(covered) / 3000 - 0.94) < 0.075)
        #expect(correctedError < 0.9 * error)
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
        #expect(
            throws: EfficiencyFailure.mismatchedShapes(reason: "every replicate needs one distance a unit")
        ) { try bootstrap.summary(of: [[1, 1], [1]], confidence: 0.9) }
    }
}
