import Notes
import Writers

/// The outline of a shape: how much room it takes around a text, how it is drawn, and where an arrow meets it.
enum FlowOutline {
    /// The frame that a text of a size needs.
    static func size(of shape: Flowchart.Shape, around text: Flow.Size) -> Flow.Size {
        let (width, height) = (text.width, text.height)
        switch shape {
        case .rectangle, .rounded: return Flow.Size(width: max(56, width + 32), height: height + 24)
        case .stadium: return Flow.Size(width: max(64, width + 44), height: height + 24)
        case .subroutine: return Flow.Size(width: max(64, width + 48), height: height + 24)
        case .cylinder: return Flow.Size(width: max(64, width + 32), height: height + 38)
        case .circle, .doubleCircle:
            var diameter = max(48, (width * width + height * height).squareRoot + 18)
            if shape == .doubleCircle { diameter += 10 }
            return Flow.Size(width: diameter, height: diameter)
        case .flag: return Flow.Size(width: width + 48, height: height + 24)
        case .diamond:
            let outer = width + max(60, width * 3 / 4)
            return Flow.Size(width: outer, height: max(56, height * outer / (outer - width) + 4))
        case .hexagon: return Flow.Size(width: width + 56, height: height + 24)
        case .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid:
            return Flow.Size(width: width + 68, height: height + 24)
        }
    }

    /// How far slanted sides reach in.
    private static let slant = 18

    /// The corners of a shape with straight sides; nil for a round one.
    private static func corners(_ shape: Flowchart.Shape, _ frame: Flow.Frame) -> [Flow.Point]? {
        let (left, right, top, bottom) = (frame.x, frame.maxX, frame.y, frame.maxY)
        let middle = frame.middle
        func points(_ points: (Int, Int)...) -> [Flow.Point] { points.map { Flow.Point(x: $0.0, y: $0.1) } }
        switch shape {
        case .diamond: return points((middle.x, top), (right, middle.y), (middle.x, bottom), (left, middle.y))
        case .hexagon:
            return points(
                (left + slant, top), (right - slant, top), (right, middle.y), (right - slant, bottom),
                (left + slant, bottom), (left, middle.y))
        case .flag:
            return points(
                (left, top), (right, top), (right, bottom), (left, bottom), (left + slant, middle.y))
        case .leanRight:
            return points((left + slant, top), (right, top), (right - slant, bottom), (left, bottom))
        case .leanLeft:
            return points((left, top), (right - slant, top), (right, bottom), (left + slant, bottom))
        case .trapezoid:
            return points((left + slant, top), (right - slant, top), (right, bottom), (left, bottom))
        case .invertedTrapezoid:
            return points((left, top), (right, top), (right - slant, bottom), (left + slant, bottom))
        default: return nil
        }
    }

    // MARK: Arrows

    /// The point where an arrow that comes to the frame's side at a right angle meets the shape.
    static func meeting(_ point: Flow.Point, _ shape: Flowchart.Shape, _ frame: Flow.Frame) -> Flow.Point {
        let isVertical = point.y == frame.y || point.y == frame.maxY
        let depth: Int
        if let corners = corners(shape, frame) {
            depth = self.depth(of: corners, from: point, isVertical: isVertical, frame)
        } else {
            let middle = frame.middle
            let (dx, dy) = (abs(point.x - middle.x), abs(point.y - middle.y))
            switch shape {
            case .circle, .doubleCircle:
                let radius = frame.width / 2
                depth = radius - (radius * radius - sq(isVertical ? dx : dy)).squareRoot
            case .stadium:
                let radius = frame.height / 2
                let beyond = isVertical ? max(0, dx - (frame.width / 2 - radius)) : dy
                depth = radius - (radius * radius - sq(beyond)).squareRoot
            case .cylinder where isVertical:
                // An ellipse with half axes of half the width, and of 7.
                let half = max(1, frame.width / 2)
                depth = 7 - 7 * (half * half - sq(dx)).squareRoot / half
            default: depth = 0
            }
        }
        if isVertical {
            return Flow.Point(x: point.x, y: point.y == frame.y ? point.y + depth : point.y - depth)
        }
        return Flow.Point(x: point.x == frame.x ? point.x + depth : point.x - depth, y: point.y)
    }

    private static func sq(_ value: Int) -> Int { value * value }

    /// How far from a frame's side its shape begins.
    private static func depth(
        of corners: [Flow.Point], from point: Flow.Point, isVertical: Bool, _ frame: Flow.Frame
    ) -> Int {
        var least: Int?
        for (first, second) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            let (along, a, b) =
                isVertical ? (point.x, first.x, second.x) : (point.y, first.y, second.y)
            let (across, p, q) =
                isVertical ? (point.y, first.y, second.y) : (point.x, first.x, second.x)
            guard a != b, min(a, b) <= along, along <= max(a, b) else { continue }
            let distance = abs(p + (q - p) * (along - a) / (b - a) - across)
            least = min(least ?? distance, distance)
        }
        return least ?? 0
    }

    // MARK: Markup

    /// The shape as SVG.
    static func markup(_ shape: Flowchart.Shape, _ frame: Flow.Frame) -> Markup {
        if let corners = corners(shape, frame), let first = corners.first {
            let path = corners.dropFirst().reduce("M\(first.x) \(first.y)") { $0 + "L\($1.x) \($1.y)" }
            return "<path d=\"\(path)z\"/>\n"
        }
        let radius =
            switch shape {
            case .stadium: frame.height / 2
            case .rounded: min(10, frame.height / 2)
            default: 4
            }
        func rectangle(_ radius: Int) -> Markup {
            """
            <rect x="\(frame.x)" y="\(frame.y)" width="\(frame.width)" height="\(frame.height)" rx="\(radius)"/>

            """
        }
        switch shape {
        case .circle: return circle(frame, inset: 0)
        case .doubleCircle:
            var markup = circle(frame, inset: 0)
            markup.append(circle(frame, inset: 5))
            return markup
        case .subroutine:
            var markup = rectangle(2)
            markup.append(
                "<path d=\"M\(frame.x + 8) \(frame.y)v\(frame.height)M\(frame.maxX - 8) \(frame.y)v\(frame.height)\"/>\n"
            )
            return markup
        case .cylinder:
            let (half, side) = (frame.width / 2, frame.height - 14)
            let width = frame.width
            return """
                <path d="M\(frame.x) \(frame.y + 7)a\(half) 7 0 0 1 \(width) 0v\(side)a\(half) 7 0 0 1 -\(width) 0z\
                M\(frame.x) \(frame.y + 7)a\(half) 7 0 0 0 \(width) 0"/>

                """
        default: return rectangle(radius)
        }
    }

    private static func circle(_ frame: Flow.Frame, inset: Int) -> Markup {
        "<ellipse cx=\"\(frame.middle.x)\" cy=\"\(frame.middle.y)\" rx=\"\(frame.width / 2 - inset)\" ry=\"\(frame.height / 2 - inset)\"/>\n"
    }
}

extension Int {
    /// The root of a whole number, rounded down; 0 for negative ones.
    fileprivate var squareRoot: Int { self > 0 ? Int(Double(self).squareRoot()) : 0 }
}
