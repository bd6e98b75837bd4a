import Dyads
import DyadicModels
import Scoring
import Uncertainty
import WorkPieces

/// Joint draws over the doubts about one composite reading.
struct JointDraws: Sendable {
    /// One of the specifications that are drawn, without its weighting.
    private struct Drawable: Sendable {
        let slice: Int
        let method: ScoringMethod
    }

    /// A node of the tree of weights: an indicator at level 0, a dimension at level 1.
    private struct Node: Hashable, Sendable {
        let level: Int
        let name: String
    }

    private let reading: AssessmentPlan.Reading
    private let claim: Claim
    private let dyads: [Dyad]
    private let plan: AssessmentPlan.JointPlan
    private let seed: UInt64
    private let offset: UInt64
    private let slices: [JointSlice]
    private let specifications: [Drawable]
    private let doubts: [JointDoubt]
    private let randomness: JointRandomness
    private let reporting: ReportingErrorSampler?
    /// The places of nodes of the tree of weights among the spacings.
    private let nodes: [Node: Int]
    private let undatedRows: Int
    /// The dyads whose ranks are counted; nil for all.
    private let followed: [Int]?

    /// - Parameter errors: what errs together, and how much.
    /// - Throws: `Absence` for a reading that is no composite, or without an admissible specification.
    init(
        of reading: AssessmentPlan.Reading, in assessment: Assessment, columns: MultiverseColumns,
        multiverse: Multiverse?, errors: [ReportingErrorSampler.Doubt], plan: AssessmentPlan.JointPlan,
        seed: UInt64
    ) throws(Absence) {
        guard case .composite = reading.kind else {
            throw Absence("it has neither weights nor method choices to be drawn")
        }
        var space = JointSpace(of: reading, in: assessment, columns: columns)
        var specifications: [Drawable] = []
        for codes in multiverse?.rows.map(\.codes) ?? [space.standardCodes] {
            specifications.append(.init(slice: try space.slice(codes), method: space.method(codes)))
        }
        guard !specifications.isEmpty else { throw Absence("it has no admissible specification") }
        self.reading = reading
        claim = assessment.claim
        dyads = assessment.panel.dyads
        self.plan = plan
        self.seed = seed
        offset = UInt64(assessment.plan.readings.firstIndex(of: reading) ?? 0)
        slices = space.slices
        self.specifications = specifications
        undatedRows = space.undatedRows
        followed = assessment.followed(on: reading.id)
        nodes = Self.nodes(of: assessment.plan)
        reporting =
            errors.isEmpty
            ? nil
            : ReportingErrorSampler(
                doubts: errors, dyads: dyads, seed: seed,
                stream: TestStream.jointDraws.first + offset << 16)
        let present: [JointDoubt: Bool] = [
            .specification: specifications.count > 1, .weights: slices.contains { $0.columns.count > 1 },
            .years: !space.yearSets.isEmpty, .reporting: reporting != nil, .undated: undatedRows > 0,
        ]
        doubts = JointDoubt.allCases.filter { present[$0] ?? false }
        randomness = JointRandomness(seed: seed, offset: offset, yearCounts: space.yearSets.map(\.count))
    }

    /// All draws, and what each doubt accounts for.
    func finding(work: Work = Work()) throws(Absence) -> JointTest.Finding {
        guard !doubts.isEmpty else { throw Absence("the study leaves nothing open that could be drawn") }
        let members = dyads.indices.filter { claim.referenceClass.contains(dyads[$0]) }
        let classDyads = members.map { dyads[$0] }
        guard let target = classDyads.firstIndex(of: claim.target) else {
            throw Absence("the target is not in the class")
        }
        let sample: SaltelliSample
        do throws(SobolFailure) {
            sample = try SaltelliSample(
                dimension: doubts.count, rows: max(plan.draws, 2), source: .independent,
                seed: seed ^ TestStream.jointDraws.first ^ offset)
        } catch {
            throw Absence("\(error)")
        }
        let empty = DyadRankCounts(
            dyads: classDyads, followed: followed.map { $0.compactMap { members.firstIndex(of: $0) } })
        let size = 64
        let draws = plan.draws
        let counted = work.sum(
            "joint draws", count: (draws + size - 1) / size, zero: empty, add: { $0 = $0 + $1 }
        ) { block in
            var counts = empty
            for row in (block * size)..<min((block + 1) * size, draws) {
                do throws(Absence) {
                    let ranking = try ranking(at: sample.point(.a, row: row))
                    counts.count(
                        ranks: members.map { ranking.ranks[$0] },
                        tieSizes: members.map { ranking.tieSizes[$0] })
                } catch {
                    counts.countFailure(error.reason)
                }
            }
            return counts
        }
        let indices = Result { () throws(Absence) in try effects(target: members[target], work: work) }
        guard let counted else { throw .elsewhere }
        return JointTest.Finding(
            doubts: doubts, ranks: counted, target: target, effects: indices)
    }

    /// First-order and total indices of the target's rank for each doubt, on the first draws and as many others.
    private func effects(target: Int, work: Work) throws(Absence) -> SobolIndices {
        do throws(SobolFailure) {
            let sample = try SaltelliSample(
                dimension: doubts.count, rows: plan.effectRows, source: .independent,
                seed: seed ^ TestStream.jointDraws.first ^ offset)
            return try SobolIndices(of: sample, work: work) { point in
                (try? ranking(at: point))?.ranks[target].map(Double.init) ?? .nan
            }
        } catch {
            if case .notFinite = error { throw Absence("some draws have no answer") }
            throw Absence("\(error)")
        }
    }

    /// The ranks of the class in a draw, by the panel's dyads.
    private func ranking(at point: [Double]) throws(Absence) -> Ranking {
        func number(_ doubt: JointDoubt) -> UInt64? {
            doubts.firstIndex(of: doubt).map { JointRandomness.number(point[$0]) }
        }
        let choice = doubts.firstIndex(of: .specification).map {
            min(specifications.count - 1, Int(point[$0] * Double(specifications.count)))
        }
        let specification = specifications[choice ?? 0]
        let slice = slices[specification.slice]
        let isCounted = randomness.counted(
            rows: undatedRows, share: plan.undatedShare, draw: number(.undated))
        let (columns, design, kept) = try slice.drawn(
            counts: randomness.yearCounts(draw: number(.years)), isCounted: { isCounted[$0] },
            factors: number(.reporting).flatMap { draw in
                reporting?.factors(draw: draw) { slice.indicators.contains($0) }
            } ?? [:],
            needed: reading.dimensions)
        let weights = leafWeights(of: slice, kept: kept, design: design, draw: number(.weights) ?? 0)
        do throws(ScoringFailure) {
            let shared = try SharedScoring(
                of: columns, design: design, isReference: slice.members.map { _ in true },
                method: specification.method)
            let scores = try shared.scores(
                leafWeights: weights, aggregations: specification.method.aggregations)
            var all = [Double?](repeating: nil, count: dyads.count)
            for (member, score) in zip(slice.members, scores) { all[member] = score }
            return Ranking(
                scores: all, isRanked: all.map { $0 != nil }, tieTolerance: specification.method.tieTolerance)
        } catch {
            throw Absence(
                error.words(
                    indicators: design.indicators.map(\.id),
                    units: slice.members.map { dyads[$0].description }))
        }
    }

    private func leafWeights(
        of slice: JointSlice, kept: [Int], design: IndexDesign, draw: UInt64
    ) -> [Double] {
        let spacings = randomness.spacings(nodes: nodes.count, draw: draw)
        let levels = design.hierarchy.levels.enumerated().map { level, nodes in
            nodes.names.map { name in
                self.nodes[Node(level: level, name: name)].map { spacings[$0] } ?? 1
            }
        }
        return design.hierarchy.leafWeights(nodeWeights: levels)
    }

    /// The dimensions and indicators that any specification may have, each with a place of its own.
    private static func nodes(of plan: AssessmentPlan) -> [Node: Int] {
        let dimensions = plan.dimensions.map(\.id) + plan.variants.flatMap(\.added).map(\.dimension)
        let names =
            plan.indicatorIDs.map { Node(level: 0, name: $0) }
            + dimensions.map { Node(level: 1, name: $0) }
        var places: [Node: Int] = [:]
        for name in names where places[name] == nil { places[name] = places.count }
        return places
    }
}
