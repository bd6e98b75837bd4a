import Diagnostics
import Files
import Foundation
import Testing

@Suite struct ContainmentTests {
    @Test func linksThatLeadOutAreOutside() throws {
        let folder = try TemporaryFolder()
        let root = "\(folder.path)/root"
        try writeBytes([1], toFile: "\(root)/deep/a.txt")
        try writeBytes([1], toFile: "\(folder.path)/rootless/b.txt")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: "\(root)/inward", withDestinationPath: "deep")
        try manager.createSymbolicLink(atPath: "\(root)/outward", withDestinationPath: "../rootless")
        #expect(isInside("\(root)/inward/a.txt", anyOf: [root]))
        #expect(!isInside("\(root)/outward/b.txt", anyOf: [root]))
        #expect(isInside("\(root)/outward/b.txt", anyOf: [root, "\(folder.path)/rootless"]))
        #expect(!isInside("\(root)/none", anyOf: [root]))
        #expect(try containedFile("inward/a.txt", in: root, namedBy: "m") == "\(root)/inward/a.txt")
        for name in ["outward/b.txt", "../rootless/b.txt", "/etc/passwd", "deep/../../rootless/b.txt", ""] {
            #expect(throws: Diagnostic.self) { try containedFile(name, in: root, namedBy: "m") }
        }
    }

    @Test(arguments: ["\u{1B}[2J", "\u{9B}2J", "\u{202E}", "\u{2066}", "\r", "\0", "\u{7F}"])
    func whatSteersTerminalsIsWrittenOut(_ text: String) {
        let shown = "a\(text)b\n\t".printable
        #expect(!shown.contains(text) && shown.hasPrefix("a\\") && shown.hasSuffix("b\n\t"))
        #expect("Türkiye, Việt Nam, 中国".printable == "Türkiye, Việt Nam, 中国")
    }
}
