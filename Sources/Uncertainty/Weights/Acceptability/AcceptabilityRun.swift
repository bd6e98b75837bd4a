internal import LinearAlgebra

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

    func counts() throws(WeightFailure) -> AcceptabilityCounts {
        let lanes = LaneKernels.lanes
        let blocks = (draws + lanes - 1) / lanes
        let sums = WeightSums.Scale(largest: source.largestWeight, draws: draws)
        let workers = max(1, min(blocks, workerCount))
        let results = parallelMap(count: workers) { [self] worker in
            counted(stride(from: worker, to: blocks, by: workers), sums: sums)
        }
        var total = AcceptabilityCounts(layout, sums: sums)
        for result in results { total.add(try result.get()) }
        return total
    }

    private func counted(
        _ blocks: StrideTo<Int>, sums: WeightSums.Scale
    ) -> Result<AcceptabilityCounts, WeightFailure> {
        let lanes = LaneKernels.lanes
        let counter = BlockCounter(layout, sums: sums, tieTolerance: scorer.units.tieTolerance)
        let weights = LaneStorage<Double>(count: lanes * scorer.units.indicators)
        let scores = LaneStorage<Double>(count: lanes * scorer.columns)
        for block in blocks {
            source.fill(weights.numbers, block: block)
            let drawn = UnsafeBufferPointer(weights.numbers)
            let rows = min(lanes, draws - block * lanes)
            if let failure = score(drawn, block: block, rows: rows, into: scores.numbers) {
                return .failure(failure)
            }
            counter.count(UnsafeBufferPointer(scores.numbers), weights: drawn, rows: rows)
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
