import Foundation
import TestSupport
import Testing

/// `dyadscore report`, on the first study cut down to six states. `Tests/Browser/check_report.py` reads the page.
struct ReportCommandTests {
    private func report(to output: String, _ arguments: [String] = []) throws -> CommandTests.Outcome {
        var light = LightStudy()
        light.states = ["ARM", "AZE", "GEO", "KAZ", "RUS", "UZB"]
        light.withoutReadings = ["excess"]
        return try withTemporaryFolder { folder in
            let study = try light.write(to: folder)
            return try CommandTests().dyadscore(["report", study, "--output", output, "--quiet"] + arguments)
        }
    }

    @Test func printsTheWholePageAndNothingElse() throws {
        let outcome = try report(to: "-")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(outcome.output.hasSuffix("</html>"))
        #expect(outcome.output.contains("id=\"pair-AZE-KAZ\""))
    }

    /// The page names the study file without its folder, and so is the same wherever the folder lies.
    @Test func holdsNoPathOfTheMachine() throws {
        let (first, second) = (try report(to: "-"), try report(to: "-"))
        #expect(first.output == second.output)
        #expect(!first.output.contains(NSTemporaryDirectory()))
    }

    @Test func refusesAFolderThatIsNotThere() throws {
        let outcome = try report(to: "/no/such/folder/report.html")
        #expect(outcome.status == 73, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
