import Diagnostics
import Foundation

/// The whole content of a file.
///
/// - Throws: `Diagnostic` (missing input) when the file does not exist, is a folder or cannot be read.
public func readBytes(ofFile path: String) throws(Diagnostic) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Diagnostic(
            .missingInput, at: SourceLocation(path: path), rule: "no such file",
            remedy: "check the path; relative paths start from the current folder")
    }
    guard !isFolder.boolValue else {
        throw Diagnostic(
            .missingInput, at: SourceLocation(path: path), rule: "a file is needed, not a folder")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
        throw Diagnostic(
            .missingInput, at: SourceLocation(path: path), rule: "the file cannot be read",
            remedy: "check its permissions")
    }
    return [UInt8](data)
}

/// The whole content of a UTF-8 text file, without a byte-order mark.
///
/// - Throws: `Diagnostic` when the file cannot be read or is not UTF-8.
public func readText(ofFile path: String) throws(Diagnostic) -> String {
    var bytes = try readBytes(ofFile: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Diagnostic(
            at: SourceLocation(path: path), rule: "text files must be UTF-8",
            remedy: "convert the file to UTF-8")
    }
    return text
}

/// The names of the entries of a folder, sorted by code point; empty if there is no such folder.
public func sortedEntries(ofFolder path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
}

/// Whether something, file or folder, is at a path.
public func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
}

/// Writes a file whole or not at all, making the folders on its way.
///
/// - Throws: `Diagnostic` (cannot write), for example when the folder is read-only.
public func writeBytes(_ bytes: [UInt8], toFile path: String) throws(Diagnostic) {
    let url = URL(fileURLWithPath: path)
    do {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url, options: .atomic)
    } catch {
        throw Diagnostic(
            .cannotWrite, at: SourceLocation(path: path), rule: "the output cannot be written",
            remedy: "check permissions and free space, or name another folder")
    }
}
