// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/sla_clock.hpp>

#include <vigie/text/fold.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

using Kind = SlaMoment::Kind;
using End = SlaSpell::End;

/// Walks through what happened. At most one answer and one resolution are waited for at a time.
class Walk {
public:
    void inbound(Instant at)
    {
        if (status_ == TicketStatus::Ignored)
            return; // decided so: nobody waits
        snoozedUntil_.reset();
        if (status_ == TicketStatus::Done || status_ == TicketStatus::WaitingMember)
            status_ = TicketStatus::Open;
        if (answer_ < 0)
            answer_ = begin(answered_ ? SlaTarget::Next : SlaTarget::First, answered_ ? nexts_++ : 0, at);
        if (resolution_ < 0)
            reopenResolution(at);
        run(at);
    }
    void answer(Instant at, bool skewed)
    {
        if (answer_ >= 0) {
            spells_[index(answer_)].skewed = skewed;
            if (status_ == TicketStatus::New || status_ == TicketStatus::Open)
                status_ = TicketStatus::WaitingMember;
        }
        answered_ = answered_ || !spells_.empty(); // before the first message it was ours to begin
        end(answer_, at, End::Met);
        run(at);
    }
    void state(Instant at, TicketStatus status, std::optional<Instant> snoozedUntil)
    {
        const bool wasClosed = closed();
        // "New" is what a ticket is until something happens; seen again (an undo) it takes nothing back that messages say.
        status_ = status == TicketStatus::New && !wasClosed ? status_ : status;
        snoozedUntil_ = snoozedUntil;
        if (status == TicketStatus::Done) {
            end(answer_, at, End::Unanswered);
            end(resolution_, at, End::Met);
        } else if (status == TicketStatus::Ignored) {
            end(answer_, at, End::Cancelled);
            end(resolution_, at, End::Cancelled);
        } else if (wasClosed && !spells_.empty()) {
            resume(at);
        }
        run(at);
    }
    /// A snooze that ends by itself.
    void wakeBefore(Instant at)
    {
        if (snoozedUntil_ && *snoozedUntil_ <= at) {
            const auto woken = *snoozedUntil_;
            snoozedUntil_.reset();
            run(woken);
        }
    }
    std::vector<SlaSpell> take() { return std::move(spells_); }

private:
    static std::size_t index(int at) { return static_cast<std::size_t>(at); }
    [[nodiscard]] bool closed() const { return status_ == TicketStatus::Done || status_ == TicketStatus::Ignored; }
    [[nodiscard]] bool counts() const { return !closed() && !snoozedUntil_ && status_ != TicketStatus::WaitingMember; }

    int begin(SlaTarget target, int sequence, Instant at)
    {
        SlaSpell spell;
        spell.target = target;
        spell.sequence = sequence;
        spell.from = at;
        spells_.push_back(std::move(spell));
        return static_cast<int>(spells_.size()) - 1;
    }
    /// What was used before it was closed stays used; the time it was closed does not count.
    void reopenResolution(Instant at)
    {
        const SlaSpell *before = nullptr;
        for (const auto &spell : spells_)
            if (spell.target == SlaTarget::Resolution)
                before = &spell;
        SlaSpell next;
        next.target = SlaTarget::Resolution;
        next.from = at;
        if (before != nullptr) {
            next.sequence = before->sequence + 1;
            next.from = before->from;
            next.counted = before->counted;
        }
        spells_.push_back(std::move(next));
        resolution_ = static_cast<int>(spells_.size()) - 1;
    }
    /// Opened again by hand: who was left without an answer waits on.
    void resume(Instant at)
    {
        for (std::size_t i = spells_.size(); i-- > 0;)
            if (spells_[i].target != SlaTarget::Resolution) {
                if (spells_[i].end == End::Unanswered || spells_[i].end == End::Cancelled)
                    answer_ = goOn(i);
                break;
            }
        for (std::size_t i = spells_.size(); i-- > 0 && resolution_ < 0;)
            if (spells_[i].target == SlaTarget::Resolution) {
                if (spells_[i].end == End::Cancelled)
                    resolution_ = goOn(i);
                break;
            }
        if (resolution_ < 0)
            reopenResolution(at);
    }
    int goOn(std::size_t i)
    {
        spells_[i].end = End::Open;
        spells_[i].until.reset();
        return static_cast<int>(i);
    }
    void end(int &which, Instant at, End how)
    {
        if (which < 0)
            return;
        auto &spell = spells_[index(which)];
        stop(spell, at);
        spell.until = at;
        spell.end = how;
        which = -1;
    }
    static void stop(SlaSpell &spell, Instant at)
    {
        if (!spell.runningSince)
            return;
        if (at > *spell.runningSince)
            spell.counted.push_back({*spell.runningSince, at});
        spell.runningSince.reset();
    }
    /// Starts and stops what is open, as the state says from here on.
    void run(Instant at)
    {
        for (const int which : {answer_, resolution_}) {
            if (which < 0)
                continue;
            auto &spell = spells_[index(which)];
            if (!counts())
                stop(spell, at);
            else if (!spell.runningSince)
                spell.runningSince = at;
        }
    }

    std::vector<SlaSpell> spells_;
    int answer_ = -1, resolution_ = -1, nexts_ = 0;
    bool answered_ = false;
    TicketStatus status_ = TicketStatus::New;
    std::optional<Instant> snoozedUntil_;
};

/// The instant within the counted stretches at which so much open time has passed; none: they hold less.
std::optional<Instant> reachedWithin(const std::vector<OpenStretch> &counted, std::int64_t seconds, BusinessTime &time)
{
    for (const auto &stretch : counted) {
        const auto open = time.between(stretch.from, stretch.to).seconds;
        if (seconds <= open)
            if (const auto at = time.after(stretch.from, seconds); at && *at <= stretch.to)
                return at;
        seconds -= std::min(seconds, open);
    }
    return std::nullopt;
}

bool hasAny(const std::vector<std::string> &wanted, const std::string &value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// The tag itself, or one above it in the tree.
bool isUnder(const std::string &tag, const std::string &parent)
{
    for (auto end = tag.find('/'); ; end = tag.find('/', end + 1)) {
        if (text::fold(tag.substr(0, end)) == parent)
            return true;
        if (end == std::string::npos)
            return false;
    }
}

bool hasTag(const std::vector<std::string> &wanted, const std::vector<std::string> &tags)
{
    if (wanted.empty())
        return true;
    for (const auto &one : wanted) {
        const auto parent = text::fold(one);
        if (std::any_of(tags.begin(), tags.end(), [&](const std::string &tag) { return isUnder(tag, parent); }))
            return true;
    }
    return false;
}

bool hasKind(const std::vector<std::string> &wanted, const SlaFacts &facts)
{
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string &kind) {
               return (kind == "direct" && facts.direct) || (kind == "review" && facts.review) || (kind == "complaint" && facts.complaint)
                      || (kind == "question" && facts.question) || (kind == "public" && !facts.direct);
           });
}

} // namespace

std::vector<SlaSpell> spellsOf(std::vector<SlaMoment> moments, Instant now)
{
    // At the same time a question comes before its answer, and both before what was decided.
    std::stable_sort(moments.begin(), moments.end(), [](const SlaMoment &a, const SlaMoment &b) { return a.at != b.at ? a.at < b.at : a.kind < b.kind; });
    Walk walk;
    for (const auto &moment : moments) {
        walk.wakeBefore(moment.at);
        switch (moment.kind) {
        case Kind::Inbound: walk.inbound(moment.at); break;
        case Kind::Answer: walk.answer(moment.at, moment.skewed); break;
        case Kind::State: walk.state(moment.at, moment.status, moment.snoozedUntil); break;
        }
    }
    walk.wakeBefore(now);
    return walk.take();
}

SlaEvent judgeFree(const SlaSpell &spell)
{
    SlaEvent event;
    event.target = spell.target;
    event.sequence = spell.sequence;
    event.startedAt = spell.from;
    event.endedAt = spell.until;
    event.runningSince = spell.runningSince;
    event.skewed = spell.skewed;
    if (spell.until)
        event.wall = std::chrono::floor<std::chrono::seconds>(*spell.until - spell.from).count();
    switch (spell.end) {
    case SlaSpell::End::Open: event.state = spell.runningSince ? SlaState::Running : SlaState::Stopped; break;
    case SlaSpell::End::Met: event.state = SlaState::Nothing; break;
    case SlaSpell::End::Unanswered: event.state = SlaState::Unanswered; break;
    case SlaSpell::End::Cancelled: event.state = SlaState::Cancelled; break;
    }
    return event;
}

SlaEvent judge(const SlaSpell &spell, std::int64_t promised, BusinessTime &time)
{
    auto event = judgeFree(spell);
    event.promised = promised;
    for (const auto &stretch : spell.counted)
        event.used += time.between(stretch.from, stretch.to).seconds;
    event.dueAt = reachedWithin(spell.counted, promised, time);
    if (!event.dueAt && spell.runningSince)
        event.dueAt = time.after(*spell.runningSince, promised - event.used);
    if (spell.end != SlaSpell::End::Met)
        return event;
    const bool late = event.dueAt && *event.dueAt < *spell.until;
    event.state = late ? SlaState::Miss : SlaState::Hit;
    if (!event.dueAt && !spell.counted.empty()) // what it would have been
        event.dueAt = time.after(spell.counted.back().to, promised - event.used);
    return event;
}

std::int64_t secondsLeft(const SlaClock &clock, BusinessTime &time, Instant now)
{
    if (!clock.dueAt)
        return clock.secondsLeft;
    return *clock.dueAt >= now ? time.between(now, *clock.dueAt).seconds : -time.between(*clock.dueAt, now).seconds;
}

bool holds(const SlaScope &scope, const SlaFacts &facts)
{
    const bool account = scope.accounts.empty() || std::find(scope.accounts.begin(), scope.accounts.end(), facts.account) != scope.accounts.end();
    return account && hasAny(scope.networks, facts.network) && hasAny(scope.languages, facts.lang) && hasTag(scope.tags, facts.tags) && hasKind(scope.kinds, facts)
           && (!scope.points || facts.points >= *scope.points);
}

const SlaPolicy *policyFor(const std::vector<SlaPolicy> &policies, const SlaFacts &facts, SlaTarget target)
{
    // The first that holds decides, even when it promises nothing of this kind: "no promise to the press" is a policy.
    for (const auto &policy : policies)
        if (holds(policy.scope, facts))
            return policy.promised(target) ? &policy : nullptr;
    return nullptr;
}

} // namespace vigie::desk
