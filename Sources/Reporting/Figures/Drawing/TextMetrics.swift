/// How a piece of text is set.
struct TextStyle: Equatable {
    enum Anchor: String { case start, middle, end }

    /// In points at the figure's printed size.
    var size = 7.0
    var isBold = false
    var isItalic = false
    var colour = Palette.black
    var anchor = Anchor.start

    /// The height of a line with its leading.
    var lineHeight: Double { size * 1.25 }

    static let label = TextStyle()
    static let secondary = TextStyle(colour: Palette.text)
    static let heading = TextStyle(size: 8, isBold: true)

    func bold(_ isBold: Bool = true) -> TextStyle { changed { $0.isBold = isBold } }
    func italic(_ isItalic: Bool = true) -> TextStyle { changed { $0.isItalic = isItalic } }
    func anchored(_ anchor: Anchor) -> TextStyle { changed { $0.anchor = anchor } }

    private func changed(_ change: (inout TextStyle) -> Void) -> TextStyle {
        var copy = self
        change(&copy)
        return copy
    }
}

/// The width of text, estimated so that it is not too small.
///
/// Helvetica's and Arial's widths for ASCII, in thousandths of the size; other characters count as wide as the
/// widest of their kind. Not a measurement: the reader's fonts are not known. The slack is for sans-serifs that
/// stand in for Helvetica; DejaVu Sans is about 15 % wider.
enum TextMetrics {
    static let slack = 1.15

    static func width(of text: String, _ style: TextStyle) -> Double {
        let widths = style.isBold ? bold : regular
        let units = text.unicodeScalars.reduce(0) { sum, scalar in
            let index = Int(scalar.value) - 32
            return sum + (widths.indices.contains(index) ? widths[index] : other(scalar))
        }
        return Double(units) / 1000 * style.size * slack
    }

    private static func other(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x2010...0x2013, 0x2018...0x201F, 0x2212: 611
        case 0x00A0...0x024F, 0x0370...0x052F: 889
        default: scalar.value < 0x0300 ? 889 : 1100
        }
    }

    private static let regular = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
        722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
        278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]

    private static let bold = [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778,
        722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333,
        278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ]
}

extension TextStyle {
    func width(of text: String) -> Double { TextMetrics.width(of: text, self) }

    /// Text in lines of at most `width`, broken after spaces and hyphens, inside words only where it must be.
    ///
    /// What does not fit into `maximumLines` is cut and marked with an ellipsis.
    func lines(of text: String, width limit: Double, maximumLines: Int = .max) -> [String] {
        var lines: [String] = []
        var line = ""
        func fits(_ text: String) -> Bool { width(of: trimmed(text)) <= limit }
        for piece in pieces(of: text) {
            if fits(line + piece) {
                line += piece
                continue
            }
            if !line.isEmpty { lines.append(trimmed(line)) }
            line = ""
            for character in piece {
                if !line.isEmpty, !fits(line + String(character)) {
                    lines.append(trimmed(line))
                    line = ""
                }
                line.append(character)
            }
        }
        if !trimmed(line).isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
        guard lines.count > maximumLines else { return lines }
        var last = lines[maximumLines - 1]
        while !last.isEmpty, !fits(last + "…") { last.removeLast() }
        return lines.prefix(maximumLines - 1) + [trimmed(last) + "…"]
    }

    /// The same number of lines, as equal in length as ten smaller widths can make them.
    func balancedLines(of text: String, width limit: Double, maximumLines: Int) -> [String] {
        let widest = lines(of: text, width: limit)
        guard widest.count > 1, widest.count <= maximumLines else {
            return lines(of: text, width: limit, maximumLines: maximumLines)
        }
        return (1...10).reversed().lazy.map { lines(of: text, width: limit * (1 - 0.05 * Double($0))) }
            .first { $0.count == widest.count } ?? widest
    }

    private func trimmed(_ text: String) -> String {
        text.hasSuffix(" ") ? String(text.dropLast()) : text
    }

    /// Words with the space or hyphen that ends them; runs of white space count as one space.
    private func pieces(of text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
            var parts = [""]
            for character in word {
                parts[parts.count - 1].append(character)
                if "-–/".contains(character) { parts.append("") }
            }
            parts = parts.filter { !$0.isEmpty }
            parts[parts.count - 1] += " "
            return parts
        }
    }
}
