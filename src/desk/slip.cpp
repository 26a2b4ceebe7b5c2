// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a slip, read from the workspace.
#include <vigie/desk/slip.hpp>

#include <vigie/desk/inside_time.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <array>

namespace vigie::desk {

namespace {

constexpr std::array kContexts{"none", "message", "thread"};
constexpr std::size_t kSubjectBytes = 70;

std::string subjectFrom(const std::string &question)
{
    const auto first = question.find_first_not_of(" \t\r\n");
    const auto line = question.substr(first, question.find('\n', first) - first);
    if (line.size() <= kSubjectBytes)
        return line;
    auto cut = line.rfind(' ', kSubjectBytes);
    if (cut == std::string::npos || cut < kSubjectBytes / 2)
        for (cut = kSubjectBytes; cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xc0U) == 0x80; --cut) {}
    return line.substr(0, cut) + "\xe2\x80\xa6";
}

/// A subject is one line, whatever was pasted into it.
std::string oneLine(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

std::string nameOf(const Author &author)
{
    return author.name.empty() || author.name == author.handle ? author.handle : author.name + " (" + author.handle + ")";
}

SlipLine lineOf(const Item &item)
{
    SlipLine line;
    line.who = nameOf(item.author);
    line.at = item.publishedAt;
    line.text = item.title.empty() ? item.text : item.title + "\n" + item.text;
    line.ours = static_cast<bool>(item.ours);
    return line;
}

void addMedia(Slip &slip, const Item &item)
{
    for (const auto &media : item.media)
        slip.media.push_back(media.alt.empty() ? media.url : media.alt + ": " + media.url);
}

Result<void> addThread(store::Tx &tx, Slip &slip, ItemId of)
{
    store::Items items(tx);
    VIGIE_TRY(const auto thread, items.thread(of));
    for (const auto &entry : thread) {
        if (!entry.id)
            continue;
        VIGIE_TRY(const auto item, items.get(entry.id));
        if (!item || item->state == ItemState::DeletedByAuthor)
            continue;
        slip.lines.push_back(lineOf(*item));
        addMedia(slip, *item);
    }
    std::stable_sort(slip.lines.begin(), slip.lines.end(), [](const SlipLine &a, const SlipLine &b) { return a.at < b.at; });
    return {};
}

} // namespace

const char *toString(SlipContext context) noexcept
{
    return kContexts[static_cast<std::size_t>(context)];
}

std::optional<SlipContext> slipContextFrom(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kContexts.size(); ++i)
        if (name == kContexts[i])
            return static_cast<SlipContext>(i);
    return std::nullopt;
}

Result<Slip> gatherSlip(store::Tx &tx, const SlipRequest &request)
{
    if (request.question.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::InvalidInput, "a question without words");
    Slip slip;
    VIGIE_TRY(slip.department, store::Departments(tx).get(request.department));
    slip.ticket = request.ticket;
    slip.question = request.question;
    slip.subject = request.subject.find_first_not_of(" \t\r\n") == std::string::npos ? subjectFrom(request.question) : request.subject;
    slip.subject = oneLine(std::move(slip.subject));
    slip.sender = request.sender;
    VIGIE_TRY(const auto zone, store::Settings(tx).get("workspace.zone"));
    slip.zone = zone && zoneExists(*zone) ? *zone : systemZone();
    VIGIE_TRY(const auto time, answerDue(tx, slip.department, tx.now()));
    slip.dueAt = request.dueAt.value_or(time.due);
    slip.calendar = time.calendar;
    slip.calendarVersion = time.calendarVersion;
    if (!request.ticket)
        return slip;
    VIGIE_TRY(const auto ticket, store::Tickets(tx).get(request.ticket));
    VIGIE_TRY(const auto latest, store::Items(tx).get(ticket.latest));
    if (!latest)
        return fail(Errc::NotFound, "the mention is not here any more");
    slip.permalink = latest->permalink;
    if (request.context == SlipContext::Thread) {
        VIGIE_CHECK(addThread(tx, slip, ticket.latest));
    } else if (request.context == SlipContext::Message) {
        slip.lines.push_back(lineOf(*latest));
        addMedia(slip, *latest);
    }
    return slip;
}

} // namespace vigie::desk
