public import Reporting

/// What figures to write, and in which formats beside SVG and CSV.
public struct FigureRequest: Sendable {
    /// Names of figures; empty for all that the study has.
    public var names: [String]
    /// Each figure is drawn in all of them.
    public var options: [FigureOptions]
    public var pdf: Bool
    /// Pixels an inch of PNG files; nil for none.
    public var pngDotsPerInch: Int?

    public init(
        names: [String] = [], options: [FigureOptions] = [.standard], pdf: Bool = false,
        pngDotsPerInch: Int? = nil
    ) {
        self.names = names
        self.options = options
        self.pdf = pdf
        self.pngDotsPerInch = pngDotsPerInch
    }

    var formats: [FigureRenderer.Format] {
        (pdf ? [.pdf] : []) + (pngDotsPerInch.map { [.png(dotsPerInch: $0)] } ?? [])
    }
}
