import Diagnostics
import Files
import Foundation
import Testing

/// A fresh folder that goes when the test does.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "dyadscore-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String {
        String(decoding: try readBytes(ofFile: "\(path)/\(name)"), as: UTF8.self)
    }
}

@Suite struct StagedFolderTests {
    /// Folders whose files are listed in `list.txt`.
    private static let listed = FormerContent(marker: "list.txt") { folder in
        (try? readText(ofFile: "\(folder)/list.txt")).map { Set($0.split(separator: "\n").map(String.init)) }
    }

    private func stage(_ files: [String: String], at path: String) throws -> StagedFolder {
        let staged = try StagedFolder(destination: path, replacing: Self.listed)
        for (name, text) in files { try staged.write(Array(text.utf8), to: name) }
        try staged.write(Array(files.keys.joined(separator: "\n").utf8), to: "list.txt")
        return staged
    }

    private func refusal(at path: String) -> Diagnostic? {
        #expect(throws: Diagnostic.self) { _ = try StagedFolder(destination: path, replacing: Self.listed) }
    }

    @Test func nothingIsThereBeforeTheCommit() throws {
        let folder = try TemporaryFolder()
        let staged = try stage(["a.txt": "1", "deep/b.txt": "2"], at: "\(folder.path)/results/run")
        #expect(!exists("\(folder.path)/results/run"))
        try staged.commit()
        #expect(try folder.text("results/run/a.txt") == "1")
        #expect(try folder.text("results/run/deep/b.txt") == "2")
        #expect(sortedEntries(ofFolder: "\(folder.path)/results") == ["run"])
    }

    /// A killed run leaves its staging folder and an empty file; the next run removes them.
    @Test func leftoversOfAKilledProcessAreRemoved() throws {
        let folder = try TemporaryFolder()
        try writeBytes([1], toFile: "\(folder.path)/.run.staging/deep/a.txt")
        try writeBytes([], toFile: "\(folder.path)/.run.lock")
        try stage(["a.txt": "1"], at: "\(folder.path)/run").commit()
        #expect(sortedEntries(ofFolder: folder.path) == ["run"])
    }

    /// Where a file system can't exchange, a run that is killed between its two steps leaves the old folder under another
    /// name: the next run must put it back before anything else can fail.
    @Test func anOlderFolderThatSteppedAsideComesBack() throws {
        let folder = try TemporaryFolder()
        try stage(["a.txt": "old"], at: "\(folder.path)/run").commit()
        try FileManager.default.moveItem(atPath: "\(folder.path)/run", toPath: "\(folder.path)/.run.former")
        let staged = try stage(["a.txt": "new"], at: "\(folder.path)/run")
        #expect(try folder.text("run/a.txt") == "old")
        staged.discard()
        #expect(sortedEntries(ofFolder: folder.path) == ["run"])
    }

    @Test func theSecondOfTwoIsRefusedUntilTheFirstIsDone() throws {
        let folder = try TemporaryFolder()
        let first = try stage(["a.txt": "first"], at: "\(folder.path)/run")
        #expect(refusal(at: "\(folder.path)/run")?.rule == "another run is writing here")
        try first.commit()
        try stage(["a.txt": "second"], at: "\(folder.path)/run").commit()
        #expect(try folder.text("run/a.txt") == "second")
        #expect(sortedEntries(ofFolder: folder.path) == ["run"])
    }

    /// Files of the former run that the new one does not write must go: a folder of two runs is a lie.
    @Test func anOlderFolderIsReplacedWhole() throws {
        let folder = try TemporaryFolder()
        try stage(["a.txt": "old", "stale.txt": "old"], at: "\(folder.path)/run").commit()
        chmod("\(folder.path)/run", 0o700)
        let staged = try stage(["a.txt": "new"], at: "\(folder.path)/run")
        #expect(try folder.text("run/a.txt") == "old")
        try staged.commit()
        #expect(sortedEntries(ofFolder: "\(folder.path)/run") == ["a.txt", "list.txt"])
        #expect(try folder.text("run/a.txt") == "new")
        #expect(sortedEntries(ofFolder: folder.path) == ["run"])
        var status = stat()
        #expect(stat("\(folder.path)/run", &status) == 0 && status.st_mode & 0o777 == 0o700)
    }

    /// Whoever names their home, or keeps notes among the results, must not lose them.
    @Test func aFolderThatHoldsAnythingElseIsRefused() throws {
        let folder = try TemporaryFolder()
        try writeBytes([1], toFile: "\(folder.path)/home/letters/to-a-friend.txt")
        #expect(refusal(at: "\(folder.path)/home")?.found == "a folder without list.txt")
        #expect(exists("\(folder.path)/home/letters/to-a-friend.txt"))
        try stage(["a.txt": "1"], at: "\(folder.path)/run").commit()
        try writeBytes([1], toFile: "\(folder.path)/run/notes/mine.txt")
        #expect(refusal(at: "\(folder.path)/run")?.found == "'notes/mine.txt'")
        #expect(sortedEntries(ofFolder: folder.path) == ["home", "run"])
        // An empty folder is nobody's.
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/new", withIntermediateDirectories: true)
        try stage(["a.txt": "1"], at: "\(folder.path)/new").commit()
    }

    @Test func afterAFailureTheOlderFolderIsIntact() throws {
        let folder = try TemporaryFolder()
        try stage(["a.txt": "old"], at: "\(folder.path)/run").commit()
        let staged = try stage(["a.txt": "new"], at: "\(folder.path)/run")
        // A file where a folder is needed makes the second write fail.
        let error = #expect(throws: Diagnostic.self) { try staged.write([1], to: "a.txt/b.txt") }
        #expect(error?.category == .cannotWrite)
        staged.discard()
        #expect(try folder.text("run/a.txt") == "old")
        #expect(sortedEntries(ofFolder: folder.path) == ["run"])
    }

    @Test func foldersThatWereMadeForNothingGo() throws {
        let folder = try TemporaryFolder()
        try stage([:], at: "\(folder.path)/some/where/run").discard()
        #expect(sortedEntries(ofFolder: folder.path).isEmpty)
    }

    @Test(arguments: [
        "../other.txt", "/tmp/dyadscore-other.txt", "a/../../b", "", "a//b", "./a", "a\0b", "a\\b",
    ])
    func aNameThatLeadsOutIsRefused(_ name: String) throws {
        let folder = try TemporaryFolder()
        let staged = try stage([:], at: "\(folder.path)/run")
        #expect(throws: Diagnostic.self) { try staged.write([1], to: name) }
        staged.discard()
        #expect(sortedEntries(ofFolder: folder.path).isEmpty)
        #expect(throws: Diagnostic.self) { try writeFiles([(name, [1])], toFolder: "\(folder.path)/figures") }
        #expect(sortedEntries(ofFolder: folder.path).isEmpty)
    }

    @Test func aSymbolicLinkToAFolderStays() throws {
        let folder = try TemporaryFolder()
        try stage(["a.txt": "old"], at: "\(folder.path)/large-disk/run").commit()
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/run", withDestinationPath: "large-disk/run")
        try stage(["a.txt": "new"], at: "\(folder.path)/run").commit()
        #expect(try folder.text("large-disk/run/a.txt") == "new")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/run")
                == "large-disk/run")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/lost", withDestinationPath: "nowhere")
        #expect(refusal(at: "\(folder.path)/lost")?.category == .cannotWrite)
    }

    @Test func aFileInPlaceOfTheFolderIsRefused() throws {
        let folder = try TemporaryFolder()
        try writeBytes([1], toFile: "\(folder.path)/run")
        #expect(refusal(at: "\(folder.path)/run")?.category == .cannotWrite)
        #expect(try readBytes(ofFile: "\(folder.path)/run") == [1])
        #expect(refusal(at: "\(folder.path)/run/below")?.found?.contains("Not a directory") == true)
    }

    /// The marks of numbers that are not finite are refused; bytes that are no text are not looked at.
    @Test(arguments: NonFiniteNumber.allCases)
    func numbersThatAreNotFiniteAreRefused(number: NonFiniteNumber) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/r"
        try stage(["a.txt": "old"], at: path).commit()
        let staged = try stage(["a.txt": "new"], at: path)
        let bytes = Array("x \(number.mark)".utf8)
        let error = #expect(throws: Diagnostic.self) { try staged.write(bytes, to: "figures/b.svg") }
        #expect(error?.category == .internalFailure)
        #expect(error?.location?.path == "figures/b.svg")
        try staged.write(binary: bytes, to: "pieces.bin")
        staged.discard()
        #expect(try folder.text("r/a.txt") == "old")
        #expect(throws: Diagnostic.self) { try writeBytes(bytes, toFile: "\(path)/a.txt") }
        #expect(try folder.text("r/a.txt") == "old")
        try writeBytes(binary: bytes, toFile: "\(path)/a.png")
        #expect(sortedEntries(ofFolder: path) == ["a.png", "a.txt", "list.txt"])
    }
}
