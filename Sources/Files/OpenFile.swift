import Diagnostics
import Foundation

/// A file or a pipe, open for reading from the beginning to the end.
struct OpenFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// - Throws: `Diagnostic` (missing input) for what is not there, a folder, a device or a file that cannot be read.
    init(path: String) throws(Diagnostic) {
        // What it is comes before opening it: to open a device may do something.
        try Self.requireReadable(path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.cannotRead(path) }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { close(descriptor) }

    /// The next bytes, at most so many; none only at the end.
    ///
    /// - Throws: `Diagnostic` (missing input) when the system cannot read them.
    func read(atMost count: Int) throws(Diagnostic) -> [UInt8] {
        try Self.bytes(of: path, atMost: count) { Foundation.read(descriptor, $0.baseAddress, $0.count) }
    }

    /// The bytes that a call of the system puts into a buffer, at most so many; none if there is room for none.
    ///
    /// - Parameter call: returns how many bytes it has put there, or less than zero with a reason in `errno`.
    /// - Throws: `Diagnostic` (missing input) when it cannot.
    static func bytes(
        of path: String, atMost count: Int, _ call: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) throws(Diagnostic) -> [UInt8] {
        // An array without room is the one that all threads share, and its count must not be written.
        guard count > 0 else { return [] }
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            repeat { result = call(buffer) } while result < 0 && errno == EINTR
            initialised = max(0, result)
        }
        guard result >= 0 else { throw cannotRead(path) }
        return bytes
    }

    /// Whether a path names a regular file, as opposed to a pipe.
    ///
    /// - Throws: `Diagnostic` (missing input) for what is neither.
    @discardableResult
    static func requireReadable(_ path: String) throws(Diagnostic) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Diagnostic(
                .missingInput, at: SourceLocation(path: path), rule: "no such file",
                remedy: "check the path; relative paths start from the current folder")
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return true
        case S_IFIFO, S_IFSOCK: return false
        case S_IFDIR:
            throw Diagnostic(
                .missingInput, at: SourceLocation(path: path), rule: "a file is needed, not a folder")
        default:
            throw Diagnostic(
                .missingInput, at: SourceLocation(path: path), rule: "a file is needed, not a device")
        }
    }

    static func cannotRead(_ path: String) -> Diagnostic {
        Diagnostic(
            .missingInput, at: SourceLocation(path: path), rule: "the file cannot be read",
            found: String(cString: strerror(errno)), remedy: "check its permissions")
    }
}
