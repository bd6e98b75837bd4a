import Foundation
import Testing

@Suite struct TradeCheckValueTests {
    private func means(_ column: String, _ years: ClosedRange<Int>) throws -> [String: Double] {
        let rows = try CommittedPackages.rows("dyad-years", of: "trade")
        var values: [String: [Double]] = [:]
        for row in rows where years.contains(row.integer("year") ?? 0) {
            if let dyad = row["dyad"], let value = row.number(column) {
                values[dyad, default: []].append(value)
            }
        }
        return values.mapValues { $0.reduce(0, +) / Double($0.count) }
    }

    /// Mean of both flows over the recorded years, zeros counted (tolerance: the stated digits).
    @Test func cow() throws {
        let means = try means("cow_usd_million", 1992...2014)
        #expect(abs(try #require(means["AZE-KAZ"]) - 186.391) < 0.0005)
        #expect(abs(try #require(means["BLR-UKR"]) - 2451) < 0.5)
        #expect(abs(try #require(means["LTU-LVA"]) - 1927) < 0.5)
        #expect(try Standing("AZE-KAZ", in: means) == Standing(rank: 21, tied: 0))
    }

    @Test func cowCoverage() throws {
        let rows = try CommittedPackages.rows("dyad-years", of: "trade").filter {
            $0["cow_usd_million"] != ""
        }
        #expect(rows.count { $0["year"] == "1992" } == 84)
        #expect(rows.count { $0["year"] == "1993" } == 105)
        let target = try #require(rows.first { $0["dyad"] == "AZE-KAZ" && $0["year"] == "2004" })
        #expect(target.number("cow_usd_million") == 253)
    }

    /// What COW records and what it smooths differ in isolated years: 237 against 117 in 2004.
    @Test func cowSmoothing() throws {
        let target = try #require(
            try CommittedPackages.rows("dyad-years", of: "trade").first {
                $0["dyad"] == "AZE-KAZ" && $0["year"] == "2004"
            })
        #expect(target.number("cow_imports_of_a_usd_million") == 237)
        #expect(target.number("cow_smoothed_imports_of_a_usd_million") == 117)
        // The other direction is the same in both: totals of 253 and 133.
        #expect(target.number("cow_imports_of_b_usd_million") == 16)
        #expect(target.number("cow_smoothed_imports_of_b_usd_million") == 16)
        #expect(target.number("cow_usd_million") == 253)
        for row in try CommittedPackages.rows("dyad-years", of: "trade") {
            guard let total = row.number("cow_usd_million") else { continue }
            let a = try #require(row.number("cow_imports_of_a_usd_million"))
            let b = try #require(row.number("cow_imports_of_b_usd_million"))
            #expect(total == a + b)
        }
    }

    @Test func zerosOf1992To1994AreMissingInTheSplice() throws {
        let rows = try CommittedPackages.rows("dyad-years", of: "trade")
        let missing = rows.filter { ($0.integer("year") ?? 0) <= 1994 && $0["trade_usd_million"] == "" }
        #expect(missing.count == 75)
        #expect(missing.allSatisfy { $0["cow_usd_million"] == "0" && $0["source"] == "" })
        #expect(missing.count { $0["dyad"] == "RUS-UKR" } == 2)
    }

    @Test func baci() throws {
        let means = try means("baci_usd_million", 2000...2020)
        #expect(abs(try #require(means["AZE-KAZ"]) - 260.7) < 0.05)
        #expect(try Standing("AZE-KAZ", in: means) == Standing(rank: 23, tied: 0))
    }

    /// The agreement of the two sources over 2000-2014 that supports the splice.
    @Test func theSourcesAgree() throws {
        var (cow, baci): ([Double], [Double]) = ([], [])
        for row in try CommittedPackages.rows("dyad-years", of: "trade")
        where (2000...2014).contains(row.integer("year") ?? 0) {
            if let a = row.number("cow_usd_million"), let b = row.number("baci_usd_million"), a > 0, b > 0 {
                cow.append(log(a))
                baci.append(log(b))
            }
        }
        #expect(cow.count == 1447)
        #expect(abs(correlation(cow, baci) - 0.970) < 0.0005)
        let ratios = zip(cow, baci).map { exp($0 - $1) }.sorted()
        #expect(abs(ratios[ratios.count / 2] - 1.004) < 0.0005)
    }

    /// ITPD-E, in constant dollars, against BACI over 2000-2016, where both are above zero.
    @Test func itpdAgreesWithBACI() throws {
        var baciOf: [String: Double] = [:]
        for row in try CommittedPackages.rows("dyad-years", of: "trade") {
            guard let dyad = row["dyad"], let year = row["year"] else { continue }
            baciOf["\(dyad) \(year)"] = row.number("baci_usd_million")
        }
        let rows = try CommittedPackages.rows("dyad-years", of: "trade-itpd")
        #expect(Set(rows.map { $0["dyad"] }).count == 105)
        #expect(rows.count == 105 * 17)
        var (itpd, baci): ([Double], [Double]) = ([], [])
        for row in rows {
            guard let dyad = row["dyad"], let year = row["year"] else { continue }
            if let a = row.number("itpd_usd2010"), let b = baciOf["\(dyad) \(year)"], a > 0, b > 0 {
                itpd.append(log(a))
                baci.append(log(b))
            }
        }
        #expect(itpd.count == 1714)
        #expect(abs(correlation(itpd, baci) - 0.988) < 0.0005)
        let unreported = rows.filter { $0["dyad"] == "TJK-UZB" }
        #expect(unreported.compactMap { $0.integer("year") } == Array(2000...2016))
        #expect(unreported.allSatisfy { $0["itpd_usd2010"] == "0" })
    }

    /// BACI's zeros of three pairs mean that nobody reported; COW speaks to 2014, nobody in 2015.
    @Test(arguments: ["TKM-UZB", "TJK-UZB", "TJK-TKM"])
    func unreportedPairs(dyad: String) throws {
        let rows = try CommittedPackages.rows("dyad-years", of: "trade").filter { $0["dyad"] == dyad }
        func within(_ years: ClosedRange<Int>) -> [[String: String]] {
            rows.filter { years.contains($0.integer("year") ?? 0) }
        }
        #expect(within(2000...2015).count == 16)
        #expect(within(2001...2015).allSatisfy { $0["baci_usd_million"] == "0" })
        #expect(within(2000...2014).allSatisfy { $0["source"] == "COW" })
        #expect(within(2015...2015).map { $0["trade_usd_million"] } == [""])
        #expect(within(2016...2020).count { $0["source"] == "BACI" } == 5)
    }

    @Test func implausibleValuesAreFlagged() throws {
        let flagged = try CommittedPackages.rows("dyad-years", of: "trade").filter { $0["flagged"] == "1" }
        let border = flagged.filter { $0["dyad"] == "ARM-AZE" }
        #expect(border.compactMap { $0.integer("year") } == Array(2015...2020))
        // "4 to 11 million a year", rounded.
        #expect(border.allSatisfy { (3.5..<11.5).contains($0.number("trade_usd_million") ?? 0) })
        let others = flagged.filter { $0["dyad"] != "ARM-AZE" }
        #expect(others.map { $0["dyad"] } == ["TKM-UZB"])
        #expect(others.map { $0["year"] } == ["2016"])
        #expect(others.map { $0["trade_usd_million"] } == ["0"])
    }

    private func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let sxy = zip(x, y).map { ($0 - mx) * ($1 - my) }.reduce(0, +)
        let sxx = x.map { ($0 - mx) * ($0 - mx) }.reduce(0, +)
        let syy = y.map { ($0 - my) * ($0 - my) }.reduce(0, +)
        return sxy / (sxx * syy).squareRoot()
    }
}
