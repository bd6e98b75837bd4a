import DyadicModels
import Scoring

/// The method choices of a reading that go together, as `Admissibility` judges.
struct AdmissibleMethods {
    /// One way to prepare values, with the weightings and aggregations that go with it.
    struct Preparation: Sendable {
        /// One a choice of `MultiverseChoice.ofPreparation`.
        let codes: [Int]
        let method: ScoringMethod
        /// The codes of weighting and aggregation.
        var combinations: [(codes: [Int], combination: SharedScoring.Combination)] = []
    }

    private(set) var preparations: [Preparation] = []
    private(set) var refused = ReasonCounts()

    /// - Parameter hasGaps: whether a value of the class is missing.
    init(of reading: ReadingOptions, base: Specification, hasGaps: Bool) {
        let later: [MultiverseChoice] = [.weighting, .aggregation]
        let endings = reading.codes(of: later)
        for codes in reading.codes(of: MultiverseChoice.ofPreparation) {
            let prepared = reading.specification(base, MultiverseChoice.ofPreparation, codes: codes)
            var preparation = Preparation(codes: codes, method: prepared.method)
            for ending in endings {
                let method = reading.specification(prepared, later, codes: ending).method
                if let objection = Admissibility.objections(to: method, hasGaps: hasGaps).first {
                    refused.add(objection.sentence)
                } else {
                    preparation.combinations.append(
                        (ending, .init(weighting: method.weighting, aggregations: method.aggregations)))
                }
            }
            if !preparation.combinations.isEmpty { preparations.append(preparation) }
        }
    }
}
