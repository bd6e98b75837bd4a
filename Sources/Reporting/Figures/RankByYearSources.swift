import ClaimTesting
import Tabular

/// The bars under the panels of `rank-by-year`: which source speaks in which years.
extension RankByYearDrawing {
    private struct Bar {
        var years: ClosedRange<Int>
        let sources: String
    }

    /// A bar for each source under the years in which it speaks; the result is the lower edge.
    mutating func drawSources(_ panel: RankPanel, top: Double) -> Double {
        let rowHeight = 9.6
        var y = top + 3
        for indicator in panel.indicators {
            let bars = bars(of: indicator, in: panel)
            guard !isNarrow else {
                y = drawNarrow(indicator, bars, top: y)
                continue
            }
            let name = TextStyle.secondary.lines(
                of: indicator, width: x.start - margin - 4, maximumLines: 1)
            canvas.lines(name, x: margin, y: y + 6.7, .secondary)
            for bar in bars {
                let (start, width) = extent(of: bar)
                canvas.rectangle(start, y, width, rowHeight - 1.2, fill: Palette.shade)
                guard TextStyle.secondary.width(of: bar.sources) < width - 3 else { continue }
                canvas.text(
                    bar.sources, x: start + width / 2, y: y + 6.7, TextStyle.secondary.anchored(.middle))
            }
            y += rowHeight
        }
        return y
    }

    /// The indicator and its sources in the order of the years, over thin bars; the result is the lower edge.
    private mutating func drawNarrow(_ indicator: String, _ bars: [Bar], top: Double) -> Double {
        var sources: [String] = []
        for bar in bars where sources.last != bar.sources { sources.append(bar.sources) }
        let text = "\(indicator): \(sources.joined(separator: ", then "))"
        let lines = TextStyle.secondary.lines(
            of: text, width: canvas.width - margin - x.start, maximumLines: 2)
        let bottom = canvas.lines(lines, x: x.start, y: top + 6, .secondary) - 6.6
        for bar in bars {
            let (start, width) = extent(of: bar)
            canvas.rectangle(start, bottom, width, 2.6, fill: Palette.guide)
        }
        return bottom + 4.3
    }

    private func extent(of bar: Bar) -> (start: Double, width: Double) {
        let start = x(Double(bar.years.lowerBound) - 0.5) + 0.7
        return (start, x(Double(bar.years.upperBound) + 0.5) - 0.7 - start)
    }

    /// One a run of years with the same sources.
    private func bars(of indicator: String, in panel: RankPanel) -> [Bar] {
        var bars: [Bar] = []
        for run in panel.runs {
            guard let sources = run.sources(of: indicator) else { continue }
            if let last = bars.last, last.sources == sources,
                last.years.upperBound + 1 == run.years.lowerBound
            {
                bars[bars.count - 1].years = last.years.lowerBound...run.years.upperBound
            } else {
                bars.append(Bar(years: run.years, sources: sources))
            }
        }
        return bars
    }
}
