/// The words of sentences that give a default, in lower case, without adverbs and articles (`fillers`). X is the option.
extension Vocabulary {
    /// What leaves everything open, in front of a choice or behind it: `Otherwise, …`, `… if you are not sure`.
    static let openClauses =
        [
            "by default", "when in doubt", "if in doubt", "in doubt", "when unsure", "if unsure", "not sure",
            "if not sure", "when not sure", "if you are unsure", "if you're unsure", "if you are not sure",
            "if you're not sure", "if you aren't sure", "when you are not sure", "when you're not sure",
            "if you don't know", "otherwise", "in all other cases", "in any other case",
            "for all other cases", "for everything else", "for anything else", "for everyone else",
            "in most cases", "if nothing else applies", "if nothing else fits", "if nothing applies",
        ]
        + ["if none of the above", "if none of these", "if none of those", "if none of them"].flatMap {
            words in
            [words]
                + ["applies", "apply", "fits", "fit", "holds", "hold", "matches", "match"].map {
                    "\(words) \($0)"
                }
        }
    /// Openings after which what is said holds where nothing else decides: `When in doubt, …`.
    static let defaultOpenings = phrases(
        openClauses + [
            "as default", "as starting point", "for most",
            "in most", "most of time", "for new", "for general", "in general", "bottom line", "rule of thumb",
            "as rule of thumb", "tl;dr", "short answer", "verdict", "conclusion", "recommendation",
            "our recommendation", "my recommendation", "my pick", "our pick", "recommended",
            "recommended default", "if you are starting", "if you're starting", "when starting",
            "starting fresh", "starting out", "starting from scratch", "for fresh start",
            "if you start from scratch", "default :", "default choice :", "default option :",
        ])
    /// Conditions that leave everything open: their choice is the default.
    static let openSituations: Set<String> = [
        "not sure", "unsure", "otherwise", "default", "by default", "anything else", "everything else",
        "any other",
        "other", "in doubt", "none of these", "none of the above", "all other cases", "any other case",
        "don't know", "i don't know",
        "most users", "most people", "most teams", "most cases", "不确定", "其他", "その他",
    ]
    /// Whether a condition, in its folded form, leaves everything open.
    static func leavesOpen(_ condition: String) -> Bool {
        openSituations.contains(condition) || openClauses.contains(condition)
    }
    /// What an item that gives the default begins with, the longest first. Only a clause needs no sign behind it.
    static let fallbackOpenings: [(words: String, isClause: Bool)] =
        (withCurlyApostrophes(openClauses + openAudiences + ["unsure"]).map { ($0, true) }
        + withCurlyApostrophes(openSituations.subtracting(openClauses + ["unsure"])).map { ($0, false) })
        .sorted { $0.0.utf8.count > $1.0.utf8.count }
    /// What follows the choice that is the default, the longest first: `Use X otherwise`.
    static let fallbackTails = withCurlyApostrophes(openClauses.filter { $0 != "not sure" } + openAudiences)
        .sorted { $0.utf8.count > $1.utf8.count }
    /// Those that a choice is for where it is the default.
    private static let openAudiences = [
        "for most users", "for most people", "for most teams", "for most cases", "for most projects",
    ]

    private static func withCurlyApostrophes(_ texts: some Sequence<String>) -> [String] {
        texts.flatMap { text in
            text.contains("'") ? [text, String(text.map { $0 == "'" ? "’" : $0 })] : [text]
        }
    }

    /// What stands before X and needs no opening: `Start with X.`
    static let defaultVerbs: Set<String> = [
        "default to", "start with", "prefer", "you should default to", "you should start with",
        "you should prefer", "we default to", "we prefer", "i prefer", "we recommend", "i recommend",
        "we recommend using", "i recommend using", "we recommend starting with", "i recommend starting with",
        "we recommend to use", "recommend", "i would start with", "i'd start with",
        "i'd default to", "most users should use", "most users should start with", "most teams should use",
        "most teams should start with", "most people should use", "most people should start with",
        "most projects should use", "most projects should start with", "most users want", "most users need",
        "most teams want", "most teams need", "most people want", "most people need", "most projects need",
        "most teams are happy with", "most users are happy with", "most people are happy with",
        "most teams are fine with", "most users are fine with", "most people are fine with",
        "most users", "most teams", "most people", "most projects", "most workloads",
    ]
    /// What stands before X as the thing that X is: `The default is X.`
    static let defaultSubjects: Set<String> = [
        "default is", "default choice is", "our default is", "best default is", "right default is",
        "safe default is", "sane default is", "good default is", "sensible default is", "better choice is",
        "best choice is", "right choice is", "safe choice is", "recommended choice is",
        "recommended option is", "recommended default is", "recommendation is", "our recommendation is",
        "my recommendation is", "our pick is", "my pick is", "verdict is", "best starting point is",
    ]
    /// What stands behind X and needs no opening: `X is the better choice.`
    static let defaultPredicates = phrases([
        "is default", "is default choice", "is our default", "is your default", "is my default",
        "is best default", "is right default", "is safe default", "is sane default", "is good default",
        "is sensible default", "is better default", "is better choice", "is best choice", "is right choice",
        "is safe choice", "is safest choice", "is better option", "is best option",
        "is better starting point",
        "is best starting point", "is right starting point", "is good starting point", "is recommended",
        "is recommended choice", "is recommended option", "is recommended default", "is recommended way",
        "is recommended approach", "is our recommendation", "is my recommendation", "is our pick",
        "is my pick",
        "should be your default", "should be default",
    ])
    /// What stands before X where an opening makes advice of it: `When in doubt, use X.`
    static let openVerbs: Set<String> = [
        "use", "choose", "pick", "take", "select", "adopt", "try", "go with", "go for", "opt for",
        "stick with",
        "stick to", "reach for", "you should use", "you should choose", "you should pick", "you should take",
        "you want", "you can use", "use plain", "i would use", "i'd use", "i would pick", "i'd pick",
        "i would choose", "i'd choose", "we use", "we would use", "we'd use", "it is", "it's", "that is",
        "keep",
    ]
    /// The first words of what may follow an opening, where no comma ends that.
    static let openVerbWords = Set(openVerbs.flatMap { Words.split($0).prefix(1) })
        .union(["default", "start", "prefer", "recommend", "should", "we", "i"])
    /// What stands behind X where an opening makes advice of it: `For most teams X is enough.`
    static let openPredicates = phrases([
        "is enough", "is plenty", "is fine", "is right", "is right one", "is best", "is better", "is safest",
        "is answer", "is right answer", "is what you want", "is way to go", "works", "works well", "will do",
        "does job", "wins", "suffices",
    ])
    /// Words that may follow advice without making it another.
    static let adviceTails: Set<Substring> = [
        "first", "here", "today", "now", "over", "because", "due", "since", "until", "instead",
    ]
    /// Those that may follow only behind an opening: without one, `for` and `in` narrow what is said.
    static let openAdviceTails: Set<Substring> = [
        "for", "in", "as", "and", "on", "with", "everywhere", "anyway", "too",
    ]
    /// Words that turn advice into its opposite, or into a report.
    static let negations: Set<Substring> = [
        "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "avoid", "avoiding", "without",
        "hardly", "rarely", "seldom", "regret", "against", "don't", "doesn't", "isn't", "aren't", "won't",
        "can't",
        "cannot", "shouldn't", "wouldn't", "only", "longer",
    ]
    /// Adverbs and articles, which change nothing here.
    static let fillers: Set<Substring> = [
        "the", "a", "an", "generally", "usually", "simply", "just", "probably", "typically", "really",
        "clearly",
        "almost", "always", "still", "often", "likely", "definitely", "normally", "also", "therefore",
        "please",
    ]

    /// Phrases as their words, the longest first.
    private static func phrases(_ texts: [String]) -> [[Substring]] {
        texts.map { Words.split($0).filter { !fillers.contains($0) } }.sorted { $0.count > $1.count }
    }
}
