/// The width of text set in Latin Modern Roman, from its metrics (lmr10.afm, lmbx10.afm), for choosing a layout.
///
/// Characters outside ASCII count as wide as the widest of their kind, so that estimates are not too small.
enum LaTeXMetrics {
    /// In points.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        let widths = isBold ? bold : regular
        let units = text.unicodeScalars.reduce(0) { sum, scalar in
            let index = Int(scalar.value) - 32
            return sum + (widths.indices.contains(index) ? widths[index] : other(scalar))
        }
        return Double(units) / 1000 * size
    }

    /// Text in lines of at most `width` points, broken at spaces, inside words only where it must be.
    static func lines(of text: String, size: Double, width limit: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, width(of: "\(last) \(word)", size: size) <= limit {
                lines[lines.count - 1] += " \(word)"
                continue
            }
            lines.append("")
            for character in word {
                let longer = lines[lines.count - 1] + String(character)
                if longer.count > 1, width(of: longer, size: size) > limit {
                    lines.append(String(character))
                } else {
                    lines[lines.count - 1] = longer
                }
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    /// What LaTeX does not break: words with the spaces, hyphens or dashes that end them.
    static func pieces(of text: String) -> [String] {
        text.reduce(into: [""]) { pieces, character in
            pieces[pieces.count - 1].append(character)
            if " -–".contains(character) { pieces.append("") }
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x2010...0x2013, 0x2018...0x201F: 500
        case 0xC0...0x17F: 800
        // Printed as a code point: U+4E2D.
        default: scalar.value < 0x20 || scalar.value == 0x7F ? 333 : 4_800
        }
    }

    private static let regular = [
        333, 278, 374, 833, 500, 833, 778, 278, 389, 389, 500, 778, 278, 333, 278, 500, 500, 500, 500, 500,
        500,
        500, 500, 500, 500, 500, 278, 278, 778, 778, 778, 472, 778, 750, 708, 722, 764, 681, 653, 785, 750,
        361,
        514, 778, 625, 917, 750, 778, 681, 778, 736, 556, 722, 750, 750, 1028, 750, 750, 611, 278, 500, 278,
        556,
        750, 278, 500, 556, 444, 556, 444, 306, 500, 556, 278, 306, 528, 278, 833, 556, 500, 556, 528, 392,
        394,
        389, 556, 528, 722, 528, 528, 444, 500, 278, 500, 556,
    ]

    private static let bold = [
        383, 350, 481, 958, 575, 958, 894, 319, 447, 447, 575, 894, 319, 383, 319, 575, 575, 575, 575, 575,
        575,
        575, 575, 575, 575, 575, 319, 319, 894, 894, 894, 543, 894, 869, 818, 831, 882, 756, 724, 904, 900,
        436,
        594, 901, 692, 1092, 900, 864, 786, 864, 862, 639, 800, 885, 869, 1189, 869, 869, 703, 319, 575, 319,
        556, 869, 319, 559, 639, 511, 639, 527, 351, 575, 639, 319, 351, 607, 319, 958, 639, 575, 639, 607,
        474,
        454, 447, 639, 607, 831, 607, 607, 511, 575, 319, 575, 556,
    ]
}
