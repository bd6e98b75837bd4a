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
    private func stage(_ files: [String: String], at path: String) throws -> StagedFolder {
        let staged = try StagedFolder(destination: path)
        for (name, text) in files { try staged.write(Array(text.utf8), to: name) }
        return staged
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

    /// A killed run leaves its staging folder behind; the next run removes it, but nothing that is alive or that
    /// may be the only copy of older results.
    @Test func leftoversOfDeadProcessesAreRemoved() throws {
        let folder = try TemporaryFolder()
        let dead = Process()
        dead.executableURL = URL(fileURLWithPath: "/bin/true")
        try dead.run()
        dead.waitUntilExit()
        let alive = getppid()
        let names = [".run.staging-\(dead.processIdentifier)", ".run.staging-\(alive)", ".run.staging-7-old"]
        for name in names {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(name)", withIntermediateDirectories: false)
        }
        try stage(["a.txt": "1"], at: "\(folder.path)/run").commit()
        #expect(sortedEntries(ofFolder: folder.path) == [names[1], names[2], "run"].sorted())
    }

    /// Files of the former run that the new one does not write must go: a folder of two runs is a lie.
    @Test func anOlderFolderIsReplacedWhole() throws {
        let folder = try TemporaryFolder()
        try stage(["a.txt": "old", "stale.txt": "old"], at: "\(folder.path)/run").commit()
        let staged = try stage(["a.txt": "new"], at: "\(folder.path)/run")
        #expect(try folder.text("run/a.txt") == "old")
        try staged.commit()
        #expect(sortedEntries(ofFolder: "\(folder.path)/run") == ["a.txt"])
        #expect(try folder.text("run/a.txt") == "new")
        #expect(sortedEntries(ofFolder: folder.path) == ["run"])
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

    @Test func aFileInPlaceOfTheFolderIsRefused() throws {
        let folder = try TemporaryFolder()
        try writeBytes([1], toFile: "\(folder.path)/run")
        let error = #expect(throws: Diagnostic.self) { try StagedFolder(destination: "\(folder.path)/run") }
        #expect(error?.category == .cannotWrite)
        #expect(try readBytes(ofFile: "\(folder.path)/run") == [1])
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
        #expect(sortedEntries(ofFolder: path) == ["a.png", "a.txt"])
    }
}
