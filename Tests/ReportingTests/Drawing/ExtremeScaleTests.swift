import Testing

@testable import Reporting

/// Scales over whatever numbers there are: positions are finite and ordered, and labels can be read.
struct ExtremeScaleTests {
    static let values: [[Double]] = [
        [], [0], [5e-324], [0, 5e-324], [1e-300, 2e-300], [1.7e308], [-1.7e308, 1.7e308], [1e300, 2e300],
        [1, 1 + 2.3e-16], [1e16, 1e16 + 2], [-1, 1e308],
    ]

    @Test(arguments: values)
    func linearScales(values: [Double]) {
        let scale = LinearScale(over: values, from: 0, to: 100)
        for value in values { #expect((0...100).contains(scale(value))) }
        for ticks in [scale.ticks(about: 5), LinearScale.classEdges(of: scale.domain, atMost: 7)] {
            #expect(ticks.allSatisfy { $0.value.isFinite && $0.label.count < 20 })
            #expect(ticks.count < 60)
        }
    }

    @Test(arguments: values)
    func logarithmicScales(values: [Double]) {
        let scale = LogarithmicScale(over: values, from: 0, to: 100)
        for value in values where value > 0 { #expect((0...100).contains(scale(value))) }
        #expect(scale.ticks.allSatisfy { $0.value.isFinite && $0.label.count < 20 })
    }

    /// Nothing hides a value that is no number: the writer refuses its coordinate.
    @Test func whatIsNoNumberHasNoPlace() {
        let scale = LinearScale(over: [0, 1], from: 0, to: 100)
        for value in [Double.nan, .infinity, -.infinity] { #expect(!scale(value).isFinite) }
    }
}
