// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/upload_progress.hpp>

#include "store/session.hpp"

namespace vigie::store {

Result<std::optional<std::string>> UploadProgress::of(const PartKey &key, Instant since)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.one<std::string>("SELECT state FROM upload_progress WHERE outbound_id=? AND part=? AND words=? AND began_at>=?", key.outbound, key.part, key.words, since);
    });
}

Result<void> UploadProgress::keep(const PartKey &key, const std::string &state)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (session.exec("UPDATE upload_progress SET state=? WHERE outbound_id=? AND part=? AND words=?", state, key.outbound, key.part, key.words) == 0)
            session.exec("INSERT OR REPLACE INTO upload_progress(outbound_id, part, words, state, began_at) VALUES(?,?,?,?,?)", key.outbound, key.part, key.words, state, tx_.now());
    });
}

Result<void> UploadProgress::forget(const PartKey &key)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("DELETE FROM upload_progress WHERE outbound_id=? AND part=?", key.outbound, key.part); });
}

} // namespace vigie::store
