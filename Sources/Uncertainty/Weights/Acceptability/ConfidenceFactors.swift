internal import LinearAlgebra
internal import Scoring

/// How often units are first under weights of their own, over all draws of the values.
struct ConfidenceFactors: Sendable {
    let scorer: BlockScorer
    /// Columns, and the weights of each.
    let leaders: [Int]
    let weights: [[Double]]

    private static let drawsPerPiece = 256
    private static let piecesPerWave = 64

    /// One share for each of the leaders.
    func shares() throws(WeightFailure) -> [MonteCarloShare] {
        let draws = scorer.units.valueDraws
        let pieces = (draws + Self.drawsPerPiece - 1) / Self.drawsPerPiece
        var totals = [Int](repeating: 0, count: leaders.count)
        for wave in stride(from: 0, to: pieces, by: Self.piecesPerWave) {
            let results = parallelMap(count: min(Self.piecesPerWave, pieces - wave)) { [self] offset in
                let first = (wave + offset) * Self.drawsPerPiece
                return firstPlaces(draws: first..<min(first + Self.drawsPerPiece, draws))
            }
            for result in results {
                for (place, count) in try result.get().enumerated() { totals[place] += count }
            }
        }
        return totals.map { MonteCarloShare(count: $0, draws: draws) }
    }

    private func firstPlaces(draws: Range<Int>) -> Result<[Int], WeightFailure> {
        let (lanes, indicators) = (LaneKernels.lanes, scorer.units.indicators)
        var counts = [Int](repeating: 0, count: leaders.count)
        var scores = [Double](repeating: 0, count: scorer.columns * lanes)
        var highest = [Double](repeating: 0, count: lanes)
        var lowest = highest
        for draw in draws {
            let table: Matrix
            do throws(WeightFailure) {
                table = try scorer.units.table(ofDraw: draw)
            } catch {
                return .failure(error)
            }
            // Leaders take the place of draws in a block.
            for start in stride(from: 0, to: leaders.count, by: lanes) {
                let count = min(lanes, leaders.count - start)
                var block = [Double](repeating: 0, count: indicators * lanes)
                for lane in 0..<count {
                    for k in 0..<indicators { block[k * lanes + lane] = weights[start + lane][k] }
                }
                block.withUnsafeBufferPointer { block in
                    scores.withUnsafeMutableBufferPointer {
                        scorer.score(block, lanes: 0..<count, table: table, into: $0)
                    }
                }
                scores.withUnsafeBufferPointer { scores in
                    highest.withUnsafeMutableBufferPointer { highest in
                        lowest.withUnsafeMutableBufferPointer { lowest in
                            LaneKernels.best.extremes(
                                of: scores, columns: scorer.members, highest: highest, lowest: lowest)
                        }
                    }
                }
                for lane in 0..<count {
                    let tolerance = Ranking.tolerance(
                        highest: highest[lane], lowest: lowest[lane], share: scorer.units.tieTolerance)
                    let score = scores[leaders[start + lane] * lanes + lane]
                    if highest[lane] - score <= tolerance { counts[start + lane] += 1 }
                }
            }
        }
        return .success(counts)
    }
}
