/// What all figures share: axes, keys, headings and notes.
extension Canvas {
    /// Grid lines, an axis line, tick labels and a title under a panel; the result is the lower edge.
    ///
    /// - Parameter isLabelled: false for a panel over others on the same scale, of which the last has the labels.
    mutating func horizontalAxis(
        _ scale: LinearScale, top: Double, bottom: Double, title: String, isLabelled: Bool = true
    ) -> Double {
        let style = TextStyle.label.anchored(.middle)
        var edge = -Double.infinity
        for tick in scale.ticks(about: min(8, Int((scale.end - scale.start) / 20))) {
            let x = scale(tick.value)
            line(x, top, x, bottom, colour: tick.value == 0 ? Palette.grey : Palette.shade)
            line(x, bottom, x, bottom + 2.5, colour: Palette.black)
            let half = style.width(of: tick.label) / 2
            guard isLabelled, x - half > edge else { continue }
            text(tick.label, x: x, y: bottom + 9.5, style)
            edge = x + half + 2
        }
        line(scale.start, bottom, scale.end, bottom, colour: Palette.black)
        guard isLabelled else { return bottom + 2.5 }
        guard !title.isEmpty else { return bottom + 12 }
        let titles = style.balancedLines(of: title, width: scale.end - scale.start, maximumLines: 3)
        return lines(titles, x: (scale.start + scale.end) / 2, y: bottom + 19.5, style)
            - style.lineHeight + 3
    }

    /// A symbol and what it stands for.
    struct KeyEntry {
        enum Symbol {
            case mark(Mark)
            case line(colour: Colour, width: Double, dash: String?)
            /// A mark on a line of its colour.
            case series(Mark, width: Double, dash: String?)
            case hatching
            case frame
            case area(Colour)
            case words(String, TextStyle)
        }

        let symbol: Symbol
        let text: String
    }

    /// Symbols with their meaning, set like words of a paragraph; the result is the lower edge.
    mutating func key(_ entries: [KeyEntry], x: Double, y: Double, width: Double) -> Double {
        let style = TextStyle.label
        let indent = 16.0
        var left = x
        var line = y
        for entry in entries {
            let isFirst = left == x
            let needed = indent + style.width(of: entry.text)
            if !isFirst, left + needed > x + width {
                left = x
                line += 11
            }
            draw(entry.symbol, x: left + indent / 2 - 2, y: line)
            let words = style.lines(of: entry.text, width: width - indent)
            lines(words, x: left + indent, y: line + 2.5, style)
            if words.count > 1 {
                line += Double(words.count - 1) * style.lineHeight + 11
                left = x
            } else {
                left += needed + 10
            }
        }
        return line + (left == x ? -5 : 6)
    }

    private mutating func draw(_ symbol: KeyEntry.Symbol, x: Double, y: Double) {
        switch symbol {
        case .mark(let mark): self.mark(mark, x: x, y: y)
        case .line(let colour, let width, let dash):
            line(x - 6, y, x + 6, y, colour: colour, width: width, dash: dash)
        case .series(let mark, let width, let dash):
            line(x - 6, y, x + 6, y, colour: mark.stroke, width: width, dash: dash)
            self.mark(mark, x: x, y: y)
        case .hatching: hatching(x - 5, y - 4, 10, 8, spacing: 3)
        case .frame:
            rectangle(
                x - 4.5, y - 4, 9, 8, fill: Palette.white, stroke: Palette.vermillion, strokeWidth: 1.5)
        case .area(let fill):
            rectangle(x - 4.5, y - 3.5, 9, 7, fill: fill, stroke: Palette.grey, strokeWidth: 0.4)
        case .words(let words, let style): text(words, x: x, y: y + 2.5, style.anchored(.middle))
        }
    }

    /// The notes under a figure, over its whole width, which also sets its height.
    mutating func finish(notes: [String], y: Double) {
        let style = TextStyle.secondary
        var baseline = y + 13
        for note in notes {
            baseline = lines(style.lines(of: note, width: width - 8), x: 4, y: baseline, style)
        }
        height = baseline - style.lineHeight + 5
    }
}
