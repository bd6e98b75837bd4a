import Dyads

/// The words in and beside the panels of `rank-by-year`.
extension RankByYearDrawing {
    /// Hatched bands over the years that are not assessable.
    mutating func drawMissing(_ panel: RankPanel, top: Double, bottom: Double) {
        for run in runs(of: panel.missing.map(\.year)) {
            let start = x(Double(run.lowerBound) - 0.5)
            let width = x(Double(run.upperBound) + 0.5) - start
            canvas.hatching(start, top, width, bottom - top, spacing: 5)
            labelBand("not assessable", start: start, width: width, top: top, bottom: bottom)
        }
    }

    /// A label on white in the middle of a band: across if it fits, else upright, else none.
    private mutating func labelBand(
        _ text: String, start: Double, width: Double, top: Double, bottom: Double
    ) {
        let style = TextStyle.secondary.anchored(.middle)
        let lines = style.lines(of: text, width: width - 4, maximumLines: 2)
        let middle = start + width / 2
        let centre = (top + bottom) / 2
        let isWhole = lines.joined(separator: " ") == text
        let isUpright = !isWhole
        if isUpright, width < style.lineHeight + 2 { return }
        let length = (isUpright ? [text] : lines).map(style.width).max() ?? 0
        let thickness = Double(isUpright ? 1 : lines.count) * style.lineHeight
        let (w, h) = isUpright ? (thickness, length + 4) : (length + 2, thickness + 2)
        canvas.rectangle(middle - w / 2, centre - h / 2, w, h, fill: Palette.white)
        if isUpright {
            canvas.text(text, x: middle + 2.5, y: centre, style, isVertical: true)
        } else {
            let first = centre + 2.5 - Double(lines.count - 1) * style.lineHeight / 2
            canvas.lines(lines, x: middle, y: first, style)
        }
    }

    /// A bracket with `shared by 56–60` over the target's years with a widely shared rank; the words are left
    /// out where there is no room.
    mutating func drawShared(_ panel: RankPanel, baseline: Double) {
        var runs: [[RankPanel.Point]] = []
        for point in panel.points(of: panel.target) where point.isWidelyShared {
            if let last = runs.last?.last, last.year + 1 == point.year {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        let style = TextStyle.secondary.anchored(.middle)
        var edge = -Double.infinity
        for run in runs {
            guard let first = run.first, let last = run.last else { continue }
            let start = x(Double(first.year)) - 3
            let end = x(Double(last.year)) + 3
            let bracket = baseline + 2.5
            canvas.polyline(
                [(start, bracket + 2.5), (start, bracket), (end, bracket), (end, bracket + 2.5)],
                colour: Palette.grey, width: 0.6)
            let least = run.map(\.ties).min() ?? 0
            let most = run.map(\.ties).max() ?? 0
            let text = "shared by " + (least == most ? "\(most)" : "\(least)–\(most)")
            let half = style.width(of: text) / 2
            let place = min(max((start + end) / 2, x.start + half), x.end - half)
            guard place - half > edge else { continue }
            edge = place + half + 3
            canvas.text(text, x: place, y: baseline, style)
        }
    }

    private struct Name {
        let dyad: Dyad
        let lines: [String]
        let style: TextStyle
        let seriesStyle: SeriesStyle
        let end: RankPanel.Point
        var centre: Double

        var height: Double { Double(lines.count) * style.lineHeight }
    }

    /// The names of the pairs beside their last points, moved apart where they would touch.
    mutating func drawNames(_ panel: RankPanel, y: LinearScale, top: Double, bottom: Double) {
        var names: [Name] = []
        for (index, dyad) in panel.dyads.enumerated() {
            guard let end = panel.points(of: dyad).last else { continue }
            let style = nameStyle(of: dyad)
            let lines = assessment.lines(of: dyad, style, width: labelColumn - 18, maximumLines: 2)
            names.append(
                Name(
                    dyad: dyad, lines: lines, style: style, seriesStyle: self.style(of: dyad, index),
                    end: end, centre: y(Double(end.rank))))
        }
        names.sort { ($0.end.rank, $0.dyad) < ($1.end.rank, $1.dyad) }
        var edge = top
        for index in names.indices {
            names[index].centre = max(names[index].centre, edge + names[index].height / 2)
            edge = names[index].centre + names[index].height / 2
        }
        edge = bottom + 4
        for index in names.indices.reversed() {
            names[index].centre = min(names[index].centre, edge - names[index].height / 2)
            edge = names[index].centre - names[index].height / 2
        }
        for name in names {
            let start = x(Double(name.end.year)) + 4
            canvas.polyline(
                [
                    (start, y(Double(name.end.rank))), (x.end + 2, y(Double(name.end.rank))),
                    (x.end + 8, name.centre),
                ],
                colour: Palette.guide, width: 0.5)
            canvas.mark(name.seriesStyle.mark, x: x.end + 12, y: name.centre)
            let first = name.centre + 2.5 - Double(name.lines.count - 1) * name.style.lineHeight / 2
            canvas.lines(name.lines, x: x.end + 17, y: first, name.style)
        }
    }

    private func nameStyle(of dyad: Dyad) -> TextStyle {
        dyad == assessment.claim.target
            ? TextStyle.label.bold() : TextStyle.label
    }

}
