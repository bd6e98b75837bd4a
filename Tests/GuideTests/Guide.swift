import Files
import Foundation
import TestSupport
import Testing

/// An article of the library's documentation, whose code is what a test in this folder runs.
struct Guide {
    /// The path of the article in the repository.
    let article: String

    /// The code blocks of the article, in their order, without indentation.
    func code() throws -> [String] {
        var blocks: [String] = []
        var block: [String]?
        for line in try readText(ofFile: Repository.path(article)).components(separatedBy: "\n") {
            switch (block, line) {
            case (nil, "```swift"): block = []
            case (let lines?, "```"):
                blocks.append(lines.joined(separator: "\n"))
                block = nil
            case (nil, _): break
            case (let lines?, _): block = lines + [line]
            }
        }
        return blocks
    }

    /// Every block of the article must stand in the test's source between lines `// block` and `// end`, so that what
    /// readers copy is what was run.
    func requireSameCode(asIn source: String) throws {
        var blocks: [String] = []
        var block: [String]?
        for line in try readText(ofFile: source).components(separatedBy: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text == "// block" {
                block = []
            } else if text == "// end", let lines = block {
                let indent = lines.first?.prefix { $0 == " " }.count ?? 0
                blocks.append(lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n"))
                block = nil
            } else if let lines = block {
                block = lines + [line]
            }
        }
        let code = try code()
        #expect(!code.isEmpty)
        #expect(code == blocks)
    }
}
