/// How a table fits the text width of an A4 page with margins of 25 mm: which size, which texts are broken into lines,
/// and which columns stand in which panel.
struct LaTeXLayout {
    struct Column {
        /// Its place in the table.
        let place: Int
        /// The lines of its heading.
        let heading: [String]
        /// In points, of a column of texts that are broken into lines; nil for one as wide as its widest cell.
        let width: Double?
    }

    enum Size: String, CaseIterable {
        case normalsize, small, footnotesize

        /// In points, in a document of 11 pt; in one of 10 pt there is room to spare.
        var points: Double {
            switch self {
            case .normalsize: 10.95
            case .small: 10
            // Fonts of 9 pt are a little wider than those of 10 pt made smaller.
            case .footnotesize: 9.3
            }
        }
    }

    /// 160 mm in TeX's points, less a little for what the estimate misses.
    static let lineWidth = 450.0
    /// Between two columns: twice \tabcolsep.
    static let usualGap = 12.0
    /// Where that helps to keep a table whole.
    static let narrowGap = 6.0
    /// Lines of a page, at \small, with room for the caption and notes.
    static let linesOfPage = 42

    let size: Size
    let gap: Double
    let panels: [[Column]]
    /// Whether it does not fit one page.
    let isLong: Bool

    init(_ table: PaperTable) {
        let measured = table.printed.map { MeasuredColumn(table, $0) }
        var chosen: (size: Size, columns: [Column])?
        var gap = Self.usualGap
        for size in Size.allCases where chosen == nil {
            let columns = measured.map { $0.column(at: size) }
            if Self.total(columns, measured, size) <= Self.lineWidth { chosen = (size, columns) }
        }
        if chosen == nil {
            for size in [Size.small, .footnotesize] where chosen == nil {
                chosen = Self.broken(measured, size, gap: gap).map { (size, $0) }
            }
        }
        if chosen == nil {
            chosen = Self.broken(measured, .footnotesize, gap: Self.narrowGap).map { (.footnotesize, $0) }
            if chosen != nil { gap = Self.narrowGap }
        }
        self.gap = gap
        if let chosen {
            size = chosen.size
            panels = [chosen.columns]
        } else {
            size = .footnotesize
            panels = Self.panels(measured)
        }
        let (size, panels) = (size, panels)
        let lines = panels.reduce(0) { sum, panel in
            sum + 3 + table.sections.reduce(0) { $0 + ($1.title == nil ? 0 : 2) }
                + table.rows.reduce(0) { $0 + Self.lines(of: $1, in: table, panel, size) }
        }
        isLong = lines > Self.linesOfPage
    }

    private static func total(_ columns: [Column], _ measured: [MeasuredColumn], _ size: Size) -> Double {
        zip(columns, measured).reduce(-usualGap) {
            $0 + usualGap + ($1.0.width ?? $1.1.width(of: $1.0, at: size))
        }
    }

    /// Texts in lines, if that is enough: each at least as wide as its longest word.
    private static func broken(
        _ measured: [MeasuredColumn], _ size: Size, gap: Double
    ) -> [Column]? {
        let narrow = measured.map { $0.column(at: size, breakingHeading: true) }
        let texts = measured.indices.filter { measured[$0].isText }
        let fixed = measured.indices.filter { !measured[$0].isText }
            .reduce(0) { $0 + measured[$1].width(of: narrow[$1], at: size) }
        let room = lineWidth - fixed - gap * Double(measured.count - 1)
        guard !texts.isEmpty else { return room >= 0 ? narrow : nil }
        let least = texts.map { measured[$0].leastWidth(at: size) }
        let spare = room - least.reduce(0, +)
        guard spare >= 0 else { return nil }
        // What is left beyond the longest words goes to the texts that are longer than these.
        let excess = zip(texts, least).map { max(0, measured[$0].width(of: narrow[$0], at: size) - $1) }
        let all = max(excess.reduce(0, +), 1)
        var columns = narrow
        for (turn, text) in texts.enumerated() {
            columns[text] = Column(
                place: measured[text].place, heading: [measured[text].heading],
                width: least[turn] + min(excess[turn], spare * excess[turn] / all))
        }
        return columns
    }

    /// The naming columns with as many others as fit, until all have stood.
    private static func panels(_ measured: [MeasuredColumn]) -> [[Column]] {
        let names = measured.filter(\.isName)
        let others = measured.filter { !$0.isName }
        let size = Size.footnotesize
        func column(_ item: MeasuredColumn, limit: Double) -> Column {
            let narrow = item.column(at: size, breakingHeading: true)
            let width = item.width(of: narrow, at: size)
            guard width > limit else { return narrow }
            return Column(
                place: item.place, heading: item.isText ? [item.heading] : narrow.heading, width: limit)
        }
        func width(_ item: MeasuredColumn, limit: Double) -> Double {
            min(limit, item.width(of: item.column(at: size, breakingHeading: true), at: size)) + usualGap
        }
        // Numbers that name a row take what they need.
        let numbers = names.filter { !$0.isText }.reduce(0) { $0 + width($1, limit: lineWidth) }
        let nameLimit =
            (lineWidth * 0.4 - numbers) / Double(max(names.count(where: \.isText), 1)) - usualGap
        let otherLimit = lineWidth * 0.6 - usualGap
        let nameWidth = names.reduce(0) { $0 + width($1, limit: nameLimit) }
        var panels: [[Column]] = []
        var (panel, used) = ([Column](), nameWidth)
        for item in others {
            let needed = width(item, limit: otherLimit)
            if !panel.isEmpty, used + needed - usualGap > lineWidth {
                panels.append(panel)
                (panel, used) = ([], nameWidth)
            }
            panel.append(column(item, limit: otherLimit))
            used += needed
        }
        panels.append(panel)
        return panels.map { panel in
            (names.map { column($0, limit: nameLimit) } + panel).sorted { $0.place < $1.place }
        }
    }

    private static func lines(
        of row: PaperTable.Row, in table: PaperTable, _ panel: [Column], _ size: Size
    ) -> Int {
        panel.map { column in
            column.width.map {
                LaTeXMetrics.lines(of: table.text(row, column.place), size: size.points, width: $0).count
            } ?? 1
        }.max() ?? 1
    }
}

/// A column with its cells as they are printed.
private struct MeasuredColumn {
    let place: Int
    let heading: String
    let isText: Bool
    let isName: Bool
    private let cells: [(text: String, isBold: Bool)]

    init(_ table: PaperTable, _ place: Int) {
        let column = table.columns[place]
        self.place = place
        (heading, isText, isName) = (column.heading, column.kind == .text, column.isName)
        // Numbers are as wide as their longest integer part with their most decimals: they align at the point.
        if case .number = column.kind {
            let format = SiunitxFormat(table, place)
            cells = [(format.widest, false)]
        } else {
            cells = table.rows.map { (table.text($0, place), $0.isEmphasised && column.isName) }
        }
    }

    func column(at size: LaTeXLayout.Size, breakingHeading: Bool = false) -> LaTeXLayout.Column {
        let limit = max(contentWidth(at: size), 6 * size.points)
        let lines =
            breakingHeading && !isText
            ? LaTeXMetrics.lines(of: heading, size: size.points, width: limit) : [heading]
        return LaTeXLayout.Column(place: place, heading: lines, width: nil)
    }

    func width(of column: LaTeXLayout.Column, at size: LaTeXLayout.Size) -> Double {
        let headings = column.heading.map { LaTeXMetrics.width(of: $0, size: size.points) }
        return max(headings.max() ?? 0, contentWidth(at: size))
    }

    /// The longest word, but no more than a fifth of the line: longer words are hyphenated.
    func leastWidth(at size: LaTeXLayout.Size) -> Double {
        let words = (cells.map(\.text) + [heading]).flatMap { LaTeXMetrics.pieces(of: $0) }
        let widest = words.map { LaTeXMetrics.width(of: $0, size: size.points, isBold: isName) }.max() ?? 0
        return min(widest, 0.28 * LaTeXLayout.lineWidth)
    }

    private func contentWidth(at size: LaTeXLayout.Size) -> Double {
        cells.map { LaTeXMetrics.width(of: $0.text, size: size.points, isBold: $0.isBold) }.max() ?? 0
    }
}

/// What siunitx reserves for a column of numbers.
struct SiunitxFormat {
    private let sign: String
    private let digits: Int
    private let decimals: Int

    init(_ table: PaperTable, _ place: Int) {
        let texts = table.rows.filter { $0.cells[place].isNumber }
            .map { table.text($0, place) }
        sign = texts.contains { $0.hasPrefix("-") } ? "-" : ""
        digits = texts.map { $0.prefix { $0 != "." }.count { $0 != "-" } }.max() ?? 1
        decimals = texts.map { $0.contains(".") ? $0.reversed().prefix { $0 != "." }.count : 0 }.max() ?? 0
    }

    var tableFormat: String { decimals > 0 ? "\(sign)\(digits).\(decimals)" : "\(sign)\(digits)" }

    /// A number as wide as the column; the minus sign is as wide as an equals sign.
    var widest: String {
        (sign.isEmpty ? "" : "=") + String(repeating: "0", count: digits)
            + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    }
}
