internal import LinearAlgebra
internal import WorkPieces

/// Ranks under many weights, counted while a block of scores is in cache; no matrix of draws x units is kept.
///
/// Blocks of 256 draws are shared out among as many workers as there are cores, each with counts of its own, which are
/// added up at the end: memory does not grow with the draws. All counts are whole numbers, so that results do not depend
/// on who counted what.
struct AcceptabilityRun: Sendable {
    let scorer: BlockScorer
    let source: WeightSource
    let draws: Int
    let layout: AcceptabilityLayout
    let sums: WeightSums.Scale

    /// - Throws: `WeightFailure` for unusable values; `.elsewhere` in a shard.
    func counts(_ work: Work) throws(WeightFailure) -> AcceptabilityCounts {
        let blocks = (draws + LaneKernels.lanes - 1) / LaneKernels.lanes
        let zero = AcceptabilityCounts(layout)
        let found = work.rangeSum("weight draws", count: blocks, zero: zero, add: { $0.add($1) }) {
            blocks, finish in
            let workers = max(1, min(blocks.count, workerCount))
            let parts = parallelMap(count: workers) { [self] worker in
                let own = stride(from: blocks.lowerBound + worker, to: blocks.upperBound, by: workers)
                return counted(own, finish)
            }
            return Result<AcceptabilityCounts, WeightFailure> { () throws(WeightFailure) in
                var total = zero
                for part in parts { total.add(try part.get()) }
                return total
            }
        }
        guard let found else { throw .elsewhere }
        return try found.get()
    }

    private func counted(
        _ blocks: StrideTo<Int>, _ finish: @Sendable (Int) -> Void
    ) -> Result<AcceptabilityCounts, WeightFailure> {
        let lanes = LaneKernels.lanes
        let counter = BlockCounter(layout, sums: sums, tieTolerance: scorer.units.tieTolerance)
        let weights = LaneStorage<Double>(count: lanes * scorer.units.indicators)
        let scores = LaneStorage<Double>(count: lanes * scorer.columns)
        // Only pointers into them are used at the end.
        defer { withExtendedLifetime((weights, scores)) {} }
        for block in blocks {
            source.fill(weights.numbers, block: block)
            let drawn = UnsafeBufferPointer(weights.numbers)
            let rows = min(lanes, draws - block * lanes)
            if let failure = score(drawn, block: block, rows: rows, into: scores.numbers) {
                return .failure(failure)
            }
            counter.count(UnsafeBufferPointer(scores.numbers), weights: drawn, rows: rows)
            finish(1)
        }
        return .success(counter.finished())
    }

    private func score(
        _ weights: UnsafeBufferPointer<Double>, block: Int, rows: Int,
        into scores: UnsafeMutableBufferPointer<Double>
    ) -> WeightFailure? {
        switch scorer.units.values {
        case .fixed:
            scorer.score(weights, lanes: 0..<LaneKernels.lanes, table: nil, into: scores)
            return nil
        case .draws:
            do throws(WeightFailure) {
                for lane in 0..<rows {
                    let table = try scorer.units.table(ofDraw: block * LaneKernels.lanes + lane)
                    scorer.score(weights, lanes: lane..<(lane + 1), table: table, into: scores)
                }
                return nil
            } catch {
                return error
            }
        }
    }
}
