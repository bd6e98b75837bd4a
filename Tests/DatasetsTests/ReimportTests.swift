import Files
import Foundation
import Testing

@testable import Datasets

/// The sources' own files, where they are: beside the repository, or where an environment variable points.
enum SourceFiles {
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["DYADSCORE_SHARED_DATA"]
        let path = named ?? "\(CommittedPackages.repository)/../shared/data"
        return exists(path) ? path : nil
    }()

    /// The files of each importer, below that folder.
    static let byImporter: [String: [String]] = [
        "states": ["covariates/cow_states.csv", "covariates/gw_states.csv"],
        "capitals": ["covariates/cow_capitals.csv"],
        "icews": ["contacts/icews_dyad_year_world_2002_2014.csv"],
        "gdelt": ["contacts/gdelt_pair_days_2018_2024.csv"],
        "embassies": ["contacts/diplometrics_embassies_2000_2020.csv"],
        "diplomatic-exchange": ["contacts/cow_diplomatic_exchange_15states.csv"],
        "air-routes": ["contacts/openflights_routes.dat", "contacts/openflights_airports.dat"],
        "ieadb": ["agreements/ieadb_parties.csv"],
        "ggo": ["agreements/ggo_parties.csv", "agreements/ggo_agreements.csv"],
        "desta": ["agreements/desta_parties.csv"],
        "atop": ["agreements/atop_alliance_dyad_year_1990_2018.csv"],
        "investment-treaties": ["agreements/bit_15states.csv"],
        "joint-igo": ["institutions/cow_joint_igo_dyad_year_1990_2014.csv"],
        "joint-projects": [
            "projects/equal_effort/joint_projects.csv",
            "projects/equal_effort/joint_projects_second_coding.csv",
            "projects/equal_effort/effort.csv",
        ],
        "gas-pipelines": ["projects/gem_gas_pipelines_2024-10.csv"],
        "stated-totals": [
            "agreements/stated/official_totals.csv", "agreements/stated/signing_packages.csv",
            "projects/stated_joint_ventures.csv",
        ],
        "trade": ["trade/cow_trade_dyad_year_world_1992_2014.csv", "trade/baci_15states_2000_2020.csv"],
        "trade-cow": ["trade/cow_trade_dyad_year_world_1992_2014.csv"],
        "trade-itpd": ["trade/itpd_15states_2000_2016.csv"],
        "gdp": ["covariates/worldbank_gdp.csv"],
        "population": ["covariates/worldbank_population.csv"],
        "distance": ["covariates/cepii_dist.csv"],
        "contiguity": ["covariates/cow_contdir.csv"],
        "minimum-distance": ["covariates/cow_mindist_1995_2005_2015.csv"],
    ]
}

@Suite struct ReimportTests {
    @Test func everyImporterIsListed() {
        #expect(Set(SourceFiles.byImporter.keys) == Set(SourceImporters.all.map(\.id)))
    }

    /// What is committed is what the importers make of the sources' files, byte for byte.
    @Test(
        .enabled(if: SourceFiles.folder != nil, "the sources' files are not here; set DYADSCORE_SHARED_DATA"),
        arguments: SourceImporters.all.map(\.id))
    func reproducesTheCommittedPackage(id: String) throws {
        let sources = try #require(SourceFiles.folder)
        let importer = try #require(SourceImporters.named(id))
        var files = try #require(SourceFiles.byImporter[id]).map { "\(sources)/\($0)" }
        if id == "states" {
            files.insert("\(CommittedPackages.folder.path)/crosswalks/state-codes.csv", at: 0)
        }
        let datasets = try TemporaryDatasets()
        _ = try runImport(importer, files: files, into: datasets.folder)
        let (made, committed) = ("\(datasets.folder.path)/\(id)", "\(CommittedPackages.folder.path)/\(id)")
        #expect(sortedEntries(ofFolder: made) == sortedEntries(ofFolder: committed))
        for name in sortedEntries(ofFolder: committed) {
            let isSame = try readBytes(ofFile: "\(made)/\(name)") == readBytes(ofFile: "\(committed)/\(name)")
            #expect(isSame, "\(id)/\(name) differs from what the importer makes")
        }
    }
}
