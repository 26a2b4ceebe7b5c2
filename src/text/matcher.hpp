// SPDX-License-Identifier: GPL-3.0-or-later
// Judges one subject; what costs is worked out when first asked for, and kept for the next query.
// Thread: a Matcher belongs to one. Errors: none.
#pragma once

#include "text/matcher_facts.hpp"
#include "text/matcher_text.hpp"

#include <vigie/text/query.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::text {

/// A stretch of words that a node is looked for in.
struct WordRange {
    std::size_t begin = 0, end = 0;
};

class Matcher {
public:
    /// The subject must outlive the matcher.
    explicit Matcher(const Subject &subject) : subject_(subject), body_(subject) {}

    bool test(const QueryNode &node) { return inText(body_, {0, subject_.words.size()}, node); }
    Facts facts();

private:
    /// Words first to last, both included, that something stands on.
    struct Place {
        std::size_t first = 0, last = 0;
    };
    bool inText(TextWords &text, WordRange range, const QueryNode &node);
    bool inScope(const QueryNode &node);
    bool inSentence(TextWords &text, WordRange range, const QueryNode &node);
    bool standsIn(TextWords &text, WordRange range, const QueryNode &node);
    std::vector<Place> places(TextWords &text, WordRange range, const QueryNode &node);
    bool counted(TextWords &text, WordRange range, const QueryNode &node);
    bool field(const QueryNode &node);
    bool desk(const QueryNode &node) const;
    bool number(const QueryNode &node) const;
    [[nodiscard]] bool address(const QueryNode &node) const;

    const Subject &subject_;
    TextWords body_;
    std::optional<TextWords> quoted_;
    std::optional<Facts> facts_;
    std::optional<AuthorKeys> author_;
};

} // namespace vigie::text
