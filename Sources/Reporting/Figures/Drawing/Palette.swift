/// Every colour that a figure may use.
///
/// Marks take the Okabe-Ito colours that are dark enough on white, or black; sequences take viridis. Greys are
/// for frames, guides and secondary text. No difference is shown by colour alone, so that the print variant, which
/// has greys only, loses nothing: marks keep their shape, lines their dash, areas their name, and the target is black
/// and larger than what surrounds it.
enum Palette {
    static let blue = Colour("#0072B2", print: "#595959")
    static let vermillion = Colour("#D55E00", print: "#000000")
    static let green = Colour("#009E73", print: "#595959")
    static let purple = Colour("#CC79A7", print: "#808080")
    static let black = Colour("#000000")
    static let white = Colour("#FFFFFF")
    /// Between the parts of a bar; in print the lightest part needs an outline on white.
    static let barEdge = Colour(white.light, print: "#808080")
    /// Secondary text; 7.5 : 1 on white.
    static let text = Colour("#4D4D4D")
    /// Secondary marks.
    static let grey = Colour("#808080")
    /// Guides and hatching.
    static let guide = Colour("#BFBFBF")
    /// Areas behind marks.
    static let shade = Colour("#E6E6E6")

    /// Fills of areas under black text, which name what they show: the light Okabe-Ito colours and greys, as far
    /// apart in greyscale as text on them allows.
    static let areas = [
        Colour("#56B4E9", print: "#D9D9D9"), Colour("#F0E442", print: "#F5F5F5"),
        Colour(purple.light, print: "#C4C4C4"), shade, Colour(green.light, print: "#B0B0B0"), guide, white,
    ]

    /// Five greys for shares, from little to all.
    static let greys = [shade, guide, grey, text, black]

    /// Nine steps of viridis from light to dark, so that more is darker on paper and in greyscale; in print equal
    /// steps of grey.
    static let sequence = [
        Colour("#FDE725", print: "#F2F2F2"), Colour("#ADDC30", print: "#D8D8D8"),
        Colour("#5EC962", print: "#BEBEBE"), Colour("#28AE80", print: "#A4A4A4"),
        Colour("#21918C", print: "#8A8A8A"), Colour("#2C728E", print: "#707070"),
        Colour("#3B528B", print: "#565656"), Colour("#472D7B", print: "#3C3C3C"),
        Colour("#440154", print: "#222222"),
    ]

    /// `count` steps of the sequence, at most nine, as far apart as they can be.
    static func steps(_ count: Int) -> [Colour] {
        guard count > 1 else { return [sequence[sequence.count / 2]] }
        let used = min(count, sequence.count)
        return (0..<used).map { sequence[$0 * (sequence.count - 1) / (used - 1)] }
    }

    static let all =
        [blue, vermillion, green, purple, black, white, text, grey, guide, shade] + areas + sequence
}
