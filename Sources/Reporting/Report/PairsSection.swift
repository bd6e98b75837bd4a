import ClaimTesting
import Dyads
import DyadicModels

extension Report {
    /// One page a pair: why it has its rank. The script shows one at a time; without it they follow one another.
    var pairsSection: Section? {
        guard let ranking else { return nil }
        let assessment = assessment
        let evidence = assessment.plan.readings.map { PairEvidence(assessment, reading: $0.id) }
        let printed = Set([assessment.claim.target] + ranking.main.standing.leaders)
        let pages = ranking.units.enumerated().map { place, unit in
            PairPage(
                report: self, ranking: ranking, evidence: evidence, unit: unit,
                previous: place > 0 ? ranking.units[place - 1] : nil,
                next: place + 1 < ranking.units.count ? ranking.units[place + 1] : nil,
                isPrinted: printed.contains(ranking.dyad(unit))
            ).node
        }
        return Section(
            id: "pairs", title: "Why a pair has its rank", shortTitle: "Pairs",
            content: [
                .tag(
                    "p", class: "choice",
                    [
                        "Every pair has a page, to which its name in the ", .link(to: "ranking", ["ranking"]),
                        " leads: ", pageLink(assessment.claim.target), " (the claim's pair)",
                    ]
                        + ranking.main.standing.leaders.filter { $0 != assessment.claim.target }
                        .flatMap { [", ", pageLink($0), " (first)"] } + ["."]),
                .tag(
                    "p", class: "print-only",
                    [
                        "Printed here: the pages of the claim's pair and of the leader. The file report.html holds all."
                    ]),
            ] + pages, holdsPages: true)
    }

    func pageLink(_ dyad: Dyad) -> Node {
        .link(to: ReportRanking.pageID(of: dyad), [.text(assessment.label(of: dyad))])
    }
}
