extension Lexer {
    /// Opens a region whose opener stands at `start`; what lies between the position and it belongs to the opener.
    mutating func openRegion(_ number: Int, openerAt start: Int) -> Bool {
        guard !isFull else { return false }
        let region = grammar.regions[number]
        guard let (fence, end) = openerEnd(of: region, at: start) else { return false }
        if let slot = region.closeSlot, !closesOnLine(region, slot, from: end) { return false }
        flush(to: position)
        let firstRun = runs.count
        passHead()
        take(to: end, as: region.kind)
        enter(
            Frame(
                language: frame.language, mode: region.mode, base: grammar.modes[region.mode].kind,
                limit: frame.limit, region: number, fence: fence,
                isLineBound: frame.isLineBound || !region.spansLines, firstRun: firstRun))
        return true
    }

    private mutating func openerEnd(
        of region: Grammar.Enclosure, at start: Int
    ) -> (fence: Range<Int>, end: Int)? {
        var start = start
        var fence = 0..<0
        if case .around(let byte) = region.fence {
            var end = start
            while end < start + 32, self.byte(end) == byte { end += 1 }
            guard end > start else { return nil }
            fence = start..<end
            start = end
        }
        guard matches(region.open, at: start, ignoringCase: region.ignoresCase) else { return nil }
        var end = start + region.open.utf8CodeUnitCount
        switch region.fence {
        case .none, .around: break
        case .run(let byte):
            fence = end..<end
            while end < start + 32, self.byte(end) == byte { end += 1 }
            fence = fence.lowerBound..<end
        case .delimiter:
            let first = end
            let stops = ByteSet(" ()\\\t\r\n\"")
            while end < first + 16, end < frame.limit, !stops.contains(code[end]) { end += 1 }
            guard byte(end) == UInt8(ascii: "(") else { return nil }
            fence = first..<end
            end += 1
        }
        if region.takesName {
            let first = end
            while end < frame.limit, ByteSet.tagName.contains(code[end]) { end += 1 }
            guard end > first else { return nil }
        }
        guard region.next == .all || (end < frame.limit && region.next.contains(code[end])) else {
            return nil
        }
        count(end - start)
        return (fence, end)
    }

    /// Whether the line has the region's end too, which an escape is not.
    private mutating func closesOnLine(_ region: Grammar.Enclosure, _ slot: Int, from start: Int) -> Bool {
        let slots = GrammarCompiler.maximumCloseSlots
        if unclosed.isEmpty { unclosed = Array(repeating: 0, count: slots * Language.allCases.count) }
        let number = Int(frame.language.rawValue) * slots + slot
        guard start >= unclosed[number] else { return false }
        let first = region.close.utf8Start[0]
        var index = start
        while !isLineEnd(index) {
            count(1)
            if code[index] == first, index > start, matches(region.close, at: index) { return true }
            index += code[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        unclosed[number] = index
        return false
    }

    /// Ends the open region where its end stands here.
    mutating func closeRegion(_ matcher: Grammar.Matcher) -> Bool {
        guard let number = frame.region, number == matcher.target, matches(matcher.open, at: position) else {
            return false
        }
        let region = grammar.regions[number]
        guard let end = closerEnd(of: region) else { return false }
        if case .run(let byte) = region.fence, self.byte(end) == byte, end < frame.limit {
            // A longer run ends nothing, and no part of it does.
            var after = end
            while self.byte(after) == byte { after += 1 }
            count(after - position)
            position = after
            return true
        }
        if frame.depth > 0 {
            frame.depth -= 1
            frame.isHead = false
            position = end
            return true
        }
        take(to: end, as: region.kind)
        if let key = region.key, byte(skipBlanks(from: end)) == UInt8(ascii: ":") {
            for index in frame.firstRun..<runs.count where runs[index].kind == region.kind {
                runs[index].kind = key
            }
        }
        leave()
        if let then = region.then { embed(then) }
        return true
    }

    private mutating func closerEnd(of region: Grammar.Enclosure) -> Int? {
        var end = position + region.close.utf8CodeUnitCount
        if case .delimiter = region.fence {
            // The end is `)`, the delimiter and a quote.
            for index in frame.fence {
                count(1)
                guard byte(end) == code[index] else { return nil }
                end += 1
            }
            return byte(end) == UInt8(ascii: "\"") ? end + 1 : nil
        }
        for index in frame.fence {
            count(1)
            guard byte(end) == code[index] else { return nil }
            end += 1
        }
        return end
    }
}

extension ByteSet {
    /// Names of elements, with a namespace; XML 1.0, section 2.3, and HTML, section 13.1.2.
    static let tagName = ByteSet.hyphenated.union(ByteSet(":."))
}
