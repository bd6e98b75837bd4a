import ClaimTesting
import Tabular

extension PairPage {
    /// Its rank on every reading and dimension, by window.
    var ranksTable: ReportTable {
        let windows = assessment.plan.windows
        let subjects = assessment.scored.filter { $0.window.id == assessment.mainWindow }.map(\.subject)
        func rows(_ kind: String) -> [ReportTable.Row] {
            subjects.filter { $0.kind == kind }.map { subject in
                .init(
                    [.init(capitalised(subject.id))]
                        + windows.map {
                            .init(assessment.result(subject.id, in: $0.id)?.ranking?.rankText(of: unit))
                        })
            }
        }
        return ReportTable(
            label: "Ranks by reading, dimension and window",
            columns: [.init(heading: "On")]
                + windows.map { .init(heading: assessment.label(of: $0), isNumber: true) },
            groups: [
                .init(title: "Readings", rows: rows("reading")),
                .init(title: "Dimensions", rows: rows("dimension")),
            ])
    }

    /// What the tests say of its rank on every reading of the main window; nil where nothing was tested.
    var uncertainty: [Node]? {
        let found = evidence.filter { $0.hasSets || $0.hasWeights || $0.hasJoint || $0.hasMedians }
        guard !found.isEmpty, ranking.main.scores.index.scores[unit] != nil else { return nil }
        let columns: [(heading: String, isThere: Bool, text: (PairEvidence) -> String?)] = [
            (
                "Rank set", found.contains(where: \.hasSets),
                { $0.set(of: dyad).map(rangeText) }
            ),
            (
                "Median rank, methods", found.contains(where: \.hasMedians),
                { $0.medianRank(of: unit).map { formatted($0, significantDigits: 3) } }
            ),
            (
                "First, weights (W)", found.contains(where: \.hasWeights),
                { $0.weightShare(of: unit).map { formatted($0, decimals: 3) } }
            ),
            (
                "Mean rank, weights", found.contains(where: \.hasWeights),
                { $0.meanRank(of: unit).map { formatted($0, decimals: 1) } }
            ),
            (
                "First, all doubts (J)", found.contains(where: \.hasJoint),
                { $0.jointShare(of: dyad).map { formatted($0, decimals: 3) } }
            ),
            (
                "Median rank, all doubts", found.contains(where: \.hasJoint),
                { $0.jointRanks(of: dyad).map { "\($0.median)" } }
            ),
            (
                "95 % of its ranks", found.contains(where: \.hasJoint),
                { $0.jointRanks(of: dyad).map { "\($0.low)–\($0.high)" } }
            ),
        ]
        let shown = columns.filter(\.isThere)
        let table = ReportTable(
            label: "How sure the ranks are",
            columns: [.init(heading: "Reading")] + shown.map { .init(heading: $0.heading, isNumber: true) },
            groups: [
                .init(
                    rows: found.map { item in
                        .init([.init(capitalised(item.reading))] + shown.map { .init($0.text(item)) })
                    })
            ])
        let primary = assessment.primaryFindings.map(\.subject.id)
        return [table.node]
            + found.filter { primary.contains($0.reading) }.compactMap { item in
                RankDistribution(item.jointDistribution(of: dyad), classSize: item.jointClassSize)?
                    .figure(reading: item.reading, name: name)
            }
    }
}
