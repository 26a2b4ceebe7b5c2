// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule makes of a mention, as values: runs write it, trials show it.
#include <vigie/desk/rules.hpp>

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::desk {

namespace {

using Kind = RuleAction::Kind;

constexpr int kMinutesPerHour = 60;

std::string points(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

auto tagIn(std::vector<std::string> &tags, const std::string &name)
{
    return std::find_if(tags.begin(), tags.end(), [folded = text::fold(name)](const std::string &tag) { return text::fold(tag) == folded; });
}

std::string shown(const Snooze &snooze)
{
    return toString(snooze.wall) + " " + snooze.zone;
}

class Maker {
public:
    Maker(const store::RuleSubject &before, Instant now, const std::string &zone, bool calls) : now_(now), zone_(zone), calls_(calls) { out_.after = before; }

    void make(const RuleAction &action)
    {
        switch (action.kind) {
        case Kind::Tag: tag(action.text); break;
        case Kind::Untag: untag(action.text); break;
        case Kind::ToInbox: inbox(); break;
        case Kind::Assign:
        case Kind::Status:
        case Kind::Snooze:
        case Kind::Bump:
        case Kind::Note:
        case Kind::Draft:
        case Kind::Answer:
        case Kind::PassOn:
            if (out_.after.ticket)
                onTicket(action, *out_.after.ticket);
            break;
        }
    }
    RuleOutcome take() { return std::move(out_); }

private:
    void step(const char *what, std::string from, std::string to) { out_.steps.push_back({what, std::move(from), std::move(to)}); }
    void tag(const std::string &name)
    {
        auto &tags = out_.after.tags;
        if (tagIn(tags, name) != tags.end())
            return;
        tags.push_back(name);
        step("tag", {}, name);
    }
    void untag(const std::string &name)
    {
        auto &tags = out_.after.tags;
        if (const auto at = tagIn(tags, name); at != tags.end()) {
            step("tag", *at, {});
            tags.erase(at);
        }
    }
    void inbox()
    {
        if (!calls_ || out_.after.ticket || out_.after.ours)
            return;
        Ticket ticket;
        ticket.root = ticket.latest = out_.after.item;
        ticket.waitingSince = now_;
        out_.after.ticket = std::move(ticket);
        out_.toInbox = true;
        step("inbox", {}, "new");
    }
    void onTicket(const RuleAction &action, Ticket &ticket)
    {
        switch (action.kind) {
        case Kind::Assign:
            if (ticket.owner == action.text)
                break;
            step("owner", ticket.owner, action.text);
            ticket.owner = action.text;
            break;
        case Kind::Status: status(action.status, ticket); break;
        case Kind::Snooze: snooze(action.number, ticket); break;
        case Kind::Bump:
            if (out_.after.bump == action.number)
                break;
            step("points", out_.after.bump == 0 ? std::string() : points(out_.after.bump), action.number == 0 ? std::string() : points(action.number));
            out_.after.bump = action.number;
            break;
        case Kind::Note:
            out_.notes.push_back(action.text);
            step("note", {}, action.text);
            break;
        case Kind::Draft:
            if (out_.after.draft || !calls_)
                break;
            out_.draft = action.text;
            out_.after.draft = true;
            step("draft", {}, action.text);
            break;
        case Kind::Answer:
            if (!calls_ || leavesTo({}) || out_.after.draft)
                break; // somebody is already at it
            leave(action, ticket);
            step("answer", {}, action.text);
            break;
        case Kind::PassOn:
            if (!calls_ || leavesTo(action.department) || ticket.status == TicketStatus::WaitingInside || ticket.status == TicketStatus::Done || ticket.status == TicketStatus::Ignored)
                break; // a service has it already, or nobody waits
            leave(action, ticket);
            step("service", {}, action.text);
            break;
        default: break;
        }
    }
    [[nodiscard]] bool leavesTo(DepartmentId department) const
    {
        return std::any_of(out_.leaves.begin(), out_.leaves.end(), [&](const store::RuleAnswer &one) { return one.department == department; });
    }
    void leave(const RuleAction &action, const Ticket &ticket)
    {
        const auto service = action.kind == Kind::PassOn ? action.department : DepartmentId{};
        out_.leaves.push_back({0, ticket.id, ticket.latest, {}, action.text, static_cast<int>(action.number), service});
    }
    void status(TicketStatus to, Ticket &ticket)
    {
        if (ticket.status == to)
            return;
        step("status", toString(ticket.status), toString(to));
        ticket.status = to;
        ticket.snooze.reset();
        if (to == TicketStatus::Done || to == TicketStatus::Ignored)
            ticket.waitingSince.reset();
    }
    void snooze(double hours, Ticket &ticket)
    {
        const auto until = now_ + std::chrono::minutes(static_cast<int>(hours * kMinutesPerHour));
        const auto wall = toWall(until, zone_);
        if (ticket.snooze || !wall)
            return; // it sleeps already: until when is for whoever said so
        auto exact = *wall;
        exact.second = 0;
        const auto due = toInstant(exact, zone_);
        if (!due)
            return;
        ticket.snooze = Snooze{exact, zone_, due->at};
        step("snooze", {}, shown(*ticket.snooze));
    }

    RuleOutcome out_;
    Instant now_;
    const std::string &zone_;
    bool calls_;
};

} // namespace

std::string ruleActor(const Rule &rule)
{
    return "rule:" + rule.name;
}

RuleOutcome outcomeOf(const Rule &rule, const store::RuleSubject &before, Instant now, const std::string &zone, bool calls)
{
    Maker maker(before, now, zone, calls);
    for (const auto &action : rule.actions)
        maker.make(action);
    auto out = maker.take();
    for (auto &one : out.leaves)
        one.rule = rule.name;
    return out;
}

bool ticketHolds(const Rule &rule, const store::RuleSubject &subject, AccountId account, Instant now)
{
    const auto &ticket = subject.ticket;
    if (rule.account && rule.account != (ticket ? ticket->account : account))
        return false;
    if (!rule.asksTicket())
        return true;
    if (!ticket || ticket->inbound < rule.messages)
        return false;
    return rule.waitingHours == 0 || (ticket->waitingSince && now - *ticket->waitingSince >= std::chrono::hours{rule.waitingHours});
}

} // namespace vigie::desk
