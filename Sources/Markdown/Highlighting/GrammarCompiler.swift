/// Lays a grammar's rules out in tables.
struct GrammarCompiler {
    private(set) var classes: [UInt8] = []
    private(set) var nameBytes: [Bool] = []
    private(set) var starts: [UInt16] = []
    private(set) var candidates: [UInt16] = [.max]
    private(set) var matchers: [Grammar.Matcher] = []
    private(set) var regions: [Grammar.Enclosure] = []
    private(set) var modes: [Grammar.ModeEntry] = []
    private(set) var follows: [Grammar.Follow] = []
    private(set) var groups: [Grammar.WordGroup] = []
    private(set) var words: [WordTable.Entry] = []

    /// Which matchers may begin with a byte.
    private typealias Row = [[UInt16]]
    private var rows: [Row] = []
    /// Regions whose mode has still to be laid out.
    private var waiting: [(number: Int, region: Grammar.Region)] = []
    private var closeSlots = 0
    /// At most so many regions of a grammar may look ahead for their end.
    static let maximumCloseSlots = 16

    mutating func compile(_ ground: Grammar.Mode) {
        _ = add(ground)
        var next = 0
        while next < waiting.count {
            let (number, region) = waiting[next]
            next += 1
            let mode: Int
            switch region.inside {
            case .mode(let inside): mode = add(inside, closedBy: (number, region))
            case .ground: mode = addGround(closedBy: (number, region))
            }
            regions[number].mode = mode
        }
        for row in rows { layOut(row) }
    }

    // MARK: Modes

    private mutating func add(
        _ mode: Grammar.Mode, closedBy end: (number: Int, region: Grammar.Region)? = nil
    ) -> Int {
        let number = modes.count
        let names = mode.names
        let firstFollow = follows.count
        follows += names?.follows ?? []
        modes.append(
            Grammar.ModeEntry(
                kind: mode.kind, hasNames: names != nil, nameKind: names?.kind ?? mode.kind,
                capitalised: names?.capitalised, capitals: names?.capitals,
                hasMembers: names?.hasMembers ?? false, ignoresCase: names?.ignoresCase ?? false,
                follows: firstFollow..<follows.count, head: names?.head?.kind,
                headAfterLine: names?.head?.afterLine ?? false, numbers: mode.numbers ?? .plain,
                vocabulary: UInt8(truncatingIfNeeded: number)))
        appendClasses(of: mode)
        rows.append(Row(repeating: [], count: 256))
        if let end { close(end.number, end.region, in: number) }
        add(mode.words, vocabulary: number)
        for prefix in names?.prefixes ?? [] { add(prefix, vocabulary: number) }
        for rule in mode.rules { add(rule, to: number) }
        return number
    }

    /// The ground mode once more, with an end.
    private mutating func addGround(closedBy end: (number: Int, region: Grammar.Region)) -> Int {
        let number = modes.count
        modes.append(modes[0])
        classes += classes[..<256]
        nameBytes += nameBytes[..<256]
        rows.append(Row(repeating: [], count: 256))
        close(end.number, end.region, in: number)
        for byte in 0..<256 { rows[number][byte] += rows[0][byte] }
        return number
    }

    private mutating func appendClasses(of mode: Grammar.Mode) {
        for byte in UInt8.min...UInt8.max {
            let kind: UInt8
            if byte == UInt8(ascii: "\n") {
                kind = Grammar.ByteClass.newline
            } else if mode.numbers != nil, ByteSet.digits.contains(byte) {
                kind = Grammar.ByteClass.digit
            } else if let names = mode.names, names.start.contains(byte) {
                kind = Grammar.ByteClass.name
            } else if let head = mode.names?.head, head.after.contains(byte) {
                kind = Grammar.ByteClass.head
            } else {
                kind = Grammar.ByteClass.plain
            }
            classes.append(kind)
            nameBytes.append(mode.names?.rest.contains(byte) ?? false)
        }
    }

    /// The end of a region goes before all other rules of its mode.
    private mutating func close(_ number: Int, _ region: Grammar.Region, in mode: Int) {
        if region.close.utf8CodeUnitCount > 0 {
            add(
                Grammar.Matcher(
                    action: .close, open: region.close, kind: region.kind, target: number), to: mode)
        }
        if let nests = region.nests {
            add(Grammar.Matcher(action: .nest, open: nests, kind: modes[mode].kind), to: mode)
        }
    }

    // MARK: Words

    private mutating func add(_ list: [Grammar.Words], vocabulary: Int) {
        for words in list {
            var group = Grammar.WordGroup(kind: words.kind)
            group.isHead = words.isHead
            switch words.then {
            case .anything: break
            case .name(let kind): group.then = kind
            case .head: group.keepsHead = true
            }
            add(words.list, group, vocabulary)
        }
    }

    private mutating func add(_ prefix: Grammar.Prefix, vocabulary: Int) {
        var group = Grammar.WordGroup(kind: .string)
        let first = matchers.count
        for region in prefix.regions { matchers.append(matcher(for: region)) }
        group.prefixes = first..<matchers.count
        add(prefix.list, group, vocabulary)
    }

    private mutating func add(_ list: StaticString, _ group: Grammar.WordGroup, _ vocabulary: Int) {
        words += WordTable.entries(
            of: list, group: UInt8(truncatingIfNeeded: groups.count),
            vocabulary: UInt8(truncatingIfNeeded: vocabulary))
        groups.append(group)
    }

    // MARK: Rules

    private mutating func add(_ rule: Grammar.Rule, to mode: Int) {
        switch rule {
        case .line(let open, let kind, let place):
            add(Grammar.Matcher(action: .line, open: open, kind: kind, place: place), to: mode)
        case .token(let open, let kind, let place):
            add(Grammar.Matcher(action: .token, open: open, kind: kind, place: place), to: mode)
        case .name(let open, let kind, let set, let closing, let place):
            add(
                Grammar.Matcher(
                    action: .name, open: open, kind: kind, place: place, set: set, closing: closing ?? 0),
                to: mode)
        case .bare(let kind, let set):
            add(Grammar.Matcher(action: .bare, kind: kind, set: set), to: mode, beginningWith: set)
        case .escape(let open):
            add(Grammar.Matcher(action: .escape, open: open, kind: .escape), to: mode)
        case .character(let open, let kind):
            add(Grammar.Matcher(action: .character, open: open, kind: kind), to: mode)
        case .region(let region):
            let matcher = matcher(for: region)
            if case .around(let byte) = region.fence {
                add(matcher, to: mode, beginningWith: ByteSet(byte...byte))
            } else {
                add(matcher, to: mode, ignoresCase: region.ignoresCase)
            }
        case .key(let kind, let until, let unless):
            add(
                Grammar.Matcher(action: .key, kind: kind, place: .firstOnLine, set: until, unless: unless),
                to: mode, beginningWith: .ink.subtracting(unless))
        case .heredoc(let open, let inside):
            let matcher = Grammar.Matcher(action: .heredoc, open: open, kind: .escape, target: add(inside))
            add(matcher, to: mode)
        case .embed(let open, let kind, let then, let place):
            add(
                Grammar.Matcher(action: .embed, open: open, kind: kind, place: place, then: then), to: mode)
        case .fence(let open):
            add(Grammar.Matcher(action: .fence, open: open, kind: .meta, place: .firstOnLine), to: mode)
        case .block(let open, let inside):
            let matcher = Grammar.Matcher(action: .block, open: open, kind: .keyword, target: add(inside))
            add(matcher, to: mode)
        case .scalar(let inFlow):
            add(
                Grammar.Matcher(action: inFlow ? .flowScalar : .scalar, kind: .string), to: mode,
                beginningWith: .ink)
        case .statement(let selector, let declaration):
            let matcher = Grammar.Matcher(
                action: .statement, target: add(selector), other: add(declaration))
            add(matcher, to: mode, beginningWith: .ink.subtracting(ByteSet("{};")))
        case .prompt(let language):
            add(
                Grammar.Matcher(
                    action: .prompt, kind: .prompt, place: .lineStart, target: Int(language.rawValue)),
                to: mode, beginningWith: .ink)
        }
    }

    private mutating func matcher(for region: Grammar.Region) -> Grammar.Matcher {
        var slot: Int?
        if region.mustClose {
            slot = closeSlots
            closeSlots = min(closeSlots + 1, Self.maximumCloseSlots - 1)
        }
        let number = regions.count
        regions.append(
            Grammar.Enclosure(
                open: region.open, close: region.close, kind: region.kind, place: region.place,
                spansLines: region.spansLines, fence: region.fence, next: region.next,
                takesName: region.takesName, ignoresCase: region.ignoresCase, closeSlot: slot,
                key: region.key, then: region.then))
        waiting.append((number, region))
        return Grammar.Matcher(
            action: .region, open: region.open, kind: region.kind, place: region.place, target: number)
    }

    private mutating func add(_ matcher: Grammar.Matcher, to mode: Int, ignoresCase: Bool = false) {
        guard matcher.open.utf8CodeUnitCount > 0 else { return }
        let first = matcher.open.utf8Start[0]
        var set = ByteSet(first...first)
        if ignoresCase, ByteSet.letters.contains(first) { set.insert(first ^ 0x20) }
        add(matcher, to: mode, beginningWith: set)
    }

    private mutating func add(_ matcher: Grammar.Matcher, to mode: Int, beginningWith set: ByteSet) {
        let number = UInt16(truncatingIfNeeded: matchers.count)
        matchers.append(matcher)
        for byte in UInt8.min...UInt8.max where set.contains(byte) { rows[mode][Int(byte)].append(number) }
    }

    // MARK: Layout

    private mutating func layOut(_ row: Row) {
        let base = starts.count
        var last: (list: [UInt16], start: UInt16) = ([], 0)
        for (byte, list) in row.enumerated() {
            if !list.isEmpty {
                classes[base + byte] |= Grammar.ByteClass.hasRules
                if list != last.list {
                    last = (list, UInt16(truncatingIfNeeded: candidates.count))
                    candidates += list
                    candidates.append(.max)
                }
            }
            starts.append(list.isEmpty ? 0 : last.start)
        }
    }
}
