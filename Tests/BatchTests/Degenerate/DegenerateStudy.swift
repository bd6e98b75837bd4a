/// A study in which something is missing that methods ask for, and what DyadScore answers.
struct DegenerateStudy: Sendable {
    let name: String
    let study: MadeStudy
    /// The exit code, 0 for results.
    let exitCode: Int32
    /// For results the verdict; else words of the message.
    let answer: String
    /// A file of the results and a line that it holds.
    var line: (file: String, text: String)?

    static let all: [DegenerateStudy] = ofData + ofMethods

    private static let ofData: [DegenerateStudy] = [
        theUsualData, onePairInTheClass, threePairs, oneYear, twoYears, oneIndicator,
        allIndicatorsConstant, oneIndicatorConstant, allZero, noContactsAtAllOutputsAboveZero, outputsAllZero,
        anIndicatorWithoutValues, aPairWithoutValues, aTargetWithoutValues, rivalsWithoutValues,
        oneValueThatIsNotZero, anIndicatorTwice, everyYearTheSame, valuesOf1e299, valuesAtTheEndOfTheRange,
        tinyValues, theLeastDoubles, countsAt253, sharesOfAYearInWhichNobodyHasAnything,
        statesWithoutSizes, whatTheCovariatesPredictExactly,
    ]

    private static let theUsualData = DegenerateStudy(
        name: "the usual data", study: MadeStudy(), exitCode: 0, answer: "not established")

    private static let onePairInTheClass = DegenerateStudy(
        name: "one pair in the class",
        study: MadeStudy(
            states: ["ARM", "AZE", "GEO"],
            parts: [
                "claim": """
                claim:
                  target: ARM-AZE
                  superlative: the best
                  statement: The pair is the best.
                  class-name: the pair
                  reference-class: {without: [GEO]}
                  citation: oecd2008handbook

                """
            ]), exitCode: 65, answer: "the class has one dyad, which is compared with nothing")

    private static let threePairs = DegenerateStudy(
        name: "three pairs", study: MadeStudy(states: ["ARM", "AZE", "GEO"]), exitCode: 0,
        answer: "not established")

    private static let oneYear = DegenerateStudy(
        name: "one year", study: MadeStudy(years: 2005...2005), exitCode: 0, answer: "not established",
        line: ("sampling.csv", "no indicator has a value for each of enough years"))

    private static let twoYears = DegenerateStudy(
        name: "two years", study: MadeStudy(years: 2005...2006), exitCode: 0, answer: "not established",
        line: ("sampling.csv", "no indicator has a value for each of enough years"))

    private static let oneIndicator = DegenerateStudy(
        name: "one indicator", study: MadeStudy(indicators: [MadeStudy.usual[2]]), exitCode: 0,
        answer: "not established"
    )

    private static let allIndicatorsConstant = DegenerateStudy(
        name: "all indicators constant",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { _, _ in "3" }, "calls": { _, _ in "3" }, "treaties": { _, _ in "3" },
                "works": { _, _ in "3" },
            ])), exitCode: 65, answer: "visits (main: the same value for every dyad of the class)")

    private static let oneIndicatorConstant = DegenerateStudy(
        name: "one indicator constant",
        study: MadeStudy(indicators: MadeStudy.changed(["calls": { _, _ in "3" }])), exitCode: 65,
        answer: "calls (main: the same value for every dyad of the class)")

    private static let allZero = DegenerateStudy(
        name: "all zero",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { _, _ in "0" }, "calls": { _, _ in "0" }, "treaties": { _, _ in "0" },
                "works": { _, _ in "0" },
            ])), exitCode: 65, answer: "visits (main: the same value for every dyad of the class)")

    private static let noContactsAtAllOutputsAboveZero = DegenerateStudy(
        name: "no contacts at all, outputs above zero",
        study: MadeStudy(
            indicators: MadeStudy.changed(["visits": { _, _ in "0" }, "calls": { _, _ in "0" }])),
        exitCode: 65, answer: "visits (main: the same value for every dyad of the class)")

    private static let outputsAllZero = DegenerateStudy(
        name: "outputs all zero",
        study: MadeStudy(
            indicators: MadeStudy.changed(["treaties": { _, _ in "0" }, "works": { _, _ in "0" }])),
        exitCode: 65, answer: "treaties (main: the same value for every dyad of the class)")

    private static let anIndicatorWithoutValues = DegenerateStudy(
        name: "an indicator without values",
        study: MadeStudy(indicators: MadeStudy.changed(["calls": { _, _ in "" }])), exitCode: 65,
        answer: "calls (main: observed for no dyad of the class)")

    private static let aPairWithoutValues = DegenerateStudy(
        name: "a pair without values",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in pair == 3 ? "" : "\(pair + year % 3)" },
                "calls": { pair, year in pair == 3 ? "" : "\(pair * 2 + year % 4)" },
                "treaties": { pair, year in pair == 3 ? "" : "\((pair + year) % 4)" },
                "works": { pair, _ in pair == 3 ? "" : "\(pair)" },
            ])), exitCode: 0, answer: "contradicted")

    private static let aTargetWithoutValues = DegenerateStudy(
        name: "a target without values",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in pair == 0 ? "" : "\(pair + year % 3)" },
                "calls": { pair, year in pair == 0 ? "" : "\(pair * 2 + year % 4)" },
                "treaties": { pair, year in pair == 0 ? "" : "\((pair + year) % 4)" },
                "works": { pair, _ in pair == 0 ? "" : "\(pair)" },
            ])), exitCode: 0, answer: "not assessable")

    private static let rivalsWithoutValues = DegenerateStudy(
        name: "rivals without values",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in pair > 0 ? "" : "\(year % 3)" },
                "calls": { pair, year in pair > 0 ? "" : "\(year % 4)" },
                "treaties": { pair, year in pair > 0 ? "" : "\(year % 3)" },
                "works": { pair, _ in pair > 0 ? "" : "1" },
            ])), exitCode: 65, answer: "visits (main: the same value for every dyad of the class)")

    private static let oneValueThatIsNotZero = DegenerateStudy(
        name: "one value that is not zero",
        study: MadeStudy(
            indicators: MadeStudy.changed(["works": { pair, year in pair == 2 && year == 2003 ? "1" : "0" }])),
        exitCode: 0,
        answer: "not established")

    private static let anIndicatorTwice = DegenerateStudy(
        name: "an indicator twice",
        study: MadeStudy(indicators: MadeStudy.changed(["calls": MadeStudy.usual[0].value])), exitCode: 0,
        answer: "not established")

    private static let everyYearTheSame = DegenerateStudy(
        name: "every year the same",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, _ in "\(pair + 1)" }, "calls": { pair, _ in "\(pair * 3 % 4 + 1)" },
                "treaties": { pair, _ in "\(pair % 3)" }, "works": { pair, _ in "\(pair % 2)" },
            ])), exitCode: 0, answer: "contradicted",
        line: ("rank-confidence.csv", "volume,ARM-AZE,ARM,AZE,371,373,-1.1395969,0,6,6,6,"))

    private static let valuesOf1e299 = DegenerateStudy(
        name: "values of 1e299",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in "\(pair + 1 + year % 2)e299" },
                "works": { pair, year in "\(pair + year % 3)e298" },
            ])),
        exitCode: 0, answer: "contradicted",
        line: ("window-values.csv", "main,visits,ARM-AZE,ARM,AZE,371,373,1.5e+300"))

    private static let valuesAtTheEndOfTheRange = DegenerateStudy(
        name: "values at the end of the range",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in pair % 2 == 0 ? "1.7e308" : "\(year % 2)" },
                "works": { pair, _ in pair == 1 ? "1.7e308" : "1e308" },
            ])), exitCode: 65, answer: "the cell must be a number from -1e300 to 1e300; found '1.7e308'")

    private static let tinyValues = DegenerateStudy(
        name: "values of 1e-300",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in "\(pair + 1 + year % 2)e-300" },
                "works": { pair, year in "\(pair + year % 3)e-301" },
            ])),
        exitCode: 0, answer: "contradicted",
        line: ("window-values.csv", "main,visits,ARM-AZE,ARM,AZE,371,373,0\n"))

    private static let theLeastDoubles = DegenerateStudy(
        name: "the least doubles",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in (pair + year) % 2 == 0 ? "5e-324" : "0" }
            ])
        ),
        exitCode: 65,
        answer: "visits (main: the same value for every dyad of the class)")

    private static let countsAt253 = DegenerateStudy(
        name: "counts at 2^53",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "treaties": { pair, year in "\(9_007_199_254_740_990 + pair + year % 3)" },
                "works": { pair, _ in "\(9_007_199_254_740_992 - pair)" },
            ])), exitCode: 65, answer: "treaties (main: the same value for every dyad of the class)")

    private static let sharesOfAYearInWhichNobodyHasAnything = DegenerateStudy(
        name: "shares of a year in which nobody has anything",
        study: MadeStudy(
            indicators: MadeStudy.usual.map { (given: MadeStudy.Made) -> MadeStudy.Made in
                var made = given
                made.yearOperator = .shareOfYear
                let value = made.value
                made.value = { pair, year in year == 2003 ? "0" : "\(pair + 1)\(value(pair, year))" }
                return made
            }), exitCode: 0, answer: "contradicted")

    private static let statesWithoutSizes = DegenerateStudy(
        name: "states without sizes", study: MadeStudy(years: 2030...2039), exitCode: 0,
        answer: "not established", line: ("verdict.csv", "excess,0,ARM-AZE,,,,,,,,,not assessable,"))

    private static let whatTheCovariatesPredictExactly = DegenerateStudy(
        name: "what the covariates predict exactly",
        study: MadeStudy(
            indicators: MadeStudy.changed([
                "visits": { pair, year in pair == 0 ? "\(year % 3 + 1)" : "0" },
                "calls": { pair, _ in pair == 0 ? "2" : "0" },
            ])),
        exitCode: 0, answer: "not established",
        line: (
            "verdict.csv",
            "excess,0,ARM-AZE,,,,,,,,,not assessable,no indicator of contacts enters (visits: the same value for every dyad of the class;"
        ))
}
