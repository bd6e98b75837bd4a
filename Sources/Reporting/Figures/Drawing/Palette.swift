/// Every colour that a figure may use.
///
/// Marks take the Okabe-Ito colours that are dark enough on white, or black; sequences take viridis. Greys are
/// for frames, guides and secondary text. No difference is shown by colour alone.
enum Palette {
    static let blue = "#0072B2"
    static let vermillion = "#D55E00"
    static let green = "#009E73"
    static let purple = "#CC79A7"
    static let black = "#000000"
    static let white = "#FFFFFF"
    /// Secondary text; 7.5 : 1 on white.
    static let text = "#4D4D4D"
    /// Secondary marks.
    static let grey = "#808080"
    /// Guides and hatching.
    static let guide = "#BFBFBF"
    /// Areas behind marks.
    static let shade = "#E6E6E6"

    /// Fills of areas under black text, which name what they show: the light Okabe-Ito colours and greys, as far
    /// apart in greyscale as text on them allows.
    static let areas = ["#56B4E9", "#F0E442", purple, shade, green, guide, white]

    /// Five greys for shares, from little to all.
    static let greys = [shade, guide, grey, text, black]

    /// Nine steps of viridis from light to dark, so that more is darker on paper and in greyscale.
    static let sequence = [
        "#FDE725", "#ADDC30", "#5EC962", "#28AE80", "#21918C", "#2C728E", "#3B528B", "#472D7B", "#440154",
    ]

    /// `count` steps of the sequence, at most nine, as far apart as they can be.
    static func steps(_ count: Int) -> [String] {
        guard count > 1 else { return [sequence[sequence.count / 2]] }
        let used = min(count, sequence.count)
        return (0..<used).map { sequence[$0 * (sequence.count - 1) / (used - 1)] }
    }

    static let all =
        [blue, vermillion, green, purple, black, white, text, grey, guide, shade] + areas + sequence
}
