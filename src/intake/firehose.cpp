// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/firehose.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/text/fts_expression.hpp>
#include <vigie/text/query_library.hpp>

#include <algorithm>

namespace vigie::intake {

namespace {

std::vector<std::string> wordsOf(const Item &item)
{
    const auto folded = text::foldedText(item);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        const auto end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin)
            words.emplace_back(folded, begin, end - begin);
        begin = end + 1;
    }
    return words;
}

text::Subject subjectOf(const Item &item, std::span<const std::string> words)
{
    text::Subject subject;
    subject.item = &item;
    subject.words = words;
    subject.network = item.connector;
    subject.authorHandle = item.author.handle;
    subject.authorName = item.author.name;
    subject.status = "none";
    return subject;
}

/// "Everything", "all that is French": columns to look through, not things to listen for. A query that a stranger's post of
/// one meaningless word satisfies would pull a whole network into the file.
bool matchesAnybody(const text::Query &query)
{
    for (const char *lang : {"fr", "en", "und"}) {
        Item nobody;
        nobody.connector = "bluesky";
        nobody.lang = lang;
        nobody.text = "qzx";
        nobody.author.nativeId = nobody.author.handle = "qzx.invalid";
        const auto words = wordsOf(nobody);
        if (text::matches(query, subjectOf(nobody, words)))
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
        if (query.deskDependent)
            continue; // tags and tickets come after storing
        auto parsed = text::parseAndBind(query.source, saved.context);
        if (parsed && !matchesAnybody(*parsed))
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
            const auto words = wordsOf(item);
            set_.match(subjectOf(item, words), matched_);
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
