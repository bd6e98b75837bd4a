import ClaimTesting
import Datasets
import DyadicModels
import TestSupport
import Testing

@testable import Batch

/// Ranks of the first study against a computation from the sources' raw files by another program, made before
/// this one ran (see METHODS.md, "Checked against").
struct FirstStudyTests {
    /// The readings that the other program computed too; `GoldenRunTests` hold the others.
    static let run = Result {
        var light = LightStudy()
        light.withoutReadings = ["conversion", "efficiency", "excess"]
        light.withoutTests.remove("sampling")
        return try withTemporaryFolder { folder in
            try StudyRun(
                studyFile: light.write(to: folder),
                datasets: DatasetFolder(path: Repository.path("datasets")))
        }
    }

    @Test(arguments: [
        ("volume", "main", 8), ("output", "main", 7), ("contacts", "main", 8), ("projects", "main", 8),
        ("output", "1993-2003", 9), ("projects", "1993-2003", 8), ("volume", "2004-2022", 6),
        ("output", "2004-2022", 9), ("contacts", "2004-2022", 8), ("agreements", "2004-2022", 23),
    ])
    func rankOfTheTarget(subject: String, window: String, rank: Int) throws {
        #expect(try Self.run.get().assessment.result(subject, in: window)?.standing?.rank == rank)
    }

    /// With identifiers compared literally the other program's ranks are 8 and 9.
    @Test(arguments: [("volume", 8), ("output", 9)])
    func literalIdentifiers(reading: String, rank: Int) throws {
        let comparison = try Self.run.get().assessment.comparisons.first {
            $0.id == "treaties-literal-id" && $0.reading == reading && $0.window.id == "main"
        }
        #expect(comparison?.standing?.rank == rank)
    }

    /// METHODS.md names 54 agreements that two collections list, 37 of them between states of the class.
    @Test(arguments: [(false, 54.0), (true, 37)])
    func agreementsThatTwoCollectionsList(inClassOnly: Bool, number: Double) throws {
        let assessment = try Self.run.get().assessment
        func total(_ indicator: String) throws -> Double {
            let entry = try #require(
                assessment.entries.first { $0.window.id == "main" && $0.indicator.id == indicator })
            return zip(assessment.panel.dyads, try #require(entry.column.values)).reduce(0) { sum, item in
                inClassOnly && !assessment.claim.referenceClass.contains(item.0) ? sum : sum + (item.1 ?? 0)
            }
        }
        #expect(try total("bilateral-treaties-literal-id") - total("bilateral-treaties") == number)
    }

    /// 1/3 on projects and 1/12 on air routes have no years; on output, half on projects.
    @Test(arguments: [("volume", 5.0 / 12), ("output", 0.5)])
    func samplingErrorsHoldProjectsFixed(reading: String, fixed: Double) throws {
        let run = try Self.run.get()
        let error = try #require(run.assessment.tests.samplingError(of: reading))
        #expect(abs(error.fixedWeight - fixed) < 1e-12)
        #expect(error.dyads.count == 91 && error.differences.count == 91)
        let rank = try #require(run.assessment.result(reading, in: "main")?.standing?.rank)
        #expect(error.rankSet(of: run.assessment.claim.target)?.contains(rank) ?? false)
        let files = try run.files()
        for name in ["rank-confidence", "score-differences", "sampling"] {
            #expect(files.contains { $0.name == "\(name).csv" })
        }
        let verdict = try #require(files.first { $0.name == "verdict.json" })
        let text = String(decoding: verdict.bytes, as: UTF8.self)
        #expect(
            text.contains("As far as the years are a sample, its rank lies with 95 % confidence on volume"))
        #expect(!text.contains("a rank confidence set\""))
    }

    @Test(arguments: ["volume", "contacts"])
    func nothingIsFilledWhereContactsAreNotCovered(subject: String) throws {
        #expect(try Self.run.get().assessment.result(subject, in: "1993-2003")?.finding == .notAssessable)
    }

    /// Section 10 of the study design gives these bounds as measured.
    @Test(arguments: [("AZE-KAZ", 1.0, 4.0), ("KAZ-UZB", 8, 11)])
    func boundsOfUndatedProjects(name: String, least: Double, most: Double) throws {
        let assessment = try Self.run.get().assessment
        let column = try #require(assessment.panel[indicator: "joint-projects"])
        let place = try #require(assessment.panel.dyads.firstIndex { $0.description == name })
        func count(_ rows: UndeterminedRows) -> Double? {
            column.values(
                in: 1992...2022, dyads: assessment.panel.dyads,
                referenceClass: assessment.claim.referenceClass,
                minimumYears: 5, undetermined: rows
            ).values?[place]
        }
        #expect(count(.leftOut) == least)
        #expect(count(.counted) == most)
    }
}
