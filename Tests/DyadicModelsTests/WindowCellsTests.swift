import Dyads
import TestSupport
import Testing

@testable import DyadicModels

struct WindowCellsTests {
    /// Against a series that never held the cells, to the last bit, for every operator and random sets of cells.
    @Test(arguments: [Indicator.YearOperator.mean, .sum, .shareOfYear], 1...20)
    func cellsThatAreMissing(yearOperator: Indicator.YearOperator, seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let dyads = WindowValuesTests.states.dyads
        var records: [(String, Int, Double?)] = []
        for dyad in dyads {
            for year in 2000...2006 where generator.uniform() < 0.8 {
                records.append((dyad.description, year, generator.uniform() < 0.2 ? 0 : generator.uniform()))
            }
        }
        let kept = records.map { _ in generator.uniform() < 0.6 }
        let referenceClass =
            seed % 2 == 0
            ? WindowValuesTests.everyone : ReferenceClass(excludedStates: [], excludedDyads: [dyads[1]])
        func column(_ records: [(String, Int, Double?)]) throws -> Panel.Column {
            try WindowValuesTests.column(
                yearOperator, years: 2000...2006, silence: .missing, records: records)
        }
        let whole = try column(records)
        let cells = try #require(whole.cells(in: 2001...2005, dyads: dyads, referenceClass: referenceClass))
        var missing: [WindowCells.Place] = []
        for (record, isKept) in zip(records, kept) where !isKept {
            guard let year = cells.years.firstIndex(of: record.1) else { continue }
            let dyad = try #require(dyads.firstIndex { $0.description == record.0 })
            missing.append(.init(dyad: dyad, year: year))
        }
        #expect(missing.allSatisfy(cells.isObserved))
        let expected = try column(zip(records, kept).compactMap { $1 ? $0 : nil }).values(
            in: 2001...2005, dyads: dyads, referenceClass: referenceClass, minimumYears: 1)
        #expect(cells.values(without: missing) == expected.values)
        #expect(cells.values(without: []) == cells.values)
    }

    @Test func snapshotsHaveNoCells() throws {
        let column = try WindowValuesTests.column(.snapshot, years: [2000], records: [("AAA-BBB", 2000, 2)])
        #expect(
            column.cells(
                in: 1990...2010, dyads: WindowValuesTests.states.dyads,
                referenceClass: WindowValuesTests.everyone) == nil)
    }
}
