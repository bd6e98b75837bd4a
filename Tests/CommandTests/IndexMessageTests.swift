import TestSupport
import Testing

/// What `dyadscore index` says about wrong arguments (64), wrong data (65) and missing files (66).
struct IndexMessageTests {
    private func expect(
        _ status: Int32, _ message: String, _ options: [String] = [], table: String = IndexFixture.table,
        sheet: String? = IndexFixture.sheet, files: [String: String] = [:],
        at location: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try IndexFixture.run(options, table: table, sheet: sheet, files: files)
        #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: location)
        #expect(outcome.errors.contains(message), "\(outcome.errors)", sourceLocation: location)
        #expect(outcome.output.isEmpty, sourceLocation: location)
    }

    @Test func methodsThatNobodyKnows() throws {
        try expect(64, "error: --normalise must name one of none, min-max, ", ["--normalise", "minmax"])
        try expect(64, "found 'minmax'; did you mean 'min-max'?", ["--normalise", "minmax"])
        try expect(64, "found 'arithmetric'; did you mean 'arithmetic'?", ["--aggregate", "arithmetric"])
        try expect(64, "error: --weights must name one of equal, ", ["--weights", ""])
    }

    @Test func parametersThatNobodyKnows() throws {
        try expect(
            64,
            "error: --normalise: the parameters of z-score are mean, deviation, denominator; found 'maen'; did you mean 'mean'?",
            ["--normalise", "z-score:maen=1"])
        try expect(
            64, "error: --aggregate: arithmetic has no parameters; found '2'",
            ["--aggregate", "arithmetic:2"])
        try expect(
            64, "error: --normalise: a parameter may be given once; found 'mean'",
            ["--normalise", "z-score:mean=1:mean=2"])
        // Only the first value may go without its name.
        try expect(
            64, "the parameters of z-score are mean, deviation, denominator; found '10'",
            ["--normalise", "z-score:100:10"])
    }

    @Test func argumentsOfAnotherForm() throws {
        try expect(
            64, "error: --normalise: z-score: mean must be a number from -1000000 to 1000000; found 'nan'",
            ["--normalise", "z-score:mean=nan"])
        try expect(
            64,
            "error: --normalise: z-score: denominator must be one of n-1, n; found 'n-2'; did you mean 'n-1'?",
            ["--normalise", "z-score:denominator=n-2"])
        try expect(
            64,
            "error: --normalise: min-max: range must be 2 numbers from -1000000 to 1000000; found 'min-max:1'",
            ["--normalise", "min-max:1"])
        try expect(
            64, "error: --normalise: min-max: range must be 2 numbers from -1000000 to 1000000; found ''",
            ["--normalise", "min-max:1,"])
        try expect(
            64, "error: --normalise: min-max: the lower end must be at least 0.001 below the upper one",
            ["--normalise", "min-max:100,1"])
    }

    @Test func optionsThatDoNotGoTogether() throws {
        try expect(64, "error: --inputs does not go with an index; add --dea", ["--inputs", "speed"])
        try expect(64, "error: --seed needs --imputations or --smaa", ["--seed", "1"])
        try expect(
            64, "error: --imputations must be a number from 2 to 10000; found 1", ["--imputations", "1"])
        try expect(
            64, "error: --imputations does not go with --dea",
            ["--dea", "--inputs", "cost", "--outputs", "ports", "--imputations", "5"], sheet: nil)
        let dea = ["--dea", "--inputs", "cost", "--outputs", "ports"]
        try expect(
            64, "error: --normalise does not go with --dea", dea + ["--normalise", "z-score"], sheet: nil)
        try expect(64, "error: --indicators does not go with --dea", dea)
        try expect(64, "error: --seed needs --bootstrap", dea + ["--seed", "1"], sheet: nil)
        try expect(64, "error: --confidence needs --bootstrap", dea + ["--confidence", "0.9"], sheet: nil)
        try expect(
            64, "error: --bootstrap must be a number from 2 to 100000; found 1", dea + ["--bootstrap", "1"],
            sheet: nil)
        try expect(
            64,
            "error: --aggregate must be given once for all levels, or once a level from the indicators up; found 3",
            ["--aggregate", "arithmetic", "--aggregate", "arithmetic", "--aggregate", "arithmetic"])
        try expect(
            64, "error: --tie-tolerance must be a number from 0 to 0.01; found 0.5",
            ["--tie-tolerance", "0.5"])
        try expect(64, "'colour'", ["--format", "colour"])
    }

    @Test func columnsThatAreNotThere() throws {
        try expect(
            64, "error: --unit must name a column of the table; found 'unti'; did you mean 'unit'?",
            ["--unit", "unti"])
        try expect(
            64, "error: --class must name a column of the table; found 'regoin'; did you mean 'region'?",
            ["--class", "regoin=west"])
        try expect(64, "error: --class must be written COLUMN=VALUE; found 'region'", ["--class", "region"])
        try expect(
            64,
            "error: --class must leave at least one unit in the class; found no unit whose region is 'north'",
            ["--class", "region=north"])
        try expect(
            64, "error: --unit-groups must name a column of the table; found 'area'",
            ["--unit-groups", "area"])
        try expect(
            64, "error: --outputs must name a column of the table; found 'port'; did you mean 'ports'?",
            ["--dea", "--inputs", "cost", "--outputs", "port"], sheet: nil)
        try expect(
            64, "error: a column may be one input or one output, once; found 'cost'",
            ["--dea", "--inputs", "cost", "--outputs", "cost"], sheet: nil)
        try expect(
            65,
            "meta.csv:2:1: error: a row must name a column of the table, or be the parent of other rows; found 'sped'; did you mean 'speed'?",
            sheet: "indicator\nsped\n")
        try expect(
            65,
            "meta.csv:2:1: error: a denominator must be a column of the table; found 'peple'; did you mean 'people'?",
            sheet: "indicator,denominator\nspeed,peple\n")
    }

    @Test func cellsOfTheTable() throws {
        let table = IndexFixture.table
        try expect(
            65,
            "table.csv:3:11: error: a cell of 'ports' must be a decimal number or empty; found 'NA'; leave missing values empty, or say --missing-value NA if that is what it means",
            table: table.replacing("3.2,30", with: "3.2,NA"))
        try expect(
            65, "table.csv:3:11: error: a cell of 'ports' must be a decimal number or empty; found '3O'",
            table: table.replacing("3.2,30", with: "3.2,3O"))
        try expect(
            65, "table.csv:4:1: error: a unit may occur once; found 'Astra'; it is also on line 2",
            table: table.replacing("Civra", with: "Astra"))
        try expect(
            65, "table.csv:4:1: error: the cell must not be empty", table: table.replacing("Civra", with: ""))
        try expect(
            65, "table.csv:3: error: every row must have as many cells as the header (7); found 6 cells",
            table: table.replacing("3.2,30", with: "3.2"))
        try expect(
            65, "table.csv:1:6: error: column names must differ; found 'unit'",
            table: table.replacing("unit,speed", with: "unit,unit"))
        try expect(65, "table.csv:1: error: a table needs at least one unit", table: "unit,speed\n")
        try expect(65, "error: a table needs a header row; found an empty file", table: "")
        try expect(
            65, "error: a table needs at least one indicator; found columns unit", table: "unit\nX\n",
            sheet: nil)
        try expect(
            65, "table.csv:2:21: error: 'speed' over 'people' must be a finite number; found 4.1 / 0.0",
            table: table.replacing("2.5,10,", with: "2.5,0,"),
            sheet: "indicator,denominator\nspeed,people\n")
        try expect(
            65,
            "table.csv:1: error: an indicator must have at least two different values in the class; found 'a'",
            table: "unit,a\nX,1\nY,1\n", sheet: nil)
        try expect(
            65, "table.csv:4:3: error: inputs and outputs must not be negative; found 'a' of 'Z'",
            ["--dea", "--inputs", "a", "--outputs", "b"], table: "unit,a,b\nX,1,1\nY,1,2\nZ,-1,3\n",
            sheet: nil)
        try expect(
            65, "table.csv:3:3: error: inputs and outputs may not be missing; found no 'a' of 'Y'",
            ["--dea", "--inputs", "a", "--outputs", "b"], table: "unit,a,b\nX,1,1\nY,,2\n", sheet: nil)
        try expect(
            65, "table.csv:2:3: error: the methods need values above -1; found 'a' of 'X'",
            ["--transform", "log1p"], table: "unit,a\nX,-3\nY,1\n", sheet: nil)
    }

    @Test func rowsOfTheFileOfIndicators() throws {
        try expect(
            65, "meta.csv:1: error: columns must be among indicator, direction, ",
            sheet: "indicator,wieght\nspeed,1\n")
        try expect(65, "found 'wieght'; did you mean 'weight'?", sheet: "indicator,wieght\nspeed,1\n")
        try expect(
            65, "meta.csv:2:7: error: a weight must not be negative; found '-1'",
            sheet: "indicator,weight\nspeed,-1\n")
        try expect(
            65, "meta.csv:2:7: error: a direction must be more, less, 1 or -1; found 'up'",
            sheet: "indicator,direction\nspeed,up\n")
        try expect(
            65, "meta.csv:3:1: error: an indicator or group may have one row; found 'speed'",
            sheet: "indicator\nspeed\nspeed\n")
        try expect(
            65, "meta.csv:2:7: error: worst and best go together; found '1'; give both or neither",
            sheet: "indicator,worst,best\nspeed,1,\n")
        try expect(
            65, "meta.csv:2:9: error: the worst and the best value must differ; found '1'",
            sheet: "indicator,worst,best\nspeed,1,1\n")
        try expect(
            65, "meta.csv:2:7: error: transform must name one of identity, log1p, ",
            sheet: "indicator,transform\nspeed,ln\n")
        try expect(65, "meta.csv:1: error: at least one indicator must be named", sheet: "indicator\n")
        try expect(65, "the table must have a column 'indicator'", sheet: "name\nspeed\n")
    }

    @Test func treesThatAreNone() throws {
        try expect(
            65,
            "meta.csv:3:1: error: a row must name a column of the table, or be the parent of other rows; found 'Empty'",
            sheet: "indicator\nspeed\nEmpty\n")
        try expect(
            65,
            "meta.csv:2:1: error: a name may not be both a column of the table and a group; found 'speed'",
            sheet: "indicator,parent\nspeed,\nports,speed\n")
        try expect(
            65,
            "meta.csv:4:1: error: every indicator must stand equally far below the index; found 'cost' below 0 groups; the others stand below 1 group",
            sheet: "indicator,parent\nspeed,A\nports,B\ncost,\n")
        try expect(
            65, "error: a group may not be its own ancestor; found 'A'",
            sheet: "indicator,parent\nspeed,A\nA,B\nB,A\n")
        try expect(
            65, "meta.csv:3:1: error: a group has a parent and a weight and nothing else; found 'A'",
            sheet: "indicator,parent,direction\nspeed,A,\nA,,less\n")
        try expect(
            65, "error: members of one group may not all have weight 0; found speed, ports",
            sheet: "indicator,weight\nspeed,0\nports,0\n")
    }

    @Test func methodsThatDoNotGoTogether() throws {
        try expect(
            65,
            "error: geometric aggregation does not go with z-score values: a geometric mean needs values above zero",
            ["--normalise", "z-score", "--aggregate", "geometric"])
    }

    @Test func filesThatAreNotThere() throws {
        let outcome = try CommandTests().dyadscore(["index", "no-such-table.csv"])
        #expect(outcome.status == 66 && outcome.errors.contains("no-such-table.csv: error: no such file"))
        try expect(66, "none.csv: error: no such file", ["--indicators", "none.csv"], sheet: nil)
    }
}
