public import DyadicModels
import LinearAlgebra

/// By how much the target would have to be under-recorded, relative to its rivals, to be first on a reading.
public struct TippingPoint: Sendable {
    /// The target's rank when its values are multiplied by a factor; nil where the reading cannot be scored.
    public struct Point: Hashable, Sendable {
        public let factor: Double
        public let rank: Int?
        public let isTied: Bool
    }

    public enum Outcome: Hashable, Sendable {
        /// The factor at which the target becomes first and alone, to a relative 1e-4.
        case first(at: Double)
        /// The target is first and alone as recorded; the factor at which it no longer is, nil down to 1/1,000.
        case isFirst(lostAt: Double?)
        case never(reason: String)
    }

    /// The indicators whose values are multiplied.
    public let indicators: [String]
    public let outcome: Outcome
    /// Ranks along the grid of factors, for a figure.
    public let curve: [Point]

    /// 1 to 1,000, about eight factors a decade.
    public static let standardGrid: [Double] = [
        1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8, 10, 12.5, 15, 20, 25, 30, 40, 50, 60, 80, 100, 125,
        150,
        200, 250, 300, 400, 500, 600, 800, 1000,
    ]
}

extension Assessment {
    /// The tipping point of the target on a reading or dimension.
    ///
    /// The window values of the target on the indicators of the dimensions under doubt are multiplied by a factor;
    /// statuses (binary indicators) and shares are not, since a state of things is not recorded in part. Everything is
    /// fitted and scored again for every factor. The rank need not improve with the factor: a value far out stretches
    /// the scale on which it is measured. So the grid is searched for the first factor that makes the target first, and
    /// halved from the factor before it; a first place between two grid factors that both lack it is not seen.
    ///
    /// Costs one scoring for each grid factor and some 20 more.
    ///
    /// - Parameters:
    ///   - subject: the id of a reading or a dimension of the plan.
    ///   - window: one of the plan's, for which expectations were made.
    ///   - dimensions: those under doubt; nil for all of the reading.
    ///   - grid: factors above zero, ascending, at most 1,000; 1 is the record.
    /// - Throws: `Absence` when the reading is not assessable as recorded.
    public func tippingPoint(
        on subject: String, in window: Window, dimensions: [String]? = nil,
        grid: [Double] = TippingPoint.standardGrid
    ) throws(Absence) -> TippingPoint {
        let plan = plan
        let reading = plan.reading(subject)
        let ids = plan.indicators(of: reading)
        let scoring = scoring(in: window, of: claim).holding(ids)
        guard let unit = panel.dyads.firstIndex(of: claim.target) else {
            throw Absence("\(claim.target) is not a pair of the study")
        }
        if case .notAssessable(let reason) = scoring.score(reading, plan: plan) { throw Absence(reason) }
        let chosen = dimensions.map { ids in
            Set(plan.dimensions.filter { ids.contains($0.id) }.flatMap(\.indicators))
        }
        let doubted = ids.filter { id in
            guard let indicator = panel[indicator: id]?.indicator, scoring.column(id)?.column.values != nil
            else { return false }
            return indicator.isCounted && chosen?.contains(id) ?? true
        }
        let dyads = panel.dyads.count
        @Sendable func point(_ factor: Double) -> TippingPoint.Point {
            var supposing = scoring
            let factors = (0..<dyads).map { $0 == unit ? factor : 1 }
            for id in doubted { supposing.factors[id] = factors }
            guard case .scored(_, let standing) = supposing.score(reading, plan: plan) else {
                return .init(factor: factor, rank: nil, isTied: false)
            }
            return .init(factor: factor, rank: standing.rank, isTied: standing.isTied)
        }
        let usable = grid.filter { $0 > 0 && $0 <= 1_000 }.sorted()
        let curve = parallelMap(count: usable.count) { point(usable[$0]) }
        let recorded = doubted.compactMap { scoring.column($0)?.column.values?[unit] }
        let outcome: TippingPoint.Outcome
        if point(1).isSoleFirst {
            let lost = usable.map { 1 / $0 }.first { $0 < 1 && !point($0).isSoleFirst }
            outcome = .isFirst(lostAt: lost.map { halve(between: $0, and: 1) { !point($0).isSoleFirst } })
        } else if doubted.isEmpty {
            outcome = .never(reason: "no indicator of these dimensions counts anything")
        } else if recorded.allSatisfy({ $0 == 0 }) {
            outcome = .never(reason: "all recorded values of \(claim.target) under doubt are zero or missing")
        } else if let index = curve.firstIndex(where: { $0.factor > 1 && $0.isSoleFirst }) {
            let before = index > 0 ? max(1, curve[index - 1].factor) : 1
            outcome = .first(
                at: halve(between: curve[index].factor, and: before) { point($0).isSoleFirst })
        } else if let best = curve.filter({ $0.rank != nil }).min(by: {
            ($0.rank ?? .max, $0.factor) < ($1.rank ?? .max, $1.factor)
        }) {
            outcome = .never(
                reason:
                    "no factor up to \(usable.last ?? 1) makes it first and alone; the best rank is \(best.rank ?? 0), at \(best.factor)"
            )
        } else {
            outcome = .never(reason: "the reading cannot be scored for any factor")
        }
        return TippingPoint(indicators: doubted, outcome: outcome, curve: curve)
    }

    /// The factor nearest to `other` at which something holds, given that it holds at `end`; by halving logarithms.
    private func halve(between end: Double, and other: Double, _ holds: (Double) -> Bool) -> Double {
        var (with, without) = (end, other)
        while max(with, without) > (1 + 1e-4) * min(with, without) {
            let middle = (with * without).squareRoot()
            if holds(middle) { with = middle } else { without = middle }
        }
        return with
    }
}

extension TippingPoint.Point {
    /// Whether the target is first and alone.
    public var isSoleFirst: Bool { rank == 1 && !isTied }
}
