import Dyads
import DyadicModels
import Testing

@testable import ClaimTesting

/// Which of the ten pairs of five states a declared class holds.
struct DeclaredClassTests {
    static let study = TinyStudy(states: 5, columns: [])

    static func codes(_ letters: String) -> Set<StateCode> {
        Set(letters.compactMap { StateCode(String(repeating: $0, count: 3)) })
    }

    /// The pairs as letters, e.g. `AB`.
    static func pairs(
        without excluded: String = "", covariates: Covariates? = nil, years: ClosedRange<Int> = 1995...2010,
        _ conditions: (inout DeclaredClass) -> Void
    ) throws -> [String] {
        var declared = DeclaredClass(id: "c", title: "C")
        conditions(&declared)
        let resolved = try declared.resolved(
            inside: ReferenceClass(excludedStates: codes(excluded)), of: study.dyads, years: years,
            covariates: covariates)
        return study.dyads.filter(resolved.contains).map {
            "\($0.first.text.prefix(1))\($0.second.text.prefix(1))"
        }
    }

    @Test func bothStatesAreAmongSome() throws {
        #expect(try Self.pairs { $0.states = Self.codes("ACD") } == ["AC", "AD", "CD"])
    }

    @Test func oneStateIsOnEachSide() throws {
        #expect(
            try Self.pairs { $0.between = .init(Self.codes("DA"), Self.codes("BE")) }
                == ["AB", "AE", "BD", "DE"])
    }

    @Test func neitherStateIsAmongSome() throws {
        #expect(try Self.pairs { $0.excluded = Self.codes("AB") } == ["CD", "CE", "DE"])
    }

    @Test func conditionsCombine() throws {
        let found = try Self.pairs {
            $0.states = Self.codes("ABCD")
            $0.between = .init(Self.codes("AB"), Self.codes("CDE"))
            $0.excluded = Self.codes("D")
        }
        #expect(found == ["AC", "BC"])
    }

    @Test func whatTheClaimLeavesOutStaysOut() throws {
        #expect(try Self.pairs(without: "D") { $0.states = Self.codes("ACD") } == ["AC"])
    }

    /// A-B had a border until 1993, A-C has one by land, A-D one by water; 2016 stands for later years.
    @Test(arguments: [
        (1991...2010, true, ["AB", "AC"]), (1995...2010, true, ["AC"]), (2018...2020, true, ["AC"]),
    ])
    func aLandBorderInAnyYearOfTheWindow(
        years: ClosedRange<Int>, hasLandBorder: Bool, expected: [String]
    ) throws {
        func spell(_ a: String, _ type: Contiguity, _ years: ClosedRange<Int>) -> (Dyad, [Contiguity.Spell])?
        {
            Dyad("AAA-\(a)").map { ($0, [.init(type, years: years)]) }
        }
        let spells = [
            spell("BBB", .land, 1990...1993), spell("CCC", .land, 1990...2016),
            spell("DDD", .water, 1990...2016),
        ].compactMap(\.self)
        let covariates = Covariates(
            gdp: [:], population: [:], distance: [:],
            contiguity: Dictionary(uniqueKeysWithValues: spells), lastYearOfContiguity: 2016)
        let with = try Self.pairs(covariates: covariates, years: years) { $0.hasLandBorder = true }
        let without = try Self.pairs(covariates: covariates, years: years) { $0.hasLandBorder = false }
        #expect(with == expected)
        // Every pair is in one of the two and in no other.
        #expect(Set(with).isDisjoint(with: without) && with.count + without.count == 10)
    }

    @Test func bordersThatAreNotKnownAreAReason() {
        #expect(throws: Absence.self) { try Self.pairs { $0.hasLandBorder = true } }
    }

    @Test func aClassHoldsTheTargetAndTwoRivals() throws {
        func objection(_ states: String, target: Int) throws -> String? {
            var declared = DeclaredClass(id: "c", title: "C")
            declared.states = Self.codes(states)
            let resolved = try declared.resolved(
                inside: ReferenceClass(excludedStates: []), of: Self.study.dyads, years: 1...1,
                covariates: nil)
            return DeclaredClass.objection(
                to: resolved, target: Self.study.dyads[target], dyads: Self.study.dyads)
        }
        #expect(try objection("ABC", target: 0) == nil)
        #expect(try objection("AB", target: 0) == "a class of 1")
        #expect(try objection("BCD", target: 0) == "a class without AAA-BBB")
    }
}
