import DyadicModels
import Testing

struct RatioInputTests {
    /// Class means 2 and 20; the last unit is outside the class.
    @Test func theMeanOfValuesOverClassMeans() {
        let input = ratioInput(
            columns: [[1, 3, 2, 8], [10, 30, 20, 0]], isInClass: [true, true, true, false])
        #expect(input == [0.5, 1.5, 1, 2])
    }

    /// What is missing is in no mean: those observed on one indicator have that one's ratio.
    @Test func missingIndicators() {
        let input = ratioInput(
            columns: [[1, 3, nil, nil], [10, nil, 30, nil]], isInClass: [true, true, true, true])
        #expect(input == [0.5, 1.5, 1.5, nil])
    }

    @Test(arguments: [[0.0, 0, 5], [nil, nil, 5]])
    func anIndicatorThatTheClassHasNothingOf(column: [Double?]) {
        #expect(ratioInput(columns: [[1, 2, 3], column], isInClass: [true, true, false]) == nil)
    }

    @Test func theUnitOfMeasurementDoesNotMatter() throws {
        let columns: [[Double?]] = [[1, 2, 4, nil], [7, nil, 3, 2]]
        let isInClass = [true, true, true, false]
        let input = try #require(ratioInput(columns: columns, isInClass: isInClass))
        let scaled = try #require(
            ratioInput(columns: [columns[0].map { $0.map { 1024 * $0 } }, columns[1]], isInClass: isInClass))
        #expect(input == scaled)
    }
}
