// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/evidence.hpp>

#include "store/evidence_rows.hpp"
#include "store/where.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

const std::string kSelect = std::string("SELECT ") + kEvidenceColumns + " FROM evidence";
constexpr const char *kWords = "kind IN ('captured','edited','deleted','state')";

EvidenceMark markOf(Session &session, const EvidenceEntry &first)
{
    EvidenceMark mark;
    mark.item = first.item;
    mark.number = first.number;
    mark.at = first.at;
    mark.hash = first.hash;
    session.each<std::string, int>("SELECT kind, count(*) FROM evidence WHERE item_id=? AND content IS NOT NULL GROUP BY kind", binds(first.item),
                                   [&mark](const std::string &kind, int count) {
                                       const auto known = evidenceKindFrom(kind);
                                       if (known == EvidenceKind::Media)
                                           mark.media = count;
                                       else if (known != EvidenceKind::Term)
                                           mark.versions += count;
                                       mark.edited = mark.edited || known == EvidenceKind::Edited;
                                       mark.deleted = mark.deleted || known == EvidenceKind::Deleted;
                                   });
    mark.mediaWaiting = session.one<int>("SELECT count(*) FROM evidence_wanted WHERE entry IN (SELECT number FROM evidence WHERE item_id=?)", first.item).value_or(0);
    const auto term = session.one<std::string>("SELECT content FROM evidence WHERE item_id=? AND keep_until IS NOT NULL ORDER BY number DESC LIMIT 1", first.item);
    if (const auto said = term ? readEvidence(*term) : Result<EvidenceContent>(fail(Errc::NotFound)); said) {
        mark.keepUntil = said->keep.until;
        mark.ground = said->keep.ground;
    }
    return mark;
}

bool holdsAll(const EvidenceContent &said, const std::vector<std::string> &wanted)
{
    const auto &item = said.item;
    const auto folded = ' ' + text::fold(item.title + '\n' + item.warning + '\n' + item.text + '\n' + item.author.name + '\n' + item.author.handle + '\n'
                                         + item.permalink);
    return std::all_of(wanted.begin(), wanted.end(), [&folded](const std::string &word) { return folded.find(' ' + word) != std::string::npos; });
}

std::vector<std::string> wordsOf(const std::string &typed)
{
    std::vector<std::string> out;
    for (auto &token : text::tokenize(typed))
        out.push_back(std::move(token.word));
    return out;
}

} // namespace

Result<std::optional<EvidenceMark>> Evidence::mark(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::optional<EvidenceMark>> {
        const auto first = evidenceEntries(session, kSelect + " WHERE item_id=? AND content IS NOT NULL AND " + kWords + " ORDER BY number LIMIT 1", binds(item));
        return first.empty() ? std::optional<EvidenceMark>() : std::optional(markOf(session, first.front()));
    });
}

Result<std::vector<EvidenceCase>> Evidence::list(const EvidenceFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<EvidenceCase>> {
        Where where;
        where.add("e.kind='captured' AND e.content IS NOT NULL");
        if (filter.before > 0)
            where.add("e.number<?", filter.before);
        if (filter.member)
            where.add("EXISTS(SELECT 1 FROM member m JOIN source s ON s.id=m.source_id WHERE m.id=? AND m.native_id=json_extract(e.content,'$.item.author.id')"
                      " AND s.connector=json_extract(e.content,'$.item.network') AND s.instance=json_extract(e.content,'$.item.instance'))",
                      *filter.member);
        where.end(" ORDER BY e.number DESC");
        const auto words = wordsOf(filter.words);
        std::vector<EvidenceCase> out;
        eachEvidence(session, "SELECT " + std::string(kEvidenceColumns) + " FROM evidence e" + where.sql(), where.takeValues(), [&](EvidenceRow row) {
            auto last = lastKept(session, row.entry.item);
            if (!last || !holdsAll(*last, words))
                return true;
            EvidenceCase one{markOf(session, row.entry), std::move(*last)};
            if (!filter.changedOnly || one.mark.edited || one.mark.deleted)
                out.push_back(std::move(one));
            return static_cast<int>(out.size()) < filter.limit;
        });
        return out;
    });
}

Result<std::vector<EvidenceEntry>> Evidence::entries(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&] { return evidenceEntries(session, kSelect + " WHERE item_id=? ORDER BY number", binds(item)); });
}

Result<std::vector<EvidenceEntry>> Evidence::after(std::int64_t number, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] { return evidenceEntries(session, kSelect + " WHERE number>? ORDER BY number LIMIT ?", binds(number, limit)); });
}

Result<EvidenceHead> Evidence::head()
{
    auto &session = tx_.session();
    return session.guard([&] {
        EvidenceHead head;
        if (const auto last = session.one<std::int64_t, std::string, Instant>("SELECT number, sha256, at FROM evidence ORDER BY number DESC LIMIT 1"))
            std::tie(head.number, head.hash, head.at) = *last;
        return head;
    });
}

} // namespace vigie::store
