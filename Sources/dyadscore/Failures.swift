import ArgumentParser
import Diagnostics
import Foundation

/// Runs a command's body; a diagnostic becomes a message on standard error and its documented exit code.
func reportingDiagnostics(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let diagnostic as Diagnostic {
        writeToStandardError("\(diagnostic)\n")
        throw ExitCode(diagnostic.category.exitCode)
    }
}

/// Standard output is for data; everything else goes here.
func writeToStandardError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}
