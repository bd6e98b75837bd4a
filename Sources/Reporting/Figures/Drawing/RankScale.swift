import Foundation

/// A map from ranks to positions, rank 1 at the start: straight, or logarithmic, which keeps the first places apart.
struct RankScale {
    let worst: Int
    let isLogarithmic: Bool
    private let scale: LinearScale

    /// - Parameter worst: the largest rank that is drawn; at least 2 are shown.
    init(worst: Int, from start: Double, to end: Double, isLogarithmic: Bool = false) {
        self.worst = max(worst, 2)
        self.isLogarithmic = isLogarithmic
        let last = Double(self.worst)
        scale = LinearScale(domain: isLogarithmic ? 0...log(last) : 1...last, from: start, to: end)
    }

    /// Logarithmic where a straight scale would leave too little room for a rank.
    init(fitting worst: Int, from start: Double, to end: Double) {
        self.init(worst: worst, from: start, to: end, isLogarithmic: worst > 20)
    }

    var start: Double { scale.start }
    var end: Double { scale.end }

    func callAsFunction(_ rank: Double) -> Double { scale(isLogarithmic ? log(rank) : rank) }
    func callAsFunction(_ rank: Int) -> Double { self(Double(rank)) }

    /// Round ranks from 1 to the worst.
    var ticks: [Int] {
        if isLogarithmic {
            return [1, 10, 100, 1_000, 10_000].flatMap { [$0, 2 * $0, 3 * $0, 5 * $0] }.filter { $0 <= worst }
        }
        let step =
            [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].first { worst <= 9 * $0 + 1 } ?? 10_000
        return [1] + stride(from: step, through: worst, by: step).filter { $0 > 1 + step / 2 }
    }
}

extension Canvas {
    /// Grid lines and labels of a scale of ranks under a panel, without a title.
    ///
    /// - Parameter gap: between two labels, in points; a label that would come nearer is left out.
    mutating func rankAxis(_ scale: RankScale, top: Double, bottom: Double, gap: Double) {
        let style = TextStyle.label.anchored(.middle)
        var edge = -Double.infinity
        for rank in scale.ticks {
            let x = scale(rank)
            line(x, top, x, bottom, colour: Palette.shade)
            line(x, bottom, x, bottom + 2.5, colour: Palette.black)
            let half = style.width(of: "\(rank)") / 2
            guard x - half > edge else { continue }
            edge = x + half + gap
            text("\(rank)", x: x, y: bottom + 9.5, style)
        }
        line(scale.start, bottom, scale.end, bottom, colour: Palette.black)
    }

    /// Grid lines and labels of an upright scale of ranks left of a panel.
    mutating func rankAxis(_ scale: RankScale, left: Double, right: Double) {
        var edge = -Double.infinity
        for rank in scale.ticks {
            let y = scale(rank)
            line(left, y, right, y, colour: Palette.shade)
            guard y - edge >= TextStyle.label.size else { continue }
            edge = y
            text("\(rank)", x: left - 4, y: y + 2.5, TextStyle.label.anchored(.end))
        }
        text("Rank", x: left - 18, y: scale(1) + 2.5, TextStyle.secondary.anchored(.end))
    }
}
