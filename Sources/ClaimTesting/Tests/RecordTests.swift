public import DyadicModels
import Dyads
import WorkPieces

/// What single records, under-reporting and gaps do to the target's rank on a reading in the main window.
public struct RecordTests: Sendable {
    /// The tipping point of the records of one dimension, or of all.
    public struct DimensionTippingPoint: Sendable {
        /// Nil for all dimensions of the reading together.
        public let dimension: String?
        public let found: TippingPoint
    }

    public let reading: String
    /// Without each year, indicator, source, rival, and one or two states; empty if not asked for.
    public var influences: [Influence] = []
    /// The change of each indicator alone that would make the target first; empty if not asked for.
    public var singleChanges: [SingleChange] = []
    /// The smallest set of records without which the default would answer otherwise whether the target is first and
    /// alone, which the decision rule asks for; nil if not asked for.
    public var removal: Result<SmallestRemoval, Absence>?
    /// Of all dimensions, then of each if there are several; empty if not asked for, or for a reading that is not
    /// assessable.
    public var tippingPoints: [DimensionTippingPoint] = []
    /// Over completions of missing values; nil for a reading that is not assessable.
    public var bounds: RankBounds?

    /// The tipping point of all dimensions together.
    public var tippingPoint: TippingPoint? { tippingPoints.first { $0.dimension == nil }?.found }
}

extension Assessment {
    /// The tests of records that the plan asks for, on every reading of the main window that can be scored.
    ///
    /// Influence is computed for the primary readings, since every omission is a whole scoring; tipping points for all
    /// readings but efficiencies, of which each factor would take hundreds of linear programs.
    func recordTests(sources: [InfluenceSource], covariates: Covariates?, work: Work) -> [RecordTests] {
        guard let tests = plan.tests, tests.influence || tests.tippingPoint else { return [] }
        let window = plan.windows[0]
        return plan.readings.compactMap { reading in
            guard result(reading.id, in: window.id)?.standing != nil else { return nil }
            var found = RecordTests(reading: reading.id)
            if tests.influence, reading.isPrimary {
                let work = work.at(reading.id)
                found.influences = influences(
                    on: reading.id, in: window, sources: sources, covariates: covariates, work: work)
                found.singleChanges = (try? singleChanges(on: reading.id, in: window)) ?? []
                // One set of trials rests on the one before, so that the search is one piece.
                let removal = work.attempts("smallest removal", count: 1) { _ in
                    Result { () throws(Absence) in try smallestRemoval(on: reading.id, in: window) }
                }
                found.removal = removal?.first ?? .failure(.elsewhere)
            }
            if tests.tippingPoint { found.tippingPoints = tippingPoints(on: reading, in: window) }
            found.bounds = try? rankBounds(on: reading.id, in: window)
            return found
        }
    }

    private func tippingPoints(
        on reading: AssessmentPlan.Reading, in window: Window
    ) -> [RecordTests.DimensionTippingPoint] {
        if case .efficiency = reading.kind { return [] }
        let ids = plan.indicators(of: reading)
        let dimensions = plan.dimensions.filter { !Set($0.indicators).isDisjoint(with: ids) }.map(\.id)
        let apart: [String?] = dimensions.count > 1 ? dimensions : []
        return ([nil] + apart).compactMap { dimension in
            (try? tippingPoint(on: reading.id, in: window, dimensions: dimension.map { [$0] })).map {
                .init(dimension: dimension, found: $0)
            }
        }
    }
}
