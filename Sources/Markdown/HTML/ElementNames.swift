/// Which names are elements of HTML, whether a note may hold them or not.
enum ElementNames {
    /// What HTML has besides the elements of `RawElement`, or once had (HTML Living Standard, "index of elements" and "obsolete
    /// features"), and the two that hold other languages.
    private static let others: Set<String> = [
        "address", "applet", "area", "base", "basefont", "bgsound", "blink",
        "body", "button", "canvas", "data", "datalist", "dialog", "dir", "embed", "fieldset",
        "form", "frame", "frameset", "head", "hgroup", "html", "iframe", "input", "keygen", "label",
        "legend", "link", "map", "marquee", "math", "menu", "menuitem", "meta", "meter", "nobr",
        "noembed", "noframes", "noscript", "object", "optgroup", "option", "output", "param", "plaintext",
        "progress", "rb", "rtc", "script", "search", "select", "slot", "spacer", "style", "svg",
        "template", "textarea", "title", "track", "xmp",
    ]

    /// Whether a name is that of an element as people write them: `object` and `OBJECT`, but not the `Object` of a program.
    ///
    /// - Parameter spelling: as it is written.
    static func contain(_ spelling: String) -> Bool {
        let name = spelling.lowercased()
        guard spelling == name || spelling == spelling.uppercased() else { return false }
        return others.contains(name) || RawElement(named: Array(name.utf8)) != nil
    }
}
