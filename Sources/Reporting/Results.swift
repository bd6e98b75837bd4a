public import ClaimTesting
public import Diagnostics
import LinearAlgebra
import Tabular

/// The files of a results folder that show what was found.
///
/// - Throws: `Diagnostic` (internal failure) when a number is not finite.
public func resultFiles(
    of assessment: Assessment, rule: DecisionRule, style: ReportStyle, provenance: ReportProvenance
) throws(Diagnostic) -> (tables: [Table], files: [ResultFile]) {
    let figures = assessment.figures(style: style)
    let always: [@Sendable () -> Table] = [
        { assessment.verdictTable() }, { assessment.verdictEvidenceTable(rule: rule) },
        { assessment.verdictConditionsTable(rule: rule) }, { assessment.scoresTable() },
        { assessment.ranksTable() },
        { assessment.contributionsTable() }, { assessment.comparisonsTable() },
        { assessment.indicatorsTable() },
        { assessment.windowValuesTable() }, { assessment.yearsTable() }, { assessment.yearSourcesTable() },
        { assessment.weightsTable() },
    ]
    // These are there only for studies that ask for what they hold.
    let asked: [@Sendable () -> Table] = [
        { assessment.expectationsTable() }, { assessment.gravityTable() }, { assessment.conversionTable() },
        { assessment.efficiencyTable() }, { assessment.imputationsTable() },
        { assessment.acceptabilityTable() }, { assessment.firstPlacesTable() },
        { assessment.centralWeightsTable() },
        { assessment.weightSpacesTable() }, { assessment.pairwiseWinsTable() },
        { assessment.exactWeightsTable() },
        { assessment.exactWeightVectorsTable() }, { assessment.associationsTable() },
        { assessment.multiverseTable() }, { assessment.multiverseSummaryTable() },
        { assessment.multiverseEffectsTable() }, { assessment.jointTable() },
        { assessment.jointRanksTable() },
        { assessment.jointEffectsTable() }, { assessment.influenceTable() },
        { assessment.singleChangesTable() }, { assessment.smallestRemovalTable() },
        { assessment.rankBoundsTable() },
        { assessment.tippingCurveTable() }, { assessment.tippingPointsTable() },
        { assessment.sourceDisagreementTable() }, { assessment.sourceDisagreementDyadsTable() },
        { assessment.reportingErrorsTable() }, { assessment.measurementTable() },
        { assessment.measurementSummaryTable() },
        { assessment.classesTable() }, { assessment.exceptionTable() }, { assessment.exceptionStatesTable() },
        { assessment.rankConfidenceTable() }, { assessment.scoreDifferencesTable() },
        { assessment.samplingTable() },
        { assessment.limitsTable() },
    ]
    let made = parallelMap(count: always.count + asked.count) { place in
        place < always.count ? always[place]() : asked[place - always.count]()
    }
    var tables = made.prefix(always.count) + made.dropFirst(always.count).filter { !$0.rows.isEmpty }
    tables += figures.map(\.data)
    var files = [
        ResultFile(
            name: "verdict.json",
            bytes: try jsonBytes(
                of: VerdictDocument(assessment, rule: rule, style: style), file: "verdict.json"))
    ]
    let papers = assessment.paperTables(rule: rule, style: style)
    tables += papers.map(\.data)
    // Their CSV files are tables of the data package.
    let forms = PaperFormat.ofFolders.filter { $0 != .csv }
    for paper in papers {
        files += try paper.files(as: forms, in: "tables/", significantDigits: style.significantDigits)
    }
    files.append(
        ResultFile(
            name: "tables/\(PaperDocument.fileName)",
            text: PaperDocument(papers, title: style.studyTitle).latex))
    files += figures.map(\.file)
    let report = Report(
        of: assessment, rule: rule, style: style, provenance: provenance, figures: figures, papers: papers)
    files.append(try report.file())
    return (Array(tables), files)
}
