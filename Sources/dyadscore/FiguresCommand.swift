import ArgumentParser
import Batch
import Diagnostics
import Foundation
import Reporting
import Tabular

extension FigureOptions.Width: ExpressibleByArgument {}
extension FigureOptions.Variant: ExpressibleByArgument {}

struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Write the figures of a study, for a journal's column width and kind of print.",
        discussion: """
            Writes FOLDER/NAME.svg and beside it, in NAME.csv, exactly the values that it plots; names end in \
            -one-column and -print where these are asked for, so that all can lie in one folder. Files are replaced \
            whole, others stay. With --pdf and --png the program rsvg-convert (Debian: librsvg2-bin) makes these formats; \
            without it the exit code is 69. The study is run for this, its results folder is not touched.
            """)

    @Argument(help: "The study file (YAML).", completion: .studyFile)
    var study: String

    @Option(
        name: .customLong("figure"),
        help: ArgumentHelp("Write this figure only; may be repeated (default: all).", valueName: "name"))
    var names: [String] = []

    @Flag(help: "Write nothing, but name the figures that the study has, with their titles.")
    var list = false

    @Option(name: [.customLong("output"), .customShort("o")], help: "The folder in which files are written.")
    var output = "figures"

    @Option(
        name: .customLong("width"),
        help: "Columns of the page: one (88 mm) or two (180 mm); may be repeated (default: two).")
    var widths: [FigureOptions.Width] = []

    @Option(
        name: .customLong("variant"),
        help: "light (in colour), or print (in greys, for black and white); may be repeated (default: light)."
    )
    var variants: [FigureOptions.Variant] = []

    @Flag(help: "Also write PDF files.")
    var pdf = false

    @Flag(help: "Also write PNG files.")
    var png = false

    @Option(help: "Pixels an inch of PNG files, from 36 to 2400 (default: 300).")
    var dpi: Int?

    @Option(help: "How to tell what was written: text or json.")
    var format = OutputFormat.text

    @Flag(help: "Print no list of files and no progress.")
    var quiet = false

    @OptionGroup var datasets: DatasetsFolderOption

    func validate() throws {
        if dpi != nil, !png { throw ValidationError("--dpi needs --png") }
        if let dpi, !(36...2400).contains(dpi) {
            throw ValidationError("--dpi must be from 36 to 2400, found \(dpi)")
        }
        if Set(widths).count < widths.count { throw ValidationError("--width names the same width twice") }
        if Set(variants).count < variants.count {
            throw ValidationError("--variant names the same variant twice")
        }
        if list, pdf || png { throw ValidationError("--list writes nothing: leave --pdf and --png out") }
    }

    func run() throws {
        try reportingDiagnostics {
            let request = FigureRequest(
                names: names, options: options, pdf: pdf, pngDotsPerInch: png ? dpi ?? 300 : nil)
            // Before the study is run, which can take long.
            let renderer = pdf || png ? try FigureRenderer() : nil
            let meter = ProgressMeter(quiet: quiet)
            defer { meter?.clear() }
            let run = try PreparedStudy(studyFile: study, datasets: datasets.folder)
                .run(observer: meter?.observer)
            meter?.clear()
            let report =
                list
                ? try run.listFigures(request)
                : try run.writeFigures(request, to: output, renderer: renderer)
            switch format {
            case .json: try writeResult(try jsonBytes(of: report), to: nil)
            case .text: if list || !quiet { try printResult(report.text, terminator: "") }
            }
        }
    }

    private var options: [FigureOptions] {
        (widths.isEmpty ? [.two] : widths).flatMap { width in
            (variants.isEmpty ? [.light] : variants).map { FigureOptions(width: width, variant: $0) }
        }
    }
}
