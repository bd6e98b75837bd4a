/// What the files of a results folder are, in words and as media types.
enum CrateFiles {
    private static let formats = [
        "csv": "text/csv", "json": "application/json", "svg": "image/svg+xml", "pdf": "application/pdf",
        "png": "image/png", "tex": "application/x-tex", "md": "text/markdown", "html": "text/html",
        "bib": "application/x-bibtex", "yaml": "application/yaml",
    ]

    private static let descriptions = [
        "datapackage.json": "Frictionless Data Package: the meaning of every column of every table",
        "manifest.json":
            "What the results were made from and by, with the hashes of all inputs and other files",
        "references.bib": "BibTeX of the program, the claim's source, every data source and every method",
        StudyRun.studyFile:
            "The study file: the claim, the states, the indicators, the methods and the decision rule",
        "verdict.json": "The verdict on the claim, and the sentences of the findings with what they rest on",
        "report.html": "The report, in one file that needs no network",
    ]

    private static let kinds = [
        "svg": "figure", "pdf": "figure", "png": "figure", "tex": "table in LaTeX", "md": "table in Markdown",
        "html": "table in HTML",
    ]

    /// The media type of a file, by what its name ends with.
    static func encodingFormat(of path: String) -> String {
        formats[ending(of: path)] ?? "application/octet-stream"
    }

    /// - Parameter titles: of the tables, by path: a figure is called as the table of its numbers is.
    static func description(of path: String, titles: [String: String]) -> String {
        if let known = descriptions[path] ?? titles[path] { return known }
        let stem = path.prefix(path.count - ending(of: path).count)
        let kind = kinds[ending(of: path)] ?? "file"
        return titles["\(stem)csv"].map { "\($0) (\(kind))" } ?? kind.prefix(1).uppercased()
            + kind.dropFirst()
    }

    private static func ending(of path: String) -> String {
        path.split(separator: ".").last.map(String.init) ?? ""
    }
}
