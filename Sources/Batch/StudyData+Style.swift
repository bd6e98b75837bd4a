import Reporting
import Studies

extension StudyData {
    /// How its results are printed.
    var style: ReportStyle {
        let output = study.output
        var style = ReportStyle(
            studyID: study.id, studyTitle: study.title, significantDigits: output.significantDigits,
            tableDecimals: output.tableDecimals, top: output.top)
        style.covariateSources = covariateSources
        return style
    }
}
