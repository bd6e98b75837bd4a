internal import LinearAlgebra

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
        let lanes = LaneKernels.lanes
        var counts = [Int](repeating: 0, count: leaders.count)
        let blocks = weightBlocks
        let scores = LaneStorage<Double>(count: scorer.columns * lanes)
        let found = UnsafeBufferPointer(scores.numbers)
        // Only pointers into them are used at the end.
        defer { withExtendedLifetime((blocks, scores)) {} }
        let ranges = LaneRanges(members: scorer.members, tieTolerance: scorer.units.tieTolerance)
        for draw in draws {
            let table: Matrix
            do throws(WeightFailure) {
                table = try scorer.units.table(ofDraw: draw)
            } catch {
                return .failure(error)
            }
            for (number, block) in blocks.enumerated() {
                let start = number * lanes
                let count = min(lanes, leaders.count - start)
                scorer.score(
                    UnsafeBufferPointer(block.numbers), lanes: 0..<count, table: table, into: scores.numbers)
                ranges.measure(found)
                for lane in 0..<count
                where ranges.isFirst(found[leaders[start + lane] * lanes + lane], lane: lane) {
                    counts[start + lane] += 1
                }
            }
        }
        return .success(counts)
    }

    /// The weights of the leaders, who take the place of draws: blocks of K x 256.
    private var weightBlocks: [LaneStorage<Double>] {
        let (lanes, indicators) = (LaneKernels.lanes, scorer.units.indicators)
        return stride(from: 0, to: leaders.count, by: lanes).map { start in
            let block = LaneStorage<Double>(count: indicators * lanes)
            for lane in 0..<min(lanes, leaders.count - start) {
                for k in 0..<indicators { block.numbers[k * lanes + lane] = weights[start + lane][k] }
            }
            return block
        }
    }
}
