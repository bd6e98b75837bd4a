import Foundation
import Testing

@testable import Scoring

/// Every formula once more, as it is written in its paper and without a thought for speed or rounding.
enum DirectWeights {
    static func scaled(_ values: [Double]) -> [Double] { values.map { $0 / values.reduce(0, +) } }

    static func ranged(_ x: [[Double]], _ directions: [Double]) -> [[Double]] {
        x.indices.map { k in
            let (low, high) = (x[k].min() ?? 0, x[k].max() ?? 0)
            return x[k].map { directions[k] > 0 ? ($0 - low) / (high - low) : (high - $0) / (high - low) }
        }
    }

    static func variance(_ x: [Double]) -> Double {
        let m = x.reduce(0, +) / Double(x.count)
        return x.map { pow($0 - m, 2) }.reduce(0, +) / Double(x.count - 1)
    }

    static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let covariance = zip(x, y).map { ($0 - mx) * ($1 - my) }.reduce(0, +) / Double(x.count - 1)
        return covariance / (variance(x) * variance(y)).squareRoot()
    }

    static func entropy(_ x: [[Double]]) -> [Double] {
        scaled(
            x.map { column in
                1 + scaled(column).map { $0 == 0 ? 0 : $0 * log($0) }.reduce(0, +) / log(Double(column.count))
            })
    }

    static func gini(_ x: [[Double]]) -> [Double] {
        scaled(
            x.map { column in
                var sum = 0.0
                for a in column { for b in column { sum += abs(a - b) } }
                let n = Double(column.count)
                return sum / (2 * n * n * (column.reduce(0, +) / n))
            })
    }

    static func angle(_ x: [[Double]]) -> [Double] {
        scaled(
            x.map { column in
                let p = scaled(column)
                let n = Double(p.count)
                let length = p.map { $0 * $0 }.reduce(0, +).squareRoot()
                return acos(min(1, p.map { $0 / n }.reduce(0, +) / (length * (1 / n).squareRoot())))
            })
    }

    static func critic(_ z: [[Double]]) -> [Double] {
        scaled(
            z.map { column in
                variance(column).squareRoot() * z.map { 1 - correlation(column, $0) }.reduce(0, +)
            })
    }

    static func lopcow(_ z: [[Double]]) -> [Double] {
        scaled(
            z.map { column in
                let quadratic = column.map { $0 * $0 }.reduce(0, +) / Double(column.count)
                return abs(log(quadratic.squareRoot() / variance(column).squareRoot()) * 100)
            })
    }

    static func merec(_ x: [[Double]], _ directions: [Double]) -> [Double] {
        let n = x.indices.map { k in
            x[k].map { directions[k] > 0 ? (x[k].min() ?? 0) / $0 : $0 / (x[k].max() ?? 0) }
        }
        func score(_ unit: Int, without left: Int?) -> Double {
            let sum = n.indices.filter { $0 != left }.map { abs(log(n[$0][unit])) }.reduce(0, +)
            return log(1 + sum / Double(n.count))
        }
        return scaled(
            x.indices.map { k in
                x[k].indices.map { abs(score($0, without: k) - score($0, without: nil)) }.reduce(0, +)
            })
    }

    /// The null vector of F by Gaussian elimination, with q of the last indicator set to one.
    static func cilos(_ x: [[Double]], _ directions: [Double]) -> [Double] {
        let y = x.indices.map { k in directions[k] > 0 ? x[k] : x[k].map { (x[k].min() ?? 0) / $0 } }
        let best = y.map { column in column.firstIndex(of: column.max() ?? 0) ?? 0 }
        var f = y.indices.map { m in y.indices.map { k in (y[k][best[k]] - y[k][best[m]]) / y[k][best[k]] } }
        for k in y.indices { f[k][k] = -y.indices.map { f[$0][k] }.reduce(0, +) }
        let size = y.count - 1
        var system = (0..<size).map { row in Array(f[row][..<size]) + [-f[row][size]] }
        for pivot in 0..<size {
            let row = (pivot..<size).max { abs(system[$0][pivot]) < abs(system[$1][pivot]) } ?? pivot
            system.swapAt(pivot, row)
            for other in 0..<size where other != pivot {
                let factor = system[other][pivot] / system[pivot][pivot]
                for column in pivot...size { system[other][column] -= factor * system[pivot][column] }
            }
        }
        return scaled((0..<size).map { system[$0][size] / system[$0][$0] } + [1])
    }
}

struct DirectWeightsTests {
    @Test(arguments: 1...25)
    func weightsAgreeWithTheFormulasAsWritten(seed: UInt64) throws {
        var table = WeightingCase.random(seed: seed, units: 5 + Int(seed % 20), indicators: 2 + Int(seed % 6))
        for k in table.directions.indices where (seed + UInt64(k)) % 3 == 0 { table.directions[k] = -1 }
        let x = table.columns.map { $0.map { $0 ?? 0 } }
        let z = DirectWeights.ranged(x, table.directions)
        let entropy = DirectWeights.entropy(x)
        let cilos = DirectWeights.cilos(x, table.directions)
        let expected: [(Weighting, [Double])] = [
            (.entropy, entropy), (.gini, DirectWeights.gini(x)), (.angle, DirectWeights.angle(x)),
            (.critic, DirectWeights.critic(z)), (.lopcow, DirectWeights.lopcow(z)),
            (.merec, DirectWeights.merec(x, table.directions)), (.cilos, cilos),
            (.idocriw, DirectWeights.scaled(zip(entropy, cilos).map { $0 * $1 })),
            (.variance, DirectWeights.scaled(z.map(DirectWeights.variance))),
            (
                .standardDeviation,
                DirectWeights.scaled(z.map { DirectWeights.variance($0).squareRoot() })
            ),
        ]
        for (weighting, direct) in expected {
            let weights = try table.weights(of: weighting)
            #expect(areNear(weights, direct, 1e-10), "\(weighting.description.id): \(weights), \(direct)")
        }
    }

    /// 0 ln 0 = 0: the shares are 1/2, 1/2, 0, 0 and 1, 0, 0, 0, the entropies ln 2 / ln 4 and 0.
    @Test func aZeroAddsNothingToTheEntropy() throws {
        let output = try WeightingCase([[3, 3, 0, 0], [5, 0, 0, 0]]).output(of: .entropy)
        #expect(areNear(try output.detail("entropy"), [0.5, 0], 1e-15))
        #expect(
            areNear(
                try WeightingCase([[3, 3, 0, 0], [5, 0, 0, 0]]).weights(of: .entropy), [1 / 3, 2 / 3], 1e-15))
    }

    /// One of two indicators twice: r = 1 with itself, so that the conflict of all three comes from the third.
    @Test func aRepeatedIndicatorSharesItsConflict() throws {
        let table = WeightingCase([[0, 1, 2, 3], [0, 10, 20, 30], [3, 0, 2, 1]])
        let conflict = try table.output(of: .critic).detail("conflict")
        // r of 0 1 2 3 and 3 0 2 1 is -2 / 5.
        #expect(areNear(conflict, [1.4, 1.4, 2.8], 1e-14))
    }

    @Test func unitsThatTieForTheBestCountTogether() throws {
        // Best on the first: units 0 and 1, where the second has 1 and 0.5 of its best 2: loss (0.5 + 0.75) / 2.
        // Best on the second: unit 2, where the first has 1 of 4: loss 0.75.
        let weights = try WeightingCase([[4, 4, 1], [1, 0.5, 2]]).weights(of: .cilos)
        #expect(areNear(weights, [0.625 / 1.375, 0.75 / 1.375], 1e-15))
    }
}
