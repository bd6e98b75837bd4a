import Diagnostics
import Scoring
import TestSupport
import Testing

@testable import WideTables

/// From text to a method and its arguments.
struct MethodTextTests {
    private func arguments(_ text: String, _ step: Step) throws -> MethodArguments {
        try MethodText.choice(text, of: step, for: "--option").arguments
    }

    @Test func aNameAloneHasStandardArguments() throws {
        let choice = try MethodText.choice("min-max", of: .normalisation, for: "--normalise")
        #expect(choice == .unitRange)
    }

    @Test func theFirstValueMayGoWithoutItsName() throws {
        #expect(try arguments("min-max:1,100", .normalisation).numbers("range") == [1, 100])
        #expect(try arguments("min-max:range=1,100", .normalisation).numbers("range") == [1, 100])
        let moved = try arguments("z-score:100:deviation=10:denominator=n", .normalisation)
        #expect(moved.number("mean") == 100 && moved.number("deviation") == 10)
        #expect(moved.word("denominator") == "n")
    }

    @Test func numbersByName() throws {
        let expected = ["a": 0.25, "b": 0.75]
        #expect(try arguments("fixed:weights=a=0.25,b=0.75", .weighting).named("weights") == expected)
        #expect(try arguments("fixed:a=0.25,b=0.75", .weighting).named("weights") == expected)
        try withTemporaryFolder { folder in
            let file = "\(folder)/weights.csv"
            try "indicator,weight\na,0.25\nb,0.75\n".write(toFile: file, atomically: true, encoding: .utf8)
            #expect(try arguments("fixed:\(file)", .weighting).named("weights") == expected)
            #expect(try arguments("fixed:weights=\(file)", .weighting).named("weights") == expected)
        }
    }

    @Test func listsOfNames() throws {
        #expect(try arguments("rank-order-centroid:b,a", .weighting).words("order") == ["b", "a"])
    }

    @Test func squareTablesMayHoldFractions() throws {
        try withTemporaryFolder { folder in
            let file = "\(folder)/pairs.csv"
            try "x,a,b\na,1,3\nb,1/3,1\n".write(toFile: file, atomically: true, encoding: .utf8)
            #expect(
                try arguments("ahp:\(file)", .weighting)["comparisons"]
                    == .square(names: ["a", "b"], values: [[1, 3], [1.0 / 3, 1]]))
        }
    }

    @Test func judgementsMayNameTheJudge() throws {
        try withTemporaryFolder { folder in
            let file = "\(folder)/points.csv"
            let expected = MethodArgument.judgements(names: ["a", "b"], rows: [[60, 40], [30, 70]])
            for text in ["judge,a,b\none,60,40\ntwo,30,70\n", "a,b\n60,40\n30,70\n"] {
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                #expect(try arguments("budget-allocation:\(file)", .weighting)["points"] == expected)
            }
        }
    }

    @Test(arguments: [
        ("x,a,b\na,1,3\n", "error: a square table has as many rows as columns; found 1 rows for 2 columns"),
        (
            "x,a,b\nb,1,3\na,1,1\n",
            "2:1: error: rows must have the names of the columns, in their order; found 'b'"
        ),
        (
            "x,a,b\na,1,1/0\nb,1,1\n",
            "2:5: error: the cell must be a decimal number or a fraction such as 1/3"
        ),
        ("x,a,b\na,1,two\nb,1,1\n", "2:5: error: the cell must be a decimal number; found 'two'"),
        ("x,a,b\na,1,1/2/3\nb,1,1\n", "2:5: error: the cell must be a decimal number or a fraction"),
    ])
    func squareTablesThatAreNone(text: String, message: String) throws {
        try withTemporaryFolder { folder in
            let file = "\(folder)/pairs.csv"
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let error = #expect(throws: Diagnostic.self) { try arguments("ahp:\(file)", .weighting) }
            #expect(error?.description.contains(message) ?? false, "\(error?.description ?? "")")
        }
    }

    @Test func numbersByNameThatAreNone() throws {
        for text in ["fixed:weights=a=x", "fixed:weights=a=1,a=2", "fixed:weights=a=1,=2"] {
            let error = #expect(throws: Diagnostic.self) { try arguments(text, .weighting) }
            #expect(error?.category == .wrongArgument)
        }
        let missing = #expect(throws: Diagnostic.self) { try arguments("fixed:none.csv", .weighting) }
        #expect(missing?.category == .missingInput)
    }

    /// What a required parameter is, when it is not given.
    @Test func requiredParameters() throws {
        let error = #expect(throws: Diagnostic.self) { try arguments("fixed", .weighting) }
        #expect(error?.description.hasPrefix("error: --option: fixed needs weights: ") ?? false)
    }

    /// The help and the documentation name the standard choices; each must be one.
    @Test func theStandardsAreMethods() throws {
        #expect(MethodOptions.standard.map(\.step) == Step.allCases)
        for (step, text) in MethodOptions.standard {
            #expect(throws: Never.self) { try MethodText.choice(text, of: step, for: "--option") }
        }
        #expect(throws: Never.self) {
            try MethodText.choice(MethodOptions.declaredWeights, of: .weighting, for: "--weights")
        }
    }
}
