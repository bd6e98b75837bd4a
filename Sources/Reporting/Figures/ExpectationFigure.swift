import ClaimTesting
import DyadTables
import DyadicModels
import Dyads
import Tabular

extension Assessment {
    /// `expectation`: what was observed of every pair against what a gravity equation expects, one panel an indicator.
    ///
    /// - Returns: Nil for studies that fit no gravity equation in the main window.
    func expectationFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        expectationFigure(
            expectationPanels(named: options.width == .one ? 1 : 2), style: style, options: options)
    }

    func expectationFigure(
        _ all: [ExpectationPanel], style: ReportStyle, options: FigureOptions
    ) -> Figure? {
        // What fits on a page.
        let panels = Array(all.prefix(options.width == .one ? 12 : 24))
        guard !panels.isEmpty else { return nil }
        var drawing = ExpectationDrawing(
            assessment: self, panels: panels, undrawn: all.count - panels.count, options: options)
        drawing.draw()
        let title = "Observed against expected: \(style.studyTitle)"
        return Figure(
            title: title,
            description:
                "Scatter plots of \(panels.count) indicators: observed values of all pairs over those that "
                + "a gravity equation expects, on logarithmic scales with the line of equality. The pair's rank by "
                + "observed over expected: " + panels.map { $0.finding(claim.target) }.joined(separator: " "),
            canvas: drawing.canvas, data: expectationData(panels, title: title))
    }

    /// The indicators of the first reading against a gravity expectation, else of the first primary reading.
    private func expectationPanels(named: Int) -> [ExpectationPanel] {
        func dimensions(_ reading: AssessmentPlan.Reading, _ isChosen: (Specification.Changes) -> Bool)
            -> [String]?
        {
            guard case .composite(let dimensions, let changes) = reading.kind, isChosen(changes) else {
                return nil
            }
            return dimensions
        }
        let own = plan.readings.compactMap { dimensions($0) { $0.exposure == .gravity } }.first
        let primary = plan.readings.filter(\.isPrimary).compactMap { dimensions($0) { _ in true } }.first
        let chosen = own ?? primary ?? []
        let ids = plan.dimensions.filter { chosen.contains($0.id) }.flatMap(\.indicators)
        return expectations.filter {
            $0.window.id == mainWindow && $0.exposure == .gravity && ids.contains($0.indicator.id)
        }.compactMap { item in
            let column = item.column
            return ExpectationPanel(
                indicator: item.indicator.id, observed: column.observed, expected: column.expected,
                intervals: column.interval, dyads: panel.dyads, claim: claim,
                named: named)
        }
    }

    private func expectationData(_ panels: [ExpectationPanel], title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "expectation", title: title,
                fields: [.init("indicator", .string, "Indicator.")] + DyadColumns.fields + [
                    ResultFields.inClass, .init("target", .integer, "1 for the claim's pair."),
                    .init("observed", .number, "Window value."),
                    .init("expected", .number, "What the gravity equation of the class expects of it."),
                    .init("labelled", .integer, "1 if the figure names the dyad."),
                ], primaryKey: ["indicator", "dyad"]))
        for panel in panels {
            for point in panel.points {
                table.append(
                    [.text(panel.indicator)] + DyadColumns.cells(point.dyad, in: self.panel.states) + [
                        point.isMember.cell, (point.dyad == claim.target).cell, .number(point.observed),
                        .number(point.expected), panel.labelled.contains(point.dyad).cell,
                    ])
            }
        }
        return table
    }
}

/// What one panel of `expectation` plots.
struct ExpectationPanel {
    struct Point {
        let dyad: Dyad
        let isMember: Bool
        /// At least zero.
        let observed: Double
        /// Above zero.
        let expected: Double

        var ratio: Double { observed / expected }
    }

    /// More points than these would make a file that no program opens with pleasure.
    static let mostPoints = 1_000

    let indicator: String
    /// In the order of the panel's dyads; of a large class every n-th by expectation, and those that are named.
    let points: [Point]
    /// Pairs of the class with an expectation, drawn or not.
    let members: Int
    /// The target, and the pairs of the class that are furthest above their expectation.
    let labelled: [Dyad]
    /// The target's observed over expected, with its interval, and its rank in the class by it.
    let target: (ratio: Double, interval: ClosedRange<Double>?, rank: Int)?

    /// - Parameters:
    ///   - observed: one a dyad, as `expected` and `intervals` are; nil where it is missing.
    ///   - intervals: of observed over expected.
    ///   - named: how many pairs are named beside the target.
    /// - Returns: Nil without a pair that has an expectation and a value above zero.
    init?(
        indicator: String, observed: [Double?], expected: [Double?], intervals: [ClosedRange<Double>?],
        dyads: [Dyad], claim: Claim, named: Int = 2
    ) {
        self.indicator = indicator
        let points = dyads.indices.compactMap { unit -> Point? in
            guard let observed = observed[unit], let expected = expected[unit], observed >= 0,
                expected > 0
            else { return nil }
            return Point(
                dyad: dyads[unit], isMember: claim.referenceClass.contains(dyads[unit]), observed: observed,
                expected: expected)
        }
        let own = points.filter(\.isMember)
        guard points.contains(where: { $0.observed > 0 }) else { return nil }
        members = own.count
        let best = own.filter { $0.observed > $0.expected && $0.dyad != claim.target }
            .sorted { ($1.ratio, $0.dyad) < ($0.ratio, $1.dyad) }.prefix(named).map(\.dyad)
        let found = own.first { $0.dyad == claim.target }
        labelled = (found.map { [$0.dyad] } ?? []) + best
        target = found.map { point in
            (
                point.ratio, dyads.firstIndex(of: point.dyad).flatMap { intervals[$0] },
                1 + own.count { $0.ratio > point.ratio }
            )
        }
        let step = (points.count + Self.mostPoints - 1) / Self.mostPoints
        let labels = Set(labelled)
        let order = points.indices.sorted { (points[$0].expected, $0) < (points[$1].expected, $1) }
        let kept = Set(order.enumerated().filter { $0.offset % max(step, 1) == 0 }.map(\.element))
        self.points = points.indices.filter { kept.contains($0) || labels.contains(points[$0].dyad) }
            .map { points[$0] }
    }

    func finding(_ dyad: Dyad) -> String {
        guard let target else { return "none on \(indicator)." }
        return
            "\(target.rank) of \(members) on \(indicator) (\(formatted(target.ratio, significantDigits: 2)) times)."
    }
}
