import Yams

extension ConfigurationFile.Reader {
    /// `publish:` with a destination, or with lines `to`, `keep`, `compress` and `squash`.
    mutating func readPublishing(_ value: Node) {
        guard case .mapping(let mapping) = value else {
            publishing.destination = destination(value)
            return
        }
        for (key, value) in mapping {
            switch key.string {
            case "to": publishing.destination = destination(value)
            case "keep":
                guard let count = value.string.flatMap({ Int($0) }), count >= 1 else {
                    report(
                        "`keep` is no number from 1 on: \(value.string ?? "")", at: value,
                        "it is how many releases stay, the one that is served among them")
                    continue
                }
                publishing.kept = count
            case "compress":
                for name in list(value, "compress") ?? [] {
                    guard let encoding = ContentEncoding(rawValue: name) else {
                        report(
                            "`compress` knows no `\(name)`", at: value, "write `compress: [gzip, brotli]`")
                        continue
                    }
                    if !publishing.encodings.contains(encoding) { publishing.encodings.append(encoding) }
                }
            case "squash":
                guard let isSquashed = value.bool else {
                    report(
                        "`squash` is neither `true` nor `false`: \(value.string ?? "")", at: value,
                        "leave it out for a commit each time")
                    continue
                }
                publishing.isSquashed = isSquashed
            default:
                report(
                    "there is no setting `\(key.string ?? "")` of `publish`", at: key,
                    "they are to, keep, compress and squash")
            }
        }
    }

    private mutating func destination(_ value: Node) -> Destination? {
        if let destination = Destination(value.string ?? "") { return destination }
        report(
            "a site cannot be published to: \(value.string ?? "")", at: value, "write \(Destination.forms)")
        return nil
    }
}
