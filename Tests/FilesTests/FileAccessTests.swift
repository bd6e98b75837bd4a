import Diagnostics
import Files
import Testing

@Suite struct FileAccessTests {
    @Test func aMissingFileAndAFolderAreMissingInput() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: Diagnostic.self) { try readBytes(ofFile: "\(folder.path)/none") }
        #expect(missing?.category == .missingInput)
        let directory = #expect(throws: Diagnostic.self) { try readBytes(ofFile: folder.path) }
        #expect(directory?.category == .missingInput)
    }

    @Test func textLosesItsByteOrderMarkAndMustBeUTF8() throws {
        let folder = try TemporaryFolder()
        try writeBytes([0xEF, 0xBB, 0xBF, 0x61], toFile: "\(folder.path)/mark.txt")
        #expect(try readText(ofFile: "\(folder.path)/mark.txt") == "a")
        try writeBytes([0xE9], toFile: "\(folder.path)/latin.txt")
        let error = #expect(throws: Diagnostic.self) { try readText(ofFile: "\(folder.path)/latin.txt") }
        #expect(error?.category == .badData)
    }

    @Test func entriesAreSortedByCodePoint() throws {
        let folder = try TemporaryFolder()
        for name in ["b", "Z", "a-b", "ä", "a"] { try writeBytes([], toFile: "\(folder.path)/\(name)") }
        #expect(sortedEntries(ofFolder: folder.path) == ["Z", "a", "a-b", "b", "ä"])
        #expect(sortedEntries(ofFolder: "\(folder.path)/none").isEmpty)
    }

    @Test func writingMakesTheFoldersOnItsWayAndReplaces() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/x/y/z.txt"
        try writeBytes([1, 2], toFile: file)
        try writeBytes([3], toFile: file)
        #expect(try readBytes(ofFile: file) == [3])
        let error = #expect(throws: Diagnostic.self) { try writeBytes([1], toFile: "\(file)/below") }
        #expect(error?.category == .cannotWrite)
    }
}
