import Dyads
import Testing

/// Three states; `LVA` begins in 1991, the others in 1992.
func sampleStates() throws -> StateSystem {
    func state(_ code: String, _ name: String, _ number: Int, _ first: String) throws -> State {
        let day = try #require(CalendarDay(iso8601: first))
        return State(
            code: try #require(StateCode(code)), name: name, cowNumber: number,
            gleditschWardNumber: number + 1000,
            membership: try #require(MembershipSpan(first: day)))
    }
    return try #require(
        StateSystem([
            try state("LVA", "Latvia", 367, "1991-09-06"), try state("AZE", "Azerbaijan", 373, "1992-01-05"),
            try state("KAZ", "Kazakhstan", 705, "1992-01-05"),
        ]))
}
