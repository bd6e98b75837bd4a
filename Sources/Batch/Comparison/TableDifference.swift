import Tabular

/// How one table of two results folders differs.
public struct TableDifference: Sendable, Encodable {
    /// A cell that is not the same.
    public struct Cell: Sendable, Encodable {
        /// The row, by the cells of its key.
        public let row: String
        public let column: String
        public let first: String
        public let second: String
        /// The distance as a share of the larger of the two; nil for what is no number in both.
        public let relative: Double?
    }

    public let path: String
    /// Rows that only one of the folders has, by the cells of their keys.
    public let onlyInFirst: [String]
    public let onlyInSecond: [String]
    /// Columns that only one of them has.
    public let columnsOnlyInFirst: [String]
    public let columnsOnlyInSecond: [String]
    public let cells: [Cell]
    /// How many cells were compared.
    public let compared: Int

    var isEmpty: Bool {
        onlyInFirst.isEmpty && onlyInSecond.isEmpty && columnsOnlyInFirst.isEmpty
            && columnsOnlyInSecond.isEmpty && cells.isEmpty
    }

    /// Compares rows of the same key, in the columns that both have.
    init(_ first: StoredTable, _ second: StoredTable, within tolerances: Tolerances) {
        path = first.path
        let names = (first.columns.map(\.name), second.columns.map(\.name))
        columnsOnlyInFirst = names.0.filter { !names.1.contains($0) }
        columnsOnlyInSecond = names.1.filter { !names.0.contains($0) }
        let shared = first.columns.enumerated().compactMap { place, column in
            names.1.firstIndex(of: column.name).map { other in
                SharedColumn(
                    name: column.name, places: (place, other),
                    tolerance: column.isNumber ? tolerances.tolerance(of: column.name, in: first.path) : nil)
            }
        }
        let others = Dictionary(
            second.rows.map { (second.key(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        var matched: Set<[String]> = []
        var onlyInFirst: [String] = []
        var cells: [Cell] = []
        var compared = 0
        for row in first.rows {
            let key = first.key(of: row)
            // A key that comes twice is a row too many.
            guard let other = others[key], matched.insert(key).inserted else {
                onlyInFirst.append(first.name(of: row))
                continue
            }
            compared += shared.count
            for column in shared {
                if let cell = column.difference(row, other, name: first.name) { cells.append(cell) }
            }
        }
        self.onlyInFirst = onlyInFirst
        var seen: Set<[String]> = []
        onlyInSecond = second.rows.filter { row in
            let key = second.key(of: row)
            return !matched.contains(key) || !seen.insert(key).inserted
        }.map(second.name)
        self.cells = cells
        self.compared = compared
    }

    /// A column that both tables have.
    private struct SharedColumn {
        let name: String
        let places: (Int, Int)
        /// Nil for what is compared as text.
        let tolerance: Double?

        func difference(_ first: [String], _ second: [String], name row: ([String]) -> String) -> Cell? {
            let (one, other) = (first[places.0], second[places.1])
            guard one != other else { return nil }
            var relative: Double?
            if let tolerance, let a = parseNumber(one), let b = parseNumber(other) {
                if Tolerances.agree(a, b, within: tolerance), !(isWhole(one) && isWhole(other)) { return nil }
                let size = max(abs(a), abs(b))
                relative = size > 0 ? abs(a - b) / size : nil
            }
            return Cell(row: row(first), column: name, first: one, second: other, relative: relative)
        }

        /// Written without a point or an exponent: a rank or count, also in a document whose numbers have no type.
        private func isWhole(_ text: String) -> Bool {
            text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}
