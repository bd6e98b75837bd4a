import Tabular

/// Bars of the shares of the ranks that a pair had in the joint draws.
struct RankDistribution {
    private let bars: [(rank: Int, share: Double)]
    private let classSize: Int
    private let step: Double
    private let height = 74.0
    private let foot = 18.0

    private var width: Double { step * Double(classSize) }

    /// Nil without a rank, or in a class so large that bars would be thinner than a hair.
    init?(_ bars: [(rank: Int, share: Double)], classSize: Int) {
        guard let worst = bars.map(\.rank).max(), worst <= 500, classSize > 1 else { return nil }
        self.bars = bars
        self.classSize = min(classSize, 500)
        step = max(1, (560 / Double(self.classSize)).rounded())
    }

    func figure(reading: String, name: String) -> Node {
        let mode = bars.max { $0.share < $1.share } ?? (1, 0)
        let share = formatted(100 * mode.share, significantDigits: 3)
        let text =
            "Ranks of \(name) on \(reading) when all doubts are drawn at once: most often \(mode.rank) (\(share) % of the draws), from \(bars.first?.rank ?? 1) to \(bars.last?.rank ?? 1)."
        return .tag(
            "figure", class: "distribution",
            [
                .tag(
                    "div",
                    [
                        ("class", "scroll drawing"), ("role", "region"), ("tabindex", "0"),
                        ("aria-label", "Ranks on \(reading)"),
                    ],
                    [.element(drawing(label: text, highest: mode.share))]),
                .tag("figcaption", [], [.text(text)]),
            ])
    }

    private func drawing(label: String, highest: Double) -> MarkupElement {
        // One outline of whole units keeps a page of many pairs small; what happened at all is at least one unit high.
        let shares = Dictionary(bars.map { ($0.rank, $0.share) }) { first, _ in first }
        var path = "M0 \(coordinate(height))"
        var level = height
        for rank in 1...classSize {
            let share = shares[rank] ?? 0
            let tall = share > 0 && highest > 0 ? max(1, (share / highest * height).rounded()) : 0
            guard height - tall != level else { continue }
            level = height - tall
            path += "H\(coordinate((Double(rank - 1) * step).rounded()))V\(coordinate(level))"
        }
        path += "H\(coordinate(width))V\(coordinate(height))Z"
        func text(_ content: String, x: Double, _ anchor: String) -> MarkupElement {
            MarkupElement(
                "text",
                [
                    ("x", coordinate(x)), ("y", coordinate(height + 13)), ("text-anchor", anchor),
                    ("font-size", "11"),
                ],
                text: content)
        }
        return MarkupElement(
            "svg",
            [
                ("viewBox", "0 0 \(coordinate(width)) \(coordinate(height + foot))"),
                ("width", coordinate(width)),
                ("height", coordinate(height + foot)), ("role", "img"), ("aria-label", label),
                ("font-family", "Helvetica, Arial, sans-serif"),
            ],
            [
                MarkupElement("path", [("d", path), ("fill", "#0072B2")]),
                MarkupElement(
                    "path", [("d", "M0 \(coordinate(height))H\(coordinate(width))"), ("stroke", "#000000")]),
                text("rank 1", x: 0, "start"), text("rank \(classSize)", x: width, "end"),
            ])
    }
}
