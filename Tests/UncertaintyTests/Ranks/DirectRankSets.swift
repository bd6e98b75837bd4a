import LinearAlgebra

@testable import Uncertainty

/// Sets of ranks by single loops over directed pairs, one draw after the other: slow, and written apart from
/// `RankInference` but for the order of the draws.
struct DirectRankSets {
    let estimates: [Double]
    let root: Matrix
    let degreesOfFreedom: Int?
    let draws: Int
    let generator: Philox

    private func errors(vector: Int, draw: Int) -> [Double] {
        let m = root.columns
        let normals = (0..<m).map { generator.standardNormal(at: UInt64((vector * draws + draw) * m + $0)) }
        return (0..<root.rows).map { unit in (0..<m).reduce(0) { $0 + root[unit, $1] * normals[$1] } }
    }

    private func scale(_ a: Int, _ b: Int) -> Double {
        (0..<root.columns).reduce(0) {
            $0 + (root[a, $1] - root[b, $1]) * (root[a, $1] - root[b, $1])
        }.squareRoot()
    }

    private func critical(_ family: [(Int, Int)], _ coverage: Double) -> Double {
        var largest: [Double] = []
        for draw in 0..<draws {
            let error = errors(vector: 0, draw: draw)
            let others = (0..<(degreesOfFreedom ?? 0)).map { errors(vector: $0 + 1, draw: draw) }
            largest.append(
                family.map { a, b in
                    guard !others.isEmpty else { return (error[a] - error[b]) / scale(a, b) }
                    let squares = others.reduce(0) { $0 + ($1[a] - $1[b]) * ($1[a] - $1[b]) }
                    return (error[a] - error[b]) / (squares / Double(others.count)).squareRoot()
                }.max() ?? 0)
        }
        largest.sort()
        // The smallest number that at least this share of draws does not exceed.
        return largest.first { value in
            Double(largest.count { $0 <= value }) >= coverage * Double(draws) - 1e-9
        } ?? .infinity
    }

    /// [lower, upper] of every asked unit.
    func sets(
        _ kind: RankCoverage, _ units: [Int], _ bounds: RankBounds, stepDown: Bool, coverage: Double
    ) -> [[Int]] {
        guard kind == .simultaneous else {
            return units.flatMap {
                sets(.simultaneous, [$0], bounds, stepDown: stepDown, coverage: coverage)
            }
        }
        var open: [(Int, Int)] = []
        for a in estimates.indices {
            for b in estimates.indices where a != b {
                let bears =
                    (bounds != .upper && units.contains(b)) || (bounds != .lower && units.contains(a))
                if bears { open.append((a, b)) }
            }
        }
        var found: [(Int, Int)] = []
        while !open.isEmpty {
            let value = critical(open, coverage)
            let new = open.filter { a, b in estimates[a] - estimates[b] > value * scale(a, b) }
            open = open.filter { a, b in !(estimates[a] - estimates[b] > value * scale(a, b)) }
            found += new
            if new.isEmpty || !stepDown { break }
        }
        return units.map { unit in
            let (above, below) = (found.count { $0.1 == unit }, found.count { $0.0 == unit })
            return [bounds == .upper ? 1 : 1 + above, estimates.count - (bounds == .lower ? 0 : below)]
        }
    }
}
