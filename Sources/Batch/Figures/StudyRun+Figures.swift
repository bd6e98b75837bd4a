public import Diagnostics
import Files
public import Reporting
import Tabular

extension StudyRun {
    /// The figures that the study has.
    ///
    /// - Throws: `Diagnostic` (wrong argument) for a name that none has.
    public func listFigures(_ request: FigureRequest) throws(Diagnostic) -> FigureReport {
        report(on: try drawn(request, .standard))
    }

    private func drawn(_ request: FigureRequest, _ options: FigureOptions) throws(Diagnostic) -> [DrawnFigure]
    {
        try drawnFigures(of: assessment, style: style, options: options).named(request.names)
    }

    private func report(on figures: [DrawnFigure]) -> FigureReport {
        FigureReport(
            study: study.id,
            figures: figures.map {
                .init(name: $0.name, title: $0.title, description: $0.description, files: [])
            })
    }

    /// Writes figures, each with the values that it plots, into a folder. All are made before the first is written, and
    /// each file appears whole or not at all; other files of the folder stay.
    ///
    /// - Parameters:
    ///   - request: which figures, for which column widths and kinds of print, in which formats.
    ///   - folder: made if it is not there.
    ///   - renderer: makes the formats beside SVG; nil only if the request has none.
    /// - Throws: `Diagnostic` (wrong argument) for a name that no figure has, (internal failure) when a number is not
    ///   finite, (cannot write) and whatever the renderer throws.
    public func writeFigures(
        _ request: FigureRequest, to folder: String, renderer: FigureRenderer?
    ) throws(Diagnostic) -> FigureReport {
        let standard = try drawn(request, .standard)
        var report = report(on: standard)
        var files: [ResultFile] = []
        for options in request.options {
            let figures = options == .standard ? standard : try drawn(request, options)
            for (place, figure) in figures.enumerated() {
                for file in try self.files(of: figure, request, renderer: renderer) {
                    files.append(file)
                    report.figures[place].files.append(
                        .init(
                            path: "\(folder)/\(file.name)", width: options.width.rawValue,
                            variant: options.variant.rawValue,
                            bytes: file.bytes.count, sha256: try sha256Hex(of: file.bytes)))
                }
            }
        }
        try ResultFile.write(files, to: folder)
        return report
    }

    private func files(
        of figure: DrawnFigure, _ request: FigureRequest, renderer: FigureRenderer?
    ) throws(Diagnostic) -> [ResultFile] {
        let name = figure.fileName
        let digits = study.output.significantDigits
        var files = [
            ResultFile(name: "\(name).svg", bytes: figure.svg),
            ResultFile(
                name: "\(name).csv",
                bytes: try figure.data.csv(significantDigits: digits, file: "\(name).csv")),
        ]
        guard let renderer else { return files }
        for format in request.formats {
            let bytes = try renderer.render(figure.svg, as: format)
            files.append(ResultFile(name: "\(name).\(format.name)", bytes: bytes, isText: false))
        }
        return files
    }
}
