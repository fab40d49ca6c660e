extension Rule {
    /// The rule's page of the guide, in Markdown: what it is about, a bad and a good example.
    package var page: String {
        let bytes = Self.pages[id] ?? []
        // The row of tags is for the site.
        return String(decoding: bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst(), as: UTF8.self)
    }

    /// The page where there is no guide around it: links to other pages are their names, as in “Links: How a name is resolved”.
    package var explanation: String {
        // Of the block of code that a line is in, the fence; those in it are shorter.
        var fence: Substring?
        return page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let backticks = line.prefix { $0 == "`" }
            if let open = fence {
                if backticks.count >= open.count { fence = nil }
                return line
            }
            if backticks.count >= 3 { fence = backticks }
            return Self.withNames(line)
        }.joined(separator: "\n")
    }

    private static func withNames(_ line: Substring) -> Substring {
        line.replacing(/\[\[([^\]#]+)(?:#([^\]]+))?\]\]/) { link in
            "“\(link.1)\(link.2.map { ": \($0)" } ?? "")”"
        }
    }

    /// The files of `Rules`, which is a folder of the guide.
    private static let pages: [String: [UInt8]] = [
        "ambiguous-link": PackageResources.ambiguous_link_md,
        "bad-configuration": PackageResources.bad_configuration_md,
        "bad-front-matter": PackageResources.bad_front_matter_md,
        "bad-partial": PackageResources.bad_partial_md,
        "broken-anchor": PackageResources.broken_anchor_md,
        "broken-link": PackageResources.broken_link_md,
        "comparison-duplicate-criterion": PackageResources.comparison_duplicate_criterion_md,
        "comparison-empty-cell": PackageResources.comparison_empty_cell_md,
        "conflicting-claims": PackageResources.conflicting_claims_md,
        "control-character": PackageResources.control_character_md,
        "dead-address": PackageResources.dead_address_md,
        "decision-cycle": PackageResources.decision_cycle_md,
        "decision-dead-end": PackageResources.decision_dead_end_md,
        "decision-no-default": PackageResources.decision_no_default_md,
        "decision-overlap": PackageResources.decision_overlap_md,
        "decision-unknown-option": PackageResources.decision_unknown_option_md,
        "decision-unreachable": PackageResources.decision_unreachable_md,
        "deep-nesting": PackageResources.deep_nesting_md,
        "duplicate-alias": PackageResources.duplicate_alias_md,
        "duplicate-title": PackageResources.duplicate_title_md,
        "embed-cycle": PackageResources.embed_cycle_md,
        "embed-too-large": PackageResources.embed_too_large_md,
        "empty-note": PackageResources.empty_note_md,
        "heading-skips-level": PackageResources.heading_skips_level_md,
        "huge-note": PackageResources.huge_note_md,
        "invalid-code-block": PackageResources.invalid_code_block_md,
        "invalid-utf8": PackageResources.invalid_utf8_md,
        "missing-alt-text": PackageResources.missing_alt_text_md,
        "missing-asset": PackageResources.missing_asset_md,
        "missing-owner": PackageResources.missing_owner_md,
        "missing-source": PackageResources.missing_source_md,
        "missing-title": PackageResources.missing_title_md,
        "orphan-note": PackageResources.orphan_note_md,
        "raw-html": PackageResources.raw_html_md,
        "similar-tags": PackageResources.similar_tags_md,
        "stale-note": PackageResources.stale_note_md,
        "undefined-footnote": PackageResources.undefined_footnote_md,
        "unknown-directive": PackageResources.unknown_directive_md,
        "unknown-key": PackageResources.unknown_key_md,
        "unknown-tag": PackageResources.unknown_tag_md,
        "unreadable-source": PackageResources.unreadable_source_md,
        "unsafe-link": PackageResources.unsafe_link_md,
        "unsupported-diagram": PackageResources.unsupported_diagram_md,
        "unsupported-math": PackageResources.unsupported_math_md,
        "unused-allowance": PackageResources.unused_allowance_md,
        "unused-asset": PackageResources.unused_asset_md,
        "unused-footnote": PackageResources.unused_footnote_md,
        "url-collision": PackageResources.url_collision_md,
        "withheld-link": PackageResources.withheld_link_md,
    ]
}
