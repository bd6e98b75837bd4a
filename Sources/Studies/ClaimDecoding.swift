import ClaimTesting
import Diagnostics
import Documents
import Dyads
import DyadicModels

extension StudyDecoder {
    mutating func states(_ node: DocumentNode) throws(Diagnostic) -> [StateCode] {
        for item in try node.list() {
            let text = try unique(item, among: stateCodes.map(\.text), what: "a state")
            guard let code = StateCode(text) else {
                throw item.expected("a state's ISO 3166-1 alpha-3 code (three capital letters)")
            }
            stateCodes.append(code)
        }
        guard stateCodes.count >= 3 else { throw node.expected("a list of at least three states") }
        return stateCodes
    }

    func claim(_ node: DocumentNode) throws(Diagnostic) -> Claim {
        let keys = try node.mapping(allowing: [
            "target", "superlative", "statement", "class-name", "reference-class", "citation",
        ])
        let targetNode = try keys.required("target")
        guard let target = Dyad(try targetNode.text()), stateCodes.contains(target.first),
            stateCodes.contains(target.second)
        else {
            // Two codes in order show the form.
            let example = stateCodes.prefix(2).sorted().map(\.text).joined(separator: "-")
            throw targetNode.expected("a pair of the study's states, such as \(example),")
        }
        var excluded: Set<StateCode> = []
        if let classNode = keys.optional("reference-class") {
            for item in try classNode.mapping(allowing: ["without"]).optional("without")?.list() ?? [] {
                let text = try known(item, among: stateCodes.map(\.text), what: "a state of the study")
                if let code = StateCode(text) { excluded.insert(code) }
            }
        }
        let referenceClass = ReferenceClass(excludedStates: excluded)
        guard referenceClass.contains(target) else {
            throw targetNode.expected("a pair of the reference class, which leaves its states in")
        }
        return Claim(
            target: target, superlative: try keys.required("superlative").text(),
            statement: try keys.required("statement").text(),
            className: try keys.required("class-name").text(),
            referenceClass: referenceClass, citation: try keys.required("citation").text())
    }

    func windows(_ node: DocumentNode) throws(Diagnostic) -> (list: [Window], minimumCoveredYears: Int) {
        let keys = try node.mapping(allowing: ["main", "sub-windows", "minimum-covered-years"])
        let main = try keys.required("main").mapping(allowing: ["first-year", "last-year"])
        var windows = [Window(id: "main", years: try years(main))]
        for item in try keys.optional("sub-windows")?.list() ?? [] {
            let itemKeys = try item.mapping(allowing: ["id", "first-year", "last-year"])
            let id = try unique(try itemKeys.required("id"), among: windows.map(\.id), what: "a window")
            windows.append(Window(id: id, years: try years(itemKeys)))
        }
        return (windows, try keys.required("minimum-covered-years").integer(in: 1...1000))
    }

    func rule(_ node: DocumentNode) throws(Diagnostic) -> DecisionRule {
        let keys = try node.mapping(allowing: [
            "supported-share", "supported-joint-share", "contradicted-share", "confidence", "joint-draws",
        ])
        return DecisionRule(
            supportedShare: try keys.required("supported-share").number(in: 0...1),
            supportedJointShare: try keys.required("supported-joint-share").number(in: 0...1),
            contradictedShare: try keys.required("contradicted-share").number(in: 0...1),
            confidence: try keys.required("confidence").number(in: 0.5...0.9999),
            jointDraws: try keys.required("joint-draws").integer(in: 1...1_000_000_000))
    }

    func output(_ node: DocumentNode) throws(Diagnostic) -> Study.Output {
        let keys = try node.mapping(allowing: ["significant-digits", "table-decimals", "top"])
        return Study.Output(
            significantDigits: try keys.required("significant-digits").integer(in: 3...15),
            tableDecimals: try keys.required("table-decimals").integer(in: 0...8),
            top: try keys.required("top").integer(in: 1...10_000))
    }
}
