import Files
import TestSupport
import Testing

/// The guides of the library say what compiles and what comes out.
struct ScoreATableGuide {
    @Test func runs() throws {
        try Guide(article: "Sources/WideTables/WideTables.docc/ScoreATable.md").requireSameCode(
            asIn: Repository.path("Tests/GuideTests/ScoreATable.swift"))
        let (units, first) = try scoreATable(
            inFile: Repository.path("Tests/ReferenceCases/tai-weighting/input.csv"))
        #expect(units == 23)
        #expect(first == ["United States"], "Table 38 of the Handbook")
    }
}

struct RunAStudyGuide {
    @Test func runs() throws {
        try Guide(article: "Sources/Batch/Batch.docc/RunAStudy.md").requireSameCode(
            asIn: Repository.path("Tests/GuideTests/RunAStudy.swift"))
        try withTemporaryFolder { folder in
            try runAStudy(
                inFile: Repository.path("studies/kazakhstan-kyrgyzstan.yaml"),
                datasets: Repository.path("datasets"), into: "\(folder)/results")
            let verdict = try readText(ofFile: "\(folder)/results/verdict.csv")
            let committed = Repository.path("results/kazakhstan-kyrgyzstan/verdict.csv")
            #expect(verdict == (try readText(ofFile: committed)))
        }
    }
}

struct RanksUnderRandomWeightsGuide {
    @Test func runs() throws {
        try Guide(article: "Sources/Uncertainty/Uncertainty.docc/RanksUnderRandomWeights.md").requireSameCode(
            asIn: Repository.path("Tests/GuideTests/RanksUnderRandomWeights.swift"))
        let first = try ranksUnderRandomWeights()
        for (share, expected) in zip(first, [0.4, 0.2, 0.4]) {
            // Four standard errors of 100,000 draws.
            #expect(abs(share - expected) < 0.0062)
        }
    }
}
