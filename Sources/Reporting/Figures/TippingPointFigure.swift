import ClaimTesting
import Dyads
import Foundation
import Tabular

extension Assessment {
    /// `tipping-point`: the target's rank if its records were multiplied by a factor, one line a reading.
    func tippingPointFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        let curves = TippingCurve.all(of: self)
        guard !curves.isEmpty else { return nil }
        var drawing = TippingPointDrawing(assessment: self, curves: curves, options: options)
        drawing.draw()
        let title = "Rank under supposed under-reporting: \(style.studyTitle)"
        return Figure(
            title: title,
            description: "One line for each of \(curves.count) readings: the rank of "
                + "\(label(of: claim.target)) if its records were multiplied by a factor of 1 to 1,000. "
                + curves.map(\.finding).joined(separator: " "),
            canvas: drawing.canvas, data: tippingData(curves, title: title))
    }

    private func tippingData(_ curves: [TippingCurve], title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "tipping-point", title: title,
                fields: [
                    ResultFields.reading,
                    .init("primary", .integer, "1 if the verdict rests on the reading."),
                    .init("kind", .string, "grid, or tipping: the factor at which the target becomes first."),
                    .init("factor", .number, "Factor by which the target's records are multiplied."),
                    .init(
                        "rank", .integer, "Rank of the target then; empty if there is none.",
                        isRequired: false),
                    .init("tied", .integer, "1 if it shares the rank."),
                ], primaryKey: ["reading", "kind", "factor"]))
        for curve in curves {
            for point in curve.points {
                table.append([
                    .text(curve.reading), curve.isPrimary.cell, .text("grid"), .number(point.factor),
                    .optional(point.rank), point.isTied.cell,
                ])
            }
            if let factor = curve.tippingFactor {
                table.append([
                    .text(curve.reading), curve.isPrimary.cell, .text("tipping"), .number(factor),
                    .integer(1), false.cell,
                ])
            }
        }
        return table
    }
}

/// What one line of `tipping-point` plots.
struct TippingCurve {
    let reading: String
    let isPrimary: Bool
    let points: [TippingPoint.Point]
    let outcome: TippingPoint.Outcome

    /// The curves that hold a rank, the primary readings' first.
    static func all(of assessment: Assessment) -> [TippingCurve] {
        let curves = assessment.tests.records.compactMap { test -> TippingCurve? in
            guard let found = test.tippingPoint, found.curve.contains(where: { $0.rank != nil }) else {
                return nil
            }
            let reading = assessment.plan.readings.first { $0.id == test.reading }
            return TippingCurve(
                reading: test.reading, isPrimary: reading?.isPrimary ?? false, points: found.curve,
                outcome: found.outcome)
        }
        return curves.filter(\.isPrimary) + curves.filter { !$0.isPrimary }
    }

    var tippingFactor: Double? {
        if case .first(let factor) = outcome { factor } else { nil }
    }

    /// The reading, with what is not marked in the plot.
    var label: String {
        switch outcome {
        case .first: reading
        case .isFirst: "\(reading): first as recorded"
        case .never: "\(reading): never first and alone"
        }
    }

    /// What becomes of the target, in a sentence.
    var finding: String {
        switch outcome {
        case .first(let factor): "On \(reading), rank 1 from a factor of \(significant(factor))."
        case .isFirst(let lost?):
            "On \(reading), rank 1 as recorded, down to a factor of \(significant(lost))."
        case .isFirst(nil): "On \(reading), rank 1 as recorded and down to a thousandth."
        case .never(let reason): "On \(reading), never first and alone: \(reason)."
        }
    }

    private func significant(_ value: Double) -> String { formatted(value, significantDigits: 3) }
}
