import Foundation
import Testing

@testable import Reporting

@Suite("Figures: column widths and kinds of print")
struct FigureOptionsTests {
    private func figures(_ fixture: FigureFixture, _ options: FigureOptions) -> [Figure] {
        fixture.drawing(fixture.assessment, options: options)
    }

    @Test(
        "One column is 88 mm wide, on one page, with text of at least 6 points", arguments: FigureFixture.all)
    func oneColumn(fixture: FigureFixture) throws {
        let names = fixture.figures.map(\.canvas.name)
        let drawn = figures(fixture, FigureOptions(width: .one))
        #expect(drawn.map(\.canvas.name) == names)
        for figure in drawn where figure.canvas.options.width == .one {
            let reading = try #require(FigureReading(figure.file.bytes))
            #expect(reading.named("svg").first?.attributes["width"] == "88mm")
            let (width, height) = reading.canvas
            #expect(abs(width - 249.45) < 0.01)
            #expect(height <= 240 * Canvas.pointsPerMillimetre, "\(figure.canvas.name): \(height) pt")
            let boxes = reading.boxes
            for (index, box) in boxes.enumerated() {
                #expect(
                    box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height,
                    "\(figure.canvas.name): \(box) outside \(width) x \(height)")
                for other in boxes[(index + 1)...] where box.overlaps(other) {
                    Issue.record("\(figure.canvas.name): \(box) overlaps \(other)")
                }
            }
            #expect(reading.named("text").allSatisfy { ($0.number("font-size") ?? 0) >= 6 })
        }
    }

    @Test("Every figure has a layout for one column", arguments: FigureFixture.all)
    func layouts(fixture: FigureFixture) {
        let drawn = figures(fixture, FigureOptions(width: .one))
        #expect(drawn.allSatisfy { $0.canvas.options.width == .one })
    }

    @Test("Print differs from light in its colours only, and these are greys", arguments: FigureFixture.all)
    func print(fixture: FigureFixture) throws {
        for width in FigureOptions.Width.allCases {
            let light = figures(fixture, FigureOptions(width: width))
            let print = figures(fixture, FigureOptions(width: width, variant: .print))
            #expect(light.map(\.data) == print.map(\.data))
            for (one, other) in zip(light, print) {
                let (mine, theirs) = (
                    try #require(FigureReading(one.file.bytes)), try #require(FigureReading(other.file.bytes))
                )
                #expect(mine.elements.count == theirs.elements.count)
                for (a, b) in zip(mine.elements, theirs.elements) {
                    #expect(a.name == b.name && a.text == b.text)
                    var (first, second) = (a.attributes, b.attributes)
                    for key in ["fill", "stroke"] {
                        first[key] = nil
                        if let colour = second.removeValue(forKey: key) {
                            #expect(colour == "none" || Self.isGrey(colour), "\(one.canvas.name): \(colour)")
                        }
                    }
                    #expect(first == second)
                }
                // The paper is white.
                #expect(theirs.named("rect").first?.attributes["fill"] == "#FFFFFF")
            }
        }
    }

    @Test("In print the target is black, and nothing else that is filled with a colour is")
    func target() throws {
        #expect(Palette.vermillion.print == Palette.black.print)
        for colour in [Palette.blue, Palette.green, Palette.purple] + Palette.areas + Palette.sequence {
            #expect(colour.print != Palette.black.print)
        }
    }

    @Test("Steps of grey fall evenly, as far apart as nine can be")
    func ramp() throws {
        let levels = try Palette.sequence.map { try #require(Self.level(of: $0.print)) }
        for (light, dark) in zip(levels, levels.dropFirst()) { #expect((20...32).contains(light - dark)) }
        // Black text on any area has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3).
        for area in Palette.areas {
            let level = Double(try #require(Self.level(of: area.print))) / 255
            let luminance = pow((level + 0.055) / 1.055, 2.4)
            #expect((luminance + 0.05) / 0.05 >= 4.5)
        }
    }

    @Test("File names tell what is not standard")
    func names() {
        let names = FigureOptions.Width.allCases.flatMap { width in
            FigureOptions.Variant.allCases.map { FigureOptions(width: width, variant: $0).suffix }
        }
        #expect(names == ["-one-column", "-one-column-print", "", "-print"])
    }

    private static func isGrey(_ colour: String) -> Bool {
        let digits = Array(colour.dropFirst())
        return digits.count == 6 && digits[0..<2] == digits[2..<4] && digits[2..<4] == digits[4..<6]
    }

    private static func level(of colour: String) -> Int? { Int(colour.dropFirst().prefix(2), radix: 16) }
}
