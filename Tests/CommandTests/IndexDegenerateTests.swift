import Foundation
import TestSupport
import Testing

/// What `index` answers on tables that have less in them than its methods ask for; the second table of
/// `docs/DEGENERATE_INPUT.md`, which is compared with it.
struct IndexDegenerateTests {
    struct Case: Sendable {
        let name: String
        let table: String
        let options: [String]
        let exitCode: Int32
        /// Words of the message, or a line of the result.
        let answer: String
    }

    static let all: [Case] = [
        .init(
            name: "one unit", table: "unit,a,b\nu1,1,2\n", options: [], exitCode: 65,
            answer:
                "an indicator must have at least two different values in the class; found 'a'; leave it out"),
        .init(
            name: "an indicator constant, by ranks", table: "unit,a,b\nu1,3,1\nu2,3,2\n",
            options: ["--normalise", "rank"], exitCode: 65,
            answer:
                "an indicator must have at least two different values in the class; found 'a'; leave it out"),
        .init(
            name: "all units tied, not normalised", table: "unit,a,b\nu1,3,1\nu2,3,1\n",
            options: ["--normalise", "none", "--format", "csv"], exitCode: 0, answer: "u2,1,2,2,1"),
        .init(
            name: "no value at all, not normalised", table: "unit,a\nu1,\nu2,\n",
            options: ["--normalise", "none", "--format", "csv"], exitCode: 0, answer: "u1,,,,0"),
        .init(
            name: "an indicator twice, weights by principal components",
            table: "unit,a,b\nu1,1,1\nu2,2,2\nu3,3,3\n",
            options: ["--weights", "pca"], exitCode: 65,
            answer: "pca: a, b are linearly dependent on the units of the class; leave one of them out"),
        .init(
            name: "values at both ends of the range", table: "unit,a\nu1,1.7e308\nu2,0\nu3,-1.7e308\n",
            options: [], exitCode: 65, answer: "the methods need values whose sums stay finite"),
        .init(
            name: "the same, not normalised", table: "unit,a\nu1,1.7e308\nu2,0\nu3,-1.7e308\n",
            options: ["--normalise", "none", "--format", "csv"], exitCode: 0, answer: "u2,2,1,0,1"),
        .init(
            name: "the least double", table: "unit,a\nu1,5e-324\nu2,0\n", options: ["--format", "csv"],
            exitCode: 0,
            answer: "u1,1,1,1,1"),
        .init(
            name: "weights of zero", table: "unit,a,b\nu1,1,4\nu2,2,3\n",
            options: ["--weights", "fixed:a=0,b=0"],
            exitCode: 65, answer: "fixed gives a, b no weight"),
        .init(
            name: "a negative weight", table: "unit,a,b\nu1,1,4\nu2,2,3\n",
            options: ["--weights", "fixed:a=-1,b=1"],
            exitCode: 64, answer: "fixed: weights must be numbers from 0 to 1000000000"),
        .init(
            name: "limits that no weights keep", table: "unit,a,b\nu1,1,4\nu2,2,3\n",
            options: ["--weights", "benefit-of-doubt:limits=weights:lower=0.6:upper=1"], exitCode: 65,
            answer: "benefit-of-doubt: shares sum to one, but the lower limits to 1.2"),
        .init(
            name: "intervals that no weights keep", table: "unit,a,b\nu1,1,4\nu2,2,3\n",
            options: ["--smaa", "100", "--weight-interval", "a=0.7,1", "--weight-interval", "b=0.7,1"],
            exitCode: 64,
            answer: "no weights keep all of: a from 0.7 to 1.0; b from 0.7 to 1.0"),
        .init(
            name: "efficiency without any output", table: "unit,a,b\nu1,1,0\nu2,2,0\n",
            options: ["--dea", "--inputs", "a", "--outputs", "b"], exitCode: 65,
            answer: "some unit of the class must have both an input and an output above zero"),
        .init(
            name: "ranks of equal estimates without error", table: "unit,a,b\nu1,1,0\nu2,1,0\n",
            options: ["--rank-ci", "--estimate", "a", "--error", "b", "--format", "csv"], exitCode: 0,
            answer: "u1,1,0,1,1,2,1,2"),
    ]

    @Test(arguments: all.indices)
    func theAnswerIsTheStatedOne(place: Int) throws {
        let item = Self.all[place]
        let outcome = try IndexFixture.run(item.options, table: item.table, sheet: nil)
        #expect(outcome.status == item.exitCode, "\(item.name): \(outcome.errors)")
        let text = item.exitCode == 0 ? outcome.output : outcome.errors
        #expect(text.contains(item.answer), "\(item.name): \(text)")
        #expect(item.exitCode == 0 || outcome.output.isEmpty, "\(item.name)")
    }

    @Test func theDocumentationIsTheTable() throws {
        let text = try String(contentsOfFile: Repository.path("docs/DEGENERATE_INPUT.md"), encoding: .utf8)
        for item in Self.all {
            let options = item.options.isEmpty ? "" : " (`\(item.options.joined(separator: " "))`)"
            let row = "| \(item.name)\(options) | `\(item.answer)` | \(item.exitCode) |"
            #expect(text.contains(row), "\(row)")
        }
    }
}
