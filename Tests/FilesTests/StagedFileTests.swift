import Diagnostics
import Files
import Foundation
import Testing

@Suite struct StagedFileTests {
    @Test func theOlderFileStaysUntilTheCommitAndKeepsItsMode() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/a.txt"
        try writeBytes([1], toFile: file)
        chmod(file, 0o600)
        let staged = try StagedFile([2], destination: file)
        #expect(try readBytes(ofFile: file) == [1])
        #expect(throws: Diagnostic.self) { _ = try StagedFile([3], destination: file) }
        try staged.commit()
        #expect(try readBytes(ofFile: file) == [2])
        #expect(sortedEntries(ofFolder: folder.path) == ["a.txt"])
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func aDiscardedFileLeavesNothing() throws {
        let folder = try TemporaryFolder()
        try StagedFile([2], destination: "\(folder.path)/deep/a.txt").discard()
        #expect(sortedEntries(ofFolder: folder.path).isEmpty)
    }

    /// A rename would put a file in the place of the link, or of a device: `-o /dev/null` must not replace it.
    @Test func linksAreFollowedAndDevicesWrittenTo() throws {
        let folder = try TemporaryFolder()
        try writeBytes([1], toFile: "\(folder.path)/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link", withDestinationPath: "a.txt")
        try writeBytes([2], toFile: "\(folder.path)/link")
        #expect(try readBytes(ofFile: "\(folder.path)/a.txt") == [2])
        try writeBytes([1], toFile: "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        let full = #expect(throws: Diagnostic.self) { try writeBytes([1], toFile: "/dev/full") }
        #expect(full?.found?.contains("No space left on device") == true)
    }

    /// All or none: the second of two files can't be written.
    @Test func filesOfAFolderAreWrittenTogether() throws {
        let folder = try TemporaryFolder()
        try writeFiles([("a", [1]), ("deep/b", [1])], toFolder: folder.path)
        #expect(throws: Diagnostic.self) {
            try writeFiles([("a", [2]), ("a/b", [2])], toFolder: folder.path)
        }
        #expect(try readBytes(ofFile: "\(folder.path)/a") == [1])
        #expect(sortedEntries(ofFolder: folder.path) == ["a", "deep"])
    }

    /// 255 bytes are a name; those of its hidden neighbours would be longer.
    @Test func theLongestNameCanBeWritten() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "n", count: 255)
        try writeBytes([1], toFile: "\(folder.path)/\(name)")
        #expect(sortedEntries(ofFolder: folder.path) == [name])
        let error = #expect(throws: Diagnostic.self) {
            try writeBytes([1], toFile: "\(folder.path)/\(name)n")
        }
        #expect(error?.found?.hasPrefix("File name too long") == true)
    }
}
