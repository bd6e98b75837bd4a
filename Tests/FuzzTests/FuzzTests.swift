import Foundation
import TestSupport
import Testing

/// A short run of the fuzzer over every surface: the committed corpus, and changes of it that a seed gives. The long,
/// coverage-guided run is Tests/Fuzzing/run.
@Suite struct FuzzTests {
    static let seed: UInt64 = 20_261_125

    #if DEBUG
        static let changes = 20
    #else
        static let changes = 400
    #endif

    @Test func everySurfaceHasACorpus() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: corpusFolder).sorted()
        #expect(folders == Surface.all.map(\.name).sorted())
    }

    @Test(arguments: Surface.all.map(\.name))
    func whatIsTakenIsTakenRightly(name: String) throws {
        let surface = try #require(Surface.named(name))
        let inputs = try Self.corpus(of: name)
        var accepted = 0
        for (file, bytes) in inputs {
            do {
                if try surface.accepts(bytes) { accepted += 1 }
            } catch {
                Issue.record("\(name)/\(file): \(error)")
            }
        }
        // Otherwise nothing is tested but refusals.
        #expect(accepted > 0, "no input of the corpus is taken")
        var random = SplitMix(seed: Self.seed)
        let mutation = Mutation(of: surface)
        for change in 0..<Self.changes {
            let bytes = mutation.changed(
                inputs[Int.random(in: inputs.indices, using: &random)].bytes, using: &random)
            do {
                _ = try surface.accepts(bytes)
            } catch {
                Issue.record(
                    "\(name), change \(change) of seed \(Self.seed): \(error): \(Data(bytes).base64EncodedString())"
                )
            }
        }
    }

    private static func corpus(of name: String) throws -> [(file: String, bytes: [UInt8])] {
        let folder = "\(corpusFolder)/\(name)"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            (file, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))))
        }
    }
}
