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

    /// A pair's treaties whose rows begin since 1992, each 1/(n-1) for the n parties of such rows: how the stated check
    /// values were counted.
    func statedWeight(of a: String, _ b: String, in collection: String) throws -> Double {
        var treaties = try folder.table("treaties", of: collection)
        let columns = try treaties.columns(["treaty_id", "parties_since_1992"])
        var laterParties: [String: Double] = [:]
        while let row = try treaties.next() {
            laterParties[row.text(columns[0])] = try row.number(columns[1])
        }
        var parties = try folder.table("treaty-parties", of: collection)
        let partyColumns = try parties.columns(["treaty_id", "iso3", "recorded_year"])
        var years: [String: [Int]] = [:]
        while let row = try parties.next() {
            guard [a, b].contains(row.text(partyColumns[1])) else { continue }
            years[row.text(partyColumns[0]), default: []].append(try row.integer(partyColumns[2]))
        }
        return years.filter { $0.value.count == 2 && $0.value.allSatisfy { $0 >= 1992 } }.keys.sorted()
            .reduce(0) { $0 + 1 / ((laterParties[$1] ?? 0) - 1) }
    }

    private struct NoSeries: Error {}
}
