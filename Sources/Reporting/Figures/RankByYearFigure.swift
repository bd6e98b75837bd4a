import ClaimTesting
import DyadTables
import Dyads
import Tabular

extension Assessment {
    /// `rank-by-year`: the rank of the target and of the leading rivals in each year, one panel a subject.
    func rankByYearFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let yearly = plan.yearly else { return nil }
        var subjects: [String] = []
        for id in years.map(\.subject) + missingYears.map(\.subject) where !subjects.contains(id) {
            subjects.append(id)
        }
        // The composite, which the assessment puts last, is what the reader looks for first.
        let dimensions = subjects.filter { plan.yearly?.dimensions.contains($0) ?? false }
        let order = subjects.filter { !dimensions.contains($0) } + dimensions
        let main = MainRanking(self)
        let rivals = (main?.ranked ?? []).compactMap { main?.scores.dyads[$0] }
            .filter { $0 != claim.target }.prefix(3)
        let panels = order.map { subject in
            RankPanel(self, subject: subject, dyads: rivals + [claim.target])
        }
        guard panels.contains(where: { !$0.runs.isEmpty }) else { return nil }
        let title =
            "Rank by year, \(yearly.years.lowerBound)–\(yearly.years.upperBound): \(style.studyTitle)"
        var drawing = RankByYearDrawing(
            assessment: self, years: yearly.years, panels: panels, options: options)
        drawing.draw(notes: rankNotes(yearly, panels: panels, hasRivals: !rivals.isEmpty))
        return Figure(
            title: title,
            description:
                "One panel for each of \(panels.count) subjects with ranks by year, rank 1 at the top. "
                + panels.map { $0.finding(label(of: claim.target)) }.joined(separator: " "),
            canvas: drawing.canvas, data: rankData(panels, title: title))
    }

    private func rankNotes(
        _ yearly: AssessmentPlan.YearlyPlan, panels: [RankPanel], hasRivals: Bool
    ) -> [String] {
        let sizes = years.map(\.standing.classSize)
        let (smallest, largest) = (sizes.min() ?? 0, sizes.max() ?? 0)
        let size = smallest == largest ? "\(largest)" : "\(smallest) to \(largest)"
        let sums = "; sums run over \(yearly.trailingYears) years that end with the year"
        let window = "\(yearly.years.lowerBound)–\(yearly.years.upperBound)"
        var notes = [
            "N = \(size) \(claim.className); window \(window), each year by itself"
                + "\(yearly.trailingYears > 1 ? sums : "").",
            "Scores: \(plan.method.words).",
            "Lines join only years that rest on the same sources; grey bars show where each source speaks.",
        ]
        if panels.contains(where: { $0.points.contains(where: \.isWidelyShared) }) {
            notes.append("Hollow: the rank is shared by more than a quarter of the class.")
        }
        if hasRivals { notes.append("The other pairs are the best of the main ranking.") }
        var reasons: [String] = []
        for item in missingYears where !reasons.contains(item.reason) { reasons.append(item.reason) }
        if !reasons.isEmpty { notes.append("Not assessable: \(reasons.joined(separator: "; ")).") }
        return [notes.joined(separator: " ")]
    }

    private func rankData(_ panels: [RankPanel], title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "rank-by-year", title: title,
                fields: [ResultFields.subject, DyadColumns.year] + DyadColumns.fields + [
                    .init("target", .integer, "1 for the claim's pair."),
                    .init("rank", .integer, "Rank in the class; empty if there is none.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init(
                        "segment", .integer, "Years of one segment rest on the same sources and are joined.",
                        isRequired: false),
                    .init("sources", .string, "Indicators and their sources.", isRequired: false),
                    .init("reason", .string, "Why the year is not assessable.", isRequired: false),
                ], primaryKey: ["subject", "year", "dyad"]))
        for panel in panels {
            for point in panel.points {
                table.append(
                    [.text(panel.subject), .integer(point.year)]
                        + DyadColumns.cells(point.dyad, in: self.panel.states) + [
                            (point.dyad == claim.target).cell, .integer(point.rank), .integer(point.ties),
                            .integer(point.segment + 1),
                            .text(panel.runs[point.segment].basis.joined(separator: "; ")), .missing,
                        ])
            }
            for (year, reason) in panel.missing {
                table.append(
                    [.text(panel.subject), .integer(year)]
                        + DyadColumns.cells(claim.target, in: self.panel.states)
                        + [.integer(1), .missing, .missing, .missing, .missing, .text(reason)])
            }
        }
        table.sortByPrimaryKey()
        return table
    }
}

/// What one panel of `rank-by-year` plots.
struct RankPanel {
    struct Point {
        let dyad: Dyad
        let year: Int
        let rank: Int
        let ties: Int
        let classSize: Int
        /// Index of the run of years that rest on the same sources.
        let segment: Int

        /// Whether so many share the rank that it says little.
        var isWidelyShared: Bool { ties > 1 && ties * 4 > classSize }
    }

    /// Consecutive years that rest on the same sources.
    struct Run {
        var years: ClosedRange<Int>
        let basis: [String]
    }

    let subject: String
    let target: Dyad
    let dyads: [Dyad]
    let runs: [Run]
    /// By dyad in the order of `dyads`, then year; years in which a dyad has no rank are left out.
    let points: [Point]
    let missing: [(year: Int, reason: String)]
    /// The indicators that speak in some year, in the order of the plan; none for the composite, whose
    /// sources the other panels show.
    let indicators: [String]

    init(_ assessment: Assessment, subject: String, dyads: some Sequence<Dyad>) {
        self.subject = subject
        self.dyads = Array(dyads)
        target = assessment.claim.target
        missing = assessment.missingYears.filter { $0.subject == subject }.map { ($0.year, $0.reason) }
            .sorted { $0.0 < $1.0 }
        let years = assessment.years.filter { $0.subject == subject }.sorted { $0.year < $1.year }
        var runs: [Run] = []
        var segments: [Int] = []
        for item in years {
            if let last = runs.last, last.basis == item.basis, last.years.upperBound + 1 == item.year {
                runs[runs.count - 1].years = last.years.lowerBound...item.year
            } else {
                runs.append(Run(years: item.year...item.year, basis: item.basis))
            }
            segments.append(runs.count - 1)
        }
        self.runs = runs
        points = self.dyads.flatMap { dyad in
            zip(years, segments).compactMap { item, segment -> Point? in
                guard let unit = item.ranking.dyads.firstIndex(of: dyad),
                    let rank = item.ranking.classRanking.ranks[unit],
                    let ties = item.ranking.classRanking.tieSizes[unit]
                else { return nil }
                return Point(
                    dyad: dyad, year: item.year, rank: rank, ties: ties, classSize: item.standing.classSize,
                    segment: segment)
            }
        }
        let dimension = assessment.plan.dimensions.first { $0.id == subject }
        indicators = (dimension?.indicators ?? []).filter { id in
            runs.contains { $0.sources(of: id) != nil }
        }
    }

    func points(of dyad: Dyad) -> [Point] { points.filter { $0.dyad == dyad } }

    /// The target's best and worst year and its first places, in a sentence.
    func finding(_ name: String) -> String {
        let subject = indicators.isEmpty ? "the composite" : subject
        let own = points(of: target)
        guard let best = own.min(by: { $0.rank < $1.rank }), let worst = own.max(by: { $0.rank < $1.rank })
        else { return "On \(subject), \(name) has no rank in any year." }
        let firsts = own.count { $0.rank == 1 && $0.ties == 1 }
        func place(_ point: Point) -> String {
            "\(point.rank) (\(point.year)\(point.ties > 1 ? ", shared by \(point.ties)" : ""))"
        }
        return "On \(subject), \(name) ranks between \(place(best)) and \(place(worst)); "
            + "it is first and alone in \(firsts) of \(own.count) years."
    }
}

extension RankPanel.Run {
    /// The sources of an indicator in these years; nil when it does not speak.
    func sources(of indicator: String) -> String? {
        basis.first { $0.hasPrefix("\(indicator): ") }.map { String($0.dropFirst(indicator.count + 2)) }
    }
}
