import ClaimTesting
import DyadTables
import DyadicModels
import Dyads
import Tabular

extension Assessment {
    /// `network`: the strongest pairs of the class as links between states that stand where they lie.
    func networkFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        let network = StrongestPairs(
            main, target: claim.target, limit: min(style.top, 30), states: panel.states)
        var drawing = NetworkDrawing(assessment: self, main: main, network: network, options: options)
        drawing.draw()
        let title = "The strongest pairs on \(main.item.subject.id): \(style.studyTitle)"
        return Figure(
            title: title,
            description: "Map of \(network.states.count) states with links for the \(network.links.count) "
                + "strongest pairs, the wider the higher they score. \(finding(of: main)) \(network.finding(self))",
            canvas: drawing.canvas, data: networkData(network, title: title))
    }

    private func networkData(_ network: StrongestPairs, title: String) -> Table {
        func degrees(_ name: String, _ direction: String, _ state: String) -> TableSchema.Field {
            .init(
                name, .number, "Degrees \(direction) of the capital of state \(state); empty if not known.",
                unit: "degree", isRequired: false)
        }
        var table = Table(
            schema: Figure.schema(
                "network", title: title,
                fields: DyadColumns.fields + [
                    .init("target", .integer, "1 for the claim's pair."),
                    .init("rank", .integer, "Rank of the dyad in the class."),
                    .init("ties", .integer, "Dyads of the class that share it."),
                    .init("score", .number, "Score, by which links are wide."),
                    degrees("latitude_a", "north", "a"), degrees("longitude_a", "east", "a"),
                    degrees("latitude_b", "north", "b"), degrees("longitude_b", "east", "b"),
                ], primaryKey: ["dyad"]))
        for link in network.links {
            let places = [link.dyad.first, link.dyad.second].map { panel.states.location(of: $0) }
            table.append(
                DyadColumns.cells(link.dyad, in: panel.states) + [
                    link.isTarget.cell, .integer(link.rank), .integer(link.ties), .number(link.score),
                ] + places.flatMap { [.optional($0?.latitude), .optional($0?.longitude)] })
        }
        return table
    }
}

/// What `network` plots.
struct StrongestPairs {
    struct Link {
        let dyad: Dyad
        let isTarget: Bool
        let rank: Int
        let ties: Int
        let score: Double
    }

    /// By rank; the target comes last where it is not among the strongest.
    let links: [Link]
    /// The states of the links, in ISO order.
    let states: [StateCode]
    /// Where they lie, in the order of `states`; nil where that is not known of all.
    let locations: [Location]?
    /// States of the class with none of the links.
    let others: [StateCode]
    /// Whether the target is among the strongest.
    let isTargetStrong: Bool

    init(_ main: MainRanking, target: Dyad, limit: Int, states system: StateSystem) {
        let scores = main.scores
        let links = main.ranked.enumerated().compactMap { place, unit -> Link? in
            let dyad = scores.dyads[unit]
            guard place < limit || dyad == target, let rank = scores.classRanking.ranks[unit],
                let ties = scores.classRanking.tieSizes[unit], let score = scores.index.scores[unit]
            else { return nil }
            return Link(dyad: dyad, isTarget: dyad == target, rank: rank, ties: ties, score: score)
        }
        self.links = links
        isTargetStrong = links.prefix(limit).contains(where: \.isTarget)
        let states = Set(links.flatMap { [$0.dyad.first, $0.dyad.second] })
        self.states = states.sorted()
        others = Set(main.ranked.flatMap { [scores.dyads[$0].first, scores.dyads[$0].second] })
            .subtracting(states).sorted()
        let found = self.states.compactMap(system.location)
        locations = found.count == states.count ? found : nil
    }

    /// How many links a state has.
    func degree(of state: StateCode) -> Int { links.count { $0.dyad.includes(state) } }

    func finding(_ assessment: Assessment) -> String {
        let most = states.map(degree).max() ?? 0
        let hubs = states.filter { degree(of: $0) == most }.map {
            assessment.panel.states[$0]?.name ?? $0.text
        }
        guard hubs.count < 4 else { return "No state stands out by its links." }
        return
            "\(hubs.joined(separator: ", ")) \(hubs.count == 1 ? "has" : "have each") \(most) of the links, the most."
    }
}
