import ArgumentParser
import Diagnostics
import Foundation

/// Runs a command's body; a diagnostic becomes a message on standard error and its documented exit code.
func reportingDiagnostics(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let diagnostic as Diagnostic {
        tell(diagnostic)
        throw ExitCode(diagnostic.category.exitCode)
    }
}

/// Standard output is for data; everything else goes here.
func writeToStandardError(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        // Nobody is left who could be told.
        guard count > 0 || count < 0 && errno == EINTR else { return }
        bytes = bytes.dropFirst(max(0, count))
    }
}

/// Tells of an error, its word in colour where that is wanted.
func tell(_ diagnostic: Diagnostic) {
    writeToStandardError(TerminalStyle.standardError.text(diagnostic) + "\n")
}
