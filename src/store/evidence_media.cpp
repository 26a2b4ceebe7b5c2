// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/evidence.hpp>

#include "store/evidence_rows.hpp"
#include "store/hot_statement.hpp"

#include <vigie/base/digest.hpp>

namespace vigie::store {

namespace {

constexpr int kMaxTries = 5;
constexpr std::chrono::minutes kFirstPause{2};

/// Of the item whose picture it is; none: erased meanwhile.
std::optional<ItemId> takeWanted(Session &session, const WantedMedia &wanted)
{
    const auto item = session.one<ItemId>("SELECT e.item_id FROM evidence_wanted w JOIN evidence e ON e.number=w.entry WHERE w.entry=? AND w.position=?",
                                          wanted.entry, wanted.position);
    session.exec("DELETE FROM evidence_wanted WHERE entry=? AND position=?", wanted.entry, wanted.position);
    return item;
}

} // namespace

Result<std::vector<WantedMedia>> Evidence::wanted(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<WantedMedia> out;
        session.each<std::int64_t, int, int, std::string, std::string, std::string>(
            "SELECT w.entry, w.position, w.tries, w.url, json_extract(e.content,'$.item.network'), json_extract(e.content,'$.item.instance')"
            " FROM evidence_wanted w JOIN evidence e ON e.number=w.entry WHERE w.next_at<=? ORDER BY w.entry, w.position LIMIT ?",
            binds(tx_.now(), limit), [&out](std::int64_t entry, int position, int tries, std::string url, std::string connector, std::string instance) {
                out.push_back({entry, position, tries, std::move(url), std::move(connector), std::move(instance)});
            });
        return out;
    });
}

Result<void> Evidence::fetched(const WantedMedia &wanted, const FetchedMedia &got)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto item = takeWanted(session, wanted);
        if (!item)
            return {};
        EvidenceContent said;
        said.kind = EvidenceKind::Media;
        said.of = wanted.entry;
        said.position = wanted.position;
        said.url = wanted.url;
        said.mime = got.mime;
        said.httpDate = got.httpDate;
        said.httpStatus = got.httpStatus;
        said.failure = got.failure;
        if (got.bytes && got.bytes->size() > kEvidenceMaxMedia) {
            said.failure = "larger than " + std::to_string(kEvidenceMaxMedia) + " bytes";
        } else if (got.bytes) {
            said.mediaHash = sha256(*got.bytes);
            said.size = static_cast<std::int64_t>(got.bytes->size());
            session.hot("INSERT INTO evidence_media(sha256, bytes) VALUES(?, CAST(? AS BLOB))").bind(said.mediaHash, *got.bytes).run();
        }
        (void)appendEvidence(tx_, *item, said);
        return {};
    });
}

Result<void> Evidence::failedFor(const WantedMedia &wanted, const std::string &reason)
{
    if (wanted.tries + 1 >= kMaxTries)
        return fetched(wanted, {std::nullopt, {}, {}, reason, 0});
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("UPDATE evidence_wanted SET tries=tries+1, next_at=? WHERE entry=? AND position=?", tx_.now() + kFirstPause * (1 << wanted.tries), wanted.entry,
                     wanted.position);
    });
}

Result<std::optional<std::string>> Evidence::media(const std::string &hash)
{
    auto &session = tx_.session();
    return session.guard([&] {
        auto &row = session.hot("SELECT bytes FROM evidence_media WHERE sha256=?");
        row.bind(hash);
        std::optional<std::string> bytes;
        if (row.next())
            bytes = std::string(row.text(0));
        row.reset();
        return bytes;
    });
}

} // namespace vigie::store
