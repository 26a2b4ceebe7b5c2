// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/rules.hpp>

#include <vigie/desk/sla.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/queue.hpp>
#include <vigie/store/tags.hpp>
#include <vigie/store/tickets_many.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr int kMostCaughtUp = 2'000, kMostLate = 100'000;
constexpr const char *kHistory = "history";
constexpr int kMondayOfEpoch = 3; // 1970-01-01 was a Thursday

bool closes(const std::vector<RuleAction> &actions)
{
    return std::any_of(actions.begin(), actions.end(), [](const RuleAction &action) {
        return action.kind == RuleAction::Kind::Status && (action.status == TicketStatus::Done || action.status == TicketStatus::Ignored);
    });
}

RuleLogLine lineOf(const Rule &rule, const store::RuleSubject &subject, const char *moment, const char *outcome, std::string done)
{
    RuleLogLine line;
    line.rule = rule.id;
    line.name = rule.name;
    line.version = rule.version;
    line.moment = moment;
    line.item = subject.item;
    line.ticket = subject.ticket ? subject.ticket->id : TicketId{};
    line.outcome = outcome;
    line.done = std::move(done);
    return line;
}

bool repeats(const RuleStep &step)
{
    return step.what == "note" || step.what == "answer" || step.what == "draft" || step.what == "service";
}

/// What would come again with every event is said once for each message.
void leaveOutRepeats(RuleOutcome &outcome)
{
    outcome.notes.clear();
    outcome.draft.clear();
    outcome.leaves.clear();
    std::erase_if(outcome.steps, repeats);
}

} // namespace

Result<std::string> RuleRun::zone()
{
    if (!zone_) {
        VIGIE_TRY(const auto stored, store::Settings(tx_).get("workspace.zone"));
        zone_ = stored && zoneExists(*stored) ? *stored : "UTC";
    }
    return *zone_;
}

Result<bool> RuleRun::mayGoOn(const Rule &rule, const store::RuleSubject &subject, const char *moment)
{
    if (actions_ < allowed_)
        return true;
    if (!capped_) {
        capped_ = true;
        VIGIE_CHECK(store::Rules(tx_).log(lineOf(rule, subject, moment, "capped", std::to_string(allowed_))));
        tx_.change().settings = true;
    }
    return false;
}

Result<void> RuleRun::write(const Rule &rule, const store::RuleSubject &before, const RuleOutcome &outcome, AccountId account)
{
    const auto actor = ruleActor(rule);
    auto ticket = outcome.after.ticket;
    store::Tickets tickets(tx_);
    auto held = before.ticket;
    if (outcome.toInbox) {
        VIGIE_TRY(const auto id, bringToInbox(tx_, before.item, account, actor));
        VIGIE_TRY(held, tickets.get(id));
        const auto wanted = *ticket;
        ticket = held; // as it was made, and then what else the rule says
        ticket->owner = wanted.owner;
        ticket->snooze = wanted.snooze;
        if (wanted.status != TicketStatus::New)
            ticket->status = wanted.status;
    }
    if (ticket && held) {
        const Ticket from[] = {*held}, to[] = {*ticket};
        const bool same = from->status == to->status && from->owner == to->owner && from->snooze.has_value() == to->snooze.has_value();
        if (!same)
            VIGIE_CHECK(store::saveAll(tx_, from, to, actor));
        if (outcome.after.bump != before.bump)
            VIGIE_CHECK(store::Queue(tx_).bump(ticket->id, outcome.after.bump, rule.name));
        for (const auto &note : outcome.notes)
            VIGIE_CHECK(tickets.addNote(Note{{}, ticket->id, NoteWords(note), actor, tx_.now()}));
        if (!outcome.draft.empty())
            VIGIE_CHECK(tickets.saveDraft(ticket->id, outcome.draft));
        for (auto answer : outcome.leaves) {
            answer.ticket = ticket->id;
            answer.item = ticket->latest;
            VIGIE_CHECK(store::Rules(tx_).prepare(answer));
        }
        touched_.insert(ticket->id);
    }
    for (const auto &step : outcome.steps) {
        if (step.what != "tag")
            continue;
        VIGIE_TRY(const auto tag, store::Queries(tx_).ensureTag(step.to.empty() ? step.from : step.to));
        VIGIE_CHECK(store::Tags(tx_).put(before.item, tag, !step.to.empty(), actor));
    }
    return {};
}

Result<bool> RuleRun::act(const Rule &rule, const store::RuleSubject &before, AccountId account, const char *moment, bool calls)
{
    if (before.ours || !ticketHolds(rule, before, account, tx_.now()))
        return false;
    if (acted_.count({rule.id, before.item}) > 0)
        return false; // its own change, or what others made of it, comes back to it
    VIGIE_TRY(const auto where, zone());
    auto outcome = outcomeOf(rule, before, tx_.now(), where, calls);
    store::Rules rules(tx_);
    if (before.ticket && rule.moment != RuleMoment::Late && std::any_of(outcome.steps.begin(), outcome.steps.end(), repeats)) {
        const auto ticket = before.ticket->id;
        VIGIE_TRY(const auto seen, rules.seen(rule.id, ticket));
        if (seen == before.ticket->latest.value)
            leaveOutRepeats(outcome);
        else
            VIGIE_CHECK(rules.setSeen(rule.id, ticket, before.ticket->latest.value));
    }
    if (outcome.steps.empty())
        return false;
    VIGIE_TRY(const bool allowed, mayGoOn(rule, before, moment));
    if (!allowed)
        return false;
    ++actions_;
    acted_.insert({rule.id, before.item});
    VIGIE_CHECK(write(rule, before, outcome, account));
    VIGIE_CHECK(rules.log(lineOf(rule, before, moment, "done", inWords(outcome.steps))));
    return true;
}

Result<int> RuleRun::actOn(const Rule &rule, std::span<const ItemId> items, AccountId account, const char *moment, bool calls, std::set<ItemId> *stopped)
{
    store::Rules rules(tx_);
    const auto holding = rules.holding(rule, items);
    if (!holding) {
        if (holding.error().code != Errc::InvalidInput)
            return fail(holding.error());
        VIGIE_CHECK(rules.log(lineOf(rule, {}, moment, "failed", holding.error().detail))); // a saved query it asked for is gone
        return 0;
    }
    VIGIE_TRY(const auto subjects, rules.subjects(*holding));
    int acted = 0;
    std::set<TicketId> changedHere;
    for (auto subject : subjects) {
        if (subject.ticket && changedHere.count(subject.ticket->id) > 0) { // by way of another message of the same ticket
            VIGIE_TRY(auto again, rules.subjects({&subject.item, 1}));
            subject = std::move(again.front());
        }
        VIGIE_TRY(const bool did, act(rule, subject, account, moment, calls));
        acted += did ? 1 : 0;
        if (did && subject.ticket)
            changedHere.insert(subject.ticket->id);
        if (stopped != nullptr && rule.stopAfter && ticketHolds(rule, subject, account, tx_.now()))
            stopped->insert(subject.item);
    }
    return acted;
}

Result<int> RuleRun::arrived(std::span<const ItemId> items, AccountId account, bool history)
{
    VIGIE_TRY(const auto rules, store::Rules(tx_).active(RuleMoment::Arrives));
    if (items.empty())
        return 0;
    allowed_ = kMostActions + static_cast<int>(items.size() * std::max<std::size_t>(rules.size(), 1));
    std::vector<ItemId> fresh, old;
    for (const auto item : items)
        (history || item < store::firstItemIdAt(tx_.now() - kRuleHistory) ? old : fresh).push_back(item);
    int acted = 0;
    std::set<ItemId> stopped;
    for (const auto &rule : rules)
        for (const bool calls : {true, false}) {
            auto &left = calls ? fresh : old;
            std::erase_if(left, [&](ItemId item) { return stopped.count(item) > 0; });
            if (left.empty())
                continue;
            VIGIE_TRY(const int did, actOn(rule, left, account, toString(RuleMoment::Arrives), calls, &stopped));
            acted += did;
        }
    const std::vector<TicketId> touched(touched_.begin(), touched_.end());
    VIGIE_TRY(const int more, changed(touched));
    return acted + more;
}

Result<int> RuleRun::changed(std::span<const TicketId> tickets)
{
    if (tickets.empty())
        return 0;
    VIGIE_TRY(const auto rules, store::Rules(tx_).active(RuleMoment::Changes));
    if (rules.empty())
        return 0;
    allowed_ = std::max(allowed_, kMostActions + static_cast<int>(tickets.size()));
    int acted = 0;
    std::vector<TicketId> waiting(tickets.begin(), tickets.end());
    // Every round at least one pair of rule and ticket is used up, and none comes twice.
    while (!waiting.empty() && !capped_) {
        touched_.clear();
        VIGIE_TRY(const auto held, store::loadAll(tx_, waiting));
        std::vector<ItemId> items;
        for (const auto &ticket : held)
            items.push_back(ticket.latest);
        std::set<ItemId> stopped;
        for (const auto &rule : rules) {
            std::erase_if(items, [&](ItemId item) { return stopped.count(item) > 0; });
            if (items.empty())
                break;
            VIGIE_TRY(const int did, actOn(rule, items, {}, toString(RuleMoment::Changes), true, &stopped));
            acted += did;
        }
        waiting.assign(touched_.begin(), touched_.end());
    }
    return acted;
}

Result<int> RuleRun::daily(const Rule &rule)
{
    VIGIE_TRY(const auto where, zone());
    VIGIE_TRY(const auto day, localDay(tx_.now(), where));
    VIGIE_TRY(const auto wall, toWall(tx_.now(), where));
    const int weekday = ((day % 7) + 7 + kMondayOfEpoch) % 7;
    if ((rule.weekdays & (1 << weekday)) == 0 || wall.hour * 60 + wall.minute < rule.atMinute)
        return 0;
    store::Rules rules(tx_);
    VIGIE_TRY(const auto last, rules.seen(rule.id, {}));
    if (last >= day)
        return 0;
    VIGIE_CHECK(rules.setSeen(rule.id, {}, day));
    store::QueueFilter filter;
    filter.tickets.withSnoozed = true;
    VIGIE_TRY(const auto open, store::Queue(tx_).facts(filter));
    std::vector<ItemId> items;
    for (const auto &facts : open)
        items.push_back(facts.latest);
    allowed_ = std::max(allowed_, kMostActions + static_cast<int>(items.size()));
    return actOn(rule, items, {}, toString(RuleMoment::Daily), true);
}

Result<int> RuleRun::clock()
{
    store::Rules rules(tx_);
    int acted = 0;
    VIGIE_TRY(const auto lateRules, rules.active(RuleMoment::Late));
    std::vector<store::LateRow> late;
    if (!lateRules.empty()) {
        VIGIE_CHECK(SlaDesk(tx_).catchUp(kMostCaughtUp)); // what was answered a moment ago is not late
        VIGIE_TRY(late, store::lateRows(tx_, kMostLate));
    }
    for (const auto &rule : lateRules) {
        VIGIE_TRY(const auto fresh, rules.unseen(rule.id, late));
        std::vector<TicketId> tickets;
        for (const auto &row : fresh) {
            VIGIE_CHECK(rules.setSeen(rule.id, row.ticket, toMicros(row.wait)));
            tickets.push_back(row.ticket);
        }
        VIGIE_TRY(const auto held, store::loadAll(tx_, tickets));
        std::vector<ItemId> items;
        for (const auto &ticket : held)
            items.push_back(ticket.latest);
        VIGIE_TRY(const int did, actOn(rule, items, {}, toString(RuleMoment::Late), true));
        acted += did;
    }
    VIGIE_TRY(const auto dailyRules, rules.active(RuleMoment::Daily));
    for (const auto &rule : dailyRules) {
        VIGIE_TRY(const int did, daily(rule));
        acted += did;
    }
    const std::vector<TicketId> touched(touched_.begin(), touched_.end());
    VIGIE_TRY(const int more, changed(touched));
    return acted + more;
}

Result<int> RuleRun::onHistory(const Rule &rule, std::span<const ItemId> items)
{
    allowed_ = static_cast<int>(kMostApplied);
    return actOn(rule, items, {}, kHistory, false);
}

Result<void> tryRule(store::Tx &tx, const Rule &rule, Instant since, int slice, RuleTrial &so)
{
    store::Rules rules(tx);
    if (!so.below) {
        VIGIE_TRY(so.items, rules.countSince(since));
    }
    VIGIE_TRY(const auto stored, store::Settings(tx).get("workspace.zone"));
    const auto zone = stored && zoneExists(*stored) ? *stored : std::string("UTC");
    std::vector<ItemId> found;
    VIGIE_TRY(const bool more, rules.holdingInHistory(rule, since, slice, so.below, so.judged, found));
    VIGIE_TRY(auto subjects, rules.subjects(found));
    std::reverse(subjects.begin(), subjects.end()); // newest first
    for (const auto &subject : subjects) {
        if (subject.ours || !ticketHolds(rule, subject, {}, tx.now()))
            continue;
        ++so.matched;
        auto outcome = outcomeOf(rule, subject, tx.now(), zone, false);
        if (outcome.steps.empty())
            continue;
        ++so.changed;
        for (const auto &step : outcome.steps)
            ++so.changes[step.what];
        if (so.rows.size() < RuleTrial::kMostRows)
            so.rows.push_back({subject.item, subject.ticket ? subject.ticket->id : TicketId{}, std::move(outcome.steps)});
        if (so.toChange.size() <= kMostApplied)
            so.toChange.push_back(subject.item);
    }
    so.done = !more;
    return {};
}

Result<int> applyRule(store::Tx &tx, const Rule &rule, std::span<const ItemId> items)
{
    if (items.size() > kMostApplied)
        return fail(Errc::PolicyRefused, "the rule would change more than " + std::to_string(kMostApplied) + " mentions at once: narrow it");
    VIGIE_CHECK(store::Tickets(tx).beginChangeSet("rule"));
    return RuleRun(tx).onHistory(rule, items);
}

Result<bool> closesEverything(store::Tx &tx, const Rule &rule)
{
    constexpr int kSample = 1'000, kLeast = 20;
    constexpr double kNearlyAll = 0.95;
    if (!closes(rule.actions) || rule.account || rule.asksTicket())
        return false;
    const auto query = text::parseQuery(rule.source);
    if (!query || query->root.kind == text::QueryNode::Kind::All)
        return query.has_value();
    store::Items items(tx);
    store::SearchPage page;
    page.limit = kSample;
    VIGIE_TRY(const auto newest, items.search(text::Query{}, page));
    if (newest.size() < kLeast)
        return false;
    VIGIE_TRY(const auto held, store::Rules(tx).holding(rule, newest));
    return static_cast<double>(held.size()) >= kNearlyAll * static_cast<double>(newest.size());
}

Result<RuleId> saveRule(store::Tx &tx, const Rule &rule, bool confirmed)
{
    if (rule.on && !confirmed) {
        VIGIE_TRY(const bool everything, closesEverything(tx, rule));
        if (everything)
            return fail(Errc::PolicyRefused, "the rule would close everything that comes; confirm that this is meant");
    }
    return store::Rules(tx).save(rule);
}

} // namespace vigie::desk
