public import DyadicModels
public import WorkPieces

extension Assessment {
    /// The ranks of the class on a reading or dimension when what was recorded is multiplied by drawn reporting errors.
    ///
    /// A factor multiplies the window value of an indicator and dyad, and everything is fitted and scored again in every
    /// draw. Zeros stay zeros. Expectations (exposures) stay those of the record, and counts that shrinkage needs whole
    /// are rounded. The record holds one such error already: the spread is that of a second one, so that ranks are
    /// spread rather too much than too little, and the middle of a rank's distribution is not a corrected rank.
    ///
    /// Costs `draws` scorings, in blocks of 32 on all cores; the result does not depend on their number.
    ///
    /// - Throws: `Absence` when the reading is not assessable, and in a shard.
    public func ranksUnderReportingError(
        on subject: String, in window: Window, sampler: ReportingErrorSampler, draws: Int,
        work: Work = Work()
    ) throws(Absence) -> DyadRankCounts {
        let reading = plan.reading(subject)
        let scoring = scoring(in: window, of: claim).holding(plan.indicators(of: reading))
        if case .failure(let absence) = scoring.scored(reading, plan: plan) { throw absence }
        let members = panel.dyads.indices.filter { scoring.isInClass[$0] }
        let empty = DyadRankCounts(
            dyads: members.map { panel.dyads[$0] },
            followed: followed(on: subject).map { $0.compactMap { members.firstIndex(of: $0) } })
        let (size, plan) = (32, plan)
        let used = Set(plan.indicators(of: reading))
        let blocks = (max(0, draws) + size - 1) / size
        let total = work.sum("reporting errors", count: blocks, zero: empty, add: { $0 = $0 + $1 }) { block in
            var counts = empty
            for draw in (block * size)..<min((block + 1) * size, draws) {
                var erring = scoring
                erring.factors = sampler.factors(draw: UInt64(draw)) { used.contains($0) }
                switch erring.scored(reading, plan: plan) {
                case .success(let scored):
                    let ranking = scored.ranking.classRanking
                    counts.count(
                        ranks: members.map { ranking.ranks[$0] },
                        tieSizes: members.map { ranking.tieSizes[$0] })
                case .failure(let absence): counts.countFailure(absence.reason)
                }
            }
            return counts
        }
        guard let total else { throw .elsewhere }
        return total
    }
}
