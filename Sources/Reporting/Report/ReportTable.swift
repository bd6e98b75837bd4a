/// A table of the page: it scrolls in a region of its own where the page is narrower.
struct ReportTable {
    struct Column {
        let heading: String
        var isNumber = false
        /// In which direction the column is sorted first; nil for a table that is not sorted.
        var sort: Sort?
    }

    enum Sort: String { case ascending, descending }

    struct Cell: ExpressibleByStringInterpolation {
        var content: [Node]
        /// By what it is sorted, where that is not its text; empty for a missing value, which stays last.
        var key: String?

        init(_ content: [Node], key: String? = nil) {
            self.content = content
            self.key = key
        }

        init(_ text: String?, key: String? = nil) {
            self.init([.text(text ?? Self.missing)], key: text == nil ? "" : key)
        }

        init(stringLiteral value: String) { self.init(value) }

        static let missing = "–"
    }

    struct Row {
        var attributes: [(String, String)] = []
        /// The first cell is the row's heading.
        let cells: [Cell]
        var isTarget = false

        init(_ cells: [Cell], attributes: [(String, String)] = [], isTarget: Bool = false) {
            self.cells = cells
            self.attributes = attributes
            self.isTarget = isTarget
        }
    }

    struct Group {
        var title: String?
        let rows: [Row]
    }

    /// What it is called where it is read aloud.
    let label: String
    let columns: [Column]
    let groups: [Group]
    var id: String?
    /// Which column is the heading of a row.
    var headingColumn = 0
    /// Rows below a line.
    var foot: [Row] = []

    var node: Node {
        let isSortable = columns.contains { $0.sort != nil }
        let attributes =
            (id.map { [("id", $0)] } ?? []) + (isSortable ? [("class", "sortable")] : [])
        return .tag(
            "div", [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", label)],
            [
                .tag(
                    "table", attributes,
                    [.tag("thead", [], [.tag("tr", [], columns.map(heading))])]
                        + groups.map { group in
                            .tag("tbody", [], (group.title.map { [title($0)] } ?? []) + group.rows.map(row))
                        }
                        + (foot.isEmpty ? [] : [.tag("tfoot", [], foot.map(row))]))
            ])
    }

    private func heading(_ column: Column) -> Node {
        var attributes = [("scope", "col")]
        if column.isNumber { attributes.append(("class", "number")) }
        if let sort = column.sort { attributes.append(("data-first", sort.rawValue)) }
        return .tag("th", attributes, [.text(column.heading)])
    }

    private func title(_ text: String) -> Node {
        .tag("tr", [], [.tag("th", [("scope", "rowgroup"), ("colspan", "\(columns.count)")], [.text(text)])])
    }

    private func row(_ row: Row) -> Node {
        let kind = row.isTarget ? [("class", "target")] : []
        return .tag(
            "tr", kind + row.attributes,
            zip(columns, row.cells).enumerated().map { place, pair in
                let (column, cell) = pair
                // Most cells are numbers: what is none is marked.
                var attributes = column.isNumber || place == headingColumn ? [] : [("class", "words")]
                if let key = cell.key { attributes.append(("data-key", key)) }
                return place == headingColumn
                    ? .tag("th", [("scope", "row")] + attributes, cell.content)
                    : .tag("td", attributes, cell.content)
            })
    }
}
