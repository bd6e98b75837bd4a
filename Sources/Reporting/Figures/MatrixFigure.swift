import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// `matrix`: every pair's score below the diagonal and its rank above.
    func matrixFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        return MatrixDrawing(assessment: self, main: main, options: options).figure(style)
    }
}

private struct MatrixDrawing {
    let assessment: Assessment
    let main: MainRanking
    let states: [State]
    let unitOf: [Dyad: Int]
    /// Edges of the colour classes.
    let edges: [LinearScale.Tick]
    let colours: [Colour]
    var canvas: Canvas

    private let margin = 4.0
    private let codeColumn = 24.0
    private let nameColumn: Double
    private let cell: Double
    private var left: Double { margin + codeColumn + nameColumn }
    private let top: Double
    private let isNarrow: Bool

    init(assessment: Assessment, main: MainRanking, options: FigureOptions) {
        canvas = Canvas(name: "matrix", options: options.inTwoColumns)
        self.assessment = assessment
        self.main = main
        states = Self.drawnStates(of: assessment, main)
        unitOf = Dictionary(main.scores.dyads.enumerated().map { ($1, $0) }) { first, _ in first }
        let scores = main.scores.index.scores.compactMap { $0 }
        let scale = LinearScale(over: scores, from: 0, to: 1, margin: 0)
        edges = LinearScale.classEdges(of: scale.domain, atMost: Palette.sequence.count)
        colours = Palette.steps(edges.count - 1)
        let names = states.map { TextStyle.label.bold().width(of: $0.name) }
        nameColumn = min((names.max() ?? 0) + 4, 96)
        let largest = states.count > 10 ? 21.0 : 30
        cell = min(
            largest, (canvas.width - 2 * margin - codeColumn - nameColumn) / Double(max(states.count, 1)))
        isNarrow = TextStyle.label.bold().width(of: "MMM") > cell
        top = isNarrow ? 28 : 16
    }

    /// Of more states than this, only some are drawn.
    private static let mostStates = 30
    private static let statesOfMany = 16

    /// All states, or of many those of the target and of the best pairs.
    private static func drawnStates(of assessment: Assessment, _ main: MainRanking) -> [State] {
        let all = assessment.panel.states.states
        guard all.count > mostStates else { return all }
        let scores = main.scores
        let ranked = scores.dyads.indices.compactMap { unit in
            scores.classRanking.ranks[unit].map { (rank: $0, dyad: scores.dyads[unit]) }
        }
        var drawn: Set = [assessment.claim.target.first, assessment.claim.target.second]
        for (_, dyad) in ranked.sorted(by: { ($0.rank, $0.dyad) < ($1.rank, $1.dyad) }) {
            guard drawn.count < statesOfMany else { break }
            for code in [dyad.first, dyad.second] where drawn.count < statesOfMany { drawn.insert(code) }
        }
        return all.filter { drawn.contains($0.code) }
    }

    func figure(_ style: ReportStyle) -> Figure {
        var drawing = self
        drawing.drawLabels()
        drawing.drawCells()
        drawing.drawTarget()
        drawing.drawKey()
        let window = assessment.label(of: main.item.window)
        let title = "Pairs on \(main.item.subject.id), \(window): \(style.studyTitle)"
        let highest = main.scores.dyads.indices.filter { main.scores.index.scores[$0] != nil }
            .max { (main.scores.index.scores[$0] ?? 0) < (main.scores.index.scores[$1] ?? 0) }
        let best = highest.map { assessment.label(of: main.scores.dyads[$0]) } ?? ""
        return Figure(
            title: title,
            description: "Matrix of \(states.count) states: the score of each pair below the diagonal as a "
                + "colour, its rank in the class above. \(assessment.finding(of: main)) \(best) has the "
                + "highest score of all pairs.",
            canvas: drawing.canvas, data: data(title: title))
    }

    private mutating func drawLabels() {
        let capacity = max(1, Int(cell / TextStyle.label.lineHeight))
        for (index, state) in states.enumerated() {
            let style = TextStyle.label.bold(assessment.claim.target.includes(state.code))
            let y = top + (Double(index) + 0.5) * cell
            canvas.text("\(state.code)", x: margin, y: y + 2.5, style)
            let names = style.lines(of: state.name, width: nameColumn - 2, maximumLines: capacity)
            canvas.lines(
                names, x: margin + codeColumn,
                y: y + 2.5 - Double(names.count - 1) * style.lineHeight / 2, style)
            let x = left + (Double(index) + 0.5) * cell
            canvas.text(
                "\(state.code)", x: isNarrow ? x + 2.5 : x, y: top - 4,
                isNarrow ? style : style.anchored(.middle), isVertical: isNarrow)
        }
    }

    private mutating func drawCells() {
        for row in states.indices {
            for column in states.indices {
                let x = left + Double(column) * cell
                let y = top + Double(row) * cell
                guard let dyad = Dyad(states[row].code, states[column].code), let unit = unitOf[dyad] else {
                    canvas.rectangle(x, y, cell, cell, fill: Palette.shade, stroke: Palette.guide)
                    continue
                }
                guard let score = main.scores.index.scores[unit] else {
                    canvas.hatching(x, y, cell, cell)
                    continue
                }
                if row > column {
                    canvas.rectangle(
                        x, y, cell, cell, fill: colour(of: score), stroke: Palette.white, id: "score-\(dyad)")
                } else {
                    canvas.rectangle(x, y, cell, cell, fill: Palette.white, stroke: Palette.guide)
                    drawRank(of: unit, x: x + cell / 2, y: y + cell / 2 + 2.5)
                }
            }
        }
    }

    private mutating func drawRank(of unit: Int, x: Double, y: Double) {
        let dyad = main.scores.dyads[unit]
        let isTarget = dyad == assessment.claim.target
        let isMember = main.scores.isInClass[unit]
        let place = main.scores.placeInClass(of: unit).map(String.init) ?? ""
        canvas.text(
            isMember ? main.rankLabel(of: unit) : place, x: x, y: y,
            TextStyle.label.anchored(.middle).italic(!isMember).bold(isTarget),
            id: "rank-\(dyad)")
    }

    private func colour(of score: Double) -> Colour {
        let index = edges.dropFirst().firstIndex { score < $0.value } ?? edges.count - 1
        return colours[min(max(index - 1, 0), colours.count - 1)]
    }

    /// Frames both cells of the target and marks the coloured one, so that no colour is needed to find it.
    private mutating func drawTarget() {
        let target = assessment.claim.target
        guard let first = states.firstIndex(where: { $0.code == target.first }),
            let second = states.firstIndex(where: { $0.code == target.second })
        else { return }
        for (row, column) in [(second, first), (first, second)] {
            let x = left + Double(column) * cell
            let y = top + Double(row) * cell
            canvas.frame(x, y, cell, cell, colour: Palette.white, width: 3.4)
            canvas.frame(x, y, cell, cell, colour: Palette.vermillion, width: 1.8)
        }
        var mark = Mark.target
        mark.radius = 4
        mark.stroke = Palette.white
        canvas.mark(mark, x: left + (Double(first) + 0.5) * cell, y: top + (Double(second) + 0.5) * cell)
    }

    private mutating func drawKey() {
        let style = TextStyle.label
        var y = top + Double(states.count) * cell + 16
        let heading = "Below the diagonal: score on \(main.item.subject.id) (higher is better)"
        let headings = style.bold().lines(of: heading, width: canvas.width - 2 * margin, maximumLines: 3)
        y = canvas.lines(headings, x: margin, y: y, style.bold()) - style.lineHeight + 5
        let step = 34.0
        let start = margin + 12
        for (index, colour) in colours.enumerated() {
            canvas.rectangle(start + Double(index) * step, y, step, 9, fill: colour, stroke: Palette.white)
        }
        for (index, edge) in edges.enumerated() {
            let x = start + Double(index) * step
            canvas.line(x, y + 9, x, y + 11.5, colour: Palette.black)
            canvas.text(edge.label, x: x, y: y + 18.5, style.anchored(.middle))
        }
        y += 33
        canvas.text("Above: rank in the class", x: margin, y: y, style.bold())
        var entries: [Canvas.KeyEntry] = [.init(symbol: .frame, text: "the claim's pair")]
        if !main.outside.isEmpty {
            entries.append(
                .init(
                    symbol: .words("8", style.italic()),
                    text: "pair outside the class: the rank it would have"))
        }
        if main.scores.index.scores.contains(where: { $0 == nil }) {
            entries.append(.init(symbol: .hatching, text: "nothing observed"))
        }
        let end = canvas.key(entries, x: margin, y: y + 9, width: canvas.width - 2 * margin)
        var notes = assessment.notes(of: main)
        let left = assessment.panel.states.states.count - states.count
        if left > 0 {
            notes.append("The states of the best pairs; \(left) others are not drawn, but counted in ranks.")
        }
        canvas.finish(notes: [notes.joined(separator: " ")], y: end)
    }

    private func data(title: String) -> Table {
        let scores = main.scores
        var table = Table(
            schema: Figure.schema(
                "matrix", title: title,
                fields: DyadColumns.fields + [
                    ResultFields.inClass,
                    .init("score", .number, "Score; empty if nothing was observed.", isRequired: false),
                    .init("rank", .integer, "Rank of the dyad in the class.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init(
                        "place", .integer, "For a dyad outside the class: the rank it would have.",
                        isRequired: false),
                ], primaryKey: ["dyad"]))
        let drawn = Set(states.map(\.code))
        for (unit, dyad) in scores.dyads.enumerated()
        where drawn.contains(dyad.first) && drawn.contains(dyad.second) {
            table.append(
                DyadColumns.cells(dyad, in: assessment.panel.states) + [
                    scores.isInClass[unit].cell, .optional(scores.index.scores[unit]),
                    .optional(scores.classRanking.ranks[unit]), .optional(scores.classRanking.tieSizes[unit]),
                    .optional(scores.isInClass[unit] ? nil : scores.placeInClass(of: unit)),
                ])
        }
        return table
    }
}
