import Foundation
import TestSupport
import Testing

/// A table of seven units and four indicators in two groups, complete and positive, and what describes it.
enum IndexFixture {
    static let table = """
        unit,speed,ports,cost,delay,people,region
        Astra,4.1,12,30,2.5,10,west
        Borea,3.2,30,22,1.5,20,west
        Civra,2.5,18,41,3.5,5,east
        Dorne,5.0,7,18,1.0,8,east
        Elbis,1.4,25,35,4.0,16,east
        Fanor,3.9,16,27,2.0,12,west
        Gelva,2.2,21,39,2.8,9,east

        """

    static let sheet = """
        indicator,direction,parent,weight,worst,best,reference,transform,denominator
        speed,more,Access,2,1,5,3,,
        ports,1,Access,1,1,40,20,,
        cost,less,Burden,1,50,10,30,,
        delay,-1,Burden,1,5,0.5,2,,
        Access,,,1,,,,,
        Burden,,,3,,,,,

        """

    /// The files in a folder of their own, and the command on them.
    static func run(
        _ options: [String] = [], table: String = table, sheet: String? = sheet, files: [String: String] = [:]
    ) throws -> CommandTests.Outcome {
        try withTemporaryFolder { folder in
            try table.write(toFile: "\(folder)/table.csv", atomically: true, encoding: .utf8)
            for (name, text) in files {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            var arguments = ["index", "table.csv"]
            if let sheet {
                try sheet.write(toFile: "\(folder)/meta.csv", atomically: true, encoding: .utf8)
                arguments += ["--indicators", "meta.csv"]
            }
            return try CommandTests().dyadscore(arguments + options, in: folder)
        }
    }

    static func decoded(
        _ options: [String] = [], table: String = table, sheet: String? = sheet, files: [String: String] = [:]
    ) throws -> IndexJSON {
        let outcome = try run(options + ["--format", "json"], table: table, sheet: sheet, files: files)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(IndexJSON.self, from: Data(outcome.output.utf8))
    }
}

/// What the tests read of the JSON form of an index.
struct IndexJSON: Decodable {
    struct Named<Value: Decodable>: Decodable {
        let name: String
        let values: [Value]
    }
    struct Method: Decodable {
        struct Choice: Decodable { let id: String }
        let normalise: Choice
        let weights: Choice
        let missing: Choice
        let aggregate: [Choice]
    }
    struct Level: Decodable {
        let names: [String]
        let declaredWeights: [Double]
        let parents: [String]?
    }
    struct Stages: Decodable {
        let raw, denominated, filled, treated, transformed, normalised: [[Double?]]
    }
    struct Treatment: Decodable {
        let indicator, action: String
    }
    struct Weights: Decodable {
        let nominal: [Double]
        let effective: [[Double]]
        let details: [Named<Double>]
    }
    struct Indicator: Decodable { let id: String }
    struct Groups: Decodable {
        let names: [String]
        let scores: [[Double?]]
    }

    let schema: String
    let index: String?
    let method: Method
    let units: [String]
    let indicators: [Indicator]
    let hierarchy: [Level]
    let inClass: [Bool]
    let stages: Stages
    let treatments: [Treatment]
    let weights: Weights
    let groups: [Groups]
    let aggregationDetails: [Named<Double?>]
    let contributions: [[Double]]?
    let observedWeight: [Double]
    let scores: [Double?]
    let ranks: [Int?]
    let ties: [Int?]
    let classRanks: [Int?]
}
