import Diagnostics
import Scoring

/// Indicators and the groups above them, from rows that name their parents.
struct IndicatorTree {
    /// The rows of the indicators, in their order.
    let indicators: [IndicatorSheet.Row]
    let hierarchy: Hierarchy
    /// The name of the index, if a single group at the top gives it one.
    let indexName: String?
    /// Whether any row declares a weight.
    let hasWeights: Bool

    /// How many groups may stand above an indicator; indices have two or three.
    static let deepest = 32

    /// - Parameter columns: the columns of the table that may be indicators; a row that is none of them is a group.
    /// - Throws: `Diagnostic` for a row that is neither column nor parent, one that is both, a circle of parents,
    ///   indicators at different depths, or siblings whose weights are all zero.
    init(_ sheet: IndicatorSheet, columns: [String]) throws(Diagnostic) {
        let parents = Set(sheet.rows.compactMap(\.parent))
        let columns = Set(columns)
        for row in sheet.rows { try Self.check(row, columns: columns, parents: parents) }
        let byName = Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.name, $0) })
        indicators = sheet.rows.filter { !parents.contains($0.name) }
        guard !indicators.isEmpty else {
            throw Diagnostic(
                at: SourceLocation(path: sheet.path), rule: "at least one row must name a column of the table"
            )
        }
        hasWeights = sheet.rows.contains { $0.weight != nil }

        // The groups above each indicator, the nearest first.
        var chains: [[String]] = []
        for row in indicators {
            var chain: [String] = []
            var seen: Set<String> = []
            var next = row.parent
            while let group = next {
                guard seen.insert(group).inserted else {
                    throw Diagnostic(
                        at: byName[group]?.location ?? row.location,
                        rule: "a group may not be its own ancestor",
                        found: group.quotedForMessage)
                }
                guard chain.count < Self.deepest else {
                    throw Diagnostic(
                        at: row.location,
                        rule: "an indicator may stand below \(Self.deepest) groups at most",
                        found: row.name.quotedForMessage)
                }
                chain.append(group)
                next = byName[group]?.parent
            }
            chains.append(chain)
        }
        try Self.requireSameDepth(indicators, chains)

        // A single group at the top is the index itself.
        let tops = Set(chains.compactMap(\.last))
        indexName = tops.count == 1 && chains.allSatisfy { !$0.isEmpty } ? tops.first : nil
        if indexName != nil { chains = chains.map { Array($0.dropLast()) } }
        hierarchy = Hierarchy(levels: Self.levels(indicators.map(\.name), chains: chains, rows: byName))
        try Self.requireWeight(hierarchy, rows: byName)
    }

    /// A flat index.
    init(columns: [String], path: String) {
        indicators = columns.map { .init(name: $0, location: SourceLocation(path: path, line: 1)) }
        hierarchy = Hierarchy(levels: [.init(names: columns, parents: columns.map { _ in 0 })])
        indexName = nil
        hasWeights = false
    }

    private static func check(
        _ row: IndicatorSheet.Row, columns: Set<String>, parents: Set<String>
    ) throws(Diagnostic) {
        switch (columns.contains(row.name), parents.contains(row.name)) {
        case (true, false): return
        case (false, true):
            let isBare =
                row.moreIsBetter && row.goalposts == nil && row.reference == nil && row.transform == nil
                && row.denominator == nil
            guard isBare else {
                throw Diagnostic(
                    at: row.location, rule: "a group has a parent and a weight and nothing else",
                    found: row.name.quotedForMessage)
            }
        case (true, true):
            throw Diagnostic(
                at: row.location, rule: "a name may not be both a column of the table and a group",
                found: row.name.quotedForMessage)
        case (false, false):
            throw Diagnostic(
                at: row.location,
                rule: "a row must name a column of the table, or be the parent of other rows",
                found: row.name.quotedForMessage,
                remedy: nearestWord(to: row.name, among: columns).map {
                    "did you mean \($0.quotedForMessage)?"
                })
        }
    }

    private static func requireSameDepth(
        _ indicators: [IndicatorSheet.Row], _ chains: [[String]]
    ) throws(Diagnostic) {
        let counts = Dictionary(grouping: chains.indices) { chains[$0].count }
        guard let usual = counts.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) })?.key,
            let odd = chains.firstIndex(where: { $0.count != usual })
        else { return }
        throw Diagnostic(
            at: indicators[odd].location, rule: "every indicator must stand equally far below the index",
            found: "\(indicators[odd].name.quotedForMessage) below \(groups(chains[odd].count))",
            remedy: "the others stand below \(groups(usual))")
    }

    private static func groups(_ count: Int) -> String { count == 1 ? "1 group" : "\(count) groups" }

    private static func levels(
        _ leaves: [String], chains: [[String]], rows: [String: IndicatorSheet.Row]
    ) -> [Hierarchy.Level] {
        var levels: [Hierarchy.Level] = []
        var names = leaves
        // The chain above each node of the current level.
        var above = chains
        while true {
            var groups: [String] = []
            var places: [String: Int] = [:]
            var chainsAbove: [[String]] = []
            for chain in above {
                guard let group = chain.first, places[group] == nil else { continue }
                places[group] = groups.count
                groups.append(group)
                chainsAbove.append(Array(chain.dropFirst()))
            }
            levels.append(
                .init(
                    names: names, weights: names.map { rows[$0]?.weight ?? 1 },
                    parents: above.map { chain in chain.first.flatMap { places[$0] } ?? 0 }))
            guard !groups.isEmpty else { return levels }
            names = groups
            above = chainsAbove
        }
    }

    private static func requireWeight(
        _ hierarchy: Hierarchy, rows: [String: IndicatorSheet.Row]
    ) throws(Diagnostic) {
        for (index, level) in hierarchy.levels.enumerated() {
            for group in Set(level.parents).sorted() {
                let members = hierarchy.children(of: group, atLevel: index)
                guard members.allSatisfy({ level.weights[$0] == 0 }) else { continue }
                let names = members.map { level.names[$0] }.joined(separator: ", ")
                throw Diagnostic(
                    at: members.first.flatMap { rows[level.names[$0]]?.location },
                    rule: "members of one group may not all have weight 0",
                    found: names)
            }
        }
    }
}
