import Diagnostics
import TestSupport
import Testing

@testable import References

struct ReferenceTests {
    static let committed = Result {
        let path = Repository.path("datasets/references.bib")
        return try Bibliography(parsing: try String(contentsOfFile: path, encoding: .utf8), path: path)
    }

    func reference(_ entry: String) throws -> Reference {
        try Reference(parsing: entry, at: SourceLocation(path: "r.bib", line: 1))
    }

    @Test func fieldsInBracesQuotesAndBareAreRead() throws {
        let entry = """
            @Article{ key1 ,
              Title = {A {b} title,
                       over two lines}, year = 1999 ,
              journal = "The {\\"U} {"}Journal{"}", month = jun
            }
            """
        let reference = try reference(entry)
        #expect(reference.key == "key1" && reference.kind == "article")
        #expect(
            reference.fields == [
                "title": "A {b} title, over two lines", "year": "1999", "month": "jun",
                "journal": "The {\\\"U} {\"}Journal{\"}",
            ])
    }

    @Test(arguments: ["@a{k, x}", "@a{k, = {1}}", "@a{k, x = {1}, x = {2}}", "@a{k, x {1}}"])
    func malformedFieldsAreRefused(entry: String) {
        let error = #expect(throws: Diagnostic.self) { try reference(entry) }
        #expect(error?.location?.line == 1 && error?.category == .badData)
    }

    @Test("An entry whose fields cannot be read is told with its line, and only when it is asked for")
    func lateFields() throws {
        let bibliography = try Bibliography(
            parsing: "@misc{a, x = {1}}\n@misc{b, x}\n@string{c = {d}}\n", path: "r.bib")
        #expect(bibliography.keys == ["a", "b"])
        #expect(try bibliography.reference("a")?["x"] == "1")
        #expect(try bibliography.reference("z") == nil)
        let error = #expect(throws: Diagnostic.self) { try bibliography.reference("b") }
        #expect(error?.location?.line == 2)
    }

    @Test(
        "LaTeX becomes plain text",
        arguments: [
            (#"D{\"u}r"#, "Dür"), (#"Norl{\'e}n"#, "Norlén"), (#"Ba{\c{s}}t{\"u}rk"#, "Baştürk"),
            (#"Re\c{s}at, Re{\c s}at"#, "Reşat, Reşat"), (#"Sa{\l}abun"#, "Sałabun"),
            (#"\'{E}cole, \'Ecole"#, "École, École"),
            (#"na{\"\i}ve"#, "naïve"), (#"\v{S}koda \H{o} \k{a} \aa ngstr\"om"#, "Škoda ő ą ångström"),
            (#"Computers \& Operations"#, "Computers & Operations"),
            (#"{GDP} (current {US\$})"#, "GDP (current US$)"),
            ("1261--1264 --- x", "1261–1264 — x"),
            (#"`Benefit of the Doubt' ``quoted''"#, "‘Benefit of the Doubt’ “quoted”"),
            ("Sobol' Indices", "Sobol’ Indices"), (#"world'\,'', The"#, "world’ ”, The"),
            (#"\texttt{agreements\$GGO} and \url{https://a.b/c_d}"#, "agreements$GGO and https://a.b/c_d"),
            (#"\unknown{kept} x"#, "kept x"), (#"\"#, ""), (#"\""#, ""), ("{", ""), ("Stra{\\ss}e", "Straße"),
            ("", ""),
        ])
    func decoding(source: String, expected: String) {
        #expect(plainText(ofLaTeX: source) == expected)
    }

    @Test(
        "Names of people and bodies",
        arguments: [
            ("Kerchelaev, Iurii Vladimirovich", [["Kerchelaev", "Iurii Vladimirovich"]]),
            ("van Valkenhoef, Gert and Sobol', I. M.", [["van Valkenhoef", "Gert"], ["Sobol’", "I. M."]]),
            ("Gert van Valkenhoef", [["van Valkenhoef", "Gert"]]),
            ("Donald E. Knuth", [["Knuth", "Donald E."]]),
            ("{{Bureau of A and B}} and {UNCTAD}", [["Bureau of A and B"], ["UNCTAD"]]),
            ("King, Jr., Martin", [["King", "Martin, Jr."]]), ("A, B and others", [["A", "B"], ["et al."]]),
        ])
    func names(text: String, expected: [[String]]) {
        #expect(PersonName.list(parsing: text).map { [$0.family] + [$0.given].compactMap { $0 } } == expected)
    }

    @Test(
        "Entries as the Chicago Manual of Style's author-date lists print them",
        arguments: [
            (
                "aronow2015cluster",
                "Aronow, Peter M., Cyrus Samii, and Valentina A. Assenova. 2015. “Cluster-robust variance estimation for dyadic data.” Political Analysis 23 (4): 564–577. https://doi.org/10.1093/pan/mpv018."
            ),
            (
                "devroye1986nonuniform",
                "Devroye, Luc. 1986. Non-Uniform Random Variate Generation. New York: Springer. https://doi.org/10.1007/978-1-4613-8643-8."
            ),
            (
                "lourenco2003iterated",
                "Lourenço, Helena R., Olivier C. Martin, and Thomas Stützle. 2003. “Iterated local search.” In Handbook of Metaheuristics, edited by Fred Glover and Gary A. Kochenberger, 320–353. Boston: Kluwer. https://doi.org/10.1007/0-306-48056-5_11."
            ),
            (
                "truchon1998",
                "Truchon, Michel. 1998. “An Extension of the Condorcet Criterion and Kemeny Orders.” Cahier de recherche 9813. Université Laval, Département d’économique. https://ideas.repec.org/p/lvl/laeccr/9813.html."
            ),
            (
                "cow2017states",
                "Correlates of War Project. 2017. “State System Membership List, v2016.” https://correlatesofwar.org."
            ),
            (
                "kerchelaev2023",
                "Kerchelaev, Iurii Vladimirovich. 2023. “Azerbaijan-Kazakhstan relations as one of the components of the Caspian vector of Eurasian integration.” History magazine - researches, no. 5: 1–12. https://doi.org/10.7256/2454-0609.2023.5.43721."
            ),
            (
                "vanvalkenhoef2024smaa",
                "van Valkenhoef, Gert. 2024. smaa: Stochastic Multi-Criteria Acceptability Analysis. R package version 0.3-3. https://github.com/gertvv/rsmaa."
            ),
        ])
    func formatted(key: String, expected: String) throws {
        let reference = try #require(try Self.committed.get().reference(key))
        #expect(reference.formatted.text == expected)
    }

    @Test func piecesSayWhatIsATitleAndWhatALink() throws {
        let reference = try #require(try Self.committed.get().reference("aronow2015cluster"))
        let pieces = reference.formatted.pieces
        #expect(pieces.filter { $0.style == .emphasised }.map(\.text) == ["Political Analysis"])
        let address = "https://doi.org/10.1093/pan/mpv018"
        #expect(pieces.contains(.init(text: address, style: .link(address))))
        #expect(reference.authorYear == "Aronow, Samii and Assenova 2015")
    }

    @Test("Every committed entry has the fields of its type, and no LaTeX is left when it is printed")
    func everyCommittedEntry() throws {
        let bibliography = try Self.committed.get()
        for key in bibliography.keys {
            let reference = try #require(try bibliography.reference(key))
            #expect(reference.missingFields.isEmpty, "\(key) lacks \(reference.missingFields)")
            let text = reference.formatted.text
            #expect(!text.contains { "\\{}~".contains($0) }, "\(key): \(text)")
            #expect(!text.contains("..") && !text.contains(" ,") && !text.contains("  "), "\(key): \(text)")
            #expect(text.hasSuffix("."), "\(key): \(text)")
            #expect(!reference.authors.isEmpty, "\(key)")
            if let link = reference.link { #expect(link.hasPrefix("http"), "\(key): \(link)") }
            if let doi = reference["doi"] {
                #expect(doi.wholeMatch(of: /10\.\d{4,9}\/\S+/) != nil, "\(key): \(doi)")
            }
        }
    }

    @Test func missingFieldsAreNamed() throws {
        #expect(
            try reference("@article{k, author = {A}, title = { }}").missingFields == [
                "title", "year", "journal",
            ])
        #expect(
            try reference("@book{k, editor = {A}, title = {T}, year = 2000, publisher = {P}}").missingFields
                .isEmpty)
    }

    @Test func anEditedBookSaysSo() throws {
        let book = try reference(
            "@book{k, editor = {A, B and C, D}, title = {T?}, year = 2000, publisher = {P}, isbn = {1}}")
        #expect(book.formatted.text == "A, B, and D C, eds. 2000. T? P. ISBN 1.")
    }

    /// Accents upon accents once took the stack.
    @Test(arguments: ["\\'", "\\'{", "\\\"{\\^"])
    func accentsMayBeNestedWithoutEnd(piece: String) throws {
        let text = String(repeating: piece, count: 20_000) + "e"
        #expect(plainText(ofLaTeX: text).unicodeScalars.count < 60_000)
        #expect(plainText(ofLaTeX: "\\'{\\^e}") == "ế".precomposedStringWithCanonicalMapping)
    }
}
