internal import LinearAlgebra

extension Weighting {
    /// The analytic hierarchy process: pairwise comparisons and their principal eigenvector.
    public static let analyticHierarchy = Weighting(
        MethodDescription(
            id: "ahp", title: "weights by pairwise comparison",
            formula:
                "A w = lambda w for the largest eigenvalue, sum of w one; CI = (lambda - n) / (n - 1), CR = CI / RI(n)",
            domain:
                "a square table of positive numbers with ones on the diagonal and a(i,j) a(j,i) within 0.05 of one",
            sources: ["saaty1980ahp", "oecd2008handbook"],
            properties: [
                "does not depend on the data", "weights are positive and sum to one",
                "consistent comparisons a(i,j) = v(i) / v(j) return v exactly, with CR 0",
                "a group's weight is shared out equally below it",
            ],
            denied: [
                "CR is reported but does not refuse, unless a limit is given; Saaty's rule of thumb is 0.1",
                "there is no CR for more than 15 names, for which Saaty gives no random index",
                "the left and the right eigenvector differ: turning all comparisons round need not reverse the order",
            ],
            test: "AnalyticHierarchyTests",
            parameters: [
                MethodParameter(
                    "comparisons", .square,
                    meaning:
                        "how many times as important the indicator or group of the row is as that of the column"
                ),
                .optional(
                    "limit", .number(0...1),
                    meaning: "the consistency ratio above which the comparisons are refused"),
            ],
            check: {
                guard case .square(let names, let values)? = $0["comparisons"] else { return nil }
                return objection(names: names, values: values)
            })
    ) { (input, arguments) throws(ScoringFailure) in
        guard case .square(let names, let values)? = arguments["comparisons"] else {
            throw .inadmissible(reason: "ahp needs comparisons")
        }
        let nodes = try NamedNodes(names, in: input.design.hierarchy, method: "ahp")
        let pair: PerronEigenpair
        do throws(LinearAlgebraFailure) {
            pair = try PerronEigenpair(
                of: Matrix(rows: names.count, columns: names.count) { values[$0][$1] })
        } catch {
            throw .noAnswer(reason: "ahp: \(error)")
        }
        let size = Double(names.count)
        let index = names.count > 2 ? max(0, (pair.value - size) / (size - 1)) : 0
        var details = [
            Detail("priorities", pair.vector), Detail("lambda max", [pair.value]),
            Detail("consistency index", [index]),
        ]
        let limit = arguments["limit"].map { _ in arguments.number("limit") }
        if names.count <= randomIndex.count {
            let ratio = names.count > 2 ? index / randomIndex[names.count - 1] : 0
            details += [
                Detail("random index", [randomIndex[names.count - 1]]), Detail("consistency ratio", [ratio]),
            ]
            if let limit, ratio > limit {
                throw .noAnswer(
                    reason:
                        "ahp: the consistency ratio \(ratio) of the comparisons is above the limit \(short(limit))"
                )
            }
        } else if limit != nil {
            throw .noAnswer(
                reason:
                    "ahp: no random index is known for \(names.count) names, so that no limit can be held against them"
            )
        }
        return Output(
            weights: .common(try nodes.leafWeights(pair.vector, allowsNesting: false)), details: details)
    }

    /// Mean consistency index of random reciprocal matrices of order 1 to 15 (Saaty 1980, table of random indices).
    private static let randomIndex = [
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
    ]

    /// Why a table is no table of comparisons; nil when it is.
    private static func objection(names: [String], values: [[Double]]) -> String? {
        if let row = values.firstIndex(where: { !$0.allSatisfy { $0 > 0 && $0.isFinite } }) {
            return "the comparisons of \(names[row]) must be above zero"
        }
        for row in names.indices {
            for column in names.indices {
                let (value, mirrored) = (values[row][column], values[column][row])
                if row == column, value != 1 { return "\(names[row]) compared with itself must be 1" }
                if abs(value * mirrored - 1) > 0.05 {
                    return
                        "the comparisons of \(names[row]) and \(names[column]) are \(value) and \(mirrored), which are not each other's reciprocal"
                }
            }
        }
        return nil
    }
}
