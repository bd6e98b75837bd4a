import Datasets
import Dyads
import Files
import Foundation
import TestSupport

/// A small study on data made for tests: three dimensions, five readings and every test of the claim with few draws.
struct MadeStudy: Sendable {
    /// One indicator: the value of a pair, by its place among the pairs, in a year; an empty text is missing.
    struct Made: Sendable {
        var id: String
        var dimension: String
        var kind = IndicatorRequest.Kind.flow
        var yearOperator = IndicatorRequest.YearOperator.sum
        var value: @Sendable (_ pair: Int, _ year: Int) -> String
    }

    /// ISO codes, sorted; the first two are the target.
    var states = ["ARM", "AZE", "GEO", "KAZ"]
    var years = 2000...2009
    var indicators: [Made] = MadeStudy.usual
    /// Lines of the study in place of those that begin with the same key; an empty text takes the key out.
    var parts: [String: String] = [:]

    /// Values that differ between pairs and years.
    static let usual: [Made] = [
        Made(id: "visits", dimension: "contacts") { "\(($0 * 7 + $1 * 3) % 11 + 1)" },
        Made(id: "calls", dimension: "contacts") { "\(($0 * 5 + $1) % 7 + 2)" },
        Made(id: "treaties", dimension: "agreements") { "\(($0 * 3 + $1 * 5) % 4)" },
        Made(id: "works", dimension: "projects") { "\(($0 + $1 * 2) % 3)" },
    ]

    /// The usual indicators with the values of some replaced.
    static func changed(_ changes: [String: @Sendable (Int, Int) -> String]) -> [Made] {
        usual.map { made in
            var made = made
            if let value = changes[made.id] { made.value = value }
            return made
        }
    }

    private var pairs: [(String, String)] {
        states.indices.flatMap { a in states[(a + 1)...].map { (states[a], $0) } }
    }

    private func list(_ dimension: String) -> String {
        indicators.filter { $0.dimension == dimension }.map(\.id).joined(separator: ", ")
    }

    private var standardParts: [(key: String, text: String)] {
        let dimensions = ["contacts", "agreements", "projects"].filter { name in
            indicators.contains { $0.dimension == name }
        }
        let names = dimensions.joined(separator: ", ")
        let (first, last) = (years.lowerBound, years.upperBound)
        let hasOutputs =
            indicators.contains { $0.id == "treaties" } && indicators.contains { $0.id == "works" }
        return [
            ("study", "study: made\ntitle: A study made for tests\n"),
            (
                "claim",
                "claim:\n  target: \(states[0])-\(states[1])\n  superlative: the best\n  statement: The pair is the best.\n  class-name: all pairs\n  citation: oecd2008handbook\n"
            ),
            ("states", "states: [\(states.joined(separator: ", "))]\n"),
            (
                "windows",
                "windows:\n  main: {first-year: \(first), last-year: \(last)}\n  minimum-covered-years: 1\n"
            ),
            (
                "dimensions",
                "dimensions:\n"
                    + dimensions.map { "  - {id: \($0), indicators: [\(list($0))]}\n" }.joined()
            ),
            (
                "readings",
                "readings:\n  - {id: volume, title: All, dimensions: [\(names)], primary: true}\n"
                    + (hasOutputs
                        ? "  - {id: conversion, title: Rates, conversion: {contacts: contacts, outputs: [treaties, works]}, primary: false}\n  - {id: efficiency, title: Efficiency, efficiency: {contacts: contacts, outputs: [treaties, works], orientation: output, replicates: 50, confidence: 0.95}, primary: false}\n"
                        : "")
                    + "  - {id: excess, title: Excess, dimensions: [\(names)], method: {exposure: gravity}, primary: false}\n"
            ),
            (
                "method",
                "method: {exposure: none, scaling: class-mean, transform: log1p, normalise: z-score, weights: equal, aggregate: arithmetic, missing: available-case, tie-tolerance: 1e-9}\n"
            ),
            (
                "alternatives",
                "alternatives:\n  - {id: gdp, title: GDP, method: {exposure: gdp}}\n  - {id: margins, title: Margins, method: {exposure: margins}}\n  - {id: pca, title: PCA, method: {weights: pca, missing: dimension-mean}}\n  - {id: entropy, title: Entropy, method: {weights: entropy}}\n  - {id: doubt, title: Benefit of the doubt, method: {normalise: min-max, missing: dimension-mean, weights: benefit-of-doubt}}\n  - {id: topsis, title: TOPSIS, method: {normalise: min-max, missing: dimension-mean, aggregate: topsis}}\n  - {id: kemeny, title: Kemeny, method: {missing: dimension-mean, aggregate: condorcet-kemeny}}\n  - {id: raw, title: Raw, method: {scaling: none, transform: identity}}\n"
            ),
            (
                "by-year",
                "by-year: {first-year: \(first), last-year: \(last), trailing-years: 3, dimensions: [\(dimensions[0])]}\n"
            ),
            ("imputations", "imputations: 3\n"),
            (
                "tests",
                "tests:\n  influence: true\n  tipping-point: true\n  weights: {draws: 200}\n  associations:\n    permutations: 100\n    correlations: {among: [\(names)], with: [log-distance, log-gdp]}\n    regressions: [{id: r, outcome: \(dimensions[dimensions.count - 1]), predictors: [log-distance, log-gdp]}]\n  sampling: {draws: 100, replicates: 99, best: 2}\n"
                    + (list("contacts").contains("calls")
                        ? "  measurement:\n    draws: 100\n    comparisons: [{id: c, indicators: [visits, calls], errs: contacts}]\n"
                        : "")
                    + "  specifications: {leave-out: all, transform: [log1p, identity], normalise: [z-score, rank], weights: [equal, entropy]}\n  joint: {effect-rows: 50, undated-share: 0.5}\n"
            ),
            (
                "decision-rule",
                "decision-rule: {supported-share: 0.5, supported-joint-share: 0.66, contradicted-share: 0.05, confidence: 0.95, joint-draws: 100}\n"
            ),
            ("seed", "seed: 7\n"),
            ("output", "output: {significant-digits: 8, table-decimals: 2, top: 10}\n"),
        ]
    }

    var text: String {
        standardParts.map { part in parts[part.key] ?? part.text }.joined()
            + parts.filter { part in !standardParts.contains { $0.key == part.key } }.map(\.value).sorted()
            .joined()
    }

    /// Writes the study and its data into a folder.
    ///
    /// - Returns: the study file, and the folder of data.
    func write(to folder: String) throws -> (study: String, datasets: DatasetFolder) {
        let data = "\(folder)/datasets"
        let files = FileManager.default
        try files.createDirectory(atPath: "\(data)/indicators", withIntermediateDirectories: true)
        for name in ["states", "capitals", "contiguity", "distance", "gdp", "population", "references.bib"] {
            try files.createSymbolicLink(
                atPath: "\(data)/\(name)", withDestinationPath: Repository.path("datasets/\(name)"))
        }
        let datasets = DatasetFolder(path: data, otherRoots: [Repository.path("datasets")])
        for made in indicators {
            var rows = "a,b,year,value\n"
            for (place, pair) in pairs.enumerated() {
                for year in years { rows += "\(pair.0),\(pair.1),\(year),\(made.value(place, year))\n" }
            }
            _ = try datasets.add(
                IndicatorRequest(
                    id: made.id, title: "Made \(made.id)", dimension: made.dimension, kind: made.kind,
                    unit: "units", direction: .more, yearOperator: made.yearOperator,
                    columns: .init(stateA: "a", stateB: "b", year: "year", value: "value", codes: .iso3),
                    coverage: .init(
                        firstYear: years.lowerBound, lastYear: years.upperBound, withoutStates: [],
                        unrecorded: .missing),
                    origin: .init(
                        definition: "Made for tests.", citation: "oecd2008handbook", source: "a test",
                        licence: "CC0")),
                from: SourceFile(path: "\(made.id).csv", bytes: Array(rows.utf8)))
        }
        let study = "\(folder)/study.yaml"
        try text.write(toFile: study, atomically: true, encoding: .utf8)
        return (study, datasets)
    }
}
