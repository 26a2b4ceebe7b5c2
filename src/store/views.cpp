// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/views.hpp>

#include "store/desk_facts.hpp"
#include "store/row_image.hpp"
#include "store/session.hpp"

#include <vigie/base/ascii.hpp>

#include <sstream>

namespace vigie::store {

namespace {

std::string statusList(const std::vector<TicketStatus> &statuses)
{
    std::string out;
    for (const auto status : statuses)
        out += (out.empty() ? "" : " ") + std::string(toString(status));
    return out;
}

std::vector<TicketStatus> statusesFrom(const std::string &list)
{
    std::vector<TicketStatus> out;
    std::istringstream words(list);
    for (std::string word; words >> word;)
        if (const auto status = ticketStatusFrom(word))
            out.push_back(*status);
    return out;
}

std::vector<DeskView> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<DeskView> out;
    session.each<DeskViewId, std::string, std::string, std::string, std::optional<std::string>, TagId, AccountId, std::string, bool, std::string, int>(
        "SELECT id, name, source, statuses, owner, tag_id, account_id, lang, snoozed, sort, position FROM desk_view" + where, std::move(values),
        [&](DeskViewId id, std::string name, std::string source, const std::string &statuses, std::optional<std::string> owner, TagId tag, AccountId account,
            std::string lang, bool snoozed, const std::string &sort, int position) {
            out.push_back({id, std::move(name), std::move(source), statusesFrom(statuses), std::move(owner), tag, account, std::move(lang), snoozed,
                           queueOrderFrom(sort).value_or(QueueOrder::Priority), position});
        });
    return out;
}

Result<DeskView> theOne(std::vector<DeskView> found)
{
    if (found.empty())
        return fail(Errc::NotFound, "no such view");
    return std::move(found.front());
}

} // namespace

Result<std::vector<DeskView>> DeskViews::all()
{
    return tx_.session().guard([&] { return load(tx_.session(), " ORDER BY position, id", {}); });
}

Result<DeskView> DeskViews::get(DeskViewId id)
{
    return tx_.session().guard([&] { return theOne(load(tx_.session(), " WHERE id=?", binds(id))); });
}

Result<DeskView> DeskViews::named(const std::string &name)
{
    return tx_.session().guard([&] { return theOne(load(tx_.session(), " WHERE name=?", binds(name))); });
}

Result<DeskViewId> DeskViews::save(const DeskView &view)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<DeskViewId> {
        const std::string name(trimmed(view.name));
        if (name.empty())
            return fail(Errc::InvalidInput, "a view needs a name");
        if (session.one<int>("SELECT 1 FROM desk_view WHERE name=? AND id<>?", name, view.id))
            return fail(Errc::Duplicate, "another view is called so");
        if (!view.source.empty())
            VIGIE_CHECK(parsedAndBound(session, view.source, tx_.now()));
        auto id = view.id;
        if (id) {
            VIGIE_CHECK(get(id));
        } else {
            id = DeskViewId{session.one<std::int64_t>("SELECT max(coalesce((SELECT max(id) FROM desk_view), 0),"
                                                      " coalesce((SELECT seq FROM sqlite_sequence WHERE name='desk_view'), 0)) + 1").value_or(1)};
        }
        auto record = view.id ? RowRecord(tx_, Imaged::View, id.value) : RowRecord::made(tx_, Imaged::View, id.value);
        const int position = view.id ? view.position : session.one<int>("SELECT coalesce(max(position), -1) + 1 FROM desk_view").value_or(0);
        session.exec("INSERT INTO desk_view(id, name, source, statuses, owner, tag_id, account_id, lang, snoozed, sort, position) VALUES(?,?,?,?,?,?,?,?,?,?,?)"
                     " ON CONFLICT(id) DO UPDATE SET name=excluded.name, source=excluded.source, statuses=excluded.statuses, owner=excluded.owner,"
                     " tag_id=excluded.tag_id, account_id=excluded.account_id, lang=excluded.lang, snoozed=excluded.snoozed, sort=excluded.sort,"
                     " position=excluded.position",
                     id, name, view.source, statusList(view.statuses), view.owner, view.tag, view.account, view.lang, view.snoozed,
                     std::string(toString(view.order)), position);
        record.done();
        tx_.change().settings = true;
        return id;
    });
}

Result<void> DeskViews::remove(DeskViewId id)
{
    VIGIE_CHECK(get(id));
    return tx_.session().guard([&] {
        removeRow(tx_, Imaged::View, id.value);
        tx_.change().settings = true;
    });
}

Result<void> DeskViews::move(DeskViewId id, int place)
{
    VIGIE_CHECK(get(id));
    return tx_.session().guard([&] {
        moveRow(tx_, Imaged::View, tx_.session().column<std::int64_t>("SELECT id FROM desk_view ORDER BY position, id"), id.value, place);
        tx_.change().settings = true;
    });
}

Result<QueueFilter> DeskViews::filter(const DeskView &view, const std::string &person)
{
    return tx_.session().guard([&] {
        QueueFilter out;
        out.tickets.statuses = view.statuses;
        out.tickets.owner = view.owner == kOwnerMe ? std::optional(person) : view.owner;
        if (view.account)
            out.tickets.account = view.account;
        if (view.tag)
            out.tickets.tag = tx_.session().one<std::string>("SELECT name FROM tag WHERE id=?", view.tag).value_or("");
        out.lang = view.lang;
        out.source = view.source;
        out.tickets.withSnoozed = view.snoozed;
        return out;
    });
}

Result<std::vector<std::pair<DeskViewId, int>>> DeskViews::counts(const std::string &person)
{
    VIGIE_TRY(const auto views, all());
    std::vector<std::pair<DeskViewId, int>> out;
    for (const auto &view : views) {
        VIGIE_TRY(const auto asked, filter(view, person));
        const auto count = Queue(tx_).count(asked);
        if (!count && count.error().code != Errc::InvalidInput)
            return fail(count.error());
        out.emplace_back(view.id, count.value_or(-1));
    }
    return out;
}

} // namespace vigie::store
