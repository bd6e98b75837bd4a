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
        let columns = scorer.columns
        let ranker = RowRanker(
            members: scorer.members, columns: columns, tieTolerance: scorer.units.tieTolerance)
        let flat = weights.flatMap { $0 }
        var scores = [Double](repeating: 0, count: leaders.count * columns)
        var counts = [Int](repeating: 0, count: leaders.count)
        for draw in draws {
            let table: Matrix
            do throws(WeightFailure) {
                table = try scorer.units.table(ofDraw: draw)
            } catch {
                return .failure(error)
            }
            flat.withUnsafeBufferPointer { flat in
                scores.withUnsafeMutableBufferPointer {
                    scorer.score(flat, rows: leaders.count, table: table, into: $0)
                }
            }
            scores.withUnsafeBufferPointer { scores in
                for (row, column) in leaders.enumerated() {
                    ranker.rank(
                        UnsafeBufferPointer(rebasing: scores[(row * columns)..<((row + 1) * columns)]))
                    if ranker.places[column] == 0 { counts[row] += 1 }
                }
            }
        }
        return .success(counts)
    }
}
