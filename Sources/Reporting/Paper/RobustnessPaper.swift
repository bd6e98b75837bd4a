import ClaimTesting

extension Assessment {
    /// The target's rank on the primary readings under every named change and test, doubt by doubt.
    ///
    /// Nil where no primary reading has a rank, and where nothing was changed.
    func paperRobustness(_ style: PaperStyle) -> PaperTable? {
        let readings = primaryFindings.filter { $0.standing != nil }.map(\.subject.id)
        guard !readings.isEmpty else { return nil }
        let doubts = RobustnessRows(assessment: self, readings: readings).doubts
        guard doubts.count > 1 else { return nil }
        let columns: [PaperTable.Column] =
            [
                .init("change", "What is changed", .text, "The change in words.", isName: true),
                .init("id", "Id", .text, "The change.", place: .data),
            ]
            + readings.flatMap { reading -> [PaperTable.Column] in
                let id = reading.replacing("-", with: "_")
                return [
                    .init(id, capitalised(reading), .range, "Rank on \(reading).", place: .paper),
                    .init("rank_\(id)", "Rank, \(reading)", .integer, "Rank on \(reading).", place: .data),
                    .init(
                        "low_\(id)", "From", .integer, "Best of several ranks on \(reading).", place: .data),
                    .init("high_\(id)", "To", .integer, "Worst of them.", place: .data),
                ]
            }
        let used = plan.allSpecifications
        return PaperTable(
            name: "robustness", caption: "\(style.report.studyTitle): rank under every change",
            label: style.label(.robustness), columns: columns,
            sections: doubts.map { doubt in
                PaperTable.Section(
                    id: doubt.id, title: doubt.title,
                    rows: doubt.changes.map { change in
                        PaperTable.Row(
                            [.text(change.title), .text(change.id)] + change.ranks.flatMap(\.cells),
                            isEmphasised: doubt.id == "default")
                    })
            },
            notes: [
                "Rank of \(label(of: claim.target)) among \(claim.className), \(label(of: plan.windows[0])), by primary reading; = if shared; a dash: no rank. One change at a time, everything else as by default.",
                "Two ranks with a dash between them are the best and the worst, or, where it says so, the ends of the middle 95 % or of a confidence set.",
            ],
            sources: [claim.citation] + dataSources(of: plan.indicatorIDs) + plan.citations
                + covariateSources(used.map(\.exposure), style), key: ["id"])
    }
}

/// A rank, or several, of the target on one reading.
enum FoundRank {
    case none
    case one(Int, isShared: Bool)
    case several(ClosedRange<Int>)

    init(_ standing: Standing?) {
        self = standing.map { .one($0.rank, isShared: $0.isTied) } ?? .none
    }

    init(_ range: ClosedRange<Int>?) {
        self = range.map { .several($0) } ?? .none
    }

    /// On paper, then as data: one rank, best, worst.
    var cells: [PaperTable.Cell] {
        switch self {
        case .none: [.missing, .missing, .missing, .missing]
        case .one(let rank, let isShared):
            [.rank(rank, isShared: isShared), .integer(rank), .missing, .missing]
        case .several(let range):
            [
                range.count > 1 ? .range(range) : .rank(range.lowerBound, isShared: false),
                .missing, .integer(range.lowerBound), .integer(range.upperBound),
            ]
        }
    }
}
