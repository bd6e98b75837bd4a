import Diagnostics
import Files
import Foundation

/// Writes a result to standard output, or whole to a file in a folder that exists; `-` is standard output.
///
/// - Throws: `Diagnostic` (cannot write).
func writeResult(_ bytes: [UInt8], to file: String?) throws(Diagnostic) {
    try requireFolder(of: file)
    guard let file, file != "-" else {
        FileHandle.standardOutput.write(Data(bytes))
        return
    }
    try writeBytes(bytes, toFile: file)
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
