internal import LinearAlgebra

/// Aggregation by methods that look at the whole table.
///
/// With one method for all levels, the index is the method applied to all indicators at once, and a group's score the
/// method applied to the indicators below it: such methods do not nest, and a group for which the method has no
/// answer (arguments that name indicators of other groups) has no score. With a method for each level, every group is
/// the method of its level applied to its children.
struct CombinedTable {
    /// As in `CompositeIndex.groupScores`.
    private(set) var groups: [[[Double?]]] = []
    private(set) var scores: [Double?] = []
    /// Figures of the topmost application.
    private(set) var details: [Aggregation.Detail] = []

    /// As in `CompositeIndex.magnitude`.
    private(set) var magnitude = 0.0

    typealias Method = (aggregation: Aggregation, arguments: MethodArguments)

    /// - Parameter scoresOnly: whether groups that lead to no score are left out.
    /// - Throws: `ScoringFailure` for a unit with a gap, or what the methods throw.
    init(
        of table: IndicatorTable, design: IndexDesign, isReference: [Bool], weights: [Double],
        steps: [Method], scoresOnly: Bool = false
    ) throws(ScoringFailure) {
        let hierarchy = design.hierarchy
        let isNested = steps.count > 1
        var columns = (0..<table.indicators).map(table.column)
        let leaves = columns
        let nodeWeights = hierarchy.nodeWeights(leafWeights: weights)
        // Which indicators stand below each node of the current level.
        var below = columns.indices.map { [$0] }
        var magnitudes = columns.map { _ in 0.0 }
        for level in hierarchy.levels.indices {
            let isTop = level == hierarchy.levels.count - 1
            let method = steps[min(level, steps.count - 1)]
            var results: [[Double?]] = []
            var merged: [[Int]] = []
            var sizes: [Double] = []
            for group in 0..<hierarchy.groupCount(above: level) {
                let children = hierarchy.children(of: group, atLevel: level)
                let members = children.flatMap { below[$0] }
                var output = Aggregation.Output(scores: isReference.map { _ in nil })
                do throws(ScoringFailure) {
                    // A method that looks at all indicators at once passes the groups over.
                    if scoresOnly, !isNested, !isTop {
                        merged.append(members)
                        continue
                    }
                    output =
                        isNested
                        ? try Self.apply(
                            method, to: children.map { columns[$0] },
                            weights: children.map { nodeWeights[level][$0] },
                            names: children.map { hierarchy.levels[level].names[$0] },
                            isReference: isReference)
                        : try Self.apply(
                            method, to: members.map { leaves[$0] }, weights: members.map { weights[$0] },
                            names: members.map { design.indicators[$0].id }, isReference: isReference)
                } catch {
                    if isNested || isTop { throw error }
                }
                results.append(output.scores)
                merged.append(members)
                // An arithmetic mean hands on what cancelled below it.
                sizes.append(
                    isNested && method.aggregation.isArithmetic
                        ? children.reduce(output.magnitude) { max($0, magnitudes[$1]) } : output.magnitude)
                if isTop { details = output.details }
            }
            if isTop {
                scores = results[0]
                magnitude = sizes[0]
            } else if isNested || !scoresOnly {
                groups.append(table.values.rowIndices.map { unit in results.map { $0[unit] } })
            }
            columns = results
            magnitudes = sizes
            below = merged
        }
    }

    private static func apply(
        _ method: Method, to columns: [[Double?]], weights: [Double], names: [String], isReference: [Bool]
    ) throws(ScoringFailure) -> Aggregation.Output {
        let total = weights.reduce(0, +)
        let shares = weights.map { total > 0 ? $0 / total : 1 / Double(weights.count) }
        switch method.aggregation.rule {
        case .quasiArithmetic(let mean):
            let table = IndicatorTable(columns: columns, units: isReference.count)
            let nested = try NestedMean(
                of: table,
                hierarchy: Hierarchy(levels: [.init(names: names, parents: names.map { _ in 0 })]),
                leafWeights: NodeWeights(common: shares, units: table.units),
                means: [mean(method.arguments)])
            let sizes = table.values.rowIndices.filter { isReference[$0] }.map { unit in
                zip(shares, table.values.row(unit)).reduce(0) { $0 + abs($1.0 * $1.1) }
            }
            return .init(
                scores: nested.groups[0].map { $0[0] },
                magnitude: method.aggregation.isArithmetic ? sizes.max() ?? 0 : 0)
        case .wholeTable(let function):
            let needsPositive = method.aggregation.requirements(method.arguments).contains {
                $0.need == .values(.positive)
            }
            var values = Matrix(rows: isReference.count, columns: columns.count)
            for (place, column) in columns.enumerated() {
                for (unit, value) in column.enumerated() {
                    guard let value else {
                        throw .noAnswer(
                            reason:
                                "\(names[place]) of unit \(unit + 1) is missing, and \(method.aggregation.description.id) needs complete data"
                        )
                    }
                    guard value > 0 || !needsPositive else {
                        throw .noAnswer(
                            reason:
                                "\(names[place]) of unit \(unit + 1) is not above zero, and \(method.aggregation.description.id) needs values above zero"
                        )
                    }
                    values[unit, place] = value
                }
            }
            let output = try function(
                .init(values: values, weights: shares, isReference: isReference, names: names),
                method.arguments)
            // Squares and powers of huge values overflow; no such number may go on.
            guard ([output.scores] + output.details.map(\.values)).allSatisfy(Self.isFinite) else {
                throw .noAnswer(
                    reason: "\(method.aggregation.description.id) leaves the range of numbers on these values"
                )
            }
            return output
        }
    }

    private static func isFinite(_ figures: [Double?]) -> Bool {
        figures.allSatisfy { $0?.isFinite ?? true }
    }
}
