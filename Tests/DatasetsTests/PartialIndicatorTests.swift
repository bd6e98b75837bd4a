import Dyads
import Testing

@testable import Datasets

/// Indicators from some of their packages, against rows counted one by one.
struct PartialIndicatorTests {
    static let folder = CommittedPackages.folder

    static func definition(_ id: String) throws -> IndicatorDefinition {
        try #require(try folder.indicatorDefinitions().first { $0.indicator.id == id })
    }

    static func sum(_ column: Panel.Column, _ dyad: Dyad) throws -> Double {
        guard case .series(let series) = column.data else { throw CancellationError() }
        return try #require(series.values(of: dyad)).reduce(0) { $0 + ($1 ?? 0) }
    }

    /// IEADB is covered to 2020, GGO to 2023, DESTA to 2019: beyond, a column from one of them has no years, not zeros.
    @Test(arguments: [("ieadb", 2020), ("ggo", 2023), ("desta", 2019)])
    func bilateralTreatiesOfOneCollection(package: String, lastYear: Int) throws {
        let column = try #require(
            try Self.folder.column(
                of: Self.definition("bilateral-treaties"), from: [package], states: Self.folder.states()))
        #expect(column.indicator.coverage.years == Array(1992...lastYear))
        var parties: [String: Int] = [:]
        let rows = try CommittedPackages.rows("dyad-treaties", of: package)
        for row in rows {
            let id = try #require(row["treaty_id"])
            parties[id] = max(parties[id] ?? 0, try #require(row["parties"].flatMap { Int($0) }))
        }
        for name in ["AZE-KAZ", "KAZ-UZB", "BLR-UKR", "EST-LVA"] {
            // One identifier may stand twice for a dyad (an amendment); it is one treaty, of its earliest year.
            var first: [String: Int] = [:]
            for row in rows where row["dyad"] == name {
                guard let id = row["treaty_id"], parties[id] == 2, let year = row["year"].flatMap({ Int($0) })
                else { continue }
                first[id] = min(first[id] ?? year, year)
            }
            let count = first.values.count { (1992...lastYear).contains($0) }
            #expect(try Self.sum(column, try #require(Dyad(name))) == Double(count), "\(name)")
        }
    }

    @Test func withoutAPackage() throws {
        let states = try Self.folder.states()
        let treaties = try Self.definition("shared-treaties")
        let withoutGGO = try #require(try Self.folder.column(of: treaties, without: "ggo", states: states))
        let alone = try #require(try Self.folder.column(of: treaties, from: ["ieadb"], states: states))
        let whole = try #require(try Self.folder.column(of: treaties, without: "atop", states: states))
        let dyad = try #require(Dyad("AZE-KAZ"))
        #expect(try Self.sum(withoutGGO, dyad) == Self.sum(alone, dyad))
        #expect(try Self.sum(whole, dyad) > Self.sum(alone, dyad))
        #expect(whole.indicator == treaties.indicator)
        for (id, package) in [("trade-agreements", "desta"), ("embassies", "embassies")] {
            #expect(try Self.folder.column(of: Self.definition(id), without: package, states: states) == nil)
        }
        #expect(try Self.folder.column(of: treaties, from: [], states: states) == nil)
    }

    /// The pairs that the log of searches gives for coder 5 are those of the second table, one of them (GEO-UKR) without a
    /// countable row in the first.
    @Test func theSecondCoding() throws {
        let states = try Self.folder.states()
        let projects = try Self.definition("joint-projects")
        let second = try #require(
            try Self.folder.secondCoding(of: projects, table: "second-coding", states: states))
        let searched = try CommittedPackages.rows("effort", of: "joint-projects").filter {
            $0["coder"] == "5"
        }
        #expect(second.dyads == Set(searched.compactMap { $0["dyad"].flatMap { Dyad($0) } }))
        #expect(second.dyads.count == 10)
        func counts(_ data: IndicatorData) -> [String: Int] {
            guard case .dated(let records) = data else { return [:] }
            return records.records.filter { second.dyads.contains($0.dyad) }
                .reduce(into: [:]) { $0["\($1.dyad)", default: 0] += 1 }
        }
        // The protocol's own comparison: KAZ-UZB 12 and 14, BLR-KAZ 11 and 13, AZE-KAZ 6 and 5.
        let first = try Self.folder.panel(of: ["joint-projects"], states: states)
        let before = counts(try #require(first[indicator: "joint-projects"]).data)
        let after = counts(second.column.data)
        #expect(before["KAZ-UZB"] == 12 && before["BLR-KAZ"] == 11 && before["AZE-KAZ"] == 6)
        #expect(after["KAZ-UZB"] == 14 && after["BLR-KAZ"] == 13 && after["AZE-KAZ"] == 5)
        #expect(before["GEO-UKR"] == nil && after["GEO-UKR"] == 1)
        #expect(
            try Self.folder.secondCoding(of: Self.definition("embassies"), table: "x", states: states) == nil)
    }
}
