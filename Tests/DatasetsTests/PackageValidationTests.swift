import Diagnostics
import Files
import Foundation
import Testing

@testable import Datasets

@Suite struct PackageValidationTests {
    @Test(arguments: CommittedPackages.folder.packageNames)
    func committedPackagesAreValid(name: String) {
        #expect(CommittedPackages.folder.problems(ofPackage: name) == [])
    }

    @Test func thereIsOnePackageAnImporter() {
        #expect(Set(SourceImporters.all.map(\.id)).isSubset(of: CommittedPackages.folder.packageNames))
        #expect(Set(SourceImporters.all.map(\.id)).count == SourceImporters.all.count)
    }

    /// A package that nobody can make again, or whose licence is not said, is of no use to others.
    @Test(arguments: SourceImporters.all.map(\.id))
    func everyPackageSaysWhereItComesFrom(id: String) throws {
        let metadata = try #require(SourceImporters.named(id)).metadata
        #expect(!metadata.citations.isEmpty)
        #expect(!metadata.licences.isEmpty)
        #expect(!metadata.sources.isEmpty)
        #expect(metadata.obtaining.count > 40)
        #expect(metadata.description.count > 40)
        #expect(try Set(metadata.citations).isSubset(of: CommittedPackages.folder.bibliography().keys))
    }

    /// An edit that a validation must find, and what it must say of it.
    struct Edit: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let file: String
        let old: String
        let new: String
        let place: String
        let rule: String
    }

    static let table = "dyad-years.csv"
    static let row = "ARM-AZE,ARM,AZE,371,373,2018,358,165"
    static let edits = [
        Edit(
            testDescription: "a digit", file: table, old: row, new: "ARM-AZE,ARM,AZE,371,373,2018,359,165",
            place: table, rule: "the table must have the hash"),
        Edit(
            testDescription: "a letter for a digit", file: table, old: row,
            new: "ARM-AZE,ARM,AZE,371,373,2018,x,165",
            place: "\(table):2:30", rule: "the cell must be a whole number"),
        Edit(
            testDescription: "an empty cell", file: table, old: row, new: "ARM-AZE,ARM,AZE,371,373,2018,,165",
            place: "\(table):2:30", rule: "the cell 'pair_days' must not be empty"),
        Edit(
            testDescription: "states the wrong way round", file: table, old: row,
            new: "AZE-ARM,AZE,ARM,371,373,2018,358,165", place: "\(table):2:1",
            rule: "a dyad is written AZE-KAZ, in alphabetical order"),
        Edit(
            testDescription: "another state's number", file: table, old: row,
            new: "ARM-AZE,ARM,AZE,370,373,2018,358,165", place: "\(table):2:17",
            rule: "ccode1 of ARM-AZE must be 371"),
        Edit(
            testDescription: "numbers not by size", file: table, old: row,
            new: "ARM-AZE,ARM,AZE,373,371,2018,358,165", place: "\(table):2:17",
            rule: "ccode1 of ARM-AZE must be 371"),
        Edit(
            testDescription: "an unknown state", file: table, old: row,
            new: "ARM-FRA,ARM,FRA,371,220,2018,358,165",
            place: "\(table):2:1", rule: "both states of a dyad must be in the package 'states'"),
        Edit(
            testDescription: "a row twice", file: table, old: row, new: "\(row)\n\(row)",
            place: "\(table):3:1",
            rule: "the primary key (dyad, year) may occur once"),
        Edit(
            testDescription: "rows out of order", file: table, old: row,
            new: "ARM-AZE,ARM,AZE,371,373,2030,1,1\n\(row)", place: "\(table):3:1",
            rule: "rows must be sorted by dyad, year"),
        Edit(
            testDescription: "a column renamed", file: table, old: "pair_days", new: "days",
            place: "\(table):1",
            rule: "the columns must be dyad"),
        Edit(
            testDescription: "a misspelt key of the description", file: "datapackage.json",
            old: "\"citations\"",
            new: "\"citation\"", place: "datapackage.json:13:5", rule: "the key must be one of importer"),
        Edit(
            testDescription: "a citation that is nowhere", file: "datapackage.json", old: "leetaru2013gdelt",
            new: "leetaru2014gdelt", place: "datapackage.json:1:1",
            rule: "every citation must be in references.bib"),
        Edit(
            testDescription: "a file elsewhere", file: "datapackage.json", old: "\"years.csv\"",
            new: "\"../years.csv\"", place: "datapackage.json", rule: "the file 'years.csv' is expected here"),
    ]

    @Test(arguments: edits)
    func anEditIsFound(edit: Edit) throws {
        let datasets = try TemporaryDatasets()
        let package = "\(datasets.folder.path)/gdelt"
        try FileManager.default.copyItem(atPath: "\(CommittedPackages.folder.path)/gdelt", toPath: package)
        try #require(datasets.folder.problems(ofPackage: "gdelt").isEmpty)
        try datasets.replace(edit.old, with: edit.new, in: "gdelt/\(edit.file)")
        let problems = datasets.folder.problems(ofPackage: "gdelt")
        #expect(problems.count == 1)
        #expect(problems.first?.rule.hasPrefix(edit.rule) == true)
        #expect(problems.first?.location?.description.hasPrefix("\(package)/\(edit.place)") == true)
    }

    @Test func missingAndSuperfluousFilesAreFound() throws {
        let datasets = try TemporaryDatasets()
        let package = "\(datasets.folder.path)/gdelt"
        try FileManager.default.copyItem(atPath: "\(CommittedPackages.folder.path)/gdelt", toPath: package)
        try FileManager.default.removeItem(atPath: "\(package)/years.csv")
        try writeBytes([], toFile: "\(package)/notes.txt")
        let problems = datasets.folder.problems(ofPackage: "gdelt")
        #expect(problems.map { $0.location?.path } == ["\(package)/notes.txt", "\(package)/years.csv"])
        #expect(problems.last?.category == .missingInput)
        #expect(datasets.folder.problems(ofPackage: "gdelta").first?.remedy == "did you mean 'gdelt'?")
    }

    /// An importer that fails half-way must leave the package that was there.
    @Test func aFailedImportLeavesTheOlderPackage() throws {
        let datasets = try TemporaryDatasets()
        let importer = try #require(SourceImporters.named("joint-igo"))
        let (good, bad) = ("\(datasets.folder.path)/good.csv", "\(datasets.folder.path)/bad.csv")
        try writeBytes(Array("ccode1,ccode2,year,dyadigos\n373,705,2014,44\n".utf8), toFile: good)
        try writeBytes(Array("ccode1,ccode2,year,dyadigos\n373,705,2014,-9\n".utf8), toFile: bad)
        _ = try runImport(importer, files: [good], into: datasets.folder)
        #expect(throws: Diagnostic.self) { try runImport(importer, files: [bad], into: datasets.folder) }
        #expect(throws: Diagnostic.self) {
            try runImport(importer, files: [good, good], into: datasets.folder)
        }
        #expect(datasets.folder.problems(ofPackage: "joint-igo") == [])
        #expect(try datasets.folder.summary(ofPackage: "joint-igo").rows == 1)
    }
}
