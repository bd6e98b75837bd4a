import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

struct SmallestRemovalTests {
    /// Three states, two annual indicators of three and two years, and dated rows.
    static func study(seed: UInt64, target: Int) -> TinyStudy {
        var study = TinyStudy(states: 3, columns: [], target: target)
        var generator = SplitMix(seed: seed)
        func records(_ years: ClosedRange<Int>) -> [(dyad: Dyad, year: Int, value: Double)] {
            study.dyads.flatMap { dyad in years.map { (dyad, $0, 10 * generator.uniform()) } }
        }
        let rows = study.dyads.flatMap { dyad in
            (0..<Int(5 * generator.uniform())).map { _ in
                DatedRecords.Record(dyad: dyad, dating: .year(2001))
            }
        }
        study.columns = [
            .init(id: "a", yearOperator: .shareOfYear, years: 2000...2002, records: records(2000...2002)),
            .init(id: "b", yearOperator: .mean, years: 2001...2002, records: records(2001...2002)),
            .init(id: "c", dated: rows),
        ]
        return study
    }

    /// The standing without some records, by a whole assessment of data that never held them. A missing count of dated
    /// rows is written as a snapshot with a hole.
    static func standing(_ study: TinyStudy, without removed: [RemovableRecord]) -> Standing? {
        var other = study
        let rows = study.columns[2].dated ?? []
        other.columns[2] = .init(
            id: "c", yearOperator: .snapshot, years: 2001...2001,
            records: study.dyads.map { dyad in (dyad, 2001, Double(rows.count { $0.dyad == dyad })) })
        for record in removed {
            switch record {
            case .dyadYear(let dyad, let year):
                for k in 0..<2 { other.columns[k].records.removeAll { $0.dyad == dyad && $0.year == year } }
            case .value(let dyad, _): other.columns[2].records.removeAll { $0.dyad == dyad }
            }
        }
        return other.standing
    }

    /// Against every set of one, two and three of the twelve records.
    @Test(arguments: 1...10, 0...2)
    func everySmallSet(seed: Int, target: Int) throws {
        let study = Self.study(seed: UInt64(seed), target: target)
        guard let recorded = study.standing else { return }
        let isFirst: @Sendable (Standing) -> Bool = { $0.rank == 1 && !$0.isTied }
        let records = study.dyads.flatMap { dyad -> [RemovableRecord] in
            (2000...2002).map { .dyadYear(dyad, $0) } + [.value(dyad, indicator: "c")]
        }
        func flips(_ set: [RemovableRecord]) -> Bool {
            Self.standing(study, without: set).map { isFirst($0) != isFirst(recorded) } ?? false
        }
        let singles = records.filter { flips([$0]) }
        let found = try study.assessment.smallestRemoval(on: "all", in: study.window)
        #expect(found.candidates == 12 && found.pool == 12 && found.singles == singles.count)
        if let set = found.records {
            #expect(flips(set))
            #expect(agree(found.standing, Self.standing(study, without: set)))
        }
        if !singles.isEmpty {
            #expect(found.records?.count == 1 && found.isExact && found.lowerBound == 1)
            return
        }
        let pairs = records.indices.flatMap { i in records[(i + 1)...].map { [records[i], $0] } }
        if pairs.contains(where: flips) {
            #expect(found.records?.count == 2 && found.isExact && found.lowerBound == 2)
            return
        }
        #expect(found.lowerBound == 3 && (found.records?.count ?? 3) >= 3)
    }

    /// Sets that grow by rank and by margin differ; the smaller is given, and no record of it can be put back.
    @Test func theSmallerOfTwoSetsWithoutSpares() throws {
        var (several, unlike) = (0, 0)
        for seed in 1...60 {
            var study = Self.study(seed: UInt64(seed), target: seed % 6)
            let wide = TinyStudy(states: 4, columns: [])
            var generator = SplitMix(seed: UInt64(1_000 + seed))
            study.states = wide.states
            study.columns = ["a", "b"].map { id in
                .init(
                    id: id, years: 2000...2003,
                    records: wide.dyads.flatMap { dyad in
                        (2000...2003).map { (dyad, $0, 10 * generator.uniform()) }
                    })
            }
            let assessment = study.assessment
            let isFirst: @Sendable (Standing) -> Bool = { $0.rank == 1 && !$0.isTied }
            guard let recorded = study.standing, !isFirst(recorded) else { continue }
            let found = try assessment.smallestRemoval(on: "all", in: study.window)
            guard let set = found.records, set.count > 2 else { continue }
            let ids = ["a", "b"]
            let cells = RemovableCells(
                assessment.scoring(in: study.window, of: assessment.claim).holding(ids), ids: ids)
            let trials = RemovalTrials(
                cells: cells, reading: assessment.plan.readings[0], plan: assessment.plan,
                recorded: recorded, goesUp: true, isChanged: isFirst)
            let ways: [(Standing) -> [RemovableRecord]] = [{ _ in cells.records }, trials.recordsInFront]
            let sizes = zip(RemovalTrials.Progress.allCases, ways).map { progress, candidates in
                trials.grown(to: 20, from: recorded, by: progress, candidates: candidates).set
                    .map { trials.withoutSpares($0).needed.count }
            }
            #expect(set.count == sizes.compactMap(\.self).min())
            #expect(trials.withoutSpares(set).needed == set)
            several += 1
            if sizes[0] != sizes[1] { unlike += 1 }
        }
        #expect(several > 0 && unlike > 0)
    }

    /// AAA-BBB has 9 talks and 4 in two years, AAA-CCC 6 and 7.5 and BBB-CCC none: means 6.5, 6.75 and 0.
    @Test func aWeakYearByHand() throws {
        var study = TinyStudy(states: 3, columns: [])
        let dyads = study.dyads
        study.columns = [
            .init(
                id: "x", years: 2000...2001,
                records: [
                    (dyads[0], 2000, 9), (dyads[0], 2001, 4), (dyads[1], 2000, 6), (dyads[1], 2001, 7.5),
                    (dyads[2], 2000, 0), (dyads[2], 2001, 0),
                ])
        ]
        let found = try study.assessment.smallestRemoval(on: "all", in: study.window)
        #expect(found.records == [.dyadYear(dyads[0], 2001)] && found.isExact)
        #expect(found.standing?.rank == 1)
        // Without AAA-CCC's better year it is 6.5 against 6.
        #expect(found.singles == 2)
        #expect(found.records?.first?.description == "AAA-BBB 2001")
        // Nothing puts it below BBB-CCC.
        let last = try study.assessment.smallestRemoval(on: "all", in: study.window) { $0.rank < 3 }
        #expect(last.records == nil && last.singles == 0)
    }

    @Test func readingsAgainstExpectationsAreRefused() throws {
        var study = Self.study(seed: 1, target: 0)
        study.specification.exposure = .margins
        #expect(throws: Absence.self) {
            try study.assessment.smallestRemoval(on: "all", in: study.window)
        }
    }
}
