import ClaimTesting
import Foundation
import Scoring
import Tabular
import Testing

@testable import Reporting

@Suite("Figures of the tests: the values beside a figure are the plotted ones")
struct TestFigureDataTests {
    private func figure(_ name: String, of fixture: FigureFixture) throws -> (Figure, FigureReading) {
        let figure = try #require(fixture.figures.first { $0.canvas.name == name })
        return (figure, try #require(FigureReading(figure.file.bytes)))
    }

    /// Identified elements, title and description aside.
    private func marks(_ reading: FigureReading, _ name: String) -> Int {
        reading.elements.count {
            guard let id = $0.attributes["id"] else { return false }
            return id != "\(name)-title" && id != "\(name)-desc"
        }
    }

    /// Where a rank lies on an upright axis, by its labels, which stand 2.5 points under their middle.
    private func height(
        ofRank rank: Double, on reading: FigureReading, isLogarithmic: Bool
    ) throws -> Double {
        let ticks = try #require(reading.ticks(anchor: "end", along: "y").first)
        let places = ticks.map {
            (value: isLogarithmic ? log($0.value) : $0.value, position: $0.position - 2.5)
        }
        return try #require(position(of: isLogarithmic ? log(rank) : rank, on: places))
    }

    @Test(arguments: FigureFixture.all)
    func acceptability(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("acceptability", of: fixture)
        let axis = try #require(reading.ticks(anchor: "middle", along: "x").first)
        let counts = fixture.assessment.acceptabilityTable().records
        var start: [String: Double] = [:]
        var drawn = 0
        for record in figure.data.records {
            let dyad = record["dyad"]?.text ?? ""
            let first = try #require(record["rank_first"]?.value)
            let last = try #require(record["rank_last"]?.value)
            let share = try #require(record["share"]?.value)
            // The group holds the draws of its ranks in acceptability.csv.
            let draws = counts.filter {
                let rank = $0["rank"]?.value ?? 0
                return $0["reading"]?.text == "volume" && $0["dyad"]?.text == dyad && first <= rank
                    && rank <= last
            }.reduce(0) { $0 + ($1["draws"]?.value ?? 0) }
            #expect(record["draws"]?.value == draws)
            #expect(abs(share - draws / 400) < 1e-12)
            let bar = reading.element("acceptability-r\(Int(first))-\(dyad)")
            #expect((bar == nil) == (share == 0))
            let begin = start[dyad, default: 0]
            start[dyad] = begin + share
            guard let bar, let x = bar.number("x"), let width = bar.number("width") else { continue }
            drawn += 1
            let left = try #require(position(of: 100 * begin, on: axis))
            let right = try #require(position(of: 100 * (begin + share), on: axis))
            #expect(abs(x - left) < 0.03 && abs(x + width - right) < 0.03)
        }
        #expect(start.values.allSatisfy { abs($0 - 1) < 1e-12 })
        #expect(marks(reading, "acceptability") == drawn)
        #expect(figure.data.records.contains { $0["dyad"]?.text == "\(fixture.assessment.claim.target)" })
    }

    @Test(arguments: FigureFixture.all)
    func weightsTernary(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("weights-ternary", of: fixture)
        // The first dimension's numbers stand left of its lines, the second's under the lower edge.
        let up = try #require(reading.ticks(anchor: "end", along: "y").first)
        let along = try #require(reading.ticks(anchor: "middle", along: "x").first)
        let outlines = figure.data.records.reduce(into: [String: [[Double]]]()) { result, record in
            let corner = (1...3).compactMap { record["weight_\($0)"]?.value }
            result[record["dyad"]?.text ?? "", default: []].append(corner)
        }
        var shapes = 0
        for (dyad, corners) in outlines {
            for corner in corners { #expect(abs(corner.reduce(0, +) - 1) < 1e-12) }
            // Of pairs with equal numbers only the first names the shape.
            guard let path = reading.element("weights-ternary-first-\(dyad)")?.attributes["d"] else {
                continue
            }
            shapes += 1
            let numbers = path.split { "MLZ ".contains($0) }.compactMap { Double($0) }
            #expect(numbers.count == 2 * corners.count)
            for (index, corner) in corners.enumerated() {
                let y = try #require(position(of: 100 * corner[0], on: up)) - 2.5
                // On the lower edge x falls with the second weight; half a side to the right per unit of the first.
                let foot = try #require(position(of: 100 * corner[1], on: along))
                let origin = try #require(position(of: 100, on: along))
                let side = try #require(position(of: 0, on: along)) - origin
                #expect(abs(numbers[2 * index] - (foot - corner[0] * side / 2)) < 0.05)
                #expect(abs(numbers[2 * index + 1] - y) < 0.05)
            }
        }
        let map = try #require(
            fixture.assessment.primaryFindings.first.flatMap { WeightMap(fixture.assessment, item: $0) })
        #expect(shapes == map.regions.count)
        // Every dimension is named at its corner.
        let origin = try #require(position(of: 100, on: along))
        let side = try #require(position(of: 0, on: along)) - origin
        let names = reading.named("text").filter { $0.text.hasPrefix("All weight on") }
        #expect(names.count == 3)
        for (name, x) in zip(names, [origin + side / 2, origin, origin + side]) {
            #expect(abs((name.number("x") ?? 0) - x) < 0.05)
        }
        // At the declared weights the region is the leader's.
        let leaders = map.scores.classRanking.leaders
        let totals = map.scores.dyads.indices.map { unit in
            zip(map.declared, map.scores.index.dimensionScores[unit]).reduce(0) { $0 + $1.0 * ($1.1 ?? 0) }
        }
        for leader in leaders {
            #expect(abs(totals[leader] - (map.scores.index.scores[leader] ?? 0)) < 1e-12)
        }
    }

    @Test(arguments: FigureFixture.all, ["volume", "output"])
    func specificationCurve(fixture: FigureFixture, subject: String) throws {
        let name = "specification-curve-\(subject)"
        let (figure, reading) = try figure(name, of: fixture)
        let assessment = fixture.assessment
        let multiverse = try #require(assessment.tests.explored.first { $0.reading == subject })
        let axis = try #require(reading.ticks(anchor: "middle", along: "x").first)
        let records = figure.data.records
        let numbers = Set(records.compactMap { $0["column"]?.value }).sorted()
        #expect(numbers.count <= 150)
        let ranks = multiverse.rows.map(\.rank).sorted()
        var curve: [(x: Double, y: Double)] = []
        var before = 0
        var covered = 0
        for number in numbers {
            let own = records.filter { $0["column"]?.value == number }
            let size = Int(try #require(own.first?["specifications"]?.value))
            let slice = ranks[before..<before + size]
            #expect(own.allSatisfy { $0["rank_best"]?.value == slice.first.map(Double.init) })
            #expect(own.allSatisfy { $0["rank_worst"]?.value == slice.last.map(Double.init) })
            let left = try #require(
                position(of: 100 * Double(before) / Double(ranks.count), on: axis))
            before += size
            let right = try #require(
                position(of: 100 * Double(before) / Double(ranks.count), on: axis))
            let (best, worst) = (Double(slice.first ?? 0), Double(slice.last ?? 0))
            let isLogarithmic = (ranks.last ?? 0) > 20
            curve.append((left, try height(ofRank: best, on: reading, isLogarithmic: isLogarithmic)))
            curve.append((right, try height(ofRank: worst, on: reading, isLogarithmic: isLogarithmic)))
            for (choice, options) in Dictionary(grouping: own, by: { $0["choice"]?.text ?? "" }) {
                #expect(abs(options.reduce(0) { $0 + ($1["share"]?.value ?? 0) } - 1) < 1e-12)
                let place = try #require(multiverse.choices.firstIndex { $0.id.rawValue == choice })
                for record in options {
                    let code = try #require(
                        multiverse.choices[place].options.firstIndex(of: record["option"]?.text ?? ""))
                    let share = record["share"]?.value ?? 0
                    let shade = try #require([0.1, 0.25, 0.5, 0.75, 1].firstIndex { share <= $0 })
                    let id = "\(name)-c\(place + 1)-o\(code + 1)-s\(shade + 1)"
                    let path = try #require(reading.element(id)?.attributes["d"])
                    #expect(
                        spans(of: path).contains {
                            $0.lowerBound <= left + 0.02 && right - 0.02 <= $0.upperBound
                        })
                    covered += 1
                }
            }
        }
        #expect(before == ranks.count)
        #expect(covered == records.count)
        let line = try #require(
            reading.named("polyline").first { $0.attributes["stroke"] == Palette.black.light })
        let points = (line.attributes["points"] ?? "").split { ", ".contains($0) }.compactMap { Double($0) }
        #expect(points.count == 2 * curve.count)
        for (index, point) in curve.enumerated() where 2 * index + 1 < points.count {
            #expect(abs(points[2 * index] - point.x) < 0.05 && abs(points[2 * index + 1] - point.y) < 0.05)
        }
        // Nothing is drawn that is not in the table: as much width as there are rows.
        let width = reading.named("path").filter { $0.attributes["id"]?.contains("-s") ?? false }
            .flatMap { spans(of: $0.attributes["d"] ?? "") }.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        let expected = records.reduce(0) { $0 + ($1["specifications"]?.value ?? 0) } / Double(ranks.count)
        let whole = try #require(position(of: 100, on: axis)) - (axis.first?.position ?? 0)
        #expect(abs(width - expected * whole) < 0.02 * Double(records.count))
    }

    /// From left to right of every rectangle of a path.
    private func spans(of path: String) -> [ClosedRange<Double>] {
        path.split(separator: "Z").compactMap { part in
            let numbers = part.split { "MHV ".contains($0) }.compactMap { Double($0) }
            return numbers.count == 5 && numbers[0] <= numbers[2] ? numbers[0]...numbers[2] : nil
        }
    }

    @Test("The study's own specification is marked at its rank", arguments: FigureFixture.all)
    func ownSpecification(fixture: FigureFixture) throws {
        let (_, reading) = try figure("specification-curve-volume", of: fixture)
        let assessment = fixture.assessment
        let rank = try #require(assessment.result("volume", in: "main")?.standing?.rank)
        let worst = assessment.tests.explored.first { $0.reading == "volume" }?.rows.map(\.rank).max() ?? 0
        let mark = try #require(reading.position("specification-curve-volume-default"))
        let y = try height(ofRank: Double(rank), on: reading, isLogarithmic: worst > 20)
        #expect(abs(mark.y - y) < 0.05)
    }

    @Test(arguments: FigureFixture.all)
    func tippingPoint(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("tipping-point", of: fixture)
        let records = figure.data.records
        let axis = try #require(reading.ticks(anchor: "middle", along: "x").first { $0.count > 5 })
            .map { (value: log10($0.value), position: $0.position) }
        let end = try #require(axis.last?.value)
        let isLogarithmic = (records.compactMap { $0["rank"]?.value }.max() ?? 0) > 20
        var drawn = 0
        var left: [String: Set<Double>] = [:]
        var places: [String: Int] = [:]
        for record in records {
            let id = record["reading"]?.text ?? ""
            let isGrid = record["kind"]?.text == "grid"
            if isGrid { places[id, default: 0] += 1 }
            guard let rank = record["rank"]?.value, let factor = record["factor"]?.value else { continue }
            // The axis ends where the first places are decided; all rows stay in the data.
            if log10(factor) > end - 1e-9 { left[id, default: []].insert(rank) }
            guard log10(factor) < end + 1e-9 else { continue }
            drawn += 1
            let suffix = isGrid ? "\(places[id] ?? 0)" : "tipping"
            let mark = try #require(reading.position("tipping-point-\(id)-\(suffix)"))
            let x = try #require(position(of: log10(factor), on: axis))
            #expect(abs(mark.x - x) < 0.05)
            #expect(
                abs(mark.y - (try height(ofRank: rank, on: reading, isLogarithmic: isLogarithmic))) < 0.05)
        }
        #expect(marks(reading, "tipping-point") == drawn)
        for curve in TippingCurve.all(of: fixture.assessment)
        where curve.isPrimary || curve.tippingFactor != nil {
            #expect(left[curve.reading]?.count == 1)
        }
        // As in tipping-curve.csv and tipping-points.csv, for all dimensions at once.
        func isWhole(_ row: [String: Table.Cell]) -> Bool { row["dimension"]?.text == "all" }
        let table = fixture.assessment.tippingCurveTable().records.filter(isWhole)
        #expect(records.count { $0["kind"]?.text == "grid" } == table.count)
        for row in fixture.assessment.tippingPointsTable().records
        where isWhole(row) && row["is_first"]?.value == 0 {
            let own = records.first {
                $0["reading"]?.text == row["reading"]?.text && $0["kind"]?.text == "tipping"
            }
            #expect(own?["factor"]?.value == row["factor"]?.value)
        }
    }

    @Test(arguments: FigureFixture.all)
    func rankConfidence(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("rank-confidence", of: fixture)
        let axis = try #require(reading.ticks(anchor: "middle", along: "x").first)
        for record in figure.data.records {
            let dyad = record["dyad"]?.text ?? ""
            let rank = try #require(record["rank"]?.value)
            let mark = try #require(reading.position("rank-confidence-rank-\(dyad)"))
            #expect(abs(mark.x - (try #require(position(of: rank, on: axis)))) < 0.05)
            for (name, id) in [("marginal", "own"), ("simultaneous", "all")] {
                let low = try #require(record["\(name)_low"]?.value)
                let high = try #require(record["\(name)_high"]?.value)
                let bar = try #require(reading.element("rank-confidence-\(id)-\(dyad)"))
                let (x, width) = (try #require(bar.number("x")), try #require(bar.number("width")))
                let left = try #require(position(of: low, on: axis))
                let right = try #require(position(of: high, on: axis))
                // Bars reach a little beyond both ranks, alike on both sides.
                #expect(abs(x + width / 2 - (left + right) / 2) < 0.05)
                #expect(width - (right - left) > 0 && width - (right - left) <= 2.45)
            }
        }
        #expect(marks(reading, "rank-confidence") == 3 * figure.data.rows.count)
        #expect(figure.data.records.contains { $0["dyad"]?.text == "\(fixture.assessment.claim.target)" })
    }

    @Test(
        "Regions under geometric means hold the pair with the largest product of powers; other means have none"
    )
    func geometric() throws {
        let values = try MethodChoice(Normalisation.minMax.description, ["range": .numbers([1, 100])])
        var fixture = FigureFixture(
            name: "geometric", stateNames: ["A", "B", "C", "D", "E"], hasTests: false,
            method: ScoringMethod(normalisation: values, aggregations: [.geometric]))
        let assessment = fixture.assessment
        let item = try #require(assessment.primaryFindings.first)
        let map = try #require(WeightMap(assessment, item: item))
        #expect(map.isGeometric && map.regions.count > 1)
        for region in map.regions {
            let count = Double(region.corners.count)
            let middle = (0..<3).map { place in region.corners.reduce(0) { $0 + $1[place] } / count }
            let products = map.scores.index.dimensionScores.map { own in
                zip(own, middle).reduce(1) { $0 * pow($1.0 ?? 0, $1.1) }
            }
            let best = try #require(products.max())
            #expect(region.units == products.indices.filter { products[$0] == best })
        }
        fixture.method.aggregations = [try MethodChoice(Aggregation.harmonic.description)]
        #expect(fixture.assessment.weightsTernaryFigure(style: fixture.style, options: .standard) == nil)
    }

    @Test("Where specifications are many, columns hold several")
    func columns() throws {
        let found = FigureFixture.all.flatMap { $0.assessment.tests.explored.map(SpecificationColumns.init) }
        #expect(found.contains { $0.size > 1 })
        for item in found {
            #expect(item.columns.map(\.places.count).reduce(0, +) == item.count)
            #expect(item.columns.dropLast().allSatisfy { $0.places.count == item.size })
        }
    }

    @Test("Figures without data are not drawn")
    func absence() {
        let fixture = FigureFixture(name: "untested", stateNames: ["A", "B", "C", "D"], hasTests: false)
        #expect(
            fixture.redrawn.map(\.canvas.name) == [
                "ranking", "matrix", "profiles", "rank-by-year", "weights-ternary", "network",
                "rank-confidence",
                "expectation",
            ])
        let empty = RankConfidenceForest(
            reading: "volume", rows: [], confidence: 0.95, degreesOfFreedom: 12, draws: 400, fixedWeight: 0)
        #expect(
            fixture.assessment.rankConfidenceFigure(empty, style: fixture.style, options: .standard) == nil)
        // Of two dimensions there is no triangle.
        let pair = fixture.assessment.primaryFindings.first { $0.subject.id == "output" }
        #expect(pair.flatMap { WeightMap(fixture.assessment, item: $0) } == nil)
    }
}
