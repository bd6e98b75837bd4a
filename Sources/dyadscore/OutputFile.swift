import Diagnostics
import Files
import Foundation

/// Writes a result to standard output, or whole to a file in a folder that exists; `-` is standard output.
///
/// - Throws: `Diagnostic` (cannot write), or (internal failure) when a number in it is not finite.
func writeResult(_ bytes: [UInt8], to file: String?) throws(Diagnostic) {
    try requireFolder(of: file)
    guard let file, file != "-" else {
        try requireFinite(bytes, in: standardOutputName)
        return try writeToStandardOutput(bytes)
    }
    try writeBytes(bytes, toFile: file)
}

/// Prints text that holds numbers, as `say` does.
///
/// - Throws: `Diagnostic` (internal failure) when one is not finite; nothing is printed then.
func printResult(_ text: String, terminator: String = "\n") throws(Diagnostic) {
    try requireFinite(Array(text.utf8), in: standardOutputName)
    try say(text, terminator: terminator)
}

/// What messages call it.
let standardOutputName = "standard output"

/// Prints text for people: a line, or what ends as it is. Standard output is written to at once, and never without an error
/// when that fails.
///
/// - Throws: `Diagnostic` (cannot write), for example when standard output is a file on a full disk.
func say(_ text: String, terminator: String = "\n") throws(Diagnostic) {
    try writeToStandardOutput(Array((text.printable + terminator).utf8))
}

/// Makes sure that a result can go to a file before it is computed.
///
/// - Throws: `Diagnostic` (cannot write) when the file's folder does not exist.
func requireFolder(of file: String?) throws(Diagnostic) {
    guard let file, file != "-" else { return }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard exists(folder) else {
        throw Diagnostic(
            .cannotWrite, at: SourceLocation(path: file), rule: "the output needs a folder that exists",
            found: "no folder \(folder)")
    }
}
