// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/setting_image.hpp"

#include "store/undo.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::store {

namespace {

/// Their place is their row in the log: new ones at the end.
constexpr std::array<std::string_view, 3> kUndoable{"insight.view_rates", "insight.site_visits", "insight.source_weights"};

struct Recorded {
    std::string key;
    std::optional<std::string> before, after;
};
std::vector<Recorded> recorded(Session &session, ChangeSetId id)
{
    std::vector<Recorded> out;
    session.each<std::int64_t, std::optional<std::string>, std::optional<std::string>>(
        "SELECT row_id, before_json, after_json FROM change_row WHERE change_set_id=? AND kind='setting'", binds(id),
        [&](std::int64_t row, std::optional<std::string> before, std::optional<std::string> after) {
            if (row >= 0 && row < static_cast<std::int64_t>(kUndoable.size()))
                out.push_back({std::string(kUndoable[static_cast<std::size_t>(row)]), std::move(before), std::move(after)});
        });
    return out;
}

} // namespace

void recordSetting(Tx &tx, const std::string &key, const std::optional<std::string> &before, const std::string &after)
{
    const auto *found = std::find(kUndoable.begin(), kUndoable.end(), key);
    if (found == kUndoable.end())
        return;
    RowChange change;
    change.kind = "setting";
    change.row = found - kUndoable.begin();
    change.before = before;
    change.after = after;
    recordRow(tx, change);
}

int settingsChangedSince(Session &session, ChangeSetId id)
{
    const auto all = recorded(session, id);
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&session](const Recorded &one) {
        return session.one<std::string>("SELECT value FROM setting WHERE key=?", one.key) != one.after;
    }));
}

void restoreSettings(Tx &tx, ChangeSetId id)
{
    auto &session = tx.session();
    const auto all = recorded(session, id);
    for (const auto &one : all) {
        if (one.before)
            session.exec("UPDATE setting SET value=? WHERE key=?", *one.before, one.key);
        else
            session.exec("DELETE FROM setting WHERE key=?", one.key);
    }
    tx.change().settings = tx.change().settings || !all.empty();
}

} // namespace vigie::store
