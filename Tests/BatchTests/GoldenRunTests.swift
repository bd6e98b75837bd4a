import Datasets
import Foundation
import TestSupport
import Testing

@testable import Batch

/// The committed results are what the committed data and studies give, byte for byte.
///
/// `manifest.json` names the machine's BLAS and is left out. Files print eight significant digits, which agree
/// between BLAS kernels; if this fails on another processor, the digits that differ are the defect.
struct GoldenRunTests {
    @Test(arguments: ["azerbaijan-kazakhstan", "kazakhstan-kyrgyzstan"])
    func resultsAreTheCommittedOnes(study: String) throws {
        let run = try StudyRun(
            studyFile: Repository.path("studies/\(study).yaml"),
            datasets: DatasetFolder(path: Repository.path("datasets")))
        let folder = Repository.path("results/\(study)")
        let files = try run.files()
        for file in files where file.name != "manifest.json" {
            let committed = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file.name)"))
            let expected = String(decoding: committed, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            let actual = String(decoding: file.bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            // The first line that differs says more than a whole file would.
            let place = zip(expected, actual).enumerated().first { $1.0 != $1.1 }
            #expect(place == nil, "\(file.name), line \((place?.offset ?? 0) + 1): \(place?.element.1 ?? "")")
            #expect([UInt8](committed).count == file.bytes.count, "\(file.name)")
        }
        let committedNames = try #require(FileManager.default.subpaths(atPath: folder)).filter {
            $0.contains(".")
        }
        #expect(Set(committedNames) == Set(files.map(\.name)))
    }

    @Test func theSameRunTwiceGivesTheSameBytes() throws {
        func files() throws -> [String: [UInt8]] {
            let run = try StudyRun(
                studyFile: Repository.path("studies/kazakhstan-kyrgyzstan.yaml"),
                datasets: DatasetFolder(path: Repository.path("datasets")))
            return Dictionary(uniqueKeysWithValues: try run.files().map { ($0.name, $0.bytes) })
        }
        #expect(try files() == files())
    }

    @Test func theManifestHashesTheClaimAndTheRuleApart() throws {
        func manifest(_ change: (String) -> String) throws -> Manifest {
            try withTemporaryFolder { folder in
                let text = try String(
                    contentsOfFile: Repository.path("studies/kazakhstan-kyrgyzstan.yaml"), encoding: .utf8)
                let file = "\(folder)/study.yaml"
                try change(text).write(toFile: file, atomically: true, encoding: .utf8)
                let run = try StudyRun(
                    studyFile: file, datasets: DatasetFolder(path: Repository.path("datasets")))
                return try Manifest(inputs: run.inputs, outputs: [])
            }
        }
        let before = try manifest { $0 }
        let otherRule = try manifest {
            $0.replacing("contradicted-share: 0.05", with: "contradicted-share: 0.1")
        }
        #expect(otherRule.study.sha256 != before.study.sha256)
        #expect(otherRule.study.claimSHA256 == before.study.claimSHA256)
        #expect(otherRule.study.decisionRuleSHA256 != before.study.decisionRuleSHA256)
        let otherClaim = try manifest {
            $0.replacing("superlative: the most productive", with: "superlative: the best")
        }
        #expect(otherClaim.study.claimSHA256 != before.study.claimSHA256)
        #expect(otherClaim.study.decisionRuleSHA256 == before.study.decisionRuleSHA256)
    }
}
