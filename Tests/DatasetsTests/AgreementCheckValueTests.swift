import Testing

@Suite struct AgreementCheckValueTests {
    /// Weighted by 1/(n-1) over the rows that begin in 1992 or later, n counting the parties of those rows. The
    /// stated values have one decimal; the third was measured by an independent program (tolerance 0.0005).
    private func weighted(_ collection: String) throws -> [String: Double] {
        try CommittedPackages.sums("dyad-treaties", of: collection) { row in
            guard let year = row.integer("recorded_year"), year >= 1992,
                let parties = row.number("parties_since_1992")
            else { return nil }
            return 1 / (parties - 1)
        }
    }

    /// Mitchell et al. 2020. The treaty-level rule gives 2.766 for the target: 14 treaties have rows that begin
    /// with the accession.
    @Test func ieadb() throws {
        let sums = try weighted("ieadb")
        #expect(abs(try #require(sums["AZE-KAZ"]) - 2.885) < 0.0005)
        #expect(abs(try #require(sums["KAZ-KGZ"]) - 16.152) < 0.0005)
        #expect(abs(try #require(sums["BLR-UKR"]) - 10.646) < 0.0005)
        #expect(try Standing("AZE-KAZ", in: sums).rank == 23)
        #expect(sums.count == 105)
    }

    @Test func ieadbByTheTreatysOwnBeginning() throws {
        let sums = try CommittedPackages.sums("dyad-treaties", of: "ieadb") { row in
            guard let year = row.integer("year"), year >= 1992, let parties = row.number("parties") else {
                return nil
            }
            return 1 / (parties - 1)
        }
        #expect(abs(try #require(sums["AZE-KAZ"]) - 2.766) < 0.0005)
        #expect(abs(try #require(sums["KAZ-KGZ"]) - 16.062) < 0.0005)
        #expect(abs(try #require(sums["BLR-UKR"]) - 10.624) < 0.0005)
    }

    /// Counting rows instead of parties gives 3.011 and the 42nd place.
    @Test func ggo() throws {
        let sums = try weighted("ggo")
        #expect(abs(try #require(sums["AZE-KAZ"]) - 3.064) < 0.0005)
        #expect(try Standing("AZE-KAZ", in: sums).rank == 41)
    }

    /// Agreements with 12 parties or fewer. Duer, Baccini & Elsig 2014.
    @Test func desta() throws {
        let counts = try CommittedPackages.sums("dyad-treaties", of: "desta") { row in
            guard let year = row.integer("year"), year >= 1992, let parties = row.integer("parties"),
                parties <= 12
            else { return nil }
            return 1
        }
        #expect(counts["AZE-KAZ"] == 3)
        #expect(counts["BLR-KAZ"] == 12)
        #expect(try Standing("AZE-KAZ", in: counts) == Standing(rank: 29, tied: 15))
    }

    /// Defence in 26 of the years 1991-2018. Leeds et al. 2002.
    @Test func atop() throws {
        let rows = try CommittedPackages.rows("dyad-years", of: "atop").filter { $0["dyad"] == "AZE-KAZ" }
        #expect(rows.filter { $0["defence"] == "1" }.compactMap { $0.integer("year") } == Array(1993...2018))
        #expect(rows.allSatisfy { $0["depth"] == "3" })
    }

    @Test func investmentTreaties() throws {
        let rows = try CommittedPackages.rows("treaties", of: "investment-treaties")
        let pairs = Set(rows.compactMap { $0["dyad"] })
        #expect(pairs.filter { !$0.contains("RUS") }.count == 70)
        #expect(rows.filter { $0["dyad"] == "RUS-UZB" }.map { $0["year_signed"] } == ["1997", "2013"])
    }

    /// 44 in 2014, 9th of 91, tied. Pevehouse et al. 2020.
    @Test func jointIGO() throws {
        let counts = try CommittedPackages.sums("dyad-years", of: "joint-igo") { row in
            row["year"] == "2014" ? row.number("joint_igos") : nil
        }
        #expect(counts["AZE-KAZ"] == 44)
        #expect(try Standing("AZE-KAZ", in: counts) == Standing(rank: 9, tied: 3))
        let zeros = try CommittedPackages.rows("dyad-years", of: "joint-igo").filter {
            $0["joint_igos"] == "0"
        }
        #expect(zeros.count == 25)
        #expect(zeros.allSatisfy { $0["year"] == "1991" })
    }

    /// Eight pairs without Russia state more than the 90 documents of Azerbaijan-Kazakhstan.
    @Test func statedTotals() throws {
        let rows = try CommittedPackages.rows("official-totals", of: "stated-totals")
        #expect(
            rows.contains {
                $0["dyad"] == "AZE-KAZ" && $0["stated_total"] == "90" && $0["as_of"] == "2022-08-24"
            })
        let more = rows.filter {
            ($0.integer("stated_total") ?? 0) > 90 && $0["kind"] != "bilateral+multilateral"
        }
        let pairs = Set(more.compactMap { $0["dyad"] }).filter { $0 != "AZE-KAZ" && !$0.contains("RUS") }
        #expect(pairs.count == 8)
        #expect(rows.count == 22)
    }
}
