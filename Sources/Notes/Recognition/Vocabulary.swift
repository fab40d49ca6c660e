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
        "상황",
    ]
    /// Header cells that describe the first column instead of naming an option.
    static let generic: Set<String> = [
        "description", "descriptions", "purpose", "note", "notes", "example", "examples", "value", "values",
        "type",
        "default", "defaults", "required", "meaning", "detail", "details", "status", "use case", "use cases",
        "when to use", "syntax", "output", "result", "results", "explanation", "reason", "why", "comment",
        "comments",
        "link", "links", "date", "version", "command", "effect", "action", "solution", "fix", "cause", "role",
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
    /// Words that open a header cell which asks instead of naming.
    static let askingWords: Set<String> = ["why", "when", "how", "what"]
    /// Words of a heading that announce a comparison.
    static let comparisonHeadings = [
        "vs", "versus", "difference", "differences", "comparison", "compared", "comparing", "compare",
        "trade-offs",
        "tradeoffs", "对比", "比较", "区别", "比較", "違い", "비교", "차이", "vergleich", "unterschied", "unterschiede",
        "comparación",
        "confronto", "comparaison",
    ]
    /// Headings that announce a decision, as phrases.
    static let decisionHeadings = [
        "which one", "which to use", "which should", "which option", "which fits", "when to use",
        "how to choose",
        "how to decide", "how to pick", "decision guide", "decision matrix", "decision rule",
        "decision rules",
        "decision table", "decision tree", "choose", "choosing", "what to use", "选型", "怎么选", "推荐", "使い分け",
        "언제",
    ]
    /// Headings under which a list advises instead of offering a choice, as phrases.
    static let adviceHeadings = [
        "best practices", "best practice", "guidelines", "tips", "checklist", "prerequisites", "requirements",
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
    static let avoidingVerbs = ["do not use", "don't use", "don’t use", "never use", "avoid", "skip"]
    /// Words that join a choice to its condition.
    static let conjunctions = [
        "only if", "only when", "in case", "whenever", "unless", "where", "when", "if", "for",
    ]
    /// First words of an object that is no option.
    static let pointingWords: Set<String> = [
        "the", "this", "that", "these", "those", "it", "them", "your", "our", "a", "an",
    ]
    /// What stands in an option's place and names none, or several at once.
    static let noOptions: Set<String> = [
        "neither", "none", "none of them", "none of these", "nothing", "both", "both together", "either",
        "either one", "any", "all", "all of them", "together", "it depends",
    ]
    /// Headings whose section may hold the default.
    static let conclusionHeadings = [
        "final thoughts", "conclusion", "conclusions", "verdict", "recommendation", "recommendations",
        "bottom line",
        "tl;dr", "summary", "my pick", "short answer", "结论", "まとめ", "결론", "fazit",
    ]
    /// Phrases of a sentence that gives a default.
    static let defaultCues = [
        "better choice", "best choice", "best default", "right default", "by default", "default to",
        "is the default",
        "as the default", "recommended", "we recommend", "recommendation", "prefer", "start with",
        "starting fresh",
        "starting out", "starting from scratch", "start from scratch", "for most", "in most cases",
        "otherwise",
        "bottom line", "when in doubt", "if in doubt", "not sure", "unsure", "almost always", "rule of thumb",
    ]
}
