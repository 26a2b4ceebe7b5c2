// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a query: an answer or an error with a place; what is printed reads back; the set agrees with the matcher.
#include "fuzz/text_soundness.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_library.hpp>
#include <vigie/text/query_set.hpp>
#include <vigie/text/query_tokens.hpp>

using namespace vigie;
using namespace vigie::text;

namespace {

Item sampleItem()
{
    Item item;
    item.connector = "mastodon";
    item.text = "Orange en panne depuis hier, merci le service apr\xC3\xA8s-vente ? https://e.example/x";
    item.spans = fromPlain(item.text).spans;
    item.lang = "fr";
    item.author.handle = "claire@social.example";
    item.author.name = "Claire D.";
    item.toneLabel = -1;
    return item;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Item item = sampleItem();
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all;
        for (const auto &token : tokenize(item.text))
            all.push_back(token.word);
        return all;
    }();
    static const std::vector<std::string> tags{"urgent", "livraison"};
    const std::string source(reinterpret_cast<const char *>(data), size);
    std::uint32_t coloured = 0;
    for (const auto &span : queryTokens(source)) {
        fuzz::require(span.begin >= coloured && span.begin < span.end && span.end <= source.size(), "stretches are ordered and inside the source");
        coloured = span.end;
    }
    (void)queryCompletions(source, size / 2);
    const auto query = parseQuery(source);
    if (!query) {
        fuzz::require(!query.error().fix || (query.error().fix->begin <= query.error().fix->end && query.error().fix->end <= source.size()), "a fix is inside the source");
        fuzz::require(query.error().position <= source.size(), "an error is inside the source");
        fuzz::require(query.error().fault != QueryFault::None, "an error has a shape");
        (void)toError(query.error());
        return 0;
    }
    const auto printed = toSource(query->root);
    Subject subject;
    subject.item = &item;
    subject.words = words;
    subject.network = "mastodon";
    subject.authorHandle = item.author.handle;
    subject.authorName = item.author.name;
    subject.tags = tags;
    subject.status = "open";
    const bool matched = matches(*query, subject);
    // What is printed may be longer than what was typed, and so beyond what is read.
    if (printed.size() <= kMaxQueryBytes) {
        const auto again = parseQuery(printed);
        fuzz::require(again.has_value(), "what is printed reads back");
        fuzz::require(toSource(again->root) == printed, "what is printed reads back as the same tree");
        fuzz::require(matches(*again, subject) == matched, "what is printed matches the same");
    }
    std::vector<std::pair<QueryId, Query>> saved;
    saved.emplace_back(QueryId{}, *query);
    std::vector<QueryId> found;
    QuerySet(std::move(saved)).match(subject, found);
    fuzz::require(found.size() == (matched ? 1U : 0U), "the set agrees with the matcher");
    (void)ftsExpression(query->root);
    const auto cost = costOf(*query);
    fuzz::require(cost.share >= 0 && cost.share <= 1, "a share is a share");
    static const QueryContext ground{{{{"a", "@b x"}, {"b", "panne"}, {"c", "@c"}}, {{"l", {"claire"}}}}, "Europe/Paris", Instant{}};
    auto placed = *query;
    if (const auto wrong = bindQuery(placed, ground))
        fuzz::require(wrong->position <= source.size(), "what cannot be bound has a place in the source");
    std::uint32_t last = 0;
    for (const auto &hit : hits(*query, item.text)) {
        fuzz::require(hit.begin >= last && hit.begin < hit.end && hit.end <= item.text.size(), "hits are ordered and inside the text");
        last = hit.end;
    }
    return 0;
}
