import Testing

@Suite struct CovariateCheckValueTests {
    @Test func statesBeginOnTheDaysOfTheCOWList() throws {
        let rows = try CommittedPackages.rows("states", of: "states")
        #expect(rows.count == 15)
        for row in rows {
            switch row["iso3"] {
            case "EST", "LVA", "LTU": #expect(row["cow_first_day"] == "1991-09-06")
            case "RUS": #expect((row["cow_first_day"] ?? "") < "1900")
            default: #expect((row["cow_first_day"] ?? "").hasPrefix("1991-12"), "\(row)")
            }
            #expect(row["cow_last_day"] == "")
        }
    }

    /// The crosswalk that every table is keyed by.
    @Test(arguments: [
        ("ARM", 371), ("AZE", 373), ("BLR", 370), ("EST", 366), ("GEO", 372), ("KAZ", 705), ("KGZ", 703),
        ("LVA", 367),
        ("LTU", 368), ("MDA", 359), ("RUS", 365), ("TJK", 702), ("TKM", 701), ("UKR", 369), ("UZB", 704),
    ])
    func codes(code: String, number: Int) throws {
        let states = try CommittedPackages.folder.states()
        #expect(states.state(cowNumber: number)?.code.text == code)
        #expect(states.state(gleditschWardNumber: number)?.code.text == code)
    }

    @Test(arguments: [("BLR", 1992), ("EST", 1993), ("LVA", 1995), ("LTU", 1995), ("KAZ", 1990)])
    func gdpStarts(code: String, year: Int) throws {
        let rows = try CommittedPackages.rows("state-years", of: "gdp").filter { $0["iso3"] == code }
        #expect(rows.compactMap { $0.integer("year") }.min() == year)
    }

    @Test func contiguityAcrossTheCaspianIsOfTypeFour() throws {
        let rows = try CommittedPackages.rows("dyad-spells", of: "contiguity")
        for dyad in ["AZE-KAZ", "AZE-TKM"] {
            #expect(rows.filter { $0["dyad"] == dyad }.map { $0["type"] } == ["4"])
        }
    }

    /// The flag of a common official language marks three of our dyads only. Mayer & Zignago 2011.
    @Test func officialLanguage() throws {
        let rows = try CommittedPackages.rows("dyads", of: "distance")
        #expect(rows.count == 105)
        #expect(
            rows.filter { $0["common_official_language"] == "1" }.map { $0["dyad"] }
                == ["KAZ-KGZ", "KAZ-RUS", "KGZ-RUS"])
    }

    @Test func minimumDistanceHasEveryPairInEachYear() throws {
        let rows = try CommittedPackages.rows("dyad-years", of: "minimum-distance")
        for year in ["1995", "2005", "2015"] { #expect(rows.count { $0["year"] == year } == 105) }
    }
}
