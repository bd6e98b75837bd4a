import Scoring
import Testing

/// Every method of the table can be chosen from the command line and runs on a complete table of positive values.
struct EveryMethodTests {
    /// Arguments where the forms of the parameters alone do not say enough.
    private let arguments = ["owa": "weights=4,3,2,1"]

    /// What a method needs beside it, where the standard choices do not suit it.
    private let companions = [
        "mazziotta-pareto": ["--normalise", "z-score:mean=100:deviation=10:denominator=n"],
        "adjusted-mazziotta-pareto": ["--normalise", "min-max:70,130"],
    ]

    /// Files that arguments name.
    private let files = [
        "points.csv": "judge,speed,ports,cost,delay\none,40,30,20,10\ntwo,25,25,25,25\n",
        "comparisons.csv": """
        indicator,speed,ports,cost,delay
        speed,1,2,4,4
        ports,1/2,1,2,2
        cost,1/4,1/2,1,1
        delay,1/4,1/2,1,1

        """,
        "numbers.csv": "indicator,value\nspeed,0.4\nports,0.3\ncost,0.2\ndelay,0.1\n",
    ]

    private func text(_ method: MethodDescription) -> String {
        if let given = arguments[method.id] { return "\(method.id):\(given)" }
        let given = method.parameters.filter { $0.standard == nil && !$0.isOptional }.map { parameter in
            let value =
                switch parameter.form {
                case .number(let range): range.contains(0.5) ? "0.5" : "\(range.lowerBound)"
                case .word(let words): words[0]
                case .numbers(let range, let count):
                    Array(repeating: range.contains(0.25) ? "0.25" : "1", count: count ?? 4).joined(
                        separator: ",")
                case .names: "speed,ports,cost,delay"
                case .named: "numbers.csv"
                case .square: "comparisons.csv"
                case .judgements: "points.csv"
                }
            return "\(parameter.name)=\(value)"
        }
        return ([method.id] + given).joined(separator: ":")
    }

    /// The order names indicators of both groups: the index has scores, the groups have none.
    @Test func argumentsThatNameIndicatorsOfSeveralGroups() throws {
        let index = try IndexFixture.decoded(["--aggregate", "lexicographic:cost,speed"])
        // Cost decides: the lowest is best, and no two are the same.
        let costs = index.stages.raw.map { $0[2] ?? 0 }
        for (unit, rank) in index.ranks.enumerated() {
            #expect(rank == costs.count { $0 < costs[unit] } + 1)
        }
        #expect(index.groups[0].scores.allSatisfy { $0 == [nil, nil] })
    }

    @Test(arguments: Step.allCases)
    func everyMethodRuns(step: Step) throws {
        for method in MethodTable.descriptions(of: step) {
            var options = companions[method.id] ?? []
            options += ["--\(step.rawValue)", text(method)]
            if !options.contains("--normalise") { options += ["--normalise", "min-max:1,100"] }
            let outcome = try IndexFixture.run(
                options + ["--unit-groups", "region", "--format", "json"], files: files)
            #expect(outcome.status == 0, "\(options): \(outcome.errors)")
            #expect(outcome.errors.isEmpty, "\(options)")
            #expect(!outcome.output.contains("nan") && !outcome.output.contains("inf,"))
        }
    }
}
