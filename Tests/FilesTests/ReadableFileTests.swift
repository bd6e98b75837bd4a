import Diagnostics
import Files
import Foundation
import Testing

/// Files are read at any place, and hashed without being held.
@Suite struct ReadableFileTests {
    private func path() -> String { NSTemporaryDirectory() + "dyadscore-readable-\(UUID().uuidString)" }

    @Test func givesTheBytesOfAnyPlaceAndNoneBeyondTheEnd() throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeBytes(Array("0123456789".utf8), toFile: path)
        let file = try #require(try ReadableFile(path: path))
        #expect(try file.bytes(from: 0, atMost: 4) == Array("0123".utf8))
        #expect(try file.bytes(from: 8, atMost: 4) == Array("89".utf8))
        #expect(try file.bytes(from: 2, atMost: 1) == Array("2".utf8))
        #expect(try file.bytes(from: 10, atMost: 4).isEmpty)
        #expect(try file.bytes(from: 3, atMost: 0).isEmpty)
    }

    /// The digest of the pieces is that of the whole, across the size of a piece.
    @Test(arguments: [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 600_000])
    func hashesAsTheWhole(length: Int) throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try writeBytes(bytes, toFile: path)
        let (digest, byteCount) = try #require(try ReadableFile(path: path)).sha256Hex()
        #expect(digest == (try sha256Hex(of: bytes)))
        #expect(byteCount == length)
    }

    @Test func whatIsMissingOrAFolderIsRefused() {
        for (path, rule) in [("/no/such/file", "no such file"), ("/tmp", "a file is needed, not a folder")] {
            let error = #expect(throws: Diagnostic.self) { _ = try ReadableFile(path: path) }
            #expect(error?.rule == rule)
            #expect(error?.category == .missingInput)
        }
    }

    @Test(arguments: ["/dev/null", "/dev/zero"])
    func aDeviceIsNoFile(path: String) {
        let error = #expect(throws: Diagnostic.self) { _ = try ReadableFile(path: path) }
        #expect(error?.rule == "a file is needed, not a device")
        #expect(throws: Diagnostic.self) { _ = try readBytes(ofFile: path) }
    }

    @Test func aPipeIsReadUntilItsWriterClosesIt() throws {
        let path = NSTemporaryDirectory() + "dyadscore-pipe-\(UUID().uuidString)"
        try #require(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        #expect(try ReadableFile(path: path) == nil)
        let writer = Thread { FileHandle(forWritingAtPath: path)?.write(Data("abc".utf8)) }
        writer.start()
        #expect(try readBytes(ofFile: path) == Array("abc".utf8))
    }

    @Test func aFileBeyondTheLimitIsRefused() throws {
        let path = NSTemporaryDirectory() + "dyadscore-long-\(UUID().uuidString)"
        try Data("abcd".utf8).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        #expect(try readBytes(ofFile: path, limit: 4).count == 4)
        #expect(throws: Diagnostic.self) { _ = try readBytes(ofFile: path, limit: 3) }
    }
}
