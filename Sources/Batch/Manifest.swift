import Diagnostics
import Files
import LinearAlgebra
import Reporting

/// The content of `manifest.json`: what the results were made from and by.
///
/// It holds no time and no path of the machine, so that the same run gives the same bytes.
struct Manifest: Codable {
    struct Program: Codable, Equatable {
        let name: String
        let version: String
        let blas: String
        let blasCoreType: String

        /// This program on this machine.
        static var running: Program {
            let build = BLASBuild.loaded
            return Program(
                name: "dyadscore", version: DyadScoreVersion.current, blas: build.configuration,
                blasCoreType: build.coreType)
        }
    }

    struct StudyRecord: Codable, Equatable {
        let id: String
        let sha256: String
        let claimSHA256: String
        let decisionRuleSHA256: String
        let seed: UInt64
    }

    struct Output: Codable {
        let path: String
        let bytes: Int
        let sha256: String
    }

    let program: Program
    let study: StudyRecord
    let inputs: [RunInputs.Input]
    let outputs: [Output]

    init(inputs: RunInputs, outputs files: [ResultFile]) throws(Diagnostic) {
        program = .running
        study = inputs.record
        self.inputs = inputs.data
        var outputs: [Output] = []
        for file in files {
            outputs.append(
                Output(path: file.name, bytes: file.bytes.count, sha256: try sha256Hex(of: file.bytes)))
        }
        self.outputs = outputs
    }
}
