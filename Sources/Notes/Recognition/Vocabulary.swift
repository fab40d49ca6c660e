/// The words by which tables and lists are recognised, in lower case. Counted over public notes; the guide's page on
/// comparisons and decisions lists them with examples.
enum Vocabulary {
    /// First header cells that stand above criteria and hardly ever above anything else.
    static let coreCorners: Set<String> = [
        "feature", "features", "aspect", "aspects", "dimension", "criterion", "criteria", "characteristic",
        "attribute",
        "维度", "对比维度", "对比项", "特性", "観点", "比較項目", "항목", "비교 항목", "구분", "aspekt", "merkmal", "eigenschaft",
        "kriterium",
        "aspecto", "característica", "caratteristica", "caractéristique", "critère", "критерий",
    ]
    /// First header cells that may stand above criteria.
    static let weakCorners: Set<String> = [
        "capability", "category", "concept", "consideration", "decision factor", "factor", "metric",
        "property",
        "area", "domain", "question", "item", "topic", "項目", "項", "vs", "what you want", "tool",
    ]
    /// First header cells that name a situation.
    static let situations: Set<String> = [
        "scenario", "situation", "need", "requirement", "use case", "task", "goal", "workload", "场景", "需求",
        "상황", "scenarios", "situations", "needs", "requirements", "use cases", "condition", "if", "if you",
        "if you need", "if you want", "when", "when you", "when you need", "you need", "you want",
        "your situation",
        "your need", "your needs", "what you need", "使用场景", "シーン", "目的", "목적",
    ]
    /// Second header cells of a table from situations to choices.
    static let choices: Set<String> = [
        "use", "use this", "choose", "pick", "prefer", "go with", "recommendation", "recommended",
        "best choice",
        "best option", "best fit", "choice", "tool", "what to use", "which to use", "推荐", "推荐方案", "推荐选择",
        "选择",
        "おすすめ", "推奨", "추천",
    ]
    /// Those situations that stand above what is looked up as often as above what is chosen by.
    static let weakSituations: Set<String> = [
        "requirement", "requirements", "use case", "use cases", "task", "goal", "workload", "condition",
        "when",
        "目的", "목적",
    ]
    /// Second header cells that stand above what is looked up as often as above a choice.
    static let weakChoices: Set<String> = ["use", "recommended", "tool", "choice"]
    /// First header cells that stand above options.
    static let optionCorners: Set<String> = [
        "tool", "approach", "type", "method", "strategy", "library", "algorithm", "model", "service",
        "provider",
        "option", "framework", "language", "database", "solution", "technique", "protocol", "product",
        "platform",
        "engine", "format", "choice", "alternative", "variant", "方案", "選択肢", "werkzeug", "ansatz", "lösung",
    ]
    /// First words of header cells that name states or sides of one thing, which nobody chooses among.
    static let states: Set<String> = [
        "before", "after", "advantages", "disadvantages", "pros", "cons", "benefits", "drawbacks",
        "strengths",
        "weaknesses", "myth", "reality", "claim", "fact", "expectation", "bad", "good", "do", "don't",
        "don’t",
        "dos", "don'ts", "vorher", "nachher",
    ]
    /// Header cells that describe the first column instead of naming an option.
    static let generic: Set<String> = [
        "description", "descriptions", "purpose", "note", "notes", "example", "examples", "value", "values",
        "type",
        "default", "defaults", "required", "meaning", "detail", "details", "status", "use case", "use cases",
        "when to use", "syntax", "output", "result", "results", "explanation", "reason", "why", "comment",
        "comments",
        "link", "links", "date", "version", "command", "effect", "action", "solution", "fix", "cause", "role",
        "finding", "findings", "follow-up", "observation", "outcome", "evidence", "progress", "assignee",
        "estimate",
        "location", "unit", "units", "range", "cost", "pros", "cons", "advantages", "disadvantages", "winner",
        "difference", "verdict", "remark", "remarks", "summary", "impact", "mitigation", "risk", "source",
        "sources",
        "owner", "responsible", "deadline", "answer", "recommendation", "best for", "usage", "points",
        "count",
        "time", "size", "level", "priority", "score", "weight", "target", "actual", "expected", "current",
        "before",
        "after", "old", "new", "变更前", "变更后", "変更前", "変更後", "前", "后", "後", "说明", "描述", "備考", "备注", "説明", "内容",
        "설명", "비고", "判断依据", "descrizione",
        "descripción", "beschreibung",
    ]
    /// Last words of header cells that describe: `Expected result`.
    static let genericNouns: Set<String> = [
        "result", "results", "output", "behavior", "behaviour", "description", "notes", "status", "date",
    ]
    /// Words that open a header cell which asks instead of naming.
    static let askingWords: Set<String> = ["why", "when", "how", "what"]
    /// Words of a heading that announce a comparison.
    static let comparisonHeadings = [
        "选型", "vs", "versus", "difference", "differences", "comparison", "compared", "comparing", "compare",
        "trade-offs",
        "tradeoffs", "对比", "比较", "区别", "比較", "違い", "비교", "차이", "vergleich", "unterschied", "unterschiede",
        "comparación",
        "confronto", "comparaison",
    ]
    /// Headings that announce a decision, as phrases.
    static let decisionHeadings = [
        "which one", "which to use", "which to choose", "which to pick", "which should", "which is",
        "which option", "which fits", "when to use",
        "how to choose",
        "how to decide", "how to pick", "decision guide", "decision matrix", "decision rule",
        "decision rules",
        "decision table", "decision tree", "decision chart", "decision flowchart", "choose", "choosing",
        "what to use", "use it when", "选型", "怎么选", "推荐", "使い分け",
        "언제",
    ]
    /// Headings under which a list advises instead of offering a choice, as phrases.
    static let adviceHeadings = [
        "best practices", "best practice", "key practices", "guidelines", "tips", "checklist",
        "prerequisites", "requirements",
        "steps",
        "setup", "installation", "troubleshooting", "commands", "syntax", "rules", "notes", "key features",
    ]
    /// Verbs that choose. Longer ones first, so that `go with` is not read as `go`.
    static let choosingVerbs = [
        "default to", "stick with", "reach for", "start with", "go with", "go for", "opt for", "choose",
        "consider",
        "prefer", "select", "pick", "use",
    ]
    /// Verbs that rule out.
    static let avoidingVerbs =
        ["do not", "don't", "don’t", "never"].flatMap { negation in choosingVerbs.map { "\(negation) \($0)" }
        }
        + ["avoid", "skip"]
    /// Words between an option and its condition that belong to neither.
    static let narrowingAdverbs = [
        "only", "solely", "mainly", "mostly", "primarily", "exclusively", "especially", "specifically",
        "just",
        "preferably",
    ]
    /// Words that join a choice to its condition.
    static let conjunctions = [
        "if and only if", "only if", "only when", "in case", "whenever", "unless", "where", "when", "if",
        "for",
    ]
    /// Words before what an option is preferred to.
    static let otherWords = ["over", "instead of", "rather than"]
    /// Openings of a question for an option's conditions, and whether it asks for what rules the option out.
    static let whenQuestions: [(words: String, isAvoiding: Bool)] = [
        ("when not to", true), ("when should i not", true), ("when should you not", true),
        ("when shouldn't you", true), ("when to", false), ("when should i", false),
        ("when should you", false),
        ("when should we", false), ("when do i", false), ("when do you", false), ("when do we", false),
    ]
    /// What joins an option to what it is good for.
    static let fitPhrases = [
        "best for", "best when", "best if", "best suited for", "best suited to", "ideal for", "ideal when",
        "ideal if",
        "use when", "use if", "use for", "use it when", "use it if", "use it for", "use this when",
        "choose when",
        "choose if", "choose it when", "choose it if", "pick when", "pick if", "pick it when", "good for",
        "great for",
        "suited for", "well suited for", "perfect for", "when to use",
    ]
    /// First words of a situation that a choice follows.
    static let situationOpeners = ["if", "for", "need", "want", "when", "whenever"]
    /// Those of them that belong to the condition.
    static let situationVerbs: Set<String> = ["need", "want"]
    /// First words of an object that is no option.
    static let pointingWords: Set<String> = [
        "the", "this", "that", "these", "those", "it", "them", "your", "our", "a", "an", "which", "what",
        "each",
        "one", "any", "either", "something", "whatever", "not",
    ]
    /// Short answers that need no bold to be read as labels, and how they are shown where the author writes `If yes`.
    static let answers: Set<String> = [
        "yes", "no", "ja", "nein", "oui", "non", "sí", "sì", "是", "否", "はい", "いいえ", "예", "아니오",
    ]
    /// What stands in an option's place and names none, or several at once.
    static let noOptions: Set<String> = [
        "neither", "none", "none of them", "none of these", "nothing", "both", "both together", "either",
        "either one", "any", "all", "all of them", "together", "it depends", "something else",
    ]
    /// Headings whose section may hold the default.
    static let conclusionHeadings = [
        "final thoughts", "final recommendation", "conclusion", "conclusions", "verdict", "recommendation",
        "recommendations",
        "bottom line",
        "tl;dr", "summary", "my pick", "short answer", "结论", "まとめ", "결론", "fazit",
    ]
    /// Sentences that make a default of an option's name alone in the sentence before.
    static let defaultAssurances: Set<String> = ["almost always", "nearly always", "nine times out of ten"]
}
