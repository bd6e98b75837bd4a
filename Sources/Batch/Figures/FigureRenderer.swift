import Diagnostics
import Files
import Foundation

/// `rsvg-convert` of librsvg, which makes PDF and PNG files from figures.
///
/// The same SVG, program and fonts give the same bytes: the date that a PDF file carries is that of
/// `SOURCE_DATE_EPOCH`, or 1970 where the environment has none. Letters are drawn with the fonts of the machine.
public struct FigureRenderer: Sendable {
    enum Format {
        case pdf
        case png(dotsPerInch: Int)

        var name: String {
            switch self {
            case .pdf: "pdf"
            case .png: "png"
            }
        }

        fileprivate var arguments: [String] {
            switch self {
            case .pdf: ["--format", "pdf"]
            case .png(let dots): ["--format", "png", "--dpi-x", "\(dots)", "--dpi-y", "\(dots)"]
            }
        }
    }

    static let program = "rsvg-convert"
    private let executable: URL

    /// Finds the program.
    ///
    /// - Throws: `Diagnostic` (missing program) when no folder of `PATH` holds it.
    public init() throws(Diagnostic) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let path = folders.map { "\($0)/\(Self.program)" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
        guard let path else {
            throw Diagnostic(
                .missingProgram, rule: "PDF and PNG files need the program \(Self.program)",
                remedy:
                    "install it (Debian and Ubuntu: apt-get install librsvg2-bin), or leave --pdf and --png out"
            )
        }
        executable = URL(fileURLWithPath: path)
    }

    /// An SVG drawing in another format.
    ///
    /// - Throws: `Diagnostic` (cannot write) when there is no room for it, (internal failure) when the program fails.
    func render(_ svg: [UInt8], as format: Format) throws(Diagnostic) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("dyadscore-figure-\(UUID().uuidString)").path
        Interruption.willRemove(folder)
        defer {
            try? FileManager.default.removeItem(atPath: folder)
            Interruption.isDone(with: folder)
        }
        let (input, output) = ("\(folder)/figure.svg", "\(folder)/figure.\(format.name)")
        try writeBytes(svg, toFile: input)
        let process = Process()
        process.executableURL = executable
        process.arguments = format.arguments + ["--output", output, input]
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) {
            given, _ in given
        }
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        do {
            try process.run()
        } catch {
            throw failure("\(error)")
        }
        let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, exists(output) else { throw failure(message) }
        return try readBytes(ofFile: output)
    }

    private func failure(_ message: String) -> Diagnostic {
        Diagnostic(
            .internalFailure, rule: "\(Self.program) could not convert a figure",
            found: message.trimmingCharacters(in: .whitespacesAndNewlines).quotedForMessage)
    }
}
