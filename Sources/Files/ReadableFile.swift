internal import COpenSSL
public import Diagnostics
import Foundation

/// A regular file, open for reading at any place. It is closed when nobody uses it any more.
public final class ReadableFile: Sendable {
    public let path: String
    private let descriptor: Int32

    /// Opens a file. Nil for what can be read from end to end only, as a pipe is.
    ///
    /// - Throws: `Diagnostic` (missing input) as `readBytes(ofFile:)` does.
    public init?(path: String) throws(Diagnostic) {
        guard try OpenFile.requireReadable(path) else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OpenFile.cannotRead(path) }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { close(descriptor) }

    /// Bytes from an offset on: at most so many, and none only at the end of the file.
    ///
    /// - Throws: `Diagnostic` (missing input) when the system cannot read them.
    public func bytes(from offset: Int, atMost count: Int) throws(Diagnostic) -> [UInt8] {
        try OpenFile.bytes(of: path, atMost: count) {
            pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
        }
    }

    /// The SHA-256 digest of the file as 64 lower-case hexadecimal digits, and its length; read in pieces.
    ///
    /// - Throws: `Diagnostic` when the file cannot be read, or OpenSSL refuses.
    public func sha256Hex() throws(Diagnostic) -> (digest: String, byteCount: Int) {
        guard let context = EVP_MD_CTX_new() else { throw digestFailure }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { throw digestFailure }
        var offset = 0
        while true {
            let piece = try bytes(from: offset, atMost: 1 << 18)
            guard !piece.isEmpty else { break }
            guard EVP_DigestUpdate(context, piece, piece.count) == 1 else { throw digestFailure }
            offset += piece.count
        }
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard EVP_DigestFinal_ex(context, &digest, &length) == 1, length == 32 else { throw digestFailure }
        return (hexadecimal(digest), offset)
    }
}
