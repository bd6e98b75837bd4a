/// A LaTeX document that takes in every table of a folder, to print them all and to show what they need.
public struct PaperDocument: Sendable {
    public static let fileName = "paper.tex"

    let tables: [PaperTable]
    let title: String

    public init(_ tables: [PaperTable], title: String) {
        (self.tables, self.title) = (tables, title)
    }

    /// Compiled beside the tables with pdflatex, bibtex and twice pdflatex. The bibliography is that of the results folder
    /// around the tables, if there is one; without it the sources of the tables are plain keys.
    public var latex: String {
        var lines = [
            "% Every table of this folder. Compile here: pdflatex paper, bibtex paper, pdflatex paper, pdflatex paper.",
            "% Debian: texlive-latex-recommended, texlive-science, lmodern.",
            "\\documentclass[11pt]{article}",
            "\\usepackage[a4paper,margin=25mm]{geometry}",
            "\\usepackage[T1]{fontenc}",
            "\\usepackage{lmodern}",
            "\\usepackage{booktabs}",
            "\\usepackage{longtable}",
            "\\usepackage{siunitx}",
            "\\usepackage[numbers,sort&compress]{natbib}",
            "\\usepackage[hyphens]{url}",
            "\\begin{document}",
            "\\section*{\(latexEscaped(title))}",
            "\\begin{itemize}",
        ]
        lines += tables.map { "  \\item Table~\\ref{\($0.label)}: \\verb|\($0.name).tex|" }
        lines.append("\\end{itemize}")
        lines += tables.map { "\\clearpage\n\\input{\($0.name).tex}" }
        lines += [
            "\\clearpage",
            "\\IfFileExists{../references.bib}{%",
            "  \\raggedright\\bibliographystyle{plainnat}\\bibliography{../references}}{}",
            "\\end{document}",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
