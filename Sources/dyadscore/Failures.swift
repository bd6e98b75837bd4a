import ArgumentParser
import Diagnostics
import Files

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
    Files.writeToStandardError(Array(text.utf8))
}

/// Tells of an error, its word in colour where that is wanted.
func tell(_ diagnostic: Diagnostic) {
    writeToStandardError(TerminalStyle.standardError.text(diagnostic) + "\n")
}
