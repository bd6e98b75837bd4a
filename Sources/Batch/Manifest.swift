import Diagnostics
import Files
import LinearAlgebra
import Reporting

/// The content of `manifest.json`: what the results were made from and by.
///
/// It holds no time and no path of the machine, so that the same run gives the same bytes.
struct Manifest: Encodable {
    struct Program: Encodable {
        let name = "dyadscore"
        let version = DyadScoreVersion.current
        let blas: String
        let blasCoreType: String
    }

    struct StudyRecord: Encodable {
        let id: String
        let sha256: String
        let claimSHA256: String
        let decisionRuleSHA256: String
        let seed: UInt64
    }

    struct Output: Encodable {
        let path: String
        let bytes: Int
        let sha256: String
    }

    let program: Program
    let study: StudyRecord
    let inputs: [RunInputs.Input]
    let outputs: [Output]

    init(inputs: RunInputs, outputs files: [ResultFile]) throws(Diagnostic) {
        let build = BLASBuild.loaded
        program = Program(blas: build.configuration, blasCoreType: build.coreType)
        study = StudyRecord(
            id: inputs.study.id, sha256: inputs.studySHA256, claimSHA256: inputs.claimSHA256,
            decisionRuleSHA256: inputs.ruleSHA256, seed: inputs.study.seed)
        self.inputs = inputs.data
        var outputs: [Output] = []
        for file in files {
            outputs.append(
                Output(path: file.name, bytes: file.bytes.count, sha256: try sha256Hex(of: file.bytes)))
        }
        self.outputs = outputs
    }
}
