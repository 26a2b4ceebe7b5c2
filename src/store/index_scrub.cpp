// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index_scrub.hpp"

#include "store/meta.hpp"

#include <vigie/base/log.hpp>

#include <string>

namespace vigie::store {

namespace {

constexpr int kScrubPages = 200;
constexpr std::chrono::hours kBetweenScrubs{24};

/// In table meta: words wait to leave; a merge is under way; when the last one began.
constexpr const char *kDue = "item_scrub_due", *kGoing = "item_scrub", *kBegun = "item_scrub_at";

} // namespace

SecureDelete::SecureDelete(Session &session) : session_(session), before_(session.one<int>("PRAGMA secure_delete").value_or(0))
{
    session_.script("PRAGMA secure_delete=ON");
}

SecureDelete::~SecureDelete()
{
    const auto restored = session_.guard([this] { session_.script(before_ == 0 ? "PRAGMA secure_delete=OFF" : before_ == 2 ? "PRAGMA secure_delete=FAST" : "PRAGMA secure_delete=ON"); });
    if (!restored) // stays on: slower, and on the safe side
        log::info("store", "deleted pages go on being overwritten");
}

bool mergeStep(Session &session, const char *table, bool begin)
{
    const SecureDelete overwritten(session);
    const auto changes = [&session] { return session.one<std::int64_t>("SELECT total_changes()").value_or(0); };
    const auto before = changes();
    const std::string name = table;
    session.exec("INSERT INTO " + name + "(" + name + ", rank) VALUES('merge', ?)", begin ? -kScrubPages : kScrubPages);
    return changes() - before < 2 && !begin;
}

void markWordsErased(Session &session)
{
    setMeta(session, kDue, "1");
}

bool scrubErasedWords(Session &session, Instant now)
{
    if (meta(session, kGoing)) {
        if (mergeStep(session, "item_fts", false))
            dropMeta(session, kGoing);
        return true;
    }
    if (!meta(session, kDue))
        return false;
    if (const auto last = meta(session, kBegun); last && now < fromMicros(std::stoll(*last)) + kBetweenScrubs && now >= fromMicros(std::stoll(*last)))
        return false;
    dropMeta(session, kDue);
    setMeta(session, kBegun, std::to_string(toMicros(now)));
    setMeta(session, kGoing, "1");
    mergeStep(session, "item_fts", true);
    return true;
}

} // namespace vigie::store
