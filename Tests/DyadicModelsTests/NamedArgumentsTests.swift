import Scoring
import Testing

@testable import DyadicModels

/// Arguments that name all of a study, for an index that holds `a` and `c` and lacks `b`.
struct NamedArgumentsTests {
    func restricted(
        _ id: String, _ arguments: [String: MethodArgument], to names: Set<String> = ["a", "c", "x"]
    ) throws -> MethodChoice {
        let description = try #require(
            MethodTable.descriptions(of: .weighting).first { $0.id == id })
        let method = ScoringMethod(weighting: try MethodChoice(description, arguments))
        return try method.restricted(to: names).weighting
    }

    @Test func fixedNumbersKeepTheirRatios() throws {
        let choice = try restricted("fixed", ["weights": .named(["a": 1, "b": 5, "c": 2])])
        #expect(choice.arguments.named("weights") == ["a": 1, "c": 2])
    }

    @Test func anOrderStaysOne() throws {
        let choice = try restricted("rank-order-centroid", ["order": .words(["c", "b", "a"])])
        #expect(choice.arguments.words("order") == ["c", "a"])
        let description = try #require(
            MethodTable.descriptions(of: .aggregation).first { $0.id == "lexicographic" })
        let method = ScoringMethod(
            aggregations: [try MethodChoice(description, ["order": .words(["b", "a"])])])
        #expect(try method.restricted(to: ["a"]).aggregations[0].arguments.words("order") == ["a"])
    }

    @Test func comparisonsBecomeTheSubMatrix() throws {
        let rows: [[Double]] = [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]
        let choice = try restricted(
            "ahp", ["comparisons": .square(names: ["a", "b", "c"], values: rows), "limit": .number(0.1)])
        #expect(
            choice.arguments["comparisons"] == .square(names: ["a", "c"], values: [[1, 4], [0.25, 1]]))
        #expect(choice.arguments.number("limit") == 0.1)
    }

    /// Of 10 points the judges gave `a` and `c` 4 and 5: each counts as one whole.
    @Test func everyJudgeStillCountsTheSame() throws {
        let points = MethodArgument.judgements(names: ["a", "b", "c"], rows: [[1, 6, 3], [1, 5, 4]])
        let choice = try restricted("budget-allocation", ["points": points])
        #expect(
            choice.arguments["points"] == .judgements(names: ["a", "c"], rows: [[0.25, 0.75], [0.2, 0.8]]))
    }

    @Test func aJudgeWithoutPointsForWhatIsLeftIsRefused() throws {
        let points = MethodArgument.judgements(names: ["a", "b", "c"], rows: [[1, 6, 3], [0, 10, 0]])
        #expect(
            throws: ScoringFailure.inadmissible(
                reason: "budget-allocation: judge 2 gave no points to a, c")
        ) { try restricted("budget-allocation", ["points": points]) }
    }

    @Test func nothingLeftIsRefusedAndNothingLeftOutChangesNothing() throws {
        #expect(
            throws: ScoringFailure.inadmissible(reason: "fixed names nothing of what is scored here")
        ) { try restricted("fixed", ["weights": .named(["b": 1])]) }
        let points = MethodArgument.judgements(names: ["a", "c"], rows: [[1, 6], [3, 4]])
        #expect(try restricted("budget-allocation", ["points": points]).arguments["points"] == points)
        let equal = ScoringMethod()
        #expect(try equal.restricted(to: ["a"]) == equal)
    }
}
