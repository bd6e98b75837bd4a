import Diagnostics
import Files
import Foundation

/// Writes a result to standard output, or whole to a file in a folder that exists; `-` is standard output.
///
/// - Throws: `Diagnostic` (cannot write).
func writeResult(_ bytes: [UInt8], to file: String?) throws(Diagnostic) {
    guard let file, file != "-" else {
        FileHandle.standardOutput.write(Data(bytes))
        return
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard exists(folder) else {
        throw Diagnostic(
            .cannotWrite, at: SourceLocation(path: file), rule: "the output needs a folder that exists",
            found: "no folder \(folder)")
    }
    try writeBytes(bytes, toFile: file)
}
