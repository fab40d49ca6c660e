// Places and sizes, in units of a drawing's view box.
extension Flow {
    package struct Point: Sendable, Hashable {
        package var x: Int
        package var y: Int

        static func + (first: Point, second: Point) -> Point {
            Point(x: first.x + second.x, y: first.y + second.y)
        }
    }

    package struct Size: Sendable, Hashable {
        package let width: Int
        package let height: Int
    }

    package struct Frame: Sendable, Hashable {
        package var x: Int
        package var y: Int
        package let width: Int
        package let height: Int

        var maxX: Int { x + width }
        var maxY: Int { y + height }
        var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
        var origin: Point { Point(x: x, y: y) }

        func moved(by point: Point) -> Frame {
            Frame(x: x + point.x, y: y + point.y, width: width, height: height)
        }
    }
}
