import Dyads
import DyadicModels
import Foundation
import LinearAlgebra
import Scoring
import Testing
import Uncertainty

@testable import ClaimTesting

/// The sampling error of a reading, from series to sets of ranks.
struct SamplingTestTests {
    /// Equal-weighted cosines by their definition (Lazarus et al. 2018), sources apart, on a mean of values as they are.
    @Test func standardErrorsOfALinearComposite() throws {
        let study = SamplingStudy.study(
            years: [2000...2011, 2000...2011, 1995...2006], seed: 11,
            specification: Specification(method: try SamplingStudy.asIs()))
        let error = try SamplingStudy.test(study.assessment).outcome.get()
        func squaredError(_ series: (Int) -> Double, _ years: ClosedRange<Int>) -> Double {
            let count = Double(years.count)
            return (1...4).reduce(0.0) { sum, j in
                let projection = years.reduce(0.0) { sum, year in
                    let t = Double(year - years.lowerBound + 1)
                    return sum + series(year) * cos(.pi * Double(j) * (t - 0.5) / count)
                }
                return sum + projection * projection * 2 / count / 4 / count
            }
        }
        func value(_ column: Int, _ dyad: Dyad, _ year: Int) -> Double {
            study.columns[column].records.first { $0.dyad == dyad && $0.year == year }?.value ?? .nan
        }
        func expected(_ contrast: [(Dyad, Double)]) -> Double {
            let together = squaredError(
                { year in
                    contrast.reduce(0) {
                        $0 + $1.1 * (value(0, $1.0, year) + value(1, $1.0, year)) / 3
                    }
                }, 2000...2011)
            let apart = squaredError(
                { year in contrast.reduce(0) { $0 + $1.1 * value(2, $1.0, year) / 3 } }, 1995...2006)
            return (together + apart).squareRoot()
        }
        for item in error.dyads {
            #expect(abs(item.standardError - expected([(item.dyad, 1)])) < 1e-6)
        }
        // 2.776445 is the 0.975-quantile of t with 4 degrees of freedom.
        for item in error.differences {
            #expect(abs(item.standardError - expected([(item.dyad, 1), (item.rival, -1)])) < 1e-6)
            let middle = (item.interval.lowerBound + item.interval.upperBound) / 2
            #expect(abs(middle - item.difference) < 1e-12)
            let half = (item.interval.upperBound - item.interval.lowerBound) / 2
            #expect(abs(half - 2.776445 * item.standardError) < 1e-5 * half)
        }
    }

    /// On a linear composite of one group, scoring again is resampling the composite's own series.
    @Test func theBootstrapOfALinearComposite() throws {
        let study = SamplingStudy.study(
            years: [2000...2013, 2000...2013], seed: 12,
            specification: Specification(method: try SamplingStudy.asIs()))
        let error = try SamplingStudy.test(
            study.assessment, .init(draws: 100, replicates: 199, confidence: 0.9)
        ).outcome.get()
        let composite = Matrix(rows: 14, columns: study.dyads.count) { year, unit in
            let dyad = study.dyads[unit]
            return study.columns.reduce(0.0) { sum, column in
                sum
                    + (column.records.first { $0.dyad == dyad && $0.year == 2000 + year }?.value ?? .nan) / 2
            }
        }
        let means = try MovingBlockBootstrap(
            years: 14, replicates: 199, generator: TestStream.resampledYears.generator(seed: 5)
        ).means(of: composite)
        for item in error.differences {
            let first = try #require(study.dyads.firstIndex(of: item.dyad))
            let second = try #require(study.dyads.firstIndex(of: item.rival))
            let differences = means.rowIndices.map { means[$0, first] - means[$0, second] }.sorted()
            let found = try #require(item.bootstrap)
            #expect(abs(found.lowerBound - differences[9]) < 1e-12)
            #expect(abs(found.upperBound - differences[189]) < 1e-12)
        }
        for (unit, item) in error.dyads.enumerated() {
            let ranks = means.rowIndices.map { row in
                1 + study.dyads.indices.count { means[row, $0] > means[row, unit] }
            }.sorted()
            #expect(item.bootstrap == ranks[9]...ranks[189])
        }
        #expect(error.replicates == 199)
    }

    /// 25 of 999 are cut off on either side, itself not among them: the 25th and the 975th stay.
    @Test func theMiddleOfReplicates() {
        #expect(ResampledScores.middle(Array((1...999).reversed()), 0.95) == 25...975)
        #expect(ResampledScores.middle(Array(1...19), 0.9) == 1...19)
        #expect(ResampledScores.middle([3], 0.5) == 3...3)
        #expect(ResampledScores.middle([Int](), 0.95) == nil)
    }

    /// Whatever years are drawn, a pair and its copy have the same score.
    @Test func aDyadAndItsCopyDifferByNothing() throws {
        var method = ScoringMethod(normalisation: .zScore)
        method.transform = .log1p
        var study = SamplingStudy.study(
            years: [2000...2011, 1998...2012], seed: 13, specification: Specification(method: method))
        let (target, copy) = (study.dyads[0], study.dyads[1])
        for place in study.columns.indices {
            study.columns[place].records.removeAll { $0.dyad == copy }
            for record in study.columns[place].records where record.dyad == target {
                study.columns[place].records.append((copy, record.year, record.value))
            }
        }
        let error = try SamplingStudy.test(study.assessment).outcome.get()
        let difference = try #require(error.differences.first { $0.rival == copy })
        #expect(difference.dyad == target && abs(difference.difference) < 1e-12)
        #expect(difference.standardError == 0)
        #expect(difference.interval.upperBound - difference.interval.lowerBound < 1e-12)
        let bootstrap = try #require(difference.bootstrap)
        #expect(abs(bootstrap.lowerBound) < 1e-12 && abs(bootstrap.upperBound) < 1e-12)
        #expect(error.dyads[0].marginal == error.dyads[1].marginal)
    }

    @Test func whatHasNoYearsIsHeldFixedAndWeighed() throws {
        var study = SamplingStudy.study(
            years: [2000...2011, 2001...2004, 2000...2000], seed: 14, operators: [.mean, .mean, .snapshot],
            specification: Specification(method: ScoringMethod()))
        study.columns.append(
            TinyStudy.Column(
                id: "rows", dated: [.init(dyad: study.dyads[0], dating: .year(2005))]))
        let test = SamplingStudy.test(study.assessment)
        #expect(test.indicators.map(\.id) == ["i0", "i1", "i2", "rows"])
        #expect(
            test.indicators.map(\.treatment) == [
                .resampled(group: 1, blockLength: 3),
                .heldFixed(reason: "4 covered years: 5 needed"),
                .heldFixed(reason: "a snapshot, not a value for each year"),
                .heldFixed(reason: "dated rows, not a value for each year"),
            ])
        #expect(test.indicators.map { $0.years.count } == [12, 4, 1, 0])
        #expect(abs(try test.outcome.get().fixedWeight - 0.75) < 1e-12)
    }

    @Test func nothingAnnualIsNoAnswer() throws {
        let study = SamplingStudy.study(
            years: [2000...2003], seed: 15, specification: Specification(method: ScoringMethod()))
        let test = SamplingStudy.test(study.assessment)
        guard case .failure(let absence) = test.outcome else {
            Issue.record("an answer")
            return
        }
        #expect(absence.reason == "no indicator has a value for each of enough years")
        #expect(test.indicators.map(\.isHeldFixed) == [true])
    }

    /// Ten times as much in every year leaves no doubt.
    @Test func aPlantedLeaderIsFound() throws {
        var study = SamplingStudy.study(
            states: 5, years: [1992...2022, 1995...2020], seed: 16,
            specification: Specification(method: ScoringMethod()))
        for place in study.columns.indices {
            for record in study.columns[place].records.indices
            where study.columns[place].records[record].dyad == study.dyads[0] {
                study.columns[place].records[record].value *= 10
            }
        }
        let assessment = study.assessment
        let error = try SamplingStudy.test(assessment).outcome.get()
        #expect(error.rankSet(of: study.dyads[0]) == 1...1)
        #expect(error.dyads[0].joint?.simultaneous == 1...1 && error.dyads[0].bootstrap == 1...1)
        #expect(error.dyads.map { $0.joint?.isInBestSet } == [true] + [Bool](repeating: false, count: 9))
        #expect(error.dyads.map { $0.joint?.canBeBest } == error.dyads.map { $0.joint?.isInBestSet })
        #expect(error.dyads[0].joint?.bestDifference.lowerBound == 0)
        // The leader is the target: no further comparison.
        #expect(error.differences.count == 9 && error.differences.allSatisfy { $0.difference > 0 })
    }

    /// Six pairs of the same mean: each set holds all six ranks with 95 %, of 120 sets at least 102 (five standard
    /// errors below if sets of a panel were independent).
    @Test func pureNoiseLeavesEveryRankOpen() throws {
        var whole = 0
        for seed in 0..<20 {
            let study = SamplingStudy.study(
                years: [1992...2022, 1992...2022], seed: UInt64(100 + seed),
                specification: Specification(method: ScoringMethod()))
            let error = try SamplingStudy.test(study.assessment, .init(draws: 200, replicates: 9)).outcome
                .get()
            whole += error.dyads.count { $0.marginal == 1...6 }
        }
        #expect(whole >= 102, "\(whole)")
    }

    /// Sets are nested as the theory says, and those for the best are what `RankInference` gives directly.
    @Test func setsAreNestedAndRepeatable() throws {
        var study = SamplingStudy.study(
            states: 5, years: [1992...2022, 1995...2020], seed: 17,
            specification: Specification(method: ScoringMethod()))
        for place in study.columns.indices {
            for record in study.columns[place].records.indices {
                let dyad = study.columns[place].records[record].dyad
                study.columns[place].records[record].value +=
                    0.3 * Double(study.dyads.firstIndex(of: dyad) ?? 0)
            }
        }
        let assessment = study.assessment
        let plan = AssessmentPlan.SamplingPlan(draws: 300, replicates: 39, confidence: 0.9, tau: 3)
        let error = try SamplingStudy.test(assessment, plan).outcome.get()
        for item in error.dyads {
            let joint = try #require(item.joint)
            #expect(item.marginal.contains(item.rank) && joint.simultaneous.contains(item.rank))
            #expect(joint.simultaneous.lowerBound <= item.marginal.lowerBound)
            #expect(joint.simultaneous.upperBound >= item.marginal.upperBound)
            #expect(item.withoutStepDown.lowerBound <= item.marginal.lowerBound)
            #expect(item.withoutStepDown.upperBound >= item.marginal.upperBound)
            #expect(item.marginal.lowerBound <= item.oneSidedBest)
            #expect(item.marginal.upperBound >= item.oneSidedWorst)
            #expect(joint.bestDifference.contains(0))
            #expect(!joint.isInBestSet || joint.isInTauBestSet)
        }
        let (rescoring, series) = try SamplingStudy.parts(assessment)
        let contributions = try rescoring.contributions(of: series.groups)
        let inference = try RankInference(
            estimates: error.dyads.map(\.score),
            covariance: LongRunMeans(of: contributions, weights: [1, 1]).covariance, draws: 300,
            generator: TestStream.samplingErrors.generator(seed: 5))
        let units = Array(error.dyads.indices)
        #expect(
            units.filter { error.dyads[$0].joint?.isInBestSet ?? false }
                == (try inference.best(1, coverage: 0.9)))
        #expect(
            units.filter { error.dyads[$0].joint?.isInTauBestSet ?? false }
                == (try inference.best(3, coverage: 0.9)))
        let again = try SamplingStudy.test(assessment, plan).outcome.get()
        #expect(again.dyads == error.dyads && again.differences == error.differences)
        // The last row compares the leader with the second.
        let ranked = error.dyads.sorted { $0.score > $1.score }
        #expect(ranked[0].dyad != study.dyads[0] && error.differences.count == 10)
        #expect(error.differences.last?.dyad == ranked[0].dyad)
        #expect(error.differences.last?.rival == ranked[1].dyad)
    }

    @Test func readingsOfOtherKindsHaveAReason() throws {
        let reading = Fixture.conversion(["pacts"])
        let assessment = assess(
            try #require(Fixture.claim()), plan: Fixture.plan(readings: [reading]), panel: Fixture.panel())
        let test = SamplingStudy.test(assessment)
        guard case .failure(let absence) = test.outcome else {
            Issue.record("an answer")
            return
        }
        #expect(absence.reason == "sampling errors are computed for composites")
        #expect(test.indicators.map(\.id) == ["talks", "pacts"])
    }
}
