// SPDX-License-Identifier: GPL-3.0-or-later
// All that passed between a person and us, in one order: of each kind the newest so many are read and put together.
#include <vigie/store/persons.hpp>

#include "store/person_rows.hpp"

#include <vigie/base/utf8.hpp>
#include <vigie/store/items.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr std::size_t kMostText = 400;

class Timeline {
public:
    Timeline(Session &session, std::vector<MemberId> ids, const TimelinePage &page)
        : session_(session), ids_(std::move(ids)), list_(idList(ids_)), page_(page), before_(page.before.value_or(Instant::max()))
    {
    }

    std::vector<TimelineEntry> read()
    {
        if (wants(PersonEvent::Said))
            for (const auto id : ids_)
                said(id);
        if (wants(PersonEvent::Answered))
            answered();
        if (wants(PersonEvent::Passed))
            passed();
        if (wants(PersonEvent::Returned))
            returned();
        if (wants(PersonEvent::TicketNote))
            rows(PersonEvent::TicketNote, "SELECT n.id, n.at, t.member_id, t.id, n.text, '' FROM ticket t JOIN note n ON n.ticket_id=t.id WHERE t.member_id IN (SELECT value FROM json_each(?))"
                                          " AND n.at<? ORDER BY n.at DESC LIMIT ?");
        if (wants(PersonEvent::PersonNote))
            rows(PersonEvent::PersonNote, "SELECT id, at, member_id, 0, text, '' FROM member_note WHERE member_id IN (SELECT value FROM json_each(?)) AND at<? ORDER BY at DESC LIMIT ?");
        if (wants(PersonEvent::Promised))
            rows(PersonEvent::Promised, "SELECT id, made_at, member_id, ticket_id, text, state FROM promise WHERE member_id IN (SELECT value FROM json_each(?)) AND member_id<>0 AND made_at<?"
                                        " ORDER BY made_at DESC LIMIT ?");
        if (wants(PersonEvent::PromiseSettled))
            rows(PersonEvent::PromiseSettled, "SELECT id, settled_at, member_id, ticket_id, text, state FROM promise WHERE member_id IN (SELECT value FROM json_each(?)) AND member_id<>0"
                                              " AND settled_at<? ORDER BY settled_at DESC LIMIT ?");
        if (wants(PersonEvent::Consented))
            rows(PersonEvent::Consented, "SELECT id, at, member_id, 0, what || ' (' || source || ')', iif(granted, 'granted', 'taken_back') FROM member_consent"
                                         " WHERE member_id IN (SELECT value FROM json_each(?)) AND at<? ORDER BY at DESC LIMIT ?");
        if (wants(PersonEvent::StepDone))
            rows(PersonEvent::StepDone, "SELECT id, done_at, member_id, 0, text, '' FROM member_step WHERE member_id IN (SELECT value FROM json_each(?)) AND done_at<? ORDER BY done_at DESC LIMIT ?");
        if (wants(PersonEvent::Merged))
            rows(PersonEvent::Merged, "SELECT g.id, g.at, g.other_id, 0, coalesce(nullif(m.handle, ''), m.name, ''), '' FROM member_merge g LEFT JOIN member m ON m.id=g.other_id"
                                      " WHERE g.undone_at IS NULL AND g.one_id IN (SELECT value FROM json_each(?)) AND g.at<? ORDER BY g.at DESC LIMIT ?");
        return cut();
    }

private:
    [[nodiscard]] bool wants(PersonEvent event) const { return !page_.only || *page_.only == event; }

    void said(MemberId member)
    {
        // Ids grow with the time: the second in which the page ends is read whole, and what is not before it is left out.
        const auto bound = page_.before ? firstItemIdAt(*page_.before + std::chrono::seconds(1)).value : std::numeric_limits<std::int64_t>::max();
        int taken = 0;
        session_.each<ItemId, Instant, std::string, double, TicketId, std::string>(
            "SELECT i.id, i.published_at, coalesce(i.title || char(10), '') || i.text, i.tone, coalesce((SELECT max(ticket_id) FROM ticket_item WHERE item_id=i.id), 0), s.connector"
            " FROM item i JOIN source s ON s.id=i.source_id WHERE i.author_id=? AND i.id<? ORDER BY i.id DESC",
            binds(member, bound), [&](ItemId item, Instant at, std::string text, double tone, TicketId ticket, std::string connector) {
                if (at >= before_)
                    return true;
                TimelineEntry entry = made(PersonEvent::Said, at, item.value, member, ticket, std::move(text));
                entry.item = item;
                entry.connector = std::move(connector);
                entry.tone = static_cast<float>(tone);
                out_.push_back(std::move(entry));
                return ++taken <= page_.limit;
            });
    }

    void answered()
    {
        session_.each<ItemId, Instant, MemberId, TicketId, std::string, std::string>(
            "SELECT i.id, i.published_at, t.member_id, t.id, i.text, s.connector FROM ticket t CROSS JOIN ticket_item ti ON ti.ticket_id=t.id CROSS JOIN item i ON i.id=ti.item_id"
            " JOIN source s ON s.id=i.source_id WHERE t.member_id IN (SELECT value FROM json_each(?)) AND t.outbound>0 AND i.ours IS NOT NULL AND i.published_at<?"
            " ORDER BY i.published_at DESC LIMIT ?",
            binds(list_, before_, page_.limit + 1), [&](ItemId item, Instant at, MemberId member, TicketId ticket, std::string text, std::string connector) {
                auto entry = made(PersonEvent::Answered, at, item.value, member, ticket, std::move(text));
                entry.item = item;
                entry.connector = std::move(connector);
                out_.push_back(std::move(entry));
            });
    }

    void passed()
    {
        rows(PersonEvent::Passed, "SELECT q.id, q.created_at, t.member_id, t.id, q.subject || char(10) || q.text, q.state FROM ticket t CROSS JOIN question q ON q.ticket_id=t.id"
                                  " WHERE q.ticket_id<>0 AND t.member_id IN (SELECT value FROM json_each(?)) AND q.created_at<? ORDER BY q.created_at DESC LIMIT ?");
    }

    void returned()
    {
        rows(PersonEvent::Returned, "SELECT r.id, r.at, t.member_id, t.id, r.text, '' FROM ticket t CROSS JOIN question q ON q.ticket_id=t.id CROSS JOIN question_reply r ON r.question_id=q.id"
                                    " WHERE q.ticket_id<>0 AND t.member_id IN (SELECT value FROM json_each(?)) AND r.at<? ORDER BY r.at DESC LIMIT ?");
    }

    /// id, at, member, ticket, text, state
    void rows(PersonEvent event, const char *sql)
    {
        session_.each<std::int64_t, Instant, MemberId, TicketId, std::string, std::string>(
            sql, binds(list_, before_, page_.limit + 1), [&](std::int64_t id, Instant at, MemberId member, TicketId ticket, std::string text, std::string state) {
                auto entry = made(event, at, id, member, ticket, std::move(text));
                entry.state = std::move(state);
                out_.push_back(std::move(entry));
            });
    }

    static TimelineEntry made(PersonEvent event, Instant at, std::int64_t id, MemberId member, TicketId ticket, std::string text)
    {
        shortenUtf8(text, kMostText);
        TimelineEntry entry;
        entry.event = event;
        entry.at = at;
        entry.id = id;
        entry.member = member;
        entry.ticket = ticket;
        entry.text = std::move(text);
        return entry;
    }

    /// The newest so many, and whatever happened in the instant of the last of them.
    std::vector<TimelineEntry> cut()
    {
        std::stable_sort(out_.begin(), out_.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return a.at > b.at; });
        const auto limit = static_cast<std::size_t>(std::max(1, page_.limit));
        if (out_.size() > limit) {
            auto end = limit;
            while (end < out_.size() && out_[end].at == out_[limit - 1].at)
                ++end;
            out_.resize(end);
        }
        return std::move(out_);
    }

    Session &session_;
    std::vector<MemberId> ids_;
    std::string list_;
    TimelinePage page_;
    Instant before_;
    std::vector<TimelineEntry> out_;
};

} // namespace

Result<std::vector<TimelineEntry>> Persons::timeline(MemberId member, const TimelinePage &page)
{
    auto &session = tx_.session();
    return session.guard([&] { return Timeline(session, identitiesOf(session, member), page).read(); });
}

} // namespace vigie::store
