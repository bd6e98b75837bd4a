public import Diagnostics
import Documents
import Dyads
import Studies

extension StudyDraft {
    /// The study file, commented.
    ///
    /// - Throws: `Diagnostic` (internal failure) if the program itself could not read it.
    public func text() throws(Diagnostic) -> String {
        let sections = [
            head, claimLines, windowLines, dimensionLines, readingLines, methodLines, variantLines, yearLines,
            testLines, ruleLines,
        ]
        let text =
            sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
            + "\n"
        do throws(Diagnostic) {
            _ = try Study(parsing: text, path: "\(id).yaml")
        } catch {
            throw Diagnostic(
                .internalFailure, rule: "the study file made here cannot be read", found: "\(error)")
        }
        return text
    }

    private func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

    private var pairName: String {
        [target.first, target.second].compactMap { code in states.first { $0.code == code }?.name }
            .joined(separator: "-")
    }

    private var className: String {
        if let name = request.className { return name }
        let own = states.filter { state in !excluded.contains { $0.code == state.code } }.map(\.name)
        let whose = own.count <= 5 ? own.joined(separator: ", ") : "the \(own.count) states of the study"
        return "pairs of \(whose)"
    }

    private var head: [String] {
        let title =
            request.title
            ?? "\(pairName) among the \(className), \(request.years.lowerBound)-\(request.years.upperBound)"
        return [
            "# A claim about a pair of states, as data. Lines behind # are comments: change what is not yours.",
            "# Run it with: dyadscore run studies/\(id).yaml",
            "# yaml-language-server: $schema=study.schema.json",
            "study: \(id) # names the results folder: results/\(id)",
            "title: \(title.quotedForYAML)",
            request.authors.isEmpty
                ? "# authors: [{name: \"Your Name\", orcid: 0000-0000-0000-0000}] # of a deposit of the results"
                : "authors: \(list(request.authors.map { "{name: \($0.quotedForYAML)}" }))",
            "published: \(request.published) # the date that a deposit of the results bears",
        ]
    }

    private var claimLines: [String] {
        var lines = [
            "claim:", "  target: \(target)", "  superlative: \(request.superlative.quotedForYAML)",
            "  statement: \(request.statement.quotedForYAML) # the sentence under test, as its source has it",
            "  class-name: \(className.quotedForYAML) # as in: the most productive of the ...",
        ]
        if !excluded.isEmpty {
            lines.append(
                "  reference-class: {without: \(list(excluded.map(\.code.text)))} # scored, but not compared with"
            )
        }
        lines.append("  citation: \(request.citation) # the sentence's source: a key of references.bib")
        lines += ["", "states: \(list(states.map(\.code.text))) # \(classSize) pairs are compared"]
        return lines
    }

    private var windowLines: [String] {
        [
            "windows:",
            "  main: {first-year: \(request.years.lowerBound), last-year: \(request.years.upperBound)}",
            "  # sub-windows:",
            "  #   - {id: recent, first-year: 2010, last-year: \(request.years.upperBound)}",
            "  minimum-covered-years: \(Self.minimumCoveredYears) # with fewer, an annual indicator is left out of a window",
        ]
    }

    private var dimensionLines: [String] {
        var lines = [
            "# What is measured. Every dimension weighs the same, and every indicator in it.", "dimensions:",
        ]
        for dimension in dimensions {
            lines += ["  - id: \(dimension.id)", "    indicators:"]
            lines += dimension.indicators.map { item in
                let note =
                    item.missing == 0
                    ? ""
                    : " No value for \(item.missing) of \(classSize) pairs\(item.lacksTarget ? ", the target among them" : "")."
                return "      - \(item.indicator.id) # \(item.indicator.title.onOneLine).\(note)"
            }
        }
        lines += leftOut.map { "# Left out: \($0.indicator) (\($0.reason))." }
        return lines
    }

    /// Dimensions that are a product, not an input.
    private var outputs: [String] { dimensions.map(\.id).filter { $0 != "contacts" } }

    private var readingLines: [String] {
        let all = dimensions.map(\.id)
        var lines = [
            "# What the sentence may mean. The verdict rests on the primary readings.", "readings:",
            "  - id: volume", "    title: Everything as recorded", "    dimensions: \(list(all))",
            "    primary: true",
        ]
        if !outputs.isEmpty, outputs.count < all.count {
            lines += [
                "  - id: output", "    title: Without contacts, which are an input and not a product",
                "    dimensions: \(list(outputs))", "    primary: true",
            ]
        }
        return lines
    }

    private var methodLines: [String] {
        [
            "# How values become scores. `dyadscore methods` lists what else there is.", "method:",
            "  exposure: none", "  scaling: class-mean", "  transform: log1p", "  normalise: z-score",
            "  weights: equal", "  aggregate: arithmetic", "  missing: available-case",
            "  tie-tolerance: 1e-9",
            "", "# The rank is also told with one of these in its place.", "alternatives:",
            "  - {id: no-transform, title: No logarithm, method: {transform: identity}}",
            "  - {id: rank, title: Ranks instead of values, method: {normalise: rank}}",
            "  - {id: equal-indicator, title: Every indicator weighs the same, method: {weights: equal-indicator}}",
            "  - id: geometric", "    title: Geometric mean of values scaled to 1-100",
            "    method: {normalise: {min-max: [1, 100]}, aggregate: geometric}",
        ]
    }

    private var variantLines: [String] {
        guard !variants.isEmpty else { return [] }
        return ["# And with other indicators.", "variants:"]
            + variants.map { indicator in
                "  - {id: with-\(indicator.id), title: \("\(indicator.title.onOneLine) added".quotedForYAML), "
                    + "add: [{indicator: \(indicator.id), dimension: \(indicator.dimension)}]}"
            }
    }

    private var yearLines: [String] {
        let first = request.years.lowerBound + 4
        let annual = dimensions.filter { dimension in
            dimension.indicators.contains { ![.snapshot, .datedCount].contains($0.indicator.yearOperator) }
        }
        guard first < request.years.upperBound, !annual.isEmpty else { return [] }
        return [
            "by-year: # flows of each year and the four before it", "  first-year: \(first)",
            "  last-year: \(request.years.upperBound)", "  trailing-years: 5",
            "  dimensions: \(list(annual.map(\.id)))",
        ]
    }

    private var testLines: [String] {
        var lines = [
            "# The doubts that the claim is put to. More draws are more exact, and take longer.", "tests:",
            "  influence: true # without each year, indicator, source, rival, and one or two states",
            "  tipping-point: true # how much under-reporting of the target it would take",
            "  weights: {draws: 10000} # all weights",
            "  sampling: {draws: 500, replicates: 199, best: \(min(5, classSize))} # years as a sample",
        ]
        if !comparisons.isEmpty {
            lines += [
                "  measurement: # records err as much as these disagree", "    draws: 500",
                "    comparisons:",
            ]
            lines += comparisons.map { "      - {\($0)}" }
        }
        lines += [
            "  specifications: # every option combines with every other, as far as that makes sense"
        ]
        if indicators.count > 1 { lines.append("    leave-out: all") }
        lines += [
            "    transform: [log1p, identity]", "    normalise: [z-score, {min-max: [1, 100]}, rank]",
            "    weights: [equal, equal-indicator]", "    aggregate: [arithmetic, geometric, copeland]",
            "  joint: {effect-rows: 100, undated-share: 0.5} # all doubts at once",
        ]
        return lines
    }

    /// Pairs of records of the same thing, as far as they are there.
    private var comparisons: [String] {
        func package(_ name: String, of id: String) -> Bool {
            dimensions.contains {
                $0.indicators.contains { $0.indicator.id == id && $0.packages.contains(name) }
            }
        }
        func dimension(of id: String) -> String? {
            dimensions.first { $0.indicators.contains { $0.indicator.id == id } }?.id
        }
        var lines: [String] = []
        if let contacts = dimension(of: "icews-verbal-cooperation"),
            dimension(of: "gdelt-contact-days") != nil
        {
            lines.append(
                "id: contacts, indicators: [icews-verbal-cooperation, gdelt-contact-days], errs: \(contacts)")
        }
        if let treaties = dimension(of: "bilateral-treaties"), package("ieadb", of: "bilateral-treaties"),
            package("ggo", of: "bilateral-treaties")
        {
            lines.append(
                "id: treaties, indicator: bilateral-treaties, packages: [ieadb, ggo], errs: \(treaties)")
        }
        if let projects = dimension(of: "joint-projects") {
            lines.append(
                "id: coders, indicator: joint-projects, second-coding: second-coding, errs: \(projects)")
        }
        return lines
    }

    private var ruleLines: [String] {
        [
            "# When the claim counts as supported. Fix this before you look at a result: the manifest hashes it.",
            "decision-rule:",
            "  supported-share: 0.5 # of specifications, and of weights, in which the target is first",
            "  supported-joint-share: 0.95 # of joint draws; 0.66 for a sentence that says \"probably\"",
            "  contradicted-share: 0.05 # no share above this, and the interval of ranks above 1",
            "  confidence: 0.95", "  joint-draws: 2000", "",
            "seed: 1 # of everything that is drawn at random", "",
            "output:", "  significant-digits: 8", "  table-decimals: 2",
            "  top: 15 # pairs in tables and figures",
        ]
    }
}

extension String {
    fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
