import Dyads
import DyadicModels
import Foundation
import TestSupport
import Testing

@testable import ClaimTesting

/// Comparisons of sources, the errors that they size, and the draws of them.
struct MeasurementTestTests {
    typealias Comparison = AssessmentPlan.SourceComparison

    /// Four states and six pairs; `x` in two records, `y` in one, `z` a status.
    static func study(
        second: [Double?] = [2, 8, 1, 0, 3, 5], dyads: Set<Dyad>? = nil, draws: Int = 100
    ) -> TinyStudy {
        var study = TinyStudy(states: 4, columns: [])
        let pairs = study.dyads
        func records(_ values: [Double?]) -> [(dyad: Dyad, year: Int, value: Double)] {
            zip(pairs, values).compactMap { dyad, value in value.map { (dyad, 2000, $0) } }
        }
        study.columns = [
            .init(id: "x", records: records([4, 4, 2, 0, 0, 10])),
            .init(id: "y", records: records([1, 3, 2, 5, 4, 6])),
            .init(id: "z", kind: .binary, records: records([1, 0, 0, 1, 0, 1])),
        ]
        let comparison = Comparison(id: "two", records: .indicators("x", "w"), dimension: "d-x")
        let other = study.panelColumn(.init(id: "w", records: records(second)))
        study.sources.comparisons = [
            ComparedRecords(
                comparison, first: study.panelColumn(study.columns[0]), second: other, dyads: dyads)
        ]
        var tests = AssessmentPlan.TestPlan(seed: 5)
        tests.measurement = .init(draws: draws, comparisons: [comparison])
        study.tests = tests
        return study
    }

    /// Lines AB 4/2, AC 4/8, AD 2/1, CD 10/5 are above zero in both; BC is zero in both and BD in one. Over means of 20/6
    /// and 19/6 the log ratios are c + ln 2, c - ln 4 + ln 2 ... with c = ln 19/20.
    @Test func aComparisonByHand() throws {
        let found = try #require(Self.study().assessment.tests.measurement).compared[0]
        let sizes = try found.disagreement.get()
        #expect(sizes.lines.count == 4 && sizes.zeroInOne == 1 && sizes.zeroInBoth == 1 && sizes.missing == 0)
        #expect(found.lines.count == 6)
        let c = log(19.0 / 20)
        let ratio = try #require(found.logRatio(of: found.lines[1].dyad))
        #expect(abs(ratio - (c - log(2))) < 1e-12)
        #expect(found.logRatio(of: found.lines[4].dyad) == nil)
        #expect(abs(sizes.meanLogRatio - (c + log(2) / 2)) < 1e-12)
        // Log ratios ln 2 three times and -ln 2 once: squares about the mean 3 ln^2 2.
        #expect(abs(sizes.variance - log(2) * log(2)) < 1e-12)
    }

    /// Only the dyads that both looked at are compared, and a missing value is none.
    @Test func dyadsThatWereNotLookedAt() throws {
        let pairs = TinyStudy(states: 4, columns: []).dyads
        var study = Self.study(second: [2, 8, 1, 7, nil, 5], dyads: Set(pairs.prefix(5)))
        let found = try #require(study.assessment.tests.measurement).compared[0]
        #expect(found.lines.map(\.dyad) == Array(pairs.prefix(5)))
        let sizes = try found.disagreement.get()
        #expect(sizes.lines.count == 3 && sizes.zeroInOne == 1 && sizes.missing == 1)
        // Dyads outside the class are not compared either.
        study.excluded = ["DDD"]
        study.target = 0
        #expect(study.assessment.tests.measurement?.compared[0].lines.count == 3)
    }

    /// Counted indicators of a dimension with an answer err; a dimension without one, and a status, do not.
    @Test func whatErrs() throws {
        let measurement = try #require(Self.study().assessment.tests.measurement)
        let expected = ReportingError(pooling: [try measurement.compared[0].disagreement.get()])
        #expect(measurement.errors.map(\.indicator) == ["x", "y", "z"])
        #expect(measurement.errors[0].error == expected && measurement.errors[0].comparisons == ["two"])
        #expect(measurement.errors[1].reason == "no comparison of sources says how much d-y err")
        #expect(measurement.doubts.map(\.indicators) == [["x"]])

        var study = Self.study()
        study.columns[0].kind = .share
        let none = try #require(study.assessment.tests.measurement)
        #expect(none.errors[0].reason == "a state of things or a share is not recorded in part")
        guard case .failure(let absence)? = none.readings.first?.ranks else {
            Issue.record("drawn")
            return
        }
        #expect(absence.reason == "no indicator of all errs by a comparison of sources")
    }

    /// Two lines are too few: the comparison says so, and its dimension is taken as it stands.
    @Test func twoLinesAreTooFew() throws {
        let study = Self.study(second: [2, 8, 0, 0, 3, 0])
        let measurement = try #require(study.assessment.tests.measurement)
        guard case .failure(let absence) = measurement.compared[0].disagreement else {
            Issue.record("sized")
            return
        }
        #expect(absence.reason == "x and w both record more than zero for 2 dyads; three are needed")
        #expect(measurement.doubts.isEmpty && measurement.errors[0].error == nil)
    }

    /// The distribution is that of whole assessments of data that were multiplied by the same factors.
    @Test func drawsAgainstWholeAssessments() throws {
        let study = Self.study(draws: 100)
        let measurement = try #require(study.assessment.tests.measurement)
        let ranks = try #require(measurement.ranks(on: "all"))
        let sampler = ReportingErrorSampler(
            doubts: measurement.doubts, dyads: study.dyads, seed: 5,
            stream: TestStream.reportingErrors.first)
        var counts = [Int](repeating: 0, count: 6)
        for draw in 0..<100 {
            let factors = try #require(sampler.factors(draw: UInt64(draw))["x"])
            var erring = study
            erring.tests = nil
            for (unit, factor) in factors.enumerated() { erring.columns[0].records[unit].value *= factor }
            counts[try #require(erring.standing).rank - 1] += 1
        }
        #expect(ranks.draws == 100)
        #expect((1...6).map { ranks.count(of: 0, rank: $0) } == counts)
        #expect(counts.count { $0 > 0 } > 1)
    }

    /// Indicators on a common package err together, also through a third; others apart, and dimensions always.
    @Test func whatErrsTogether() {
        let error = ReportingError(stateSigma: 0, dyadSigma: 1)
        func item(_ dimension: String, _ id: String, _ error: ReportingError?) -> IndicatorError {
            IndicatorError(
                dimension: dimension, indicator: id, comparisons: [], error: error,
                reason: error == nil ? "none" : nil)
        }
        let errors = [
            item("p", "a", error), item("p", "b", error), item("p", "c", error), item("p", "d", error),
            item("p", "e", nil), item("q", "f", error),
        ]
        let sources = [
            InfluenceSource(id: "1", indicators: ["a", "c"]),
            InfluenceSource(id: "2", indicators: ["c", "d", "e"]),
            InfluenceSource(id: "3", indicators: ["b", "f"]),
        ]
        #expect(
            ReportingErrorSampler.Doubt.doubts(errors, sources: sources).map(\.indicators)
                == [["a", "c", "d"], ["b"], ["f"]])
        #expect(
            ReportingErrorSampler.Doubt.doubts(errors, sources: []).map(\.indicators)
                == [["a"], ["b"], ["c"], ["d"], ["f"]])
    }

    @Test func notAskedFor() {
        var study = Self.study()
        study.tests?.measurement = nil
        #expect(study.assessment.tests.measurement == nil)
    }
}
