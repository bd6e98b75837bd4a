import Foundation
import Tabular
import TestSupport
import Testing

/// `dyadscore index` on a table small enough to compute by hand.
struct IndexCommandTests {
    private let small = """
        unit,a,b,c,size
        X,1,5,3,2
        Y,2,4,,1
        Z,4,1,2,4

        """
    private let sheet = """
        indicator,direction,parent,weight,denominator
        a,more,D1,1,size
        b,less,D1,2,
        c,1,D2,1,
        D2,,,3,

        """

    /// a / size is 0.5, 2, 1 and so 0, 1, 1/3; b is 0, 1/4, 1; c is 1, missing, 0. Declared weights: 1/3 and 2/3 in
    /// D1, 1/4 for D1 and 3/4 for D2.
    @Test func everyStageOfASmallTable() throws {
        let index = try IndexFixture.decoded(table: small, sheet: sheet)
        #expect(index.schema == "dyadscore-index/1")
        #expect(index.stages.raw == [[1, 5, 3], [2, 4, nil], [4, 1, 2]])
        #expect(index.stages.denominated == [[0.5, 5, 3], [2, 4, nil], [1, 1, 2]])
        #expect(index.stages.filled == index.stages.denominated)
        #expect(index.stages.treated == index.stages.denominated)
        #expect(index.stages.transformed == index.stages.denominated)
        #expect(index.stages.normalised == [[0, 0, 1], [1, 0.25, nil], [1.0 / 3, 1, 0]])
        #expect(index.hierarchy.map(\.names) == [["a", "b", "c"], ["D1", "D2"]])
        #expect(index.hierarchy[0].parents == ["D1", "D1", "D2"])
        #expect(index.hierarchy[1].declaredWeights == [1, 3])
        #expect(index.method.weights.id == "declared")
        let expected = [0.75, 0.5, 0.25 * 7 / 9]
        for (score, value) in zip(index.scores, expected) { #expect(abs((score ?? -1) - value) < 1e-15) }
        #expect(index.ranks == [1, 2, 3])
        #expect(index.observedWeight == [1, 0.25, 1])
        #expect(index.groups[0].names == ["D1", "D2"])
        #expect(index.groups[0].scores[1][1] == nil)
    }

    @Test func withoutAFileOfIndicatorsEveryOtherColumnIsOne() throws {
        let index = try IndexFixture.decoded(table: small, sheet: nil)
        #expect(index.indicators.map(\.id) == ["a", "b", "c", "size"])
        #expect(index.hierarchy.count == 1 && index.hierarchy[0].parents == nil)
        #expect(index.method.normalise.id == "min-max" && index.method.weights.id == "equal")
        #expect(index.method.missing.id == "available-case")
        #expect(index.method.aggregate.map(\.id) == ["arithmetic"])
    }

    @Test func textAndCSVCarryWhatTheJSONCarries() throws {
        let index = try IndexFixture.decoded()
        let text = try IndexFixture.run().output.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(text[1] == ["rank", "unit", "score", "Access", "Burden"])
        var csv = try CSVReader(
            Array(try IndexFixture.run(["--format", "csv"]).output.utf8), path: "output")
        #expect(csv.header == ["unit", "rank", "ties", "score", "observed_weight", "Access", "Burden"])
        for line in text.dropFirst(2) {
            let unit = try #require(index.units.firstIndex(of: line[1]))
            let row = try #require(try csv.next())
            #expect(Int(line[0]) == index.ranks[unit])
            let values = [index.scores[unit]] + index.groups[0].scores[unit]
            for (place, value) in values.enumerated() {
                let value = try #require(value)
                #expect(line[2 + place] == formatted(value, significantDigits: 6))
                // Seventeen digits read back as the same number.
                #expect(try row.number(place == 0 ? 3 : 4 + place) == value)
            }
            #expect(row.text(0) == line[1])
        }
    }

    @Test func aClassSetsTheScaleAndHasRanksOfItsOwn() throws {
        let index = try IndexFixture.decoded(["--class", "region=west"])
        #expect(index.inClass == [true, true, false, false, false, true, false])
        // The class's speeds lie in [3.2, 4.1]; Dorne lies beyond and is not clipped.
        #expect(abs((index.stages.normalised[3][0] ?? 0) - 2) < 1e-12)
        #expect(index.classRanks.compactMap { $0 }.sorted() == [1, 2, 3])
        #expect(index.ranks.compactMap { $0 }.count == 7)
    }

    @Test func anAggregationForEachLevel() throws {
        let options = [
            "--normalise", "min-max:1,100", "--aggregate", "geometric", "--aggregate", "arithmetic",
        ]
        let index = try IndexFixture.decoded(options)
        for unit in index.units.indices {
            let x = index.stages.normalised[unit].map { $0 ?? -1 }
            let access = exp((2 * log(x[0]) + log(x[1])) / 3)
            let burden = exp((log(x[2]) + log(x[3])) / 2)
            #expect(abs((index.scores[unit] ?? 0) - (access + 3 * burden) / 4) < 1e-12)
        }
    }

    @Test func aSingleGroupAtTheTopNamesTheIndex() throws {
        let index = try IndexFixture.decoded(
            sheet: "indicator,parent\nspeed,A\nports,B\nA,Reach\nB,Reach\n")
        #expect(index.index == "Reach")
        #expect(index.hierarchy.map(\.names) == [["speed", "ports"], ["A", "B"]])
    }

    @Test func treesOfAnyDepth() throws {
        let index = try IndexFixture.decoded(
            sheet: """
                indicator,parent,weight
                speed,A,1
                ports,B,1
                cost,C,1
                A,P,1
                B,P,3
                C,Q,1
                P,,
                Q,,

                """)
        #expect(index.hierarchy.map(\.names) == [["speed", "ports", "cost"], ["A", "B", "C"], ["P", "Q"]])
        #expect(index.weights.nominal == [0.125, 0.375, 0.5])
        #expect(index.groups.map(\.names) == [["A", "B", "C"], ["P", "Q"]])
    }

    @Test func aMissingValueAsOtherProgramsWriteIt() throws {
        let table = small.replacing("Y,2,4,,1", with: "Y,2,4,NA,1")
        let index = try IndexFixture.decoded(["--missing-value", "NA"], table: table, sheet: sheet)
        #expect(index.stages.raw[1] == [2, 4, nil])
    }

    @Test func aTransformOfOneIndicator() throws {
        let sheet = IndexFixture.sheet.replacing(
            "ports,1,Access,1,1,40,20,,", with: "ports,1,Access,1,1,40,20,sqrt,")
        let index = try IndexFixture.decoded(sheet: sheet)
        #expect(index.stages.transformed[1] == [3.2, 30.0.squareRoot(), 22, 1.5])
    }

    @Test func tiesShareTheBetterRank() throws {
        let outcome = try IndexFixture.run(
            table: "unit,a\nX,1\nY,3\nZ,3\n", sheet: nil)
        #expect(outcome.output.contains("  =1  Y         1\n"))
        let index = try IndexFixture.decoded(table: "unit,a\nX,1\nY,3\nZ,3\n", sheet: nil)
        #expect(index.ranks == [3, 1, 1] && index.ties == [1, 2, 2])
    }

    @Test func aUnitWithoutAnyObservationHasNoScore() throws {
        let table = "unit,a,b\nX,1,2\nY,,\nZ,3,1\n"
        let index = try IndexFixture.decoded(table: table, sheet: nil)
        #expect(index.scores[1] == nil && index.ranks == [1, nil, 1] && index.observedWeight[1] == 0)
        let text = try IndexFixture.run(table: table, sheet: nil).output
        #expect(text.hasSuffix("\n   -  Y         -\n"))
        #expect(
            try IndexFixture.run(["--format", "csv"], table: table, sheet: nil).output.hasSuffix("\nY,,,,0\n")
        )
    }

    /// What an aggregation works with is in the JSON by unit: the closeness of TOPSIS is d- / (d+ + d-).
    @Test func detailsOfTheAggregation() throws {
        let index = try IndexFixture.decoded(["--aggregate", "topsis"])
        let details = Dictionary(
            uniqueKeysWithValues: index.aggregationDetails.map { ($0.name, $0.values) })
        let (plus, minus) = (try #require(details["d_plus"]), try #require(details["d_minus"]))
        for unit in index.units.indices {
            let (far, near) = (try #require(plus[unit]), try #require(minus[unit]))
            #expect(abs((index.scores[unit] ?? -1) - near / (far + near)) < 1e-12)
        }
        #expect(index.contributions == nil)
    }

    /// What the help calls the standard is what runs.
    @Test func theHelpNamesTheStandardMethods() throws {
        let help = try CommandTests().dyadscore(["index", "--help"]).output.split(
            whereSeparator: \.isWhitespace
        )
        .joined(separator: " ")
        for text in ["none", "identity", "min-max:0,1", "available-case", "arithmetic"] {
            #expect(help.contains("(default: \(text))"), "\(text)")
        }
        #expect(help.contains("(default: declared if META has weights, else equal)"))
        let named = [
            "--outliers", "none", "--transform", "identity", "--normalise", "min-max:0,1", "--missing",
            "available-case", "--weights", "declared", "--aggregate", "arithmetic", "--tie-tolerance", "1e-9",
            "--scaling", "none",
        ]
        #expect(try IndexFixture.run(named).output == (try IndexFixture.run().output))
    }

    @Test func theSameArgumentsGiveTheSameBytes() throws {
        let options = ["--format", "json", "--weights", "pca", "--normalise", "z-score"]
        #expect(try IndexFixture.run(options).output == (try IndexFixture.run(options).output))
    }

    /// The weighting is a choice like the others: what the file declares does not stand in its way.
    @Test func namedWeightsGoBeforeDeclaredOnes() throws {
        let index = try IndexFixture.decoded(["--weights", "fixed:speed=1,ports=1,cost=1,delay=5"])
        #expect(index.weights.nominal == [0.125, 0.125, 0.125, 0.625])
        #expect(
            try IndexFixture.decoded(["--weights", "equal"]).weights.nominal == [0.25, 0.25, 0.25, 0.25])
    }

    @Test func columnsForPeopleAreNotRead() throws {
        let index = try IndexFixture.decoded(
            sheet: "indicator,name,unit,note,source\nspeed,Speed,km/h,\"a, b\",x\n")
        #expect(index.indicators.map(\.id) == ["speed"])
    }

    @Test func anOutputFileIsWrittenWholeOrNotAtAll() throws {
        try withTemporaryFolder { folder in
            let table = "\(folder)/table.csv"
            try IndexFixture.table.write(toFile: table, atomically: true, encoding: .utf8)
            let arguments = ["index", table, "--indicators", "\(folder)/meta.csv", "--format", "json"]
            try IndexFixture.sheet.write(toFile: "\(folder)/meta.csv", atomically: true, encoding: .utf8)
            let written = try CommandTests().dyadscore(arguments + ["-o", "\(folder)/out.json"])
            #expect(written.status == 0 && written.output.isEmpty)
            let text = try String(contentsOfFile: "\(folder)/out.json", encoding: .utf8)
            #expect(text == (try CommandTests().dyadscore(arguments + ["-o", "-"])).output)

            let missing = try CommandTests().dyadscore(arguments + ["-o", "\(folder)/none/out.json"])
            #expect(missing.status == 73)
            #expect(missing.errors.contains("error: the output needs a folder that exists"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/none"))
        }
    }
}
