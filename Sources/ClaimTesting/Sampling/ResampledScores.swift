import DyadicModels
import LinearAlgebra
import Uncertainty
import WorkPieces

/// Scores and ranks over replicates of a moving-block bootstrap over years, everything scored again.
///
/// Each group of series draws its years apart, all series of a group the same ones. A dyad of which no observed year was
/// drawn keeps its window value; an indicator that does not vary over the class in the drawn years does not enter.
/// Replicates that cannot be scored are left out.
struct ResampledScores: Sendable {
    /// One a unit that is kept.
    private struct Replicate: Storable {
        let scores: [Double]
        let ranks: [Int]

        init(scores: [Double], ranks: [Int]) { (self.scores, self.ranks) = (scores, ranks) }

        func write(to bytes: inout PieceWriter) {
            scores.write(to: &bytes)
            ranks.write(to: &bytes)
        }
        init(from bytes: inout PieceReader) throws(PieceDamage) {
            scores = try [Double](from: &bytes)
            ranks = try [Int](from: &bytes)
        }
    }

    private let replicates: [Replicate]
    /// The place of each unit among those that are kept.
    private let placeOf: [Int: Int]

    /// - Parameters:
    ///   - replicates: asked for; at least 1.
    ///   - kept: the units that are asked about; nil for all.
    ///   - generator: of the resampled years of a group.
    /// - Throws: `Absence` when no replicate can be scored, and in a shard.
    init(
        of rescoring: Rescoring, groups: [SampledSeries.Group], replicates: Int, kept: [Int]? = nil,
        work: Work = Work(),
        generator: (_ group: Int) -> Philox
    ) throws(Absence) {
        var drawn: [(series: [SampledSeries.Series], counts: Matrix)] = []
        for (place, group) in groups.enumerated() {
            let counts: Matrix
            do throws(SamplingFailure) {
                counts = try MovingBlockBootstrap(
                    years: group.years.count, replicates: replicates, generator: generator(place)
                ).counts
            } catch {
                throw Absence("\(error)")
            }
            drawn.append((group.series, counts))
        }
        let kept = kept ?? Array(rescoring.units.indices)
        placeOf = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        let results = work.attempts("resampled years", count: replicates) { [drawn] replicate in
            var values: [String: [Double?]] = [:]
            for (group, counts) in drawn {
                let counts = counts.row(replicate)
                for series in group {
                    values[series.id] = series.yearly.resampled(by: counts, window: series.window)
                }
            }
            return Result { () throws(Absence) in
                let all = try rescoring.scored(values)
                return Replicate(scores: kept.map { all.scores[$0] }, ranks: kept.map { all.ranks[$0] })
            }
        }
        guard let results else { throw .elsewhere }
        self.replicates = results.compactMap { try? $0.get() }
        if self.replicates.isEmpty, case .failure(let absence)? = results.first { throw absence }
    }

    /// The number of replicates that could be scored.
    var count: Int { replicates.count }

    /// The middle part of a unit's ranks; nil for a unit that is not kept.
    func ranks(of unit: Int, confidence: Double) -> ClosedRange<Int>? {
        guard let unit = placeOf[unit] else { return nil }
        return Self.middle(replicates.map { $0.ranks[unit] }, confidence)
    }

    /// The middle part of the differences of two units' scores; nil for units that are not kept.
    func differences(of first: Int, minus second: Int, confidence: Double) -> ClosedRange<Double>? {
        guard let first = placeOf[first], let second = placeOf[second] else { return nil }
        return Self.middle(replicates.map { $0.scores[first] - $0.scores[second] }, confidence)
    }

    /// The k-th smallest to the k-th largest of R values, k = (R + 1) (1 - confidence) / 2 rounded down, at least 1; nil
    /// without any.
    static func middle<Value: Comparable>(_ values: [Value], _ confidence: Double) -> ClosedRange<Value>? {
        let sorted = values.sorted()
        guard let last = sorted.indices.last else { return nil }
        // 1000 x 0.025 must not become 24 by rounding.
        let cut = Int((Double(sorted.count + 1) * (1 - confidence) / 2 + 1e-9).rounded(.down))
        let place = min(max(0, cut - 1), last / 2)
        return sorted[place]...sorted[last - place]
    }
}
