public import Diagnostics
import Foundation

/// A file that appears whole or not at all: it is written beside its destination and put there by one rename.
///
/// From its making to `commit()` or `discard()` nobody else can stage the same destination, and the next one who does
/// removes what a killed process left.
public struct StagedFile: Sendable {
    /// Where the file will be, symbolic links followed.
    public let destination: String
    private let staging: String
    private let lock: PlaceLock
    private let made: [String]

    /// Writes a file beside its destination, making the folders on its way.
    ///
    /// - Throws: `Diagnostic` (cannot write), for example when the folder is read-only or the disk full, when a folder is
    ///   at the destination, and when another process is writing there.
    public init(_ bytes: [UInt8], destination path: String) throws(Diagnostic) {
        let place = resolvedPath(path) ?? path
        destination = place
        do throws(SystemFailure) {
            var status = stat()
            let isThere = stat(place, &status) == 0
            if isThere, status.st_mode & S_IFMT == S_IFDIR { throw SystemFailure(code: EISDIR, place: nil) }
            let parent = (place as NSString).deletingLastPathComponent
            made = parent.isEmpty ? [] : try makeFolders(parent)
            let lock = try PlaceLock(of: place)
            self.lock = lock
            let staging = HiddenName.beside(
                place, suffix: lock.isExclusive ? "staging" : "staging-\(getpid())")
            self.staging = staging
            do throws(SystemFailure) {
                try Interruption.unbroken { list throws(SystemFailure) in
                    unlink(staging)
                    let file = try Descriptor(staging, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
                    list += [lock.path, staging]
                    // Whom the user let read the old file may read the new one, and nobody else.
                    if isThere { fchmod(file.number, status.st_mode & 0o777) }
                    try file.write(bytes, at: staging)
                    try file.synchronise(at: staging)
                    try file.finish(at: staging)
                }
            } catch {
                Self.remove(staging, lock)
                removeEmptyFolders(made)
                throw error
            }
        } catch {
            throw error.code == EWOULDBLOCK ? PlaceLock.taken(path) : error.diagnostic(writing: path)
        }
    }

    /// Puts the file in its place.
    ///
    /// - Throws: `Diagnostic` (cannot write); what was there is then untouched.
    public func commit() throws(Diagnostic) {
        let failure = Interruption.unbroken { list -> SystemFailure? in
            guard rename(staging, destination) == 0 else { return .last(at: staging) }
            list.removeAll { $0 == staging || $0 == lock.path }
            lock.release()
            return nil
        }
        guard let failure else { return }
        discard()
        throw failure.diagnostic(writing: destination)
    }

    /// Leaves what was there.
    public func discard() {
        Self.remove(staging, lock)
        removeEmptyFolders(made)
    }

    private static func remove(_ staging: String, _ lock: PlaceLock) {
        Interruption.unbroken { list in
            unlink(staging)
            list.removeAll { $0 == staging || $0 == lock.path }
            lock.release()
        }
    }
}

/// Writes a file of text whole or not at all, as `writeBytes(binary:toFile:)` does.
///
/// - Throws: `Diagnostic` (cannot write), or (internal failure) when a number in the text is not finite.
public func writeBytes(_ bytes: [UInt8], toFile path: String) throws(Diagnostic) {
    try requireFinite(bytes, in: path)
    try writeBytes(binary: bytes, toFile: path)
}

/// Writes a file whole or not at all, making the folders on its way. What is no regular file, as a pipe or a device, is
/// written to as it is.
///
/// - Throws: `Diagnostic` (cannot write) as `StagedFile` does.
public func writeBytes(binary bytes: [UInt8], toFile path: String) throws(Diagnostic) {
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    guard kind != S_IFREG, kind != S_IFDIR else {
        return try StagedFile(bytes, destination: path).commit()
    }
    do throws(SystemFailure) {
        let file = try Descriptor(path, O_WRONLY)
        try file.write(bytes, at: path)
        try file.finish(at: path)
    } catch {
        throw error.diagnostic(writing: path)
    }
}

/// Writes files into a folder, other files of which stay: all are written beside their destinations before the first is
/// put in its place, so that a full disk changes nothing.
///
/// - Parameters:
///   - files: paths relative to the folder, which can't lead out of it, and contents.
///   - folder: made if it is not there.
/// - Throws: `Diagnostic` (cannot write) as `StagedFile` does, and when another process is writing into the folder.
public func writeFiles(_ files: [(name: String, bytes: [UInt8])], toFolder folder: String) throws(Diagnostic)
{
    var staged: [StagedFile] = []
    do throws(Diagnostic) {
        for file in files {
            guard isContainedName(file.name) else {
                throw Diagnostic(
                    .cannotWrite, at: SourceLocation(path: folder),
                    rule: "a file must lie in the folder that is named", found: file.name.quotedForMessage)
            }
            staged.append(try StagedFile(file.bytes, destination: "\(folder)/\(file.name)"))
        }
        while let file = staged.first {
            try file.commit()
            staged.removeFirst()
        }
    } catch {
        for file in staged { file.discard() }
        throw error
    }
}
