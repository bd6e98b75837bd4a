public import Diagnostics
import Foundation

/// Whether a name is a relative path that stays below the folder that it is relative to, as text: no `..`, no empty or
/// current part, no NUL or backslash, not absolute.
public func isContainedName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
            && !part.contains(0) && !part.contains(UInt8(ascii: "\\"))
    }
}

/// Where a path leads when all symbolic links are followed; nil if there is nothing.
public func resolvedPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// Whether what is at a path lies in one of some folders or is one of them, symbolic links followed.
public func isInside(_ path: String, anyOf folders: [String]) -> Bool {
    guard let place = resolvedPath(path) else { return false }
    return folders.compactMap(resolvedPath).contains { folder in
        place == folder || place.hasPrefix(folder == "/" ? "/" : folder + "/")
    }
}

/// The path of a file that a document of a folder names, which must lie below that folder whatever the document says.
///
/// - Parameters:
///   - name: relative to the folder.
///   - folder: in which the file must lie.
///   - document: that which names it, for the message.
/// - Throws: `Diagnostic` (bad data) for a name that leads out, be it by `..`, by a root or by a symbolic link.
public func containedFile(_ name: String, in folder: String, namedBy document: String) throws(Diagnostic)
    -> String
{
    let path = "\(folder)/\(name)"
    guard isContainedName(name), resolvedPath(path) == nil || isInside(path, anyOf: [folder]) else {
        throw Diagnostic(
            at: SourceLocation(path: document), rule: "the files of a folder must lie in it, here \(folder)",
            found: name.quotedForMessage)
    }
    return path
}
