import ClaimTesting
import Datasets
import DyadicModels
import Tabular
import TestSupport
import Testing

@testable import Batch

/// All five readings on seven states: what the tables say of each, and the summary.
struct FiveReadingsTests {
    static let run = Result {
        var light = LightStudy()
        light.alternatives = ["per-gdp", "gravity", "margins", "rank"]
        light.states = ["ARM", "AZE", "GEO", "KAZ", "RUS", "UKR", "UZB"]
        light.replicates = 5
        light.imputations = 3
        return try withTemporaryFolder { folder in
            try StudyRun(
                studyFile: light.write(to: folder),
                datasets: DatasetFolder(path: Repository.path("datasets")))
        }
    }

    static let files = Result {
        Dictionary(
            uniqueKeysWithValues: try run.get().files().map {
                ($0.name, String(decoding: $0.bytes, as: UTF8.self))
            })
    }

    /// The rows of a table of the results, by column.
    func rows(_ name: String) throws -> [[String: String]] {
        let text = try #require(try Self.files.get()["\(name).csv"])
        let lines = text.split(separator: "\n")
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        // The columns looked at hold neither commas nor quotes; rows that hold quotes elsewhere are cut there.
        return lines.dropFirst().map { line in
            let cells = line.prefix { $0 != "\"" }.split(separator: ",", omittingEmptySubsequences: false)
            return Dictionary(uniqueKeysWithValues: zip(header, cells.map(String.init)))
        }
    }

    func number(_ row: [String: String], _ column: String) throws -> Double? {
        let cell = try #require(row[column])
        let number = Double(cell)
        #expect(cell.isEmpty || number != nil, "\(column): \(cell)")
        return number
    }

    @Test func everyReadingHasARank() throws {
        let assessment = try Self.run.get().assessment
        for reading in assessment.plan.readings {
            let standing = try #require(assessment.result(reading.id, in: "main")?.standing, "\(reading.id)")
            #expect(standing.classSize == 15)
        }
    }

    @Test func conversionsHaveARateInsideItsInterval() throws {
        let rows = try rows("conversion")
        #expect(rows.count { $0["window"] == "main" } == 21)
        for row in rows {
            guard let rate = try number(row, "rate") else {
                #expect(row["reason"]?.isEmpty == false && row["rank_in_class"]?.isEmpty == true)
                continue
            }
            let (low, high) = (try number(row, "rate_low") ?? .nan, try number(row, "rate_high") ?? .nan)
            #expect(low <= high && low > 0 && rate > 0)
            #expect((row["rank_in_class"]?.isEmpty ?? true) == (row["in_class"] == "0"))
        }
    }

    /// CRS <= NIRS <= VRS <= 1 in the class; scale is CRS over VRS; super-efficiency equals efficiency below 1.
    @Test func efficienciesAreOrdered() throws {
        for row in try rows("efficiency") {
            let isMember = row["in_class"] == "1"
            guard let crs = try number(row, "crs"), let vrs = try number(row, "vrs"),
                let nirs = try number(row, "nirs")
            else { continue }
            let tolerance = 1e-6
            #expect(crs <= nirs + tolerance && nirs <= vrs + tolerance)
            if isMember { #expect(vrs <= 1 + tolerance) }
            if let scale = try number(row, "scale"), scale < 1 - tolerance {
                #expect(abs(scale - crs / vrs) < tolerance)
            }
            if let above = try number(row, "crs_super"), crs < 1 - tolerance {
                #expect(abs(above - crs) < tolerance)
            }
            let infeasible = row["vrs_super_infeasible"] == "1"
            #expect(infeasible == (try number(row, "vrs_super") == nil))
            if isMember, crs > 0 {
                let low = try #require(try number(row, "crs_low"))
                #expect(low <= (try number(row, "crs_high")) ?? 0)
            }
        }
    }

    @Test func expectationsDivideObservedByExpected() throws {
        let rows = try rows("expectations")
        #expect(Set(rows.compactMap { $0["exposure"] }) == ["gdp", "gravity", "margins"])
        for row in rows {
            guard let observed = try number(row, "observed"), let expected = try number(row, "expected"),
                let ratio = try number(row, "ratio")
            else {
                #expect(row["ratio"]?.isEmpty ?? false)
                continue
            }
            #expect(abs(ratio * expected - observed) <= 1e-6 * abs(observed))
            let low = try number(row, "ratio_low")
            #expect((low != nil) == (row["exposure"] == "gravity"))
            if let low, let high = try number(row, "ratio_high") {
                #expect(low <= ratio * (1 + 1e-6) && ratio <= high * (1 + 1e-6))
            }
            if row["exposure"] == "margins" { #expect(row["in_class"] == "1") }
        }
        for row in try self.rows("gravity") {
            #expect((try number(row, "estimate") == nil) == (try number(row, "standard_error") == nil))
        }
    }

    /// Pairs outside the class have no expectation from the class's totals, and so no score: 15 of 21 have one.
    @Test func marginsScoreTheClassOnly() throws {
        let assessment = try Self.run.get().assessment
        func sizes(_ alternative: String) -> Set<Int> {
            Set(
                assessment.comparisons.filter { $0.id == alternative && $0.reading == "output" }
                    .compactMap { $0.standing?.overallSize })
        }
        #expect(sizes("margins") == [15] && sizes("rank") == [21])
    }

    @Test func weightsSumToOne() throws {
        let rows = try rows("weights")
        let groups = Dictionary(grouping: rows) { "\($0["window"] ?? "") \($0["subject"] ?? "")" }
        #expect(groups["main excess"] != nil && groups["main efficiency"] == nil)
        for (name, members) in groups {
            let sum = try members.reduce(0) { $0 + (try number($1, "weight") ?? .nan) }
            #expect(abs(sum - 1) < 1e-6, "\(name)")
            #expect(members.allSatisfy { $0["winsorised"] == "0" })
        }
    }

    @Test func imputationsKeepThePointRanksBeside() throws {
        let assessment = try Self.run.get().assessment
        for row in try rows("imputations") {
            #expect(row["imputations"] == "3")
            let ranking = try #require(
                assessment.result(row["reading"] ?? "", in: row["window"] ?? "")?.ranking)
            let unit = try #require(ranking.dyads.firstIndex { "\($0)" == row["dyad"] })
            #expect(row["rank_point"] == (ranking.classRanking.ranks[unit].map(String.init) ?? ""))
            guard let best = try number(row, "rank_best") else { continue }
            let (median, worst) = (try number(row, "rank_median") ?? 0, try number(row, "rank_worst") ?? 0)
            #expect(best <= median && median <= worst)
            #expect((try number(row, "first") ?? 0 > 0) == (best == 1))
        }
    }

    @Test func theSummaryFitsATerminal() throws {
        let run = try Self.run.get()
        let summary = run.summary(resultsIn: "results/x")
        for line in summary.lines { #expect(line.text.count <= 80, "\(line.text)") }
        // All readings and dimensions by window, and how far the primary ones move.
        for reading in ["volume", "output", "conversion", "efficiency", "excess", "projects"] {
            #expect(summary.text.contains("\n\(reading) "))
        }
        #expect(summary.text.contains("\nVerdict: \(run.verdict.rawValue)\n"))
        #expect(summary.text.contains("With one other choice of methods or"))
        #expect(summary.text.contains("\n  results/x\n"))
    }
}
