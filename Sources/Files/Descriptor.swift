import Foundation

/// An open file; it is closed at the end of its life.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Opens a file or a folder.
    ///
    /// - Parameters:
    ///   - flags: those of `open`; a file that is made can be read and written by all whom the umask lets.
    init(_ path: String, _ flags: Int32) throws(SystemFailure) {
        var opened: Int32
        repeat { opened = open(path, flags | O_CLOEXEC, 0o666) } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw .last(at: path) }
        number = opened
    }

    deinit { close(number) }

    /// Writes all bytes.
    func write(_ bytes: [UInt8], at place: String) throws(SystemFailure) {
        try writeAll(bytes, to: number, at: place)
    }

    /// Waits until the disk has what was written: a power cut must not leave names without content. File systems that
    /// cannot say are believed.
    func synchronise(at place: String) throws(SystemFailure) {
        guard fsync(number) != 0 else { return }
        guard ![EINVAL, ENOSYS, EOPNOTSUPP, EROFS].contains(errno) else { return }
        throw .last(at: place)
    }

    /// Closes the file: some file systems say only now that there is no room.
    consuming func finish(at place: String) throws(SystemFailure) {
        let number = number
        discard self
        // After EINTR the descriptor is closed too (close(2), Linux).
        guard close(number) == 0 || errno == EINTR else { throw .last(at: place) }
    }

    var status: stat? {
        var status = stat()
        return fstat(number, &status) == 0 ? status : nil
    }
}

/// Writes all bytes to a descriptor.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, at place: String?) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
            write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        }
        if count < 0 {
            guard errno == EINTR else { throw .last(at: place) }
        } else {
            written += count
        }
    }
}

/// Makes a folder and those on its way.
///
/// - Returns: the folders that were made, outermost first.
func makeFolders(_ path: String) throws(SystemFailure) -> [String] {
    var status = stat()
    if stat(path, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemFailure(code: ENOTDIR, place: path) }
        return []
    }
    let parent = (path as NSString).deletingLastPathComponent
    var made: [String] = []
    if !parent.isEmpty, parent != path { made = try makeFolders(parent) }
    if mkdir(path, 0o777) == 0 {
        made.append(path)
    } else if errno != EEXIST {
        let failure = SystemFailure.last(at: path)
        removeEmptyFolders(made)
        throw failure
    } else if stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
        throw SystemFailure(code: ENOTDIR, place: path)
    }
    return made
}

/// Removes folders that were made for nothing; one that holds something by now stays.
func removeEmptyFolders(_ paths: [String]) {
    for path in paths.reversed() { rmdir(path) }
}
