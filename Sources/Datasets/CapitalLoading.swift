import Diagnostics
public import Dyads
import Tabular

extension DatasetFolder {
    /// The package that says where states lie.
    public static let locationPackage = "capitals"

    /// Whether the folder says where states lie.
    public var hasLocations: Bool { packageNames.contains(Self.locationPackage) }

    /// Where the latest capital of each state lies, from the package `capitals`; nothing without the package.
    ///
    /// - Throws: `Diagnostic` when the package is malformed.
    public func locations() throws(Diagnostic) -> [StateCode: Location] {
        guard hasLocations else { return [:] }
        var reader = try table("capitals", of: Self.locationPackage)
        let columns = try reader.columns(["iso3", "first_day", "latitude", "longitude"])
        var latest: [StateCode: (first: CalendarDay, location: Location)] = [:]
        while let row = try reader.next() {
            guard let state = StateCode(row.text(columns[0])) else {
                throw row.wrong(columns[0], "an ISO 3166-1 alpha-3 code is three capital letters")
            }
            let first = try row.day(columns[1], written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            guard
                let location = Location(
                    latitude: try row.number(columns[2]), longitude: try row.number(columns[3]))
            else {
                throw row.wrong(
                    columns[2], "a place lies between -90 and 90 degrees north and -180 and 180 degrees east")
            }
            if let found = latest[state], found.first >= first { continue }
            latest[state] = (first, location)
        }
        return latest.mapValues(\.location)
    }
}
