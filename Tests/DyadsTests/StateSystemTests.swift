import Dyads
import Testing

@Suite struct StateSystemTests {
    @Test func findsStatesByEveryCode() throws {
        let states = try sampleStates()
        let kazakhstan = states[try #require(StateCode("KAZ"))]
        #expect(states.state(cowNumber: 705) == kazakhstan)
        #expect(states.state(gleditschWardNumber: 1705) == kazakhstan)
        #expect(states.state(named: "Kazakhstan") == kazakhstan)
        #expect(kazakhstan != nil)
        #expect(states.state(cowNumber: 1705) == nil)
    }

    @Test func dyadsAreAllPairsInOrder() throws {
        let states = try sampleStates()
        #expect(states.dyads.map(\.description) == ["AZE-KAZ", "AZE-LVA", "KAZ-LVA"])
        #expect(StateSystem.empty.dyads.isEmpty)
    }

    /// COW's undirected files order by number, which is not the order of ISO codes.
    @Test func cowNumbersAreOrderedBySize() throws {
        let numbers = try sampleStates().cowNumbers(of: try #require(Dyad("KAZ-LVA")))
        #expect(numbers?.smaller == 367)
        #expect(numbers?.larger == 705)
    }

    @Test func statesMayNotShareACode() throws {
        let states = try sampleStates().states
        #expect(StateSystem(states + [states[0]]) == nil)
    }

    @Test func restrictionNamesMembersOnly() throws {
        let states = try sampleStates()
        let codes = ["KAZ", "AZE"].compactMap { StateCode($0) }
        #expect(states.restricted(to: codes)?.dyads.map(\.description) == ["AZE-KAZ"])
        #expect(states.restricted(to: [try #require(StateCode("FRA"))]) == nil)
    }

    @Test func aDyadExistsFromTheFirstCommonDay() throws {
        let states = try sampleStates()
        let dyad = try #require(Dyad("AZE-LVA"))
        #expect(!states.exists(dyad, in: 1991))
        #expect(states.exists(dyad, in: 1992))
        #expect(!states.exists(try #require(Dyad("AZE-FRA")), in: 1992))
    }
}
