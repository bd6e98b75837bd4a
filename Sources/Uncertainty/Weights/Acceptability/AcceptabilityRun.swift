internal import LinearAlgebra

/// Ranks under many weights, counted while a block of scores is in cache; no matrix of draws x units is kept.
///
/// Pieces of 32 blocks of 256 draws are counted by parallel workers and added up in their order, sixteen pieces at a
/// time: memory does not grow with the draws, and results do not depend on the number of workers.
struct AcceptabilityRun: Sendable {
    let scorer: BlockScorer
    let source: WeightSource
    let draws: Int
    let detail: AcceptabilityDetail

    private static let blocksPerPiece = 32
    private static let piecesPerWave = 16

    func counts() throws(WeightFailure) -> AcceptabilityCounts {
        let length = WeightSampler.blockLength
        let blocks = (draws + length - 1) / length
        let pieces = (blocks + Self.blocksPerPiece - 1) / Self.blocksPerPiece
        var total = emptyCounts
        for wave in stride(from: 0, to: pieces, by: Self.piecesPerWave) {
            let results = parallelMap(count: min(Self.piecesPerWave, pieces - wave)) { [self] offset in
                let first = (wave + offset) * Self.blocksPerPiece
                return piece(first..<min(first + Self.blocksPerPiece, blocks))
            }
            for result in results { total.add(try result.get()) }
        }
        return total
    }

    private var emptyCounts: AcceptabilityCounts {
        AcceptabilityCounts(
            columns: scorer.columns, members: scorer.members, indicators: scorer.units.indicators,
            detail: detail)
    }

    private func piece(_ blocks: Range<Int>) -> Result<AcceptabilityCounts, WeightFailure> {
        let length = WeightSampler.blockLength
        var counts = emptyCounts
        let ranker = RowRanker(
            members: scorer.members, columns: scorer.columns, tieTolerance: scorer.units.tieTolerance)
        var weights = [Double](repeating: 0, count: length * scorer.units.indicators)
        var scores = [Double](repeating: 0, count: length * scorer.columns)
        for block in blocks {
            weights.withUnsafeMutableBufferPointer { source.fill($0, block: block) }
            let rows = min(length, draws - block * length)
            let failure = weights.withUnsafeBufferPointer { weights in
                scores.withUnsafeMutableBufferPointer { scores in
                    score(weights, block: block, rows: rows, into: scores)
                }
            }
            if let failure { return .failure(failure) }
            weights.withUnsafeBufferPointer { weights in
                scores.withUnsafeBufferPointer {
                    counts.count($0, weights: weights, rows: rows, ranker: ranker)
                }
            }
        }
        return .success(counts)
    }

    private func score(
        _ weights: UnsafeBufferPointer<Double>, block: Int, rows: Int,
        into scores: UnsafeMutableBufferPointer<Double>
    ) -> WeightFailure? {
        let length = WeightSampler.blockLength
        switch scorer.units.values {
        case .fixed:
            scorer.score(weights, rows: length, table: nil, into: scores)
            return nil
        case .draws:
            do throws(WeightFailure) {
                let start = block * length
                try scorer.scoreDrawByDraw(weights, draws: start..<(start + rows), into: scores)
                return nil
            } catch {
                return error
            }
        }
    }
}
