// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_data.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/plan/series.hpp>
#include <vigie/text/length.hpp>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

namespace {

constexpr int kTitleLetters = 120, kReactionsMs = 3000;
constexpr std::chrono::days kFarthestRepeat{400};

std::string oneLine(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text::elide(text, kTitleLetters);
}

} // namespace

CalendarData::CalendarData(Bridge &bridge, QObject *parent) : QObject(parent), bridge_(bridge), day_(today())
{
    connect(&bridge_, &Bridge::changed, this, &CalendarData::onChanged);
    later_.setSingleShot(true);
    later_.setInterval(kReactionsMs);
    connect(&later_, &QTimer::timeout, this, &CalendarData::reload);
    connect(&bridge_, &Bridge::opened, this, [this] {
        // The workspace has its own zone and clock; what was computed before it opened is replaced.
        day_ = today();
        loaded_ = false;
        Q_EMIT cursorChanged();
        reload();
    });
}

void CalendarData::setRange(const QDate &from, const QDate &to)
{
    if (from == from_ && to == to_)
        return;
    from_ = from;
    to_ = to;
    reload();
}

void CalendarData::reload()
{
    if (!from_.isValid())
        return;
    const auto number = generation_.next();
    bridge_.whenOpen(this, [this, number] {
        if (!generation_.is(number))
            return;
        const auto zone = this->zone();
        const auto from = toInstant(calendar::wallOf(from_, QTime(0, 0)), zone);
        const auto to = toInstant(calendar::wallOf(to_, QTime(0, 0)), zone);
        if (!from || !to) {
            Q_EMIT failed(from ? to.error() : from.error());
            return;
        }
        bridge_.read<CalendarReading>(
            this, [begin = from->at, end = to->at](store::Tx &tx) { return readCalendar(tx, begin, end); },
            [this, number](Result<CalendarReading> loaded) {
                if (generation_.is(number))
                    arrived(std::move(loaded));
            });
    });
}

void CalendarData::arrived(Result<CalendarReading> result)
{
    if (!result) {
        if (result.error().code != Errc::Cancelled)
            Q_EMIT failed(result.error());
        return;
    }
    accounts_ = std::move(result->accounts);
    missed_ = std::move(result->missed);
    posts_.clear();
    for (auto &plan : result->plans)
        posts_.push_back(toPost(std::move(plan)));
    for (auto &post : posts_)
        if (const auto found = result->reactions.find(post.plan.id); found != result->reactions.end())
            post.reactions = found->second;
    for (const auto &published : result->published)
        posts_.push_back(toPost(published));
    std::stable_sort(posts_.begin(), posts_.end(), [](const Post &a, const Post &b) { return a.plan.due < b.plan.due; });
    unplanned_.clear();
    for (auto &plan : result->unplanned)
        unplanned_.push_back(toPost(std::move(plan)));
    takeBehind(*result);
    const bool first = !loaded_;
    loaded_ = true;
    if (first && !selected_ && !wanted_)
        selectFirst();
    if (wanted_ && find(wanted_) != nullptr) {
        selected_ = wanted_;
        wanted_ = {};
    }
    const auto *post = find(selected_);
    if (post == nullptr)
        selected_ = {};
    else if (post->day.isValid()) {
        day_ = post->day;
        time_ = post->time;
    }
    Q_EMIT loadedChanged();
    Q_EMIT cursorChanged();
    makeRepeats();
}

void CalendarData::takeBehind(CalendarReading &reading)
{
    events_.clear();
    for (const auto &event : reading.events)
        events_.push_back(calendar::shownEvent(event, zone()));
    marks_ = calendar::marksOf(calendar::regionsFrom(reading.regions), from_, to_);
    behind_ = std::move(reading);
    behind_.plans.clear();
    behind_.unplanned.clear();
    behind_.published.clear();
}

/// Who looks farther ahead than posts are made by themselves has them made.
void CalendarData::makeRepeats()
{
    const auto end = toInstant(calendar::wallOf(to_, QTime(0, 0)), zone());
    const auto now = bridge_.now();
    if (!behind_.repeats || !end || end->at <= now + plan::kSeriesAhead || end->at <= madeUntil_ || end->at > now + kFarthestRepeat)
        return;
    madeUntil_ = end->at;
    bridge_.write<int>(
        this, [until = end->at, &networks = bridge_.networks()](store::Tx &tx) { return plan::SeriesDesk(tx, networks).make(until); },
        [this](const Result<int> &made) {
            if (!made && made.error().code != Errc::Cancelled)
                Q_EMIT failed(made.error());
        });
}

const calendar::EventShown *CalendarData::event(EventId id) const
{
    const auto found = std::find_if(events_.begin(), events_.end(), [id](const calendar::EventShown &one) { return one.event.id == id; });
    return found != events_.end() ? &*found : nullptr;
}

const calendar::EventShown *CalendarData::eventAt(const QDate &day, const QTime &time) const
{
    const calendar::EventShown *found = nullptr;
    const int minute = time.hour() * 60 + time.minute();
    for (const auto &one : events_) {
        if (!one.on(day))
            continue;
        const auto [from, to] = one.minutesOn(day);
        const bool inside = minute >= from && minute < to;
        if (inside && (found == nullptr || found->banner || !one.banner))
            found = &one;
    }
    return found;
}

const Campaign *CalendarData::campaign(CampaignId id) const
{
    const auto found = std::find_if(behind_.campaigns.begin(), behind_.campaigns.end(), [id](const Campaign &one) { return one.id == id; });
    return found != behind_.campaigns.end() ? &*found : nullptr;
}

void CalendarData::onChanged(const Change &change)
{
    if (change.settings)
        madeUntil_ = {}; // a series may be new
    if (!change.plans.empty() || !change.outbounds.empty() || !change.accounts.empty() || change.settings)
        reload();
    else if (live_ && !later_.isActive() && (!change.itemsAdded.empty() || !change.itemsChanged.empty()))
        later_.start(); // reactions come in by the second; nobody reads them as fast
}

Post CalendarData::toPost(PlanItem plan) const
{
    Post post;
    post.state = calendar::stateOf(plan);
    const auto place = zone();
    if (plan.wall) {
        const auto local = format::local(plan.due, place);
        post.day = local.date();
        post.time = QTime(local.time().hour(), local.time().minute());
        const auto first = toInstant(calendar::wallOf(post.day, post.time), place);
        post.second = first && first->kind == ZonedInstant::Kind::Double && first->at + std::chrono::minutes(1) < plan.due;
    }
    if (plan.wall && !plan.zone.empty() && plan.zone != place)
        post.zone = qs(plan.zone);
    QStringList badges;
    for (const auto &variant : plan.variants)
        if (const auto *found = account(variant.account))
            badges.append(bridge_.networkBadge(found->connector));
    badges.removeDuplicates();
    post.badges = badges.join(QLatin1Char(' '));
    const auto parted = plan::threadParts(plan.text);
    auto title = oneLine(parted.front());
    for (const auto &variant : plan.variants)
        if (title.empty() && variant.overridden)
            title = oneLine(variant.text);
    post.title = title.empty() ? tr("(no text yet)") : qs(title);
    post.plan = std::move(plan);
    return post;
}

Post CalendarData::toPost(const PublishedPost &published) const
{
    const auto &item = published.item;
    PlanItem plan;
    plan.id = calendar::keyOf(item.id);
    plan.text = item.text;
    plan.warning = item.warning;
    plan.lang = item.lang;
    plan.visibility = item.visibility;
    for (const auto &media : item.media)
        plan.media.push_back({media.url, media.mime, media.alt, {}, media.nativeId});
    plan.zone = zone();
    plan.due = plan.createdAt = plan.changedAt = item.publishedAt;
    plan.wall = toWall(item.publishedAt, plan.zone).value_or(WallTime{});
    plan.approved = true;
    PlanVariant variant;
    variant.account = item.ours;
    variant.state = OutboundState::Sent;
    variant.permalink = item.permalink;
    plan.variants.push_back(std::move(variant));
    auto post = toPost(std::move(plan));
    post.reactions = published.reactions;
    return post;
}

const Account *CalendarData::account(AccountId id) const
{
    const auto found = std::find_if(accounts_.begin(), accounts_.end(), [id](const Account &one) { return one.id == id; });
    return found != accounts_.end() ? &*found : nullptr;
}

const Post *CalendarData::find(PlanId id) const
{
    if (!id)
        return nullptr;
    for (const auto *list : {&posts_, &unplanned_})
        for (const auto &post : *list)
            if (post.plan.id == id)
                return &post;
    return nullptr;
}

std::vector<const Post *> CalendarData::on(const QDate &day) const
{
    std::vector<const Post *> found;
    for (const auto &post : posts_)
        if (post.day == day)
            found.push_back(&post);
    return found;
}

std::string CalendarData::zone() const
{
    return bridge_.zone();
}

QDate CalendarData::today() const
{
    return format::local(bridge_.now(), zone()).date();
}

QTime CalendarData::nowTime() const
{
    return format::local(bridge_.now(), zone()).time();
}

void CalendarData::select(PlanId id)
{
    const auto *post = find(id);
    if (post == nullptr)
        return;
    setCursor(post->day.isValid() ? post->day : day_, post->time.isValid() ? post->time : time_, id);
}

void CalendarData::selectWhenThere(PlanId id)
{
    if (find(id) != nullptr) {
        select(id);
        return;
    }
    wanted_ = id;
}

void CalendarData::reveal(const PlanItem &plan)
{
    const auto post = toPost(plan);
    wanted_ = selected_ = plan.id;
    if (post.day.isValid()) {
        day_ = post.day;
        time_ = post.time;
    }
    Q_EMIT cursorChanged();
    reload();
}

void CalendarData::setCursor(const QDate &day, const QTime &time, PlanId selected)
{
    wanted_ = {};
    if (day == day_ && time == time_ && selected == selected_)
        return;
    day_ = day;
    time_ = time;
    selected_ = selected;
    Q_EMIT cursorChanged();
}

/// What comes next, else what was last: the page does not open on an empty pane.
void CalendarData::selectFirst()
{
    if (posts_.empty())
        return;
    const auto now = bridge_.now();
    const auto next = std::find_if(posts_.begin(), posts_.end(), [now](const Post &post) { return post.plan.due >= now; });
    selected_ = (next != posts_.end() ? *next : posts_.back()).plan.id;
}

bool CalendarData::selectNext(int direction)
{
    if (posts_.empty())
        return false;
    const auto at = std::find_if(posts_.begin(), posts_.end(), [this](const Post &post) { return post.plan.id == selected_; });
    std::ptrdiff_t index = 0;
    if (at != posts_.end())
        index = (at - posts_.begin()) + direction;
    else {
        const auto after = std::find_if(posts_.begin(), posts_.end(),
                                        [this](const Post &post) { return std::pair(post.day, post.time) >= std::pair(day_, time_); });
        index = (after - posts_.begin()) - (direction < 0 ? 1 : 0);
    }
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(posts_.size()))
        return false;
    select(posts_[static_cast<std::size_t>(index)].plan.id);
    return true;
}

} // namespace vigie::ui
