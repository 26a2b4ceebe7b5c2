// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/firehose.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_library.hpp>

#include <algorithm>

namespace vigie::intake {

namespace {

/// "Everything", "all that is French": columns to look through, not things to listen for. A query that a stranger's post of
/// one meaningless word satisfies would pull a whole network into the file.
bool matchesAnybody(const text::Query &query)
{
    std::vector<std::string> words;
    for (const char *lang : {"fr", "en", "und"}) {
        Item nobody;
        nobody.connector = "bluesky";
        nobody.lang = lang;
        nobody.text = "qzx";
        nobody.author.nativeId = nobody.author.handle = "qzx.invalid";
        text::splitWords(text::foldedText(nobody), words);
        if (text::matches(query, text::subjectOf(nobody, words)))
            return true;
    }
    return false;
}

} // namespace

Result<void> FirehoseFilter::refresh(store::Store &store)
{
    struct Saved {
        std::vector<SavedQuery> queries;
        text::QueryContext context;
    };
    VIGIE_TRY(const auto saved, store.readNow<Saved>([](store::Tx &tx) -> Result<Saved> {
        Saved out;
        VIGIE_TRY(out.queries, store::Queries(tx).all());
        VIGIE_TRY(out.context, store::Queries(tx).context());
        return out;
    }));
    std::string fingerprint = saved.context.zone + ' ';
    for (const auto &query : saved.queries)
        fingerprint += std::to_string(query.id.value) + ':' + std::to_string(query.version) + ' ';
    if (fingerprint == fingerprint_)
        return {};
    std::vector<std::pair<QueryId, text::Query>> queries;
    for (const auto &query : saved.queries) {
        auto parsed = text::parseAndBind(query.source, saved.context);
        if (!parsed || text::dependsOnDesk(*parsed))
            continue; // tags and tickets come after storing
        if (!matchesAnybody(*parsed))
            queries.emplace_back(query.id, std::move(*parsed));
    }
    set_ = text::QuerySet(std::move(queries));
    fingerprint_ = std::move(fingerprint);
    return {};
}

bool FirehoseFilter::concerns(const Item &item, std::span<const Account> accounts) const
{
    const auto aboutUs = [&](const std::string &nativeId) { return !nativeId.empty() && std::any_of(accounts.begin(), accounts.end(), [&](const Account &one) { return one.connector == item.connector && one.nativeId == nativeId; }); };
    if (aboutUs(item.author.nativeId))
        return true;
    for (const auto &span : item.spans)
        if (span.kind == TextSpan::Kind::Mention && aboutUs(span.target))
            return true;
    // Ids of answered and quoted posts hold the author's where networks build them so (at://did/...).
    for (const auto &ref : item.refs)
        for (const auto &account : accounts)
            if (account.connector == item.connector && !account.nativeId.empty() && ref.targetNative.find(account.nativeId) != std::string::npos)
                return true;
    return false;
}

void FirehoseFilter::keep(connect::FetchPage &page, std::span<const Account> accounts)
{
    page.reasons.resize(page.items.size());
    std::vector<Item> kept;
    std::vector<std::string> reasons;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        auto &item = page.items[i];
        bool wanted = !page.reasons[i].empty() || concerns(item, accounts);
        if (!wanted) {
            text::splitWords(text::foldedText(item), words_);
            set_.match(text::subjectOf(item, words_), matched_);
            wanted = !matched_.empty();
        }
        if (wanted) {
            kept.push_back(std::move(item));
            reasons.push_back(std::move(page.reasons[i]));
        }
    }
    page.items = std::move(kept);
    page.reasons = std::move(reasons);
}

} // namespace vigie::intake
