import Diagnostics
import Foundation

/// A way by which bytes from outside come into the program, and what must hold of whatever it takes.
///
/// The same surfaces are read by the ordinary tests (seeded mutations of the corpus) and by the coverage-guided
/// fuzzer (Tests/Fuzzing).
struct Surface: Sendable {
    /// The name of its folder in the corpus.
    let name: String
    /// Words of its grammar, which mutations insert.
    let words: [String]
    private let read: @Sendable ([UInt8]) throws -> Void

    /// - Parameter read: takes bytes or throws `Diagnostic`; throws `Disagreement` when it took what it should not have.
    init(_ name: String, words: [String] = [], read: @escaping @Sendable ([UInt8]) throws -> Void) {
        (self.name, self.words, self.read) = (name, words, read)
    }

    /// Whether the bytes were taken.
    ///
    /// - Throws: `Disagreement` when they were taken wrongly, or were refused by an error that does not tell the user what
    ///   is wrong.
    func accepts(_ bytes: [UInt8]) throws -> Bool {
        do {
            try read(bytes)
            return true
        } catch let refusal as Diagnostic {
            try agree(
                [.badData, .wrongArgument, .missingInput].contains(refusal.category),
                "the input is to blame, not the program: \(refusal)")
            try agree(!refusal.rule.isEmpty, "an error must say what is wrong")
            try agree(
                refusal.description.utf8.count < 4096,
                "a message may not be as long as its input: \(refusal.description.utf8.count) bytes")
            return false
        }
    }

    static let all: [Surface] =
        [
            numbers, commaSeparated, document, study, indicatorFile, packageDescription, tableRows, tidyTable,
            wideTable, wideMethods, bibliography,
        ] + importers

    static func named(_ name: String) -> Surface? { all.first { $0.name == name } }
}

/// That something was taken that should have been refused, changed on its way, or refused for no reason.
struct Disagreement: Error, CustomStringConvertible {
    let description: String
}

/// - Throws: `Disagreement` unless the condition holds.
func agree(_ condition: Bool, _ description: @autoclosure () -> String) throws(Disagreement) {
    if !condition { throw Disagreement(description: description()) }
}

/// The files that one input stands for: texts with a line `%%%%` between them.
func parts(of bytes: [UInt8], count: Int) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = bytes[...]
    let mark = Array("%%%%\n".utf8)
    while parts.count < count - 1, let place = firstMark(mark, in: rest) {
        parts.append(Array(rest[..<place]))
        rest = rest[(place + mark.count)...]
    }
    parts.append(Array(rest))
    while parts.count < count { parts.append([]) }
    return parts
}

private func firstMark(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    while start + mark.count <= bytes.endIndex {
        if bytes[start] == mark[0], bytes[start...].starts(with: mark) { return start }
        start += 1
    }
    return nil
}

/// The checkout's folder, from the place of this file.
let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// Where the corpus is.
let corpusFolder = checkout + "/Tests/FuzzTests/Corpus"
