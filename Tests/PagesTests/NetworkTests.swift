import Linking
import Localisation
import Notes
import SeededRandom
import Testing
import Writers

@testable import Pages

/// A network of chance, the same for the same seed.
private func network(_ seed: Int) -> Network {
    var generator = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 1...60, using: &generator)
    let groups = Int.random(in: 0...8, using: &generator)
    let names = [
        "a", "IRSA", "#team/platform", "日本語の長い文書", "A title that goes on for longer than there is room",
    ]
    let nodes = (0..<count).map { index in
        Network.Node(
            link: PageLink(title: names[index % names.count], url: "\(index)/"),
            size: Int.random(in: 0...100, using: &generator), detail: "1 link",
            group: groups == 0 ? nil : Int.random(in: 0..<groups, using: &generator))
    }
    var pairs: Set<Int> = []
    for _ in 0..<Int.random(in: 0...2 * count, using: &generator) {
        let (from, to) = (
            Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator)
        )
        if from < to { pairs.insert(from * count + to) }
    }
    return Network(
        nodes: nodes,
        edges: pairs.sorted().map { Network.Edge(from: $0 / count, to: $0 % count, weight: 1 + $0 % 5) },
        groups: (0..<groups).map { Network.Group(title: "G\($0)", url: $0 == 7 ? nil : "g/") },
        labels: Bool.random(using: &generator) ? .all : .largest(12))
}

@Suite("Maps of notes and tags")
struct NetworkTests {
    @Test("marks and names do not overlap, and lie in the drawing", arguments: 0..<60)
    func geometry(seed: Int) {
        let drawing = NetworkDrawing(network(seed))
        let whole = Flow.Frame(x: 0, y: 0, width: drawing.width, height: drawing.height)
        let marks = zip(drawing.points, drawing.radii).map {
            Flow.Frame(x: $0.x - $1, y: $0.y - $1, width: 2 * $1, height: 2 * $1)
        }
        let frames = marks + drawing.labels.compactMap { $0?.frame }
        for (index, frame) in frames.enumerated() {
            #expect(frame.x >= 0 && frame.y >= 0 && frame.maxX <= whole.maxX && frame.maxY <= whole.maxY)
            #expect(!frames[..<index].contains { $0.overlaps(frame) }, "\(index)")
        }
    }

    @Test("those who lie on one point come apart")
    func coincident() {
        let boxes = (0..<40).map { _ in NetworkLayout.Box(width: 90, height: 20) }
        let layout = NetworkLayout(boxes, edges: [], groups: boxes.map { _ in nil }, step: 0)
        for index in boxes.indices {
            for other in 0..<index { #expect(!layout.frame(index).overlaps(layout.frame(other))) }
        }
    }

    @Test("are the same wherever they are drawn")
    func places() {
        let edges = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (5, 6)].map {
            Network.Edge(from: $0, to: $1, weight: 1)
        }
        let boxes = (0..<8).map { _ in NetworkLayout.Box(width: 20, height: 20) }
        let layout = NetworkLayout(boxes, edges: edges, groups: [0, 0, 0, 1, 1, 1, 2, nil], step: 80)
        #expect(
            layout.points.map { [$0.x, $0.y] } == [
                [160, 404], [200, 465], [267, 438], [252, 317], [250, 248], [407, 122], [501, 59], [11, 11],
            ])
    }

    @Test("joined nodes are nearer to each other than others")
    func distances() {
        let edges = (1..<12).map { Network.Edge(from: $0 - 1, to: $0, weight: 1) }
        let boxes = (0..<12).map { _ in NetworkLayout.Box(width: 10, height: 10) }
        let points = NetworkLayout(boxes, edges: edges, groups: boxes.map { _ in nil }, step: 60).points
        func square(_ first: Int, _ second: Int) -> Int {
            let (dx, dy) = (points[first].x - points[second].x, points[first].y - points[second].y)
            return dx * dx + dy * dy
        }
        for index in 0..<11 { #expect(square(index, index + 1) < square(0, 11) / 9) }
    }

    @Test("lines are thick where they are strong among those that are drawn")
    func weights() {
        let nodes = (0..<4).map { index in
            Network.Node(
                link: PageLink(title: "N\(index)", url: "\(index)/"), size: 1, detail: "1 note", group: nil)
        }
        func classes(_ weights: [Int]) -> [String] {
            let edges = weights.enumerated().map { Network.Edge(from: $0, to: $0 + 1, weight: $1) }
            let network = Network(nodes: nodes, edges: edges, groups: [], labels: .all)
            let markup = String(
                decoding: NetworkDrawing(network).figure(title: "Map", description: "D", .english).bytes,
                as: UTF8.self)
            return all(between: "class=\"line ", and: "\"", in: markup)
        }
        #expect(classes([100, 110, 130]) == ["w1", "w3"])
        #expect(classes([1, 2, 3]) == ["w1", "w2", "w3"])
        #expect(classes([7, 7, 7]) == ["w1"])
    }

    @Test("notes of no group of their own are not drawn together")
    func others() {
        let groups = [Network.Group(title: "A", url: "a/"), Network.Group(title: "Others", url: nil)]
        let network = Network(nodes: [], edges: [], groups: groups, labels: .all)
        #expect([0, 1, nil].map(network.own) == [0, nil, nil])
    }

    @Test(
        "every node leads to its page, named with its number; only those with names are stops of the keyboard"
    )
    func markup() {
        let nodes = [("A & B", 3, "3 links"), ("C", 1, "1 link")].map { title, size, detail in
            Network.Node(
                link: PageLink(title: title, url: "../\(title.lowercased())/"), size: size,
                detail: detail, group: nil)
        }
        let network = Network(
            nodes: nodes, edges: [Network.Edge(from: 0, to: 1, weight: 1)], groups: [], labels: .largest(1))
        let markup = String(
            decoding: NetworkDrawing(network).figure(title: "Map", description: "D", .english).bytes,
            as: UTF8.self)
        #expect(markup.contains("<a href=\"../a &amp; b/\"><title>A &amp; B, 3 links</title><circle "))
        #expect(markup.contains("<a href=\"../c/\" tabindex=\"-1\"><title>C, 1 link</title><circle "))
        #expect(all(between: "<text", and: "</text>", in: markup).count == 1)
        #expect(!markup.contains("legend"))
    }
}

@Suite("The map of all notes")
struct GraphPageTests {
    private static func graph(_ site: Site) throws -> GraphPage {
        for model in site.pageModels(.standard) { if case .graph(let page) = model { return page } }
        return try #require(nil as GraphPage?)
    }

    @Test("draws each linked note once, by its highest folder, and lists the others")
    func notes() throws {
        let page = try Self.graph(
            site([
                "a/one.md": "# One\n\n[[Two]] [[Two]] [[Three]] [[One]]", "a/two.md": "# Two\n\n[[One]]",
                "b/three.md": "# Three", "b/four.md": "# Four", "index.md": "# Start",
            ]))
        let network = try #require(page.network)
        #expect(page.subject == .notes)
        #expect(
            network.nodes.map { "\($0.link.title) \($0.detail) \($0.group ?? -1)" } == [
                "One 2 links 0", "Two 1 link 0", "Three 1 link 1",
            ])
        #expect(network.edges.map { "\($0.from)-\($0.to)" } == ["0-1", "0-2"])
        #expect(network.groups.map(\.title) == ["A", "B"])
        #expect(page.linked.map { "\($0.link.title) \($0.count)" } == ["One 1", "Two 1", "Three 1"])
        #expect(page.unlinked.map(\.title) == ["Four", "Start"])
        #expect(page.linkCount == 2)
    }

    @Test("groups notes of one folder by their first tags")
    func tags() throws {
        let page = try Self.graph(
            site(["a.md": "#x\n# A\n\n[[B]] [[C]]", "b.md": "#y\n# B", "c.md": "# C"]))
        #expect(page.network?.groups.map(\.title) == ["#x", "#y", "Others"])
        #expect(page.network?.nodes.map(\.group) == [0, 1, 2])
    }

    @Test("says so where no note links to another")
    func unlinked() throws {
        let site = site(["a.md": "# A", "b.md": "# B"])
        #expect(try Self.graph(site).network == nil)
        #expect(try page("graph/index.html", of: site).contains("No note links to another yet."))
    }

    /// A site of `count` notes in `folders` folders, each linked to the next.
    private static func large(_ count: Int, folders: Int, tags: Int = 0) -> Site {
        Site(
            linking: (0..<count).map { index in
                let tag = tags > 0 ? "#t\(index % tags) #u\(index % (tags + 1))\n" : ""
                let text = "\(tag)# N\(index)\n\n[[N\((index + 1) % count)]]"
                return note(text, path: folders > 0 ? "f\(index % folders)/n\(index).md" : "n\(index).md")
            })
    }

    @Test("draws folders where there are too many notes, and no more of them than can be read")
    func folders() throws {
        let page = try Self.graph(Self.large(600, folders: 10))
        #expect(page.subject == .folders)
        let network = try #require(page.network)
        #expect(network.nodes.map(\.link.title).sorted() == (0..<10).map { "F\($0)" })
        #expect(network.nodes.allSatisfy { $0.detail == "60 notes" })
        #expect(network.edges.count == 10 && network.edges.allSatisfy { $0.weight == 60 })
        let many = try Self.graph(Self.large(900, folders: 300))
        #expect(many.subject == .folders)
        #expect(many.network?.nodes.count == 60)
        #expect(many.unlinkedCount == 0 && many.linked.count == 20)
    }

    @Test("draws tags where there are too many notes and no folders")
    func flat() throws {
        let page = try Self.graph(Self.large(600, folders: 0, tags: 24))
        #expect(page.subject == .tags)
        #expect(page.network?.nodes.count == 40)
        #expect(page.network.map { $0.edges.count <= 3 * 40 } ?? false)
    }

    @Test("does not grow with the site")
    func bounded() throws {
        let sizes = try [1200, 4800].map {
            try page("graph/index.html", of: Self.large($0, folders: 40, tags: 9)).utf8.count
        }
        #expect(sizes[1] < sizes[0] + 400)
    }
}

@Suite("The page of all tags")
struct TagMapTests {
    private static func tags(_ site: Site) throws -> TagIndexPage {
        for model in site.pageModels(.standard) { if case .tagIndex(let page) = model { return page } }
        return try #require(nil as TagIndexPage?)
    }

    @Test("lists nested tags in a list of their own")
    func nested() throws {
        let page = try page("tags/index.html", of: site(["a.md": "#b #a/x/y #a/z #c\n# A"]))
        let list = all(between: "tags</p>\n</header>\n", and: "<section", in: page)[0]
        let shape = list.replacing(/\ (class|href)="[^"]*"|\n/, with: "").replacing(
            " <span>1</span>", with: "")
        #expect(
            shape == "<ul><li><a>#a</a><ul><li><a>#a/x</a><ul><li><a>#a/x/y</a></li></ul></li>"
                + "<li><a>#a/z</a></li></ul></li><li><a>#b</a></li><li><a>#c</a></li></ul>")
    }

    @Test("draws the tags that most notes have, and how often they occur together")
    func network() throws {
        let site = site([
            "a.md": "#x #y\n# A", "b.md": "#x #y\n# B", "c.md": "#y #z/q\n# C", "d.md": "#lone\n# D",
        ])
        let map = try #require(Self.tags(site).map)
        #expect(
            map.nodes.map { "\($0.link.title) \($0.size)" } == ["#lone 1", "#x 2", "#y 3", "#z 1", "#z/q 1"])
        #expect(map.edges.map { "\($0.from)-\($0.to) \($0.weight)" } == ["1-2 2", "2-4 1", "3-4 1"])
    }

    @Test("counts a tag that is not drawn for the one that it is nested in")
    func bounded() throws {
        let notes = (0..<100).map { note("#all #deep/t\($0)\n# N\($0)", path: "n\($0).md") }
        let site = Site(linking: notes)
        let map = try #require(Self.tags(site).map)
        #expect(map.nodes.count == 40)
        #expect(
            map.edges.contains {
                map.nodes[$0.from].link.title == "#all" && map.nodes[$0.to].link.title == "#deep"
                    && $0.weight == 62
            })
    }
}
