import Diagnostics
import Files
import WorkPieces

/// The content of a shard's `manifest.json`: what its pieces were made from and by, and their hash.
///
/// Pieces of different programs, studies, data or kernels of BLAS do not belong together: their last digits differ, or
/// more.
struct ShardManifest: Codable, Equatable {
    struct Pieces: Codable, Equatable {
        let bytes: Int
        let sha256: String
    }

    struct Origin: Codable, Equatable {
        let program: Manifest.Program
        /// The hash of the program itself: versions do not tell two builds of one version apart.
        let programSHA256: String
        let study: Manifest.StudyRecord
        let inputs: [RunInputs.Input]
    }

    let origin: Origin
    let shard: Int
    let shards: Int
    let pieces: Pieces
}

extension ShardManifest.Origin {
    /// What pieces computed here and now are made from.
    ///
    /// - Throws: `Diagnostic` when the program cannot be read.
    init(of prepared: PreparedStudy) throws(Diagnostic) {
        program = .running
        programSHA256 = try sha256Hex(of: readBytes(ofFile: "/proc/self/exe"))
        study = prepared.inputs.record
        inputs = prepared.inputs.data
    }

    /// In words, the first thing in which another origin differs; nil if nothing does.
    func difference(from other: Self) -> String? {
        if study.id != other.study.id { return "it is of the study \(study.id.quotedForMessage)" }
        if study.seed != other.study.seed {
            return "it has the seed \(study.seed), and the study has \(other.study.seed)"
        }
        if study != other.study { return "the study file was another" }
        if let input = inputs.first(where: { !other.inputs.contains($0) })
            ?? other.inputs.first(where: { !inputs.contains($0) })
        {
            return "the data were others: \(input.path)"
        }
        if program.version != other.program.version {
            return "it was made by version \(program.version), and this is \(other.program.version)"
        }
        if program != other.program {
            return "it was made with the BLAS kernel \(program.blasCoreType) of \(program.blas), and this is "
                + "\(other.program.blasCoreType) of \(other.program.blas)"
        }
        return self == other ? nil : "it was made by another build of this version"
    }
}
