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

extension Manifest {
    /// A file that is not the one that the manifest lists: somebody or something touched the folder after the run.
    struct Damage: Sendable {
        let path: String
        /// Whether there is no such file any more; else it has other bytes.
        let isMissing: Bool
    }

    /// The listed files that are not in a folder as they were written.
    ///
    /// - Throws: `Diagnostic` (bad data) for a path that leads out of the folder, (missing input) for a file that cannot be
    ///   read.
    func damage(in folder: String) throws(Diagnostic) -> [Damage] {
        var damage: [Damage] = []
        for output in outputs {
            let file = try containedFile(output.path, in: folder, namedBy: "\(folder)/manifest.json")
            guard exists(file) else {
                damage.append(Damage(path: output.path, isMissing: true))
                continue
            }
            let bytes = try readBytes(ofFile: file)
            let digest = try sha256Hex(of: bytes)
            if bytes.count != output.bytes || digest != output.sha256 {
                damage.append(Damage(path: output.path, isMissing: false))
            }
        }
        return damage
    }
}
