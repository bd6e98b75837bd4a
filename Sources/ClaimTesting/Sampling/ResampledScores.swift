import DyadicModels
import LinearAlgebra
import Uncertainty

/// Scores and ranks over replicates of a moving-block bootstrap over years, everything scored again.
///
/// Each group of series draws its years apart, all series of a group the same ones. A dyad of which no observed year was
/// drawn keeps its window value; an indicator that does not vary over the class in the drawn years does not enter.
/// Replicates that cannot be scored are left out.
struct ResampledScores: Sendable {
    /// By replicate, one a unit.
    private let replicates: [(scores: [Double], ranks: [Int])]

    /// - Parameters:
    ///   - replicates: asked for; at least 1.
    ///   - generator: of the resampled years of a group.
    /// - Throws: `Absence` when no replicate can be scored.
    init(
        of rescoring: Rescoring, groups: [SampledSeries.Group], replicates: Int,
        generator: (_ group: Int) -> Philox
    ) throws(Absence) {
        var resampled: [(series: SampledSeries.Series, values: Matrix)] = []
        for (place, group) in groups.enumerated() {
            let counts: Matrix
            do throws(SamplingFailure) {
                counts = try MovingBlockBootstrap(
                    years: group.years.count, replicates: replicates, generator: generator(place)
                ).counts
            } catch {
                throw Absence("\(error)")
            }
            resampled += group.series.map { ($0, $0.yearly.resampled(by: counts, window: $0.window)) }
        }
        let columns = resampled
        let results = parallelMap(count: replicates) { replicate in
            var values: [String: [Double?]] = [:]
            for (series, table) in columns {
                values[series.id] = zip(series.window, table.row(replicate)).map { $0 == nil ? nil : $1 }
            }
            return Result { () throws(Absence) in try rescoring.scored(values) }
        }
        self.replicates = results.compactMap { try? $0.get() }
        if self.replicates.isEmpty, case .failure(let absence)? = results.first { throw absence }
    }

    /// The number of replicates that could be scored.
    var count: Int { replicates.count }

    /// The middle part of a unit's ranks.
    func ranks(of unit: Int, confidence: Double) -> ClosedRange<Int>? {
        Self.middle(replicates.map { $0.ranks[unit] }, confidence)
    }

    /// The middle part of the differences of two units' scores.
    func differences(of first: Int, minus second: Int, confidence: Double) -> ClosedRange<Double>? {
        Self.middle(replicates.map { $0.scores[first] - $0.scores[second] }, confidence)
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
