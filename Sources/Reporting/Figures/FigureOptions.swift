/// How figures are drawn: for which column of a journal, and for which kind of print.
public struct FigureOptions: Hashable, Sendable {
    /// Column widths of journals.
    public enum Width: String, CaseIterable, Sendable {
        case one, two

        public var millimetres: Double {
            switch self {
            case .one: 88
            case .two: 180
            }
        }
    }

    public enum Variant: String, CaseIterable, Sendable {
        /// In colours that colour-blind readers tell apart, on white.
        case light
        /// In greys, for journals that print in black and white.
        case print
    }

    public var width: Width
    public var variant: Variant

    public init(width: Width = .two, variant: Variant = .light) {
        self.width = width
        self.variant = variant
    }

    /// Two columns, in colour: what a results folder holds.
    public static let standard = FigureOptions()

    /// What follows a figure's name in the names of its files: nothing for the standard ones.
    var suffix: String { (width == .one ? "-one-column" : "") + (variant == .print ? "-print" : "") }
}
