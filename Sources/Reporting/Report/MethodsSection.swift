import ClaimTesting
import Dyads
import DyadicModels
import Tabular

extension Report {
    /// How scores are made and what is tested, as the study file chose it.
    var methodsSection: Section {
        let words = MethodWords(report: self)
        return Section(
            id: "methods", title: "Methods",
            content: [
                .tag("dl", class: "methods", words.scoring.flatMap(entry)),
                .tag("h3", [], ["Tests asked for"]),
                .tag("dl", class: "methods", words.tests.flatMap(entry)),
            ] + limits)
    }

    private func entry(_ item: (term: String, text: [Node])) -> [Node] {
        [.tag("dt", [], [.text(item.term)]), .tag("dd", [], item.text)]
    }

    /// What the size of the class limits.
    private var limits: [Node] {
        let limits = assessment.largeClassLimits
        guard !limits.isEmpty else { return [] }
        return [
            .tag("h3", [], ["What the size of the class limits"]),
            .tag(
                "dl", class: "methods",
                limits.flatMap { entry((capitalised($0.part), ["\(capitalised($0.treatment))."])) }),
        ]
    }
}

/// The choices of a study in words.
private struct MethodWords {
    let report: Report

    var assessment: Assessment { report.assessment }
    var plan: AssessmentPlan { report.assessment.plan }

    typealias Entry = (term: String, text: [Node])

    var scoring: [Entry] {
        let windows = plan.windows.map {
            assessment.label(of: $0) + ($0.id == assessment.mainWindow ? " (main)" : "")
        }
        var entries: [Entry] = [
            ("Pairs", ["\(classWords)"]),
            (
                "Windows",
                [
                    "\(listed(windows)). A yearly indicator enters a window in which it has at least \(plan.minimumCoveredYears) covered years."
                ]
            ),
        ]
        entries += plan.dimensions.map { dimension in
            ("Dimension \(dimension.id)", ["\(listed(dimension.indicators.map(title)))."])
        }
        entries += plan.readings.map { reading in
            (
                "Reading \(reading.id)",
                [
                    "\(reading.title) (\(kindWords(reading.kind)))\(reading.isPrimary ? "; primary" : "")."
                ]
            )
        }
        entries += [
            (
                "From values to scores",
                ["\(capitalised(plan.method.words)). \(exposureWords(plan.specification.exposure))"]
            ),
            ("Ties", ["\(plan.method.tieWords)"]),
        ]
        if let imputation = plan.imputation {
            entries.append(("Missing values", ["\(imputation.count) imputations beside the point scores."]))
        }
        if !plan.variants.isEmpty {
            entries.append(
                (
                    "Other indicators, each reported",
                    ["\(plan.variants.map(\.title).joined(separator: "; "))."]
                ))
        }
        if !plan.alternatives.isEmpty {
            entries.append(
                (
                    "Other methods, each reported",
                    ["\(plan.alternatives.map(\.title).joined(separator: "; "))."]
                ))
        }
        return entries
    }

    var tests: [Entry] {
        guard let tests = plan.tests else { return [("None", ["This study asks for no tests."])] }
        var entries: [Entry] = [
            ("Seed", ["\(tests.seed); every draw follows from it, whatever the number of threads."])
        ]
        if let draws = tests.weightDraws {
            let spaces = tests.weightSpaces.map { "\($0.title) (\($0.id))" }
            let also =
                spaces.isEmpty ? "" : " Also drawn, deciding nothing: \(spaces.joined(separator: "; "))."
            entries.append(
                (
                    "Weights",
                    [
                        "\(draws) draws of all weights, by dimension, then by indicator (W); linear programs for what no draw can show.\(also)"
                    ]
                ))
        }
        if let multiverse = assessment.tests.explored.first(where: {
            $0.reading == report.primary.first?.reading
        }) {
            let choices = multiverse.choices.filter { $0.options.count > 1 }.map {
                "\($0.id.rawValue) (\($0.options.count))"
            }
            entries.append(
                (
                    "Specifications",
                    [
                        "Every admissible combination, counted once if the ranks are the same (M): \(choices.joined(separator: ", ")). On \(multiverse.reading) \(multiverse.combinations) combinations, \(multiverse.rows.count) distinct."
                    ]
                ))
        }
        if let joint = tests.joint {
            entries.append(
                (
                    "All doubts at once",
                    [
                        "\(joint.draws) draws over specification, weights, years, reporting errors and undated rows (J)."
                    ]
                ))
        }
        if let sampling = tests.sampling {
            entries.append(
                (
                    "Few years",
                    [
                        "Confidence sets of level \(report.short(sampling.confidence)) from \(sampling.draws) draws; a bootstrap of \(sampling.replicates) replicates beside them."
                    ]
                ))
        }
        if let measurement = tests.measurement {
            let compared = measurement.comparisons.map { "\($0.names.first) with \($0.names.second)" }
            entries.append(
                (
                    "Records that err",
                    [
                        "\(measurement.draws) draws of errors as large as sources disagree: \(compared.joined(separator: "; "))."
                    ]
                ))
        }
        if tests.tippingPoint {
            entries.append(
                ("Under-reporting", ["The factor by which the claim's pair would have to be under-reported."])
            )
        }
        if tests.influence {
            entries.append(
                (
                    "Influence",
                    [
                        "Every year, indicator, source, rival and one or two states left out; the fewest records that change the answer."
                    ]
                ))
        }
        if let associations = tests.associations {
            entries.append(("Chance", ["\(associations.permutations) permutations of the states' labels."]))
        }
        return entries
    }

    private var classWords: String {
        let states = assessment.panel.states.states.count
        let count = assessment.panel.dyads.count
        let size = assessment.panel.dyads.count(where: assessment.claim.referenceClass.contains)
        let left =
            size < count
            ? " Left out: \(count - size)\(assessment.excludedNames.isEmpty ? "" : " with \(assessment.excludedNames)")."
            : ""
        return
            "\(states) states make \(count) pairs. The claim's class, on which everything is fitted: \(size) \(assessment.claim.className).\(left)"
    }

    private func title(_ indicator: String) -> String {
        assessment.entries.first { $0.indicator.id == indicator }?.indicator.title ?? indicator
    }

    private func kindWords(_ kind: AssessmentPlan.Reading.Kind) -> String {
        switch kind {
        case .composite(_, let changes): "composite" + (changes.exposure.map { "; \(exposure($0))" } ?? "")
        case .conversion: "counts per contact, shrunk by an empirical-Bayes gamma-Poisson model"
        case .efficiency: "data envelopment analysis"
        }
    }

    private func exposureWords(_ choice: Exposure) -> String { "\(capitalised(exposure(choice)))." }

    private func exposure(_ choice: Exposure) -> String {
        switch choice {
        case .none: "values are not held against size or distance"
        case .population: "values over the geometric mean of the two populations"
        case .gdp: "values over the geometric mean of the two economies' sizes"
        case .gravity: "values over what a gravity model of size and distance predicts"
        case .margins: "values over what the two states' own totals imply"
        }
    }
}
