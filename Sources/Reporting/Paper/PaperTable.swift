public import Tabular

/// A table for a paper, before it is set: what LaTeX, Markdown, HTML, CSV and JSON have in common.
public struct PaperTable: Equatable, Sendable {
    /// What a column holds, which decides how it is aligned and which type it has in a CSV file.
    public enum Kind: Equatable, Sendable {
        case text
        /// A whole number.
        case integer
        /// A rank: `8`, or `8=` when it is shared; the number alone in a CSV file.
        case rank
        /// Two whole numbers with a dash; such a column is only printed.
        case range
        /// A number with this many decimals, aligned at the decimal point.
        case number(decimals: Int)
    }

    /// Where a column stands: on paper, in files of data, or both.
    public enum Place: Equatable, Sendable { case everywhere, paper, data }

    public struct Column: Equatable, Sendable {
        /// Its name in CSV files and in `--columns`.
        public let id: String
        public let heading: String
        /// For the schema of the CSV file.
        public let description: String
        public let unit: String?
        public let kind: Kind
        public let place: Place
        /// Whether it names the row: then it is in every panel, and bold in rows that are emphasised.
        public let isName: Bool

        public init(
            _ id: String, _ heading: String, _ kind: Kind, _ description: String, unit: String? = nil,
            place: Place = .everywhere, isName: Bool = false
        ) {
            (self.id, self.heading, self.kind) = (id, heading, kind)
            (self.description, self.unit, self.place, self.isName) = (description, unit, place, isName)
        }
    }

    public enum Cell: Equatable, Sendable {
        case text(String)
        case integer(Int)
        case rank(Int, isShared: Bool)
        case range(ClosedRange<Int>)
        case number(Double)
        /// A number with the decimals of its column, whatever those of its row.
        case share(Double)
        /// There should be a value, and there is none: a dash on paper.
        case missing
        /// There is nothing to say: an empty cell.
        case empty
    }

    public struct Row: Equatable, Sendable {
        /// One a column.
        public let cells: [Cell]
        /// Whether its name is bold: the row of the target, or of a primary reading.
        public let isEmphasised: Bool
        /// Whether rows are left out above it.
        public let followsGap: Bool
        /// Decimals of its numbers, instead of those of the columns.
        public let decimals: Int?

        public init(
            _ cells: [Cell], isEmphasised: Bool = false, followsGap: Bool = false, decimals: Int? = nil
        ) {
            (self.cells, self.isEmphasised) = (cells, isEmphasised)
            (self.followsGap, self.decimals) = (followsGap, decimals)
        }
    }

    /// Rows that belong together.
    public struct Section: Equatable, Sendable {
        /// Its value in the column `section` of CSV files; nil for the only section of a table.
        public let id: String?
        /// What stands above its rows.
        public let title: String?
        public let rows: [Row]

        public init(id: String? = nil, title: String? = nil, rows: [Row]) {
            (self.id, self.title, self.rows) = (id, title, rows)
        }
    }

    /// Its name: that of its files.
    public let name: String
    public var caption: String
    /// For `\ref`.
    public var label: String
    public let columns: [Column]
    public let sections: [Section]
    /// Sentences that stand below.
    public let notes: [String]
    /// Keys of `references.bib` of the data and methods that the numbers rest on, sorted.
    public let sources: [String]
    /// The columns that tell its rows apart, inside a section.
    public let key: [String]
    /// What its CSV file holds instead of the cells; nil for the cells.
    public let values: Table?

    public init(
        name: String, caption: String, label: String, columns: [Column], sections: [Section], notes: [String],
        sources: some Sequence<String>, key: [String], values: Table? = nil
    ) {
        precondition(
            sections.allSatisfy { $0.rows.allSatisfy { $0.cells.count == columns.count } },
            "a row of \(name) has other columns than its table")
        (self.name, self.caption, self.label) = (name, caption, label)
        (self.columns, self.sections, self.notes, self.key) = (columns, sections, notes, key)
        self.values = values
        self.sources = Set(sources).sorted()
    }

    /// All rows of all sections.
    var rows: [Row] { sections.flatMap(\.rows) }

    /// The places of the columns that are printed.
    var printed: [Int] { columns.indices.filter { columns[$0].place != .data } }

    /// The text of a printed cell: a dash for a missing value.
    func text(_ row: Row, _ column: Int) -> String {
        row.cells[column].text(decimals: decimals(row, column)) ?? "—"
    }

    /// The decimals of a number.
    func decimals(_ row: Row, _ column: Int) -> Int {
        if case .share = row.cells[column] { return columns[column].decimals }
        return row.decimals ?? columns[column].decimals
    }
}

extension PaperTable.Column {
    /// Decimals of its numbers; 0 for those that hold none.
    var decimals: Int { if case .number(let decimals) = kind { decimals } else { 0 } }
}

extension PaperTable.Cell {
    /// A number if there is one.
    public static func optional(_ value: Double?) -> Self { value.map(Self.number) ?? .missing }
    /// A whole number if there is one.
    public static func optional(_ value: Int?) -> Self { value.map(Self.integer) ?? .missing }
    /// A range if there is one.
    public static func optional(_ value: ClosedRange<Int>?) -> Self { value.map(Self.range) ?? .missing }
    /// A share if there is one.
    public static func optionalShare(_ value: Double?) -> Self { value.map(Self.share) ?? .missing }
    /// A rank if there is one, with the number of those that share it.
    public static func rank(_ rank: Int?, ties: Int?) -> Self {
        rank.map { .rank($0, isShared: (ties ?? 1) > 1) } ?? .missing
    }

    /// Whether it is a number with decimals.
    var isNumber: Bool {
        switch self {
        case .number, .share: true
        default: false
        }
    }

    /// As it is printed; nil for a missing value.
    func text(decimals: Int) -> String? {
        switch self {
        case .text(let text): text
        case .integer(let value): "\(value)"
        case .rank(let rank, let isShared): isShared ? "\(rank)=" : "\(rank)"
        case .range(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .number(let value), .share(let value): formatted(value, decimals: decimals)
        case .missing: nil
        case .empty: ""
        }
    }
}
