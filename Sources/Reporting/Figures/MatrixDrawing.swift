import ClaimTesting
import Dyads
import DyadicModels
import Tabular

/// A square of states: scores below the diagonal, ranks above.
struct MatrixDrawing {
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
    /// Of the first row.
    private var top = 0.0
    /// Whether codes over the columns stand upright.
    private let isNarrow: Bool

    init(assessment: Assessment, main: MainRanking, options: FigureOptions) {
        canvas = Canvas(name: "matrix", options: options)
        self.assessment = assessment
        self.main = main
        let isOneColumn = options.width == .one
        let room = canvas.width - 2 * margin - codeColumn
        // Over two columns names take the room that cells of full size leave.
        let ranks = main.scores.dyads.indices.map { TextStyle.label.bold().width(of: main.cellText(of: $0)) }
        let smallest = (ranks.max() ?? 0) + 1
        let capacity = max(2, Int((isOneColumn ? room : room - Self.widestName) / smallest))
        states = Self.drawnStates(of: assessment, main, atMost: min(Self.mostStates, capacity))
        unitOf = Dictionary(main.scores.dyads.enumerated().map { ($1, $0) }) { first, _ in first }
        let scores = main.scores.index.scores.compactMap { $0 }
        let scale = LinearScale(over: scores, from: 0, to: 1, margin: 0)
        edges = LinearScale.classEdges(of: scale.domain, atMost: Palette.sequence.count)
        colours = Palette.steps(edges.count - 1)
        let names = states.map { TextStyle.label.bold().width(of: $0.name) }
        nameColumn = isOneColumn ? 0 : min((names.max() ?? 0) + 4, Self.widestName)
        let largest = states.count > 10 ? 21.0 : 30
        cell = min(largest, (room - nameColumn) / Double(max(states.count, 1)))
        isNarrow = TextStyle.label.bold().width(of: "MMM") > cell
    }

    /// Of more states than this, only some are drawn.
    private static let mostStates = 30
    private static let statesOfMany = 16
    private static let widestName = 96.0

    /// All states, or of many those of the target and of the best pairs.
    private static func drawnStates(
        of assessment: Assessment, _ main: MainRanking, atMost most: Int
    ) -> [State] {
        let all = assessment.panel.states.states
        guard all.count > most else { return all }
        let count = min(statesOfMany, most)
        let scores = main.scores
        let ranked = scores.dyads.indices.compactMap { unit in
            scores.classRanking.ranks[unit].map { (rank: $0, dyad: scores.dyads[unit]) }
        }
        var drawn: Set = [assessment.claim.target.first, assessment.claim.target.second]
        for (_, dyad) in ranked.sorted(by: { ($0.rank, $0.dyad) < ($1.rank, $1.dyad) }) {
            guard drawn.count < count else { break }
            for code in [dyad.first, dyad.second] where drawn.count < count { drawn.insert(code) }
        }
        return all.filter { drawn.contains($0.code) }
    }

    mutating func draw() {
        drawHeading()
        drawLabels()
        drawCells()
        drawTarget()
        drawKey()
    }

    private mutating func drawHeading() {
        let lines = TextStyle.heading.lines(
            of: "Scores and ranks of pairs on \(main.item.subject.id)", width: canvas.width - 2 * margin,
            maximumLines: 3)
        top = canvas.lines(lines, x: margin, y: 12, .heading) + (isNarrow ? 20 : 8)
    }

    private mutating func drawLabels() {
        let capacity = max(1, Int(cell / TextStyle.label.lineHeight))
        for (index, state) in states.enumerated() {
            let style = TextStyle.label.bold(assessment.claim.target.includes(state.code))
            let y = top + (Double(index) + 0.5) * cell
            canvas.text("\(state.code)", x: margin, y: y + 2.5, style)
            let x = left + (Double(index) + 0.5) * cell
            canvas.text(
                "\(state.code)", x: isNarrow ? x + 2.5 : x, y: top - 4,
                isNarrow ? style : style.anchored(.middle), isVertical: isNarrow)
            guard nameColumn > 0 else { continue }
            let names = style.lines(of: state.name, width: nameColumn - 2, maximumLines: capacity)
            canvas.lines(
                names, x: margin + codeColumn,
                y: y + 2.5 - Double(names.count - 1) * style.lineHeight / 2, style)
        }
    }

    private mutating func drawCells() {
        for row in states.indices {
            for column in states.indices {
                let x = left + Double(column) * cell
                let y = top + Double(row) * cell
                guard let dyad = Dyad(states[row].code, states[column].code), let unit = unitOf[dyad] else {
                    // The diagonal: empty, since a grey would be taken for a class of scores in print.
                    canvas.rectangle(x, y, cell, cell, fill: Palette.white, stroke: Palette.guide)
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
        canvas.text(
            main.cellText(of: unit), x: x, y: y,
            TextStyle.label.anchored(.middle).italic(!main.scores.isInClass[unit])
                .bold(dyad == assessment.claim.target),
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
        let step = min(34, (canvas.width - 2 * margin - 24) / Double(max(colours.count, 1)))
        let start = margin + 12
        for (index, colour) in colours.enumerated() {
            canvas.rectangle(start + Double(index) * step, y, step, 9, fill: colour, stroke: Palette.white)
        }
        var last = -Double.infinity
        for (index, edge) in edges.enumerated() {
            let x = start + Double(index) * step
            canvas.line(x, y + 9, x, y + 11.5, colour: Palette.black)
            let half = style.width(of: edge.label) / 2
            guard x - half > last else { continue }
            last = x + half + 1
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
        var end = canvas.key(entries, x: margin, y: y + 9, width: canvas.width - 2 * margin)
        if nameColumn == 0 { end = drawNames(top: end) }
        var notes = assessment.notes(of: main)
        let left = assessment.panel.states.states.count - states.count
        if left > 0 {
            notes.append("The states of the best pairs; \(left) others are not drawn, but counted in ranks.")
        }
        canvas.finish(notes: [notes.joined(separator: " ")], y: end)
    }

    /// The names of the states under the key, where none stand beside the cells; the result is the lower edge.
    private mutating func drawNames(top: Double) -> Double {
        let style = TextStyle.label
        let room = canvas.width - 2 * margin
        let widest = states.map { style.bold().width(of: $0.name) }.max() ?? 0
        let columns = codeColumn + widest + 4 < room / 3 ? 3 : 2
        let rows = (states.count + columns - 1) / columns
        let width = room / Double(columns)
        for (index, state) in states.enumerated() {
            let own = style.bold(assessment.claim.target.includes(state.code))
            let x = margin + Double(index / rows) * width
            let y = top + 12 + Double(index % rows) * style.lineHeight
            canvas.text("\(state.code)", x: x, y: y, own)
            let name = own.lines(of: state.name, width: width - codeColumn - 4, maximumLines: 1)
            canvas.lines(name, x: x + codeColumn, y: y, own)
        }
        return top + 6 + Double(rows) * style.lineHeight
    }
}

extension MainRanking {
    /// What a cell above the diagonal says: the rank, or the rank that a pair outside the class would have.
    fileprivate func cellText(of unit: Int) -> String {
        scores.isInClass[unit] ? rankLabel(of: unit) : scores.placeInClass(of: unit).map(String.init) ?? ""
    }
}
