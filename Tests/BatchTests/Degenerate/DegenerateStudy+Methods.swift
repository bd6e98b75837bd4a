/// Methods that the data or one another leave without an answer.
extension DegenerateStudy {
    private static func method(
        _ name: String, _ changes: [String: String], indicators: [MadeStudy.Made] = MadeStudy.usual,
        exitCode: Int32, answer: String, line: (file: String, text: String)? = nil
    ) -> DegenerateStudy {
        var steps = [
            "exposure": "none", "scaling": "none", "transform": "identity", "normalise": "z-score",
            "weights": "equal",
            "aggregate": "arithmetic", "missing": "available-case", "tie-tolerance": "1e-9",
        ]
        steps.merge(changes) { _, new in new }
        let text = steps.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return DegenerateStudy(
            name: name,
            study: MadeStudy(
                indicators: indicators,
                parts: ["method": "method: {\(text)}\n", "alternatives": "", "tests": ""]),
            exitCode: exitCode, answer: answer, line: line)
    }

    private static let twice = MadeStudy.changed(["calls": MadeStudy.usual[0].value])

    static let ofMethods: [DegenerateStudy] = [
        method(
            "principal components of an indicator twice", ["weights": "pca"], indicators: twice, exitCode: 0,
            answer: "not assessable",
            line: (
                "verdict.csv",
                "pca: visits, calls are linearly dependent on the units of the class; leave one of them out"
            )),
        method(
            "a geometric mean of z-scores", ["aggregate": "geometric"], exitCode: 65,
            answer: "geometric aggregation does not go with z-score values"),
        method(
            "logarithms of zeros", ["transform": "log10"], indicators: withZeros, exitCode: 0,
            answer: "not assessable"),
        method(
            "weights of zero",
            ["weights": "{fixed: {weights: {visits: 0, calls: 0, treaties: 0, works: 0}}}"], exitCode: 0,
            answer: "not assessable",
            line: ("verdict.csv", "fixed gives visits, calls, treaties, works no weight")),
        method(
            "negative weights",
            ["weights": "{fixed: {weights: {visits: -1, calls: 1, treaties: 1, works: 1}}}"], exitCode: 65,
            answer: "a number from 0.0 to 1000000000.0 is expected here; found '-1'"),
        method(
            "limits that no weights keep",
            [
                "normalise": "min-max",
                "weights": "{benefit-of-doubt: {limits: weights, lower: 0.3, upper: 0.9}}",
            ],
            exitCode: 0, answer: "not assessable",
            line: (
                "verdict.csv",
                "benefit-of-doubt: shares sum to one, but the lower limits to 1.2 and the upper limits to 3.6"
            )),
        contradictingWeights, collinearCovariates,
    ]

    private static let withZeros = MadeStudy.changed([
        "treaties": { pair, year in pair == 1 ? "0" : "\((pair + year) % 4)" }
    ])

    private static let contradictingWeights = DegenerateStudy(
        name: "constraints that no weights keep",
        study: MadeStudy(parts: [
            "tests": """
            tests:
              weights:
                draws: 200
                spaces: [{id: x, title: X, intervals: {contacts: [0.8, 1], agreements: [0.8, 1]}}]

            """
        ]), exitCode: 65,
        answer:
            "no weights keep all of: contacts from 0.8 to 1.0; agreements from 0.8 to 1.0; change the constraints of x"
    )

    private static let collinearCovariates = DegenerateStudy(
        name: "a regression of six pairs on five predictors",
        study: MadeStudy(parts: [
            "tests": """
            tests:
              associations:
                permutations: 100
                correlations: {among: [contacts, projects], with: [log-distance]}
                regressions: [{id: r, outcome: projects, predictors: [contacts, agreements, log-distance, log-gdp, contiguity]}]

            """
        ]), exitCode: 0, answer: "not established",
        line: ("associations.csv", "6 pairs are observed throughout, too few for 5 predictors"))
}
