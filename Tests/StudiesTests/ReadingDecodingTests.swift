import ClaimTesting
import Diagnostics
import DyadicModels
import Foundation
import Scoring
import Testing

@testable import Studies

/// Readings, methods and imputations of a study file: what they become, and where a mistake is reported.
struct ReadingDecodingTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        /// A piece of the first study, and what stands in its place.
        let piece: String
        let other: String
        /// The part of `other` at whose beginning the mistake is reported.
        let at: String
        let rule: String
        var remedy: String?
        var testDescription: String { other }
    }

    /// The first study with one piece of its text replaced.
    func text(replacing piece: String, with other: String) throws -> (text: String, place: String.Index) {
        let text = try StudyFileTests.text()
        let range = try #require(text.range(of: piece), "the study does not contain \(piece)")
        let changed = text.replacingCharacters(in: range, with: other)
        return (changed, changed.index(changed.startIndex, offsetBy: text[..<range.lowerBound].count))
    }

    func study(replacing piece: String, with other: String) throws -> Study {
        try Study(parsing: try text(replacing: piece, with: other).text, path: "s.yaml")
    }

    static let contacts = "contacts: contacts, outputs: [bilateral-treaties, joint-projects]"
    static let conversion = "conversion: {\(contacts)}"
    static let zScore = "method: {normalise: min-max}"

    static let readings: [Mistake] = [
        Mistake(
            piece: conversion, other: "dimensions: [contacts]\n    \(conversion)", at: "",
            rule: "a reading with one of dimensions, conversion and efficiency",
            remedy: "it has dimensions and conversion"),
        Mistake(
            piece: conversion, other: "\(conversion)\n    efficiency: {\(contacts)}", at: "",
            rule: "a reading with one of dimensions, conversion and efficiency",
            remedy: "it has conversion and efficiency"),
        Mistake(
            piece: "    dimensions: [contacts, agreements, projects]\n    primary: true",
            other: "    primary: true", at: "",
            rule: "a reading with one of dimensions, conversion and efficiency"),
        Mistake(
            piece: conversion, other: "\(conversion)\n    method: {exposure: gdp}", at: "{exposure",
            rule: "a method belongs to a composite of dimensions",
            remedy: "conversion and efficiency work on ratio scales and normalise nothing"),
        Mistake(
            piece: contacts, other: "contacts: contact, outputs: [joint-projects]", at: "contact,",
            rule: "a dimension of the study must be one of contacts, agreements, projects",
            remedy: "did you mean 'contacts'?"),
        Mistake(
            piece: contacts, other: "contacts: contacts, outputs: [joint-project]", at: "joint-project]",
            rule: "an indicator of the default must be one of", remedy: "did you mean 'joint-projects'?"),
        Mistake(
            piece: contacts, other: "contacts: contacts, outputs: [trade]", at: "trade]",
            rule: "an indicator of the default must be one of"),
        Mistake(
            piece: contacts, other: "contacts: contacts, outputs: [joint-projects, joint-projects]",
            at: "joint-projects]", rule: "an output may be named once"),
        Mistake(
            piece: contacts, other: "contacts: contacts, outputs: []", at: "[]",
            rule: "a list of at least one indicator"),
        Mistake(
            piece: conversion, other: "conversion: {contacts: contacts}", at: "{contacts",
            rule: "the key 'outputs' is required here"),
        Mistake(
            piece: conversion, other: "conversion: {\(contacts), shrink: true}", at: "shrink",
            rule: "the key must be one of contacts, outputs"),
        Mistake(
            piece: "orientation: output", other: "orientation: outputs", at: "outputs",
            rule: "this value must be one of input, output", remedy: "did you mean 'output'?"),
        Mistake(
            piece: "replicates: 1000", other: "replicates: 1000000", at: "1000000",
            rule: "a whole number from 0 to 100000"),
        Mistake(
            piece: "confidence: 0.95\n    primary", other: "confidence: 95\n    primary", at: "95",
            rule: "a number from 0.5 to 0.9999"),
        Mistake(
            piece: "id: conversion", other: "id: contacts", at: "contacts",
            rule: "a reading or dimension may be named once"),
        Mistake(
            piece: "imputations: 50", other: "imputations: 1", at: "1",
            rule: "a whole number from 2 to 10000"),
    ]

    static let methods: [Mistake] = [
        Mistake(
            piece: "exposure: none", other: "exposure: size", at: "size",
            rule: "this value must be one of none, population, gdp, gravity, margins"),
        Mistake(
            piece: "method: {exposure: gravity}\n", other: "method: {exposure: gravitiy}\n", at: "gravitiy",
            rule: "this value must be one of", remedy: "did you mean 'gravity'?"),
        Mistake(
            piece: zScore, other: "method: {normalise: minmax}", at: "minmax",
            rule: "a normalisation must be one of", remedy: "did you mean 'min-max'?"),
        Mistake(
            piece: zScore, other: "method: {outliers: winsorize}", at: "winsorize",
            rule: "a treatment of outliers must be one of", remedy: "did you mean 'winsorise'?"),
        Mistake(
            piece: zScore, other: "method: {weights: {pcs: factors}}", at: "pcs",
            rule: "a weighting must be one of", remedy: "did you mean 'pca'?"),
        Mistake(
            piece: zScore, other: "method: {missing: drop}", at: "drop",
            rule: "a rule for missing data must be one of"),
        Mistake(
            piece: zScore, other: "method: {transform: ln}", at: "ln", rule: "a transform must be one of"),
        Mistake(
            piece: zScore, other: "method: {normalize: min-max}", at: "normalize",
            rule: "the key must be one of", remedy: "did you mean 'normalise'?"),
        Mistake(
            piece: zScore, other: "method: {normalise: {z-score: {mean: 0, sd: 1}}}", at: "sd",
            rule: "a parameter of z-score must be one of"),
        Mistake(
            piece: zScore, other: "method: {normalise: {min-max: [2, 1]}}", at: "[2, 1]",
            rule: "the lower end must be"),
        Mistake(
            piece: zScore, other: "method: {normalise: {min-max: [0, 1, 2]}}", at: "[0, 1, 2]",
            rule: "min-max: range must be 2 numbers from"),
        Mistake(
            piece: zScore, other: "method: {normalise: {rank: 3}}", at: "3",
            rule: "nothing: rank has no parameters"),
        Mistake(
            piece: zScore, other: "method: {weights: {pca: {}, equal: {}}}", at: "{pca",
            rule: "the name of a method, or one name with its arguments"),
        Mistake(
            piece: zScore, other: "method: {aggregate: [arithmetic, arithmetic, arithmetic]}",
            at: "[arithmetic",
            rule: "one aggregation, or a list of two: inside dimensions and across them"),
        Mistake(
            piece: zScore, other: "method: {aggregate: [arithmetic, median]}", at: "median",
            rule: "an aggregation must be one of"),
        Mistake(
            piece: zScore, other: "method: {tie-tolerance: 0.5}", at: "0.5",
            rule: "a number from 0.0 to 0.01"),
        Mistake(
            piece: "  weights: equal\n  aggregate: arithmetic", other: "  aggregate: arithmetic", at: "",
            rule: "the key 'weights' is required here"),
    ]

    /// What goes with the default, and not with a reading or another choice.
    static let combinations: [Mistake] = [
        Mistake(
            piece: "aggregate: arithmetic", other: "aggregate: geometric", at: "",
            rule: "geometric aggregation does not go with z-score values"),
        Mistake(
            piece: zScore, other: "method: {aggregate: geometric}", at: "{aggregate",
            rule: "geometric aggregation does not go with z-score values on the reading volume",
            remedy:
                "a geometric mean needs values above zero; use min-max onto a range that begins above zero, as [1, 100] does"
        ),
        Mistake(
            piece: "method: {exposure: gravity}\n    primary: false",
            other: "method: {exposure: gravity, aggregate: harmonic}\n    primary: false", at: "{exposure",
            rule: "harmonic aggregation does not go with z-score values"),
        Mistake(
            piece: zScore,
            other: "method: {normalise: min-max, weights: benefit-of-doubt, aggregate: topsis}",
            at: "{normalise",
            rule: "benefit-of-doubt weighting does not go with topsis aggregation on the reading volume"),
    ]

    @Test(arguments: readings + methods + combinations)
    func mistakesAreReportedWhereTheyAre(mistake: Mistake) throws {
        let (text, place) = try text(replacing: mistake.piece, with: mistake.other)
        let error = try #require(
            #expect(throws: Diagnostic.self) { try Study(parsing: text, path: "s.yaml") })
        #expect(error.rule.contains(mistake.rule), "\(error)")
        #expect(error.category.exitCode == 65)
        if let remedy = mistake.remedy { #expect(error.remedy?.contains(remedy) ?? false, "\(error)") }
        #expect(error.location?.path == "s.yaml")
        let line = try #require(error.location?.line)
        let column = try #require(error.location?.column)
        guard !mistake.at.isEmpty else { return }
        let start = try #require(text.range(of: mistake.at, range: place..<text.endIndex)?.lowerBound)
        let before = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
        #expect(line == before.count && column == (before.last?.count ?? 0) + 1, "\(error)")
    }

    /// The default takes the alternative, one reading with choices of its own does not: the message names it.
    @Test func anAlternativeMustGoWithEveryReading() throws {
        let (text, _) = try text(
            replacing: "method: {exposure: gravity}\n    primary: false",
            with: "method: {normalise: {min-max: [1, 100]}, aggregate: geometric}\n    primary: false")
        let error = try #require(
            #expect(throws: Diagnostic.self) { try Study(parsing: text, path: "s.yaml") })
        #expect(error.rule.hasSuffix(" on the reading excess"), "\(error)")
    }

    @Test func whatReadingsBecome() throws {
        let study = try Study(parsing: StudyFileTests.text(), path: "s.yaml")
        let outputs = ["bilateral-treaties", "joint-projects"]
        #expect(study.plan.readings[2].kind == .conversion(contacts: "contacts", outputs: outputs))
        #expect(
            study.plan.readings[3].kind
                == .efficiency(
                    contacts: "contacts", outputs: outputs,
                    EnvelopmentPlan(
                        orientation: .output, replicates: 1000, confidence: 0.95, seed: 202308)))
        guard case .composite(let dimensions, let changes) = study.plan.readings[4].kind else {
            Issue.record("excess is no composite")
            return
        }
        #expect(dimensions.count == 3 && changes.exposure == .gravity && changes.normalisation == nil)
        #expect(study.plan.specification.exposure == .none)
    }

    @Test func whatEfficiencyMeansWithoutOptions() throws {
        let study = try study(
            replacing: """
                      orientation: output
                      replicates: 1000
                      confidence: 0.95

                """, with: "")
        guard case .efficiency(_, _, let plan) = study.plan.readings[3].kind else {
            Issue.record("no efficiency")
            return
        }
        #expect(plan == EnvelopmentPlan(orientation: .output, replicates: 0, confidence: 0.95, seed: 202308))
    }

    @Test(arguments: [
        ("{normalise: {min-max: [1, 100]}}", "min-max [1, 100]"),
        ("{normalise: {min-max: {range: [1, 100]}}}", "min-max [1, 100]"),
        ("{normalise: {min-max: {}}}", "min-max"),
    ])
    func argumentsAloneOrByName(method: String, name: String) throws {
        let study = try study(replacing: Self.zScore, with: "method: \(method)")
        let found = study.plan.alternatives.compactMap(\.changes.normalisation?.name)
        #expect(found.contains(name), "\(found)")
    }
}
