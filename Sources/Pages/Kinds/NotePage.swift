import Linking
import Localisation
package import Markdown
package import Notes
import Writers

/// The page of a note.
package struct NotePage: Sendable, Hashable {
    package let shell: Shell
    /// The anchor of the heading that the title comes from.
    package let titleAnchor: String?
    package let breadcrumbs: [PageLink]
    package let tags: [PageLink]
    package let byline: Byline
    /// The keys of its front matter that Waymark does not read; none where the site has no templates to ask for them.
    package let keys: [FrontMatter.Entry]
    package let review: Review?
    /// What the site says of notes with the note's tags.
    package let notices: [String]
    /// Where the note is from, as its author gives it: an address, or words.
    package let sources: [String]
    /// Where its file can be edited.
    package let editURL: String?
    package let body: Body
    /// For each reference of the body where it leads.
    package let targets: [Target]
    /// The drawings of the note's decisions and charts, in the order of their places in the body.
    package let flows: [PlacedFlow]
    /// The comparisons of the note that other notes add to.
    package let comparisons: [NoteEntry]
    /// The options that the note compares or decides between.
    package let options: [PageLink]
    /// Whether the body has a comparison, which scripts add tools to.
    package let hasComparisons: Bool
    package let contents: [ContentsEntry]
    package let sidebar: Sidebar?
    /// The notes that link here, each with the sentence around its link.
    package let backlinks: [NoteEntry]
    package let related: [RelatedNote]
    /// What is one step away, to be drawn.
    package let map: LocalMap

    /// Where a reference leads, as the page writes it.
    package struct Target: Sendable, Hashable {
        /// Nil where it is shown as its text.
        package let url: String?
        /// A link's text where the author gives none; an image's alternative.
        package let text: String
        package let title: String
        package let kind: Kind
        /// An image's size.
        package let size: ImageSize?
        /// Whether it stands where a block may stand, as the embed of a note does.
        package let isBlock: Bool
        /// What an embedded note shows; nil where a link has to do.
        package let excerpt: Excerpt?

        package enum Kind: Sendable { case link, image, video, audio, tag }
    }

    /// A drawing, and the part of the body that it takes the place of. Where that is empty, it stands beside the
    /// author's words.
    package struct PlacedFlow: Sendable, Hashable {
        package let place: Range<Int>
        package let flow: Flow
        /// The decision's own page, where readers can work through it.
        package let page: String?
    }

    package struct Byline: Sendable, Hashable {
        package let updated: String?
        /// Who made the last change.
        package let author: String?
        package let owner: String?
        /// Whole minutes at 220 words each.
        package let readingMinutes: Int
    }

    /// A heading in the table of contents.
    package struct ContentsEntry: Sendable, Hashable {
        /// 2 or 3.
        package let level: Int
        package let text: String
        package let anchor: String
    }

    package struct RelatedNote: Sendable, Hashable {
        package let link: PageLink
        /// Why it is here: `shares #irsa, #sts`.
        package let reason: String
    }

    private var words: NoteWords { shell.wording.note }

    func render(_ theme: Theme) -> [UInt8] {
        var main = Markup(capacity: body.html.count * 5 / 4 + 2048)
        main.append(Components.breadcrumbs(breadcrumbs, shell.wording))
        main.append(literal: "<article>\n<header class=\"note-header\">\n")
        if let titleAnchor {
            main.append("<h1 id=\"\(titleAnchor)\">\(shell.title)</h1>\n")
        } else {
            main.append("<h1>\(shell.title)</h1>\n")
        }
        main.append(Components.tags(tags, shell.wording))
        main.append(bylineMarkup)
        main.append(literal: "</header>\n")
        for notice in notices { main.append("<p class=\"notice\">\(notice)</p>\n") }
        if let review { main.append(review.notice(shell.wording)) }
        shell.append(.noteTop, "div", theme, fields, to: &main)
        main.append(literal: "<div class=\"body\">\n")
        var writer = BodyWriter(shell.wording, flows: flows)
        writer.write(body, targets, to: &main)
        main.append(literal: "</div>\n")
        shell.append(.noteBottom, "div", theme, fields, to: &main)
        main.append(footMarkup)
        main.append(literal: "</article>\n")
        main.append(pagerMarkup)
        main.append(shell.section("comparisons", words.otherNotes, comparisons))
        main.append(
            shell.section(
                "note-options", words.options,
                options.isEmpty ? nil : Components.pills(options.map { ($0, nil) })))
        main.append(shell.section("backlinks", words.backlinks, backlinks))
        main.append(shell.section("related", words.related, relatedMarkup))
        main.append(map.markup(shell.wording))
        return shell.page(
            theme, sidebar: sidebar, contents: contentsMarkup, main: main,
            tools: hasComparisons ? .comparison : .common, note: fields)
    }

    private var fields: PartialFields.Note {
        PartialFields.Note(
            tags: tags, owner: byline.owner, updated: byline.updated, author: byline.author,
            reviewed: review?.reviewed, keys: keys)
    }

    private var bylineMarkup: Markup {
        var parts: [Markup] = []
        if let updated = byline.updated {
            let day = Components.day(updated)
            parts.append(
                byline.author.map { words.updatedBy.markup(day, shell.wording.quoting($0)) }
                    ?? words.updated.markup(day))
        }
        if let owner = byline.owner { parts.append(words.owner.markup(shell.wording.quoting(owner))) }
        if let review { parts.append(words.review.markup(review.dueMarkup(shell.wording))) }
        if byline.readingMinutes > 1 { parts.append("\(words.minutes(String(byline.readingMinutes)))") }
        guard let first = parts.first else { return "" }
        let rest = parts.dropFirst().reduce(into: first) { $0.append(" · \($1)") }
        return "<p class=\"byline\"\(shell.wording.language)>\(rest)</p>\n"
    }

    /// Where the note is from, and where it can be changed.
    private var footMarkup: Markup {
        guard !sources.isEmpty || editURL != nil else { return "" }
        var markup: Markup = "<footer class=\"note-foot\">\n"
        if !sources.isEmpty {
            markup.append("<h2\(shell.wording.language)>\(words.sources)</h2>\n<ul>\n")
            for source in sources {
                if source.hasPrefix("https://") || source.hasPrefix("http://") {
                    markup.append("<li><a href=\"\(source)\" rel=\"noreferrer\">\(source)</a></li>\n")
                } else {
                    markup.append("<li>\(source)</li>\n")
                }
            }
            markup.append(literal: "</ul>\n")
        }
        if let editURL {
            markup.append(
                "<p\(shell.wording.language)><a class=\"edit\" href=\"\(editURL)\">\(words.edit)</a></p>\n")
        }
        markup.append(literal: "</footer>\n")
        return markup
    }

    /// The notes before and after this one in its folder; from the folder's own page, the first.
    private var pagerMarkup: Markup {
        guard let sidebar else { return "" }
        let next = sidebar.current.map { $0 + 1 } ?? 0
        let previous = sidebar.current.map { $0 - 1 } ?? -1
        let links = [("prev", words.previous, previous), ("next", words.next, next)].filter {
            sidebar.notes.indices.contains($0.2)
        }
        guard !links.isEmpty else { return "" }
        var markup: Markup =
            "<nav class=\"pager\"\(shell.wording.language) aria-label=\"\(words.pagerLandmark)\">\n"
        for (rel, label, index) in links {
            markup.append(
                "<a rel=\"\(rel)\" href=\"\(sidebar.notes[index].url)\"><span>\(label)</span> \(shell.wording.quoting(sidebar.notes[index].title))</a>\n"
            )
        }
        markup.append(literal: "</nav>\n")
        return markup
    }

    // MARK: Around the body

    private var contentsMarkup: Markup? {
        guard contents.count > 1 else { return nil }
        var markup: Markup =
            "<nav class=\"contents\"\(shell.wording.language) aria-label=\"\(words.contents)\">\n<p class=\"contents-title\">\(words.contents)</p>\n<ul\(shell.wording.languageOfNotes)>\n"
        for entry in contents {
            markup.append(
                "<li class=\"level-\(entry.level)\"><a href=\"#\(entry.anchor)\">\(entry.text)</a></li>\n")
        }
        markup.append(literal: "</ul>\n</nav>\n")
        return markup
    }

    private var relatedMarkup: Markup? {
        guard !related.isEmpty else { return nil }
        var markup: Markup = "<ul class=\"entries compact\">\n"
        for note in related {
            markup.append(literal: "<li>")
            markup.append(note.link)
            markup.append(" <span class=\"reason\"\(shell.wording.language)>\(note.reason)</span></li>\n")
        }
        markup.append(literal: "</ul>\n")
        return markup
    }
}
