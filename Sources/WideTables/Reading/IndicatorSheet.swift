import Diagnostics
import Scoring
import Tabular

/// What is said of each indicator and group of an index: a CSV file with one row each.
///
/// Columns: `indicator`, which names a column of the table or a group, and any of those of `Column`. The columns
/// `name`, `unit`, `note` and `source` are for people and not read. No other column may stand there.
public struct IndicatorSheet: Sendable {
    public enum Column: String, CaseIterable, Sendable {
        case indicator, direction, parent, weight, worst, best, reference, transform, denominator
    }

    /// One indicator or group, as declared.
    public struct Row: Sendable {
        public let name: String
        public let location: SourceLocation
        public var moreIsBetter = true
        public var parent: String?
        public var weight: Double?
        public var goalposts: Goalposts?
        public var reference: Double?
        public var transform: MethodChoice?
        /// The column of the table that the indicator is divided by.
        public var denominator: String?
    }

    static let forPeople = ["name", "unit", "note", "source"]

    public let path: String
    public let rows: [Row]

    /// - Throws: `Diagnostic` with its place for an unknown column, a name that occurs twice, or a cell that breaks
    ///   the rule of its column.
    public init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        self.path = path
        var reader = try CSVReader(bytes, path: path)
        let known = Column.allCases.map(\.rawValue) + Self.forPeople
        for name in reader.header where !known.contains(name) {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1),
                rule: "columns must be among \(known.joined(separator: ", "))",
                found: name.quotedForMessage,
                remedy: nearestWord(to: name, among: known).map { "did you mean \($0.quotedForMessage)?" })
        }
        let nameColumn = try reader.column(Column.indicator.rawValue)
        let places = Dictionary(
            uniqueKeysWithValues: Column.allCases.compactMap { column in
                reader.header.firstIndex(of: column.rawValue).map { (column, $0) }
            })
        var rows: [Row] = []
        var names: Set<String> = []
        while let cells = try reader.next() {
            let row = try RowReading(cells: cells, places: places).row(namedIn: nameColumn)
            guard names.insert(row.name).inserted else {
                throw Diagnostic(
                    at: row.location, rule: "an indicator or group may have one row",
                    found: row.name.quotedForMessage)
            }
            rows.append(row)
        }
        guard !rows.isEmpty else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1), rule: "at least one indicator must be named",
                found: "a header without rows")
        }
        self.rows = rows
    }
}

/// The cells of one row by column.
private struct RowReading {
    typealias Column = IndicatorSheet.Column

    let cells: CSVRow
    let places: [Column: Int]

    func row(namedIn column: Int) throws(Diagnostic) -> IndicatorSheet.Row {
        var row = IndicatorSheet.Row(
            name: try cells.requiredText(column), location: cells.location(of: column))
        if let place = filled(.direction) { row.moreIsBetter = try direction(place) }
        row.parent = text(.parent)
        row.denominator = text(.denominator)
        if let place = filled(.weight) {
            let weight = try cells.number(place)
            guard weight >= 0 else { throw cells.wrong(place, "a weight must not be negative") }
            row.weight = weight
        }
        if let place = filled(.reference) { row.reference = try cells.number(place) }
        row.goalposts = try goalposts()
        if let place = filled(.transform) {
            do {
                row.transform = try MethodText.choice(cells.text(place), of: .transform, for: "transform")
            } catch {
                var located = error
                located.category = .badData
                located.location = located.location ?? cells.location(of: place)
                throw located
            }
        }
        return row
    }

    private func filled(_ column: Column) -> Int? {
        places[column].flatMap { cells.isEmpty($0) ? nil : $0 }
    }

    private func text(_ column: Column) -> String? { filled(column).map(cells.text) }

    private func direction(_ place: Int) throws(Diagnostic) -> Bool {
        switch cells.text(place) {
        case "more", "1": return true
        case "less", "-1": return false
        default: throw cells.wrong(place, "a direction must be more, less, 1 or -1")
        }
    }

    private func goalposts() throws(Diagnostic) -> Goalposts? {
        switch (filled(.worst), filled(.best)) {
        case (nil, nil): return nil
        case (let worst?, let best?):
            guard let posts = Goalposts(worst: try cells.number(worst), best: try cells.number(best)) else {
                throw cells.wrong(best, "the worst and the best value must differ")
            }
            return posts
        case (let place?, nil), (nil, let place?):
            throw cells.wrong(place, "worst and best go together", remedy: "give both or neither")
        }
    }
}
