// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/charter_check.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/charter/charter_words.hpp"

#include <vigie/app/moderation.hpp>
#include <vigie/desk/business_time.hpp>
#include <vigie/desk/promises.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/intent.hpp>

#include <algorithm>
#include <memory>
#include <mutex>

namespace vigie::ui {

namespace {

/// Who writes: told on the window's thread, asked on a reader's.
class Writer {
public:
    void set(std::string name)
    {
        const std::lock_guard guard(mutex_);
        name_ = std::move(name);
    }
    [[nodiscard]] std::string name() const
    {
        const std::lock_guard guard(mutex_);
        return name_;
    }

private:
    mutable std::mutex mutex_;
    std::string name_;
};

constexpr std::int64_t kMostMinutes = 1'000'000'000;

/// What the conversation is about, and how long it has waited.
Result<void> readTicket(store::Tx &tx, TicketId ticket, desk::DraftContext &context)
{
    const std::vector<TicketId> one{ticket};
    VIGIE_TRY(const auto rows, store::Tickets(tx).rows(one));
    if (rows.empty())
        return {};
    const auto &row = rows.front();
    context.about = row.tags;
    const auto intent = text::intentOf(row.latestText, row.latestLang);
    for (const auto &[is, name] : {std::pair(row.direct, "direct"), {row.review, "review"}, {intent.question, "question"}, {intent.complaint, "complaint"}})
        if (is)
            context.about.emplace_back(name);
    context.waitingSince = row.ticket.waitingSince;
    if (!context.waitingSince)
        return {};
    VIGIE_TRY(const auto hours, desk::houseCalendar(tx, ticket));
    if (hours) {
        VIGIE_TRY(const auto open, desk::openBetween(*hours, *context.waitingSince, tx.now()));
        context.openMinutes = static_cast<int>(std::min<std::int64_t>(open.seconds / 60, kMostMinutes));
    }
    return {};
}

} // namespace

WritingCheck charterCheck(Bridge &bridge, QObject *owner)
{
    auto who = std::make_shared<Writer>();
    const auto learn = [who, &bridge] { who->set(bridge.person()); };
    learn();
    QObject::connect(&bridge, &Bridge::opened, owner, learn);
    QObject::connect(&bridge, &Bridge::statusChanged, owner, learn);
    return [who](store::Tx &tx, const WritingInput &input) -> Result<QList<WritingMark>> {
        QList<WritingMark> out;
        const auto bytes = utf8(input.text);
        if (input.text.trimmed().isEmpty())
            return out;
        desk::DraftContext context;
        context.person = who->name();
        context.now = tx.now();
        if (input.ticket)
            VIGIE_CHECK(readTicket(tx, input.ticket, context));
        VIGIE_TRY(const auto now, app::charterNow(tx));
        for (const auto &mark : desk::checkDraft(now.charter, bytes, input.lang, context)) {
            WritingMark one;
            const auto ends = utf16Offsets(bytes, {mark.begin, mark.end});
            one.begin = static_cast<int>(ends[0]);
            one.end = static_cast<int>(ends[1]);
            one.kind = MarkKind::Charter;
            one.reason = markSentence(now.charter, mark);
            out.append(std::move(one));
        }
        return out;
    };
}

} // namespace vigie::ui
