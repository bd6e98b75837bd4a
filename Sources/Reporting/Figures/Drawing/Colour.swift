/// A colour of the palette: what it is on a screen and in a colour print, and what in black and white.
struct Colour: Hashable, Sendable {
    let light: String
    let print: String

    /// - Parameters: as `#RRGGBB`; a colour without its own grey is the same in print.
    init(_ light: String, print: String? = nil) {
        self.light = light
        self.print = print ?? light
    }

    /// No paint.
    static let none = Colour("none")

    func value(in variant: FigureOptions.Variant) -> String {
        switch variant {
        case .light: light
        case .print: print
        }
    }
}
