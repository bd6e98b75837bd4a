import ClaimTesting
import Dyads
import Uncertainty

/// What the tests of one reading found about single pairs.
struct PairEvidence {
    let reading: String
    private let sets: [Dyad: ClosedRange<Int>]
    private let acceptability: Acceptability?
    private let joint: DyadRankCounts?
    private let jointPlaces: [Dyad: Int]
    private let medians: [Double?]

    init(_ assessment: Assessment, reading: String) {
        self.reading = reading
        let found = assessment.tests.samplingError(of: reading)?.dyads ?? []
        sets = Dictionary(found.map { ($0.dyad, $0.marginal) }) { first, _ in first }
        acceptability = assessment.tests.acceptability(of: reading)
        joint = assessment.tests.joint.first { $0.reading == reading }?.finding?.ranks
        jointPlaces = Dictionary((joint?.dyads ?? []).enumerated().map { ($1, $0) }) { first, _ in first }
        medians =
            assessment.tests.explored.first { $0.reading == reading }?.jointTests.first?.test.medians ?? []
    }

    var hasSets: Bool { !sets.isEmpty }
    var hasWeights: Bool { acceptability != nil }
    var hasJoint: Bool { joint != nil }
    var hasMedians: Bool { !medians.isEmpty }

    /// The marginal rank confidence set.
    func set(of dyad: Dyad) -> ClosedRange<Int>? { sets[dyad] }

    /// The share of random weights under which it is first; outside the class, would be.
    func weightShare(of unit: Int) -> Double? { acceptability?.firstPlace(of: unit)?.value }

    func meanRank(of unit: Int) -> Double? { acceptability?.meanRank(of: unit)?.value }

    /// Its median rank over the specifications of the claim's class.
    func medianRank(of unit: Int) -> Double? { medians.indices.contains(unit) ? medians[unit] : nil }

    func jointShare(of dyad: Dyad) -> Double? {
        guard let joint, joint.draws > 0 else { return nil }
        return jointPlaces[dyad].map { joint.share(of: $0, rank: 1).value }
    }

    /// The ranks that 2.5, 50 and 97.5 % of the joint draws do not exceed.
    func jointRanks(of dyad: Dyad) -> (low: Int, median: Int, high: Int)? {
        guard let joint, let place = jointPlaces[dyad] else { return nil }
        let ranks = [0.025, 0.5, 0.975].compactMap { joint.quantile(of: place, $0) }
        return ranks.count == 3 ? (ranks[0], ranks[1], ranks[2]) : nil
    }

    /// Every rank that it had in the joint draws, with its share of them.
    func jointDistribution(of dyad: Dyad) -> [(rank: Int, share: Double)] {
        guard let joint, let place = jointPlaces[dyad], joint.draws > 0 else { return [] }
        return joint.ranks(of: place).map { ($0, joint.share(of: place, rank: $0).value) }
    }

    /// The size of the class of the joint draws.
    var jointClassSize: Int { joint?.dyads.count ?? 0 }
}
