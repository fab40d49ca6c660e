/// The words of sentences that give a default, in lower case, without adverbs and articles (`fillers`). X is the option.
extension Vocabulary {
    /// Openings after which what is said holds where nothing else decides: `When in doubt, …`.
    static let defaultOpenings = phrases([
        "by default", "as default", "as starting point", "when in doubt", "if in doubt", "in doubt",
        "when unsure", "if unsure", "if you are unsure", "if you're unsure", "not sure", "if not sure",
        "if you are not sure", "if you're not sure", "if you don't know", "otherwise", "in all other cases",
        "for everything else", "for anything else", "for everyone else", "for most", "in most cases",
        "in most", "most of time", "for new", "for general", "in general", "bottom line", "rule of thumb",
        "as rule of thumb", "tl;dr", "short answer", "verdict", "conclusion", "recommendation",
        "our recommendation", "my recommendation", "my pick", "our pick", "recommended",
        "recommended default", "if you are starting", "if you're starting", "when starting",
        "starting fresh", "starting out", "starting from scratch", "for fresh start",
        "if you start from scratch", "if nothing else applies", "if none of these apply",
    ])
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
        texts.map { Words.split($0) }.sorted { $0.count > $1.count }
    }
}
