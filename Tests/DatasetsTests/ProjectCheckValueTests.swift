import Testing

@Suite struct ProjectCheckValueTests {
    private func mainCounts(_ table: String) throws -> [String: Double] {
        try CommittedPackages.sums(table, of: "joint-projects") { row in
            ["A", "B"].contains(row["evidence"]) && row["contractor"] == "0" && row["inherited"] == "0"
                ? 1 : nil
        }
    }

    @Test func register() throws {
        let counts = try mainCounts("projects")
        #expect(try CommittedPackages.rows("projects", of: "joint-projects").count == 399)
        #expect(counts["AZE-KAZ"] == 6)
        #expect(counts["KAZ-UZB"] == 12)
        #expect(counts["BLR-KAZ"] == 11)
        #expect(try Standing("AZE-KAZ", in: counts) == Standing(rank: 5, tied: 2))
        #expect(counts["KGZ-UZB"] == 6)
        #expect(counts["GEO-KAZ"] == 6)
        #expect(counts.values.reduce(0, +) == 203)
    }

    /// Every pair was searched, so that the 25 without a row are zeros.
    @Test func everyPairWasSearched() throws {
        let searched = try CommittedPackages.rows("effort", of: "joint-projects").filter {
            $0["coder"] != "5"
        }
        #expect(searched.count == 210)
        let pairs = Set(searched.compactMap { $0["dyad"] })
        #expect(pairs.count == 105)
        let found = try CommittedPackages.rows("projects", of: "joint-projects").compactMap { $0["dyad"] }
        #expect(pairs.subtracting(found).count == 25)
    }

    /// The ten pairs of coder 5, first and second coding; these four differ.
    @Test func secondCoding() throws {
        let (first, second) = (try mainCounts("projects"), try mainCounts("second-coding"))
        let pairs = Set(
            try CommittedPackages.rows("effort", of: "joint-projects").filter { $0["coder"] == "5" }
                .compactMap { $0["dyad"] })
        #expect(pairs.count == 10)
        let differing = pairs.filter { first[$0] ?? 0 != second[$0] ?? 0 }
        #expect(differing == ["BLR-KAZ", "KAZ-UZB", "AZE-KAZ", "GEO-UKR"])
        #expect(["BLR-KAZ", "KAZ-UZB", "AZE-KAZ", "GEO-UKR"].map { second[$0] } == [13, 14, 5, 1])
    }

    @Test func gasPipelines() throws {
        let lines = try CommittedPackages.sums("dyad-pipelines", of: "gas-pipelines") { _ in 1 }
        #expect(lines["AZE-KAZ"] == nil)
        #expect(lines["KAZ-UZB"] == 12)
    }
}
