import Testing

@testable import Uncertainty

struct SobolSequenceTests {
    /// Points 1, 5, 11 and 14 in sixteenths, and point 999 of 1,024, by scipy 1.17.1: `qmc.Sobol(21, scramble=False)`.
    @Test func pointsOfScipy() {
        let sequence = SobolSequence(dimension: 21)
        let sixteenths: [UInt32: [UInt32]] = [
            5: [14, 14, 2, 6, 14, 10, 14, 6, 6, 2, 6, 14, 14, 2, 14, 6, 14, 6, 6, 10, 10],
            11: [7, 9, 3, 11, 13, 1, 11, 11, 11, 1, 15, 5, 3, 3, 9, 3, 9, 1, 11, 9, 15],
            14: [9, 7, 1, 13, 3, 11, 5, 13, 13, 3, 9, 11, 13, 1, 7, 5, 7, 7, 13, 3, 5],
        ]
        for (point, expected) in sixteenths {
            #expect((0..<21).map { sequence.coordinate($0, ofPoint: point) >> 28 } == expected)
        }
        let later = [
            0.1572265625, 0.9091796875, 0.0810546875, 0.9892578125, 0.9677734375, 0.8447265625, 0.8583984375,
            0.7119140625, 0.8134765625, 0.6318359375, 0.0224609375, 0.4423828125, 0.4736328125, 0.9462890625,
            0.8310546875, 0.5576171875, 0.2822265625, 0.6572265625, 0.6787109375, 0.0380859375, 0.3349609375,
        ]
        #expect((0..<21).map { Double(sequence.coordinate($0, ofPoint: 999)) * 0x1p-32 } == later)
    }

    @Test func everyIntervalHasOnePoint() {
        let sequence = SobolSequence(dimension: 21)
        for coordinate in 0..<21 {
            let cells = (64..<128).map { sequence.coordinate(coordinate, ofPoint: $0) >> 26 }
            #expect(cells.sorted() == Array(0..<64), "coordinate \(coordinate)")
        }
    }
}
