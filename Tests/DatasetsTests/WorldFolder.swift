import Dyads
import Files
import Foundation
import Testing

@testable import Datasets

/// A folder of packages of the world, made from the sources' own files; goes when the test does.
struct WorldFolder {
    private let datasets: TemporaryDatasets
    var folder: DatasetFolder { datasets.folder }

    static let crosswalks = "\(CommittedPackages.folder.path)/world/crosswalks"

    /// - Parameter knowsSourceCodes: whether the codes that sources use instead of ISO's are told to the importers.
    init(importing ids: [String], knowsSourceCodes: Bool = true) throws {
        datasets = try TemporaryDatasets()
        if knowsSourceCodes {
            try writeBytes(
                readBytes(ofFile: "\(Self.crosswalks)/source-codes.csv"),
                toFile: "\(folder.path)/crosswalks/source-codes.csv")
        }
        for id in ["states"] + ids { try importPackage(id) }
    }

    private func importPackage(_ id: String) throws {
        let sources = try #require(SourceFiles.folder)
        let importer = try #require(SourceImporters.named(id))
        var files = try #require(SourceFiles.byImporter[id]).map { "\(sources)/\($0)" }
        if id == "states" { files.insert("\(Self.crosswalks)/state-codes.csv", at: 0) }
        _ = try runImport(importer, files: files, into: folder)
    }

    /// The observations of an indicator as the committed definition of its id, or the world's own, describes it.
    func series(of id: String, isWorlds: Bool = false, states: StateSystem) throws -> DyadYearSeries {
        let home = CommittedPackages.folder.path
        let path = isWorlds ? "\(home)/world" : home
        let definitions = try DatasetFolder(path: path).indicatorDefinitions()
        let definition = try #require(definitions.first { $0.indicator.id == id })
        guard case .series(let series) = try folder.observations(of: definition, states: states) else {
            throw NoSeries()
        }
        return series
    }

    private struct NoSeries: Error {}
}
