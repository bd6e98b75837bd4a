import Batch
import ClaimTesting
import Diagnostics
import Foundation

/// Colours for a stream, where somebody sees them. They repeat what the words say, and say nothing alone.
struct TerminalStyle {
    let isColoured: Bool

    static var standardOutput: TerminalStyle { TerminalStyle(descriptor: STDOUT_FILENO) }
    static var standardError: TerminalStyle { TerminalStyle(descriptor: STDERR_FILENO) }

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// Coloured on a terminal that can, unless NO_COLOR is set (no-color.org); elsewhere if CLICOLOR_FORCE is set and
    /// not 0 (bixense.com/clicolors).
    private init(descriptor: Int32) {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let isForced = environment["CLICOLOR_FORCE"].map { !$0.isEmpty && $0 != "0" } ?? false
        let isCapable = isatty(descriptor) == 1 && environment["TERM"].map { $0 != "dumb" } ?? false
        isColoured = !isRefused && (isForced || isCapable)
    }

    private enum Code: String {
        case bold = "1"
        case boldRed = "1;31"
        case boldGreen = "1;32"
        case boldYellow = "1;33"
    }

    private func text(_ text: String, _ code: Code) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A line of the summary of a run.
    func text(_ line: RunSummary.Line) -> String {
        let words = line.text.printable
        return switch line.role {
        case .plain: words
        case .heading: text(words, .bold)
        case .verdict(.supported): text(words, .boldGreen)
        case .verdict(.contradicted): text(words, .boldRed)
        case .verdict(.notEstablished), .verdict(.notAssessable): text(words, .boldYellow)
        }
    }

    /// An error, as `path:line:column: error: ...`.
    func text(_ diagnostic: Diagnostic) -> String {
        let message = diagnostic.description.printable
        guard isColoured, let word = message.firstRange(of: "error:") else { return message }
        return message[..<word.lowerBound] + text("error:", .boldRed) + message[word.upperBound...]
    }
}
