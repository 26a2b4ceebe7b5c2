// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/post_counts.hpp>

#include "store/hot_statement.hpp"
#include "store/items_packed.hpp"
#include "store/items_writer.hpp"
#include "store/post_watch.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace vigie::store {

namespace {

constexpr int kWeek = 24 * 7;
constexpr std::array kAges{1, 6, 24, 72, kWeek, 720};

bool valued(ValueStatus status)
{
    return status == ValueStatus::Ok || status == ValueStatus::Estimated;
}

bool engages(const std::string &key)
{
    return key == "likes" || key == "reposts" || key == "replies" || key == "quotes";
}

struct Watched {
    Instant publishedAt, knownAt;
    AccountId account;
    std::optional<Instant> nextAt;
};

std::optional<Watched> watched(Session &session, ItemId item)
{
    const auto row = session.one<Instant, Instant, AccountId, std::optional<Instant>>("SELECT published_at, known_at, account_id, next_at FROM post_watch WHERE item_id=?", item);
    if (!row)
        return std::nullopt;
    Watched out;
    std::tie(out.publishedAt, out.knownAt, out.account, out.nextAt) = *row;
    return out;
}

void setNext(Session &session, ItemId item, Instant publishedAt, Instant now)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(now - publishedAt).count();
    const auto next = publishedAt + std::chrono::hours(postAgeAfter(static_cast<int>(std::max<std::int64_t>(hours, 0))));
    session.hot("UPDATE post_watch SET next_at=? WHERE item_id=?").bind(next, item).run();
}

/// Counts of earlier readings of a post, the newest value of each key; none where the newest reading had none.
std::map<std::string, std::optional<double>> before(Session &session, ItemId item, int age)
{
    std::map<std::string, std::optional<double>> out;
    session.each<std::string, std::optional<double>>("SELECT k.name, c.value FROM post_count c JOIN metric_key k ON k.id=c.key_id WHERE c.item_id=? AND c.age<? ORDER BY c.age",
                                                     binds(item, age), [&](std::string key, std::optional<double> value) {
                                                         auto &known = out[std::move(key)];
                                                         if (value)
                                                             known = value; // a gap in between is no new beginning
                                                     });
    return out;
}

void writeCount(Session &session, ItemId item, int age, const MetricValue &count, bool withdrawn, bool lower)
{
    session.exec("INSERT INTO metric_key(name) VALUES(?) ON CONFLICT DO NOTHING", count.key);
    session.exec("INSERT INTO post_count(item_id, age, key_id, value, status, withdrawn, lower) SELECT ?, ?, id, ?, ?, ?, ? FROM metric_key WHERE name=?", item, age,
                 valued(count.status) ? std::optional(count.value) : std::nullopt, count.status, withdrawn ? 1 : 0, lower ? 1 : 0, count.key);
}

NotGiven whyOf(ValueStatus status, bool withdrawn)
{
    switch (status) {
    case ValueStatus::Ok:
    case ValueStatus::Estimated: return NotGiven::Given;
    case ValueStatus::Hidden: return NotGiven::Hidden;
    case ValueStatus::NotApplicable: return NotGiven::NotApplicable;
    case ValueStatus::Missing: break;
    }
    return withdrawn ? NotGiven::Withdrawn : NotGiven::Missing;
}

} // namespace

int postAgeAfter(int hours) noexcept
{
    for (const int age : kAges)
        if (age > hours)
            return age;
    return kAges.back() + ((hours - kAges.back()) / kWeek + 1) * kWeek;
}

int postAgeUpTo(std::int64_t hours) noexcept
{
    if (hours >= kAges.back())
        return static_cast<int>(kAges.back() + (hours - kAges.back()) / kWeek * kWeek);
    int last = 0;
    for (const int age : kAges)
        if (age <= hours)
            last = age;
    return last;
}

std::chrono::minutes postAgeSlack(int age) noexcept
{
    return std::chrono::minutes(std::clamp(age * 60 / 8, 15, 24 * 60));
}

const char *toString(NotGiven why) noexcept
{
    switch (why) {
    case NotGiven::Given: return "given";
    case NotGiven::Missing: return "missing";
    case NotGiven::Withdrawn: return "withdrawn";
    case NotGiven::Hidden: return "hidden";
    case NotGiven::NotApplicable: return "not_applicable";
    case NotGiven::NotRead: return "not_read";
    case NotGiven::BeforeKnown: return "before_known";
    }
    return "missing";
}

void watchPost(Session &session, const Item &item, Instant now)
{
    const bool aside = std::any_of(item.refs.begin(), item.refs.end(), [](const ItemRef &ref) {
        return ref.relation == Relation::ReplyTo || ref.relation == Relation::RepostOf || ref.relation == Relation::AnswersReview;
    });
    if (!item.ours || aside || item.visibility == Visibility::Direct)
        return;
    session.hot("INSERT OR IGNORE INTO post_watch(item_id, account_id, published_at, known_at, next_at) VALUES(?,?,?,?,0)")
        .bind(item.id, item.ours, item.publishedAt, now)
        .run();
    setNext(session, item.id, item.publishedAt, now);
}

Result<std::vector<DuePost>> PostCounts::due(AccountId account, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<DuePost> out;
        std::vector<std::pair<ItemId, Instant>> passed;
        session.each<ItemId, Instant, std::string>(
            "SELECT w.item_id, w.published_at, i.native_id FROM post_watch w JOIN item i ON i.id=w.item_id WHERE w.account_id=? AND w.next_at<=? ORDER BY w.next_at",
            binds(account, tx_.now()), [&](ItemId item, Instant published, std::string native) {
                const int age = postAgeUpTo(std::chrono::floor<std::chrono::hours>(tx_.now() - published).count());
                if (age == 0 || tx_.now() - (published + std::chrono::hours(age)) > postAgeSlack(age)) {
                    passed.emplace_back(item, published);
                    return true;
                }
                out.push_back({item, std::move(native), age});
                return static_cast<int>(out.size()) < limit;
            });
        for (const auto &[item, published] : passed)
            setNext(session, item, published, tx_.now());
        return out;
    });
}

Result<std::optional<Instant>> PostCounts::nextDue(AccountId account)
{
    auto &session = tx_.session();
    return session.guard(
        [&] { return session.one<std::optional<Instant>>("SELECT min(next_at) FROM post_watch WHERE account_id=? AND next_at IS NOT NULL", account).value_or(std::nullopt); });
}

Result<void> PostCounts::keep(const DuePost &post, std::span<const MetricValue> counts)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto watch = watched(session, post.item);
        if (!watch)
            return fail(Errc::NotFound, "not a post of ours");
        if (session.exec("INSERT INTO post_reading(item_id, age, read_at) VALUES(?,?,?) ON CONFLICT DO NOTHING", post.item, post.age, tx_.now()) > 0) {
            auto known = before(session, post.item, post.age);
            std::set<std::string> said;
            for (const auto &count : counts) {
                if (!said.insert(count.key).second)
                    continue;
                const auto &last = known[count.key];
                const bool has = valued(count.status);
                writeCount(session, post.item, post.age, count, !has && count.status == ValueStatus::Missing && last, has && last && count.value < *last);
            }
            for (const auto &[key, last] : known)
                if (last && said.count(key) == 0)
                    writeCount(session, post.item, post.age, {key, 0, ValueStatus::Missing}, true, false);
            tx_.change().itemsChanged.push_back(post.item);
        }
        setNext(session, post.item, watch->publishedAt, tx_.now());
        return {};
    });
}

Result<bool> PostCounts::keepKnown(const DuePost &post)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<bool> {
        const auto row = session.one<Instant, Instant, std::optional<std::string>>("SELECT published_at, fetched_at, metrics FROM item WHERE id=?", post.item);
        if (!row || std::get<1>(*row) < std::get<0>(*row) + std::chrono::hours(post.age))
            return false;
        VIGIE_CHECK(keep(post, unpackMetrics(std::get<2>(*row).value_or(""))));
        return true;
    });
}

Result<void> PostCounts::end(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("UPDATE post_watch SET next_at=NULL WHERE item_id=?", item); });
}

Result<CountsOfPost> PostCounts::of(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<CountsOfPost> {
        const auto watch = watched(session, item);
        if (!watch)
            return fail(Errc::NotFound, "not a post of ours");
        CountsOfPost out{item, watch->account, watch->publishedAt, watch->nextAt, {}};
        std::map<int, Instant> read;
        session.each<int, Instant>("SELECT age, read_at FROM post_reading WHERE item_id=? ORDER BY age", binds(item), [&](int age, Instant at) { read.emplace(age, at); });
        std::map<std::string, std::map<int, SeriesPoint>> points;
        session.each<std::string, int, std::optional<double>, ValueStatus, bool, bool>(
            "SELECT k.name, c.age, c.value, c.status, c.withdrawn, c.lower FROM post_count c JOIN metric_key k ON k.id=c.key_id WHERE c.item_id=?", binds(item),
            [&](std::string key, int age, std::optional<double> value, ValueStatus status, bool withdrawn, bool lower) {
                points[std::move(key)][age] = {age, read[age], value, whyOf(status, withdrawn), status == ValueStatus::Estimated, lower};
            });
        // An age that has come and is not read yet is still to come; up to the last reading of one that is gone.
        const auto until = watch->nextAt ? tx_.now() : read.empty() ? watch->publishedAt : read.rbegin()->second;
        for (auto &[key, known] : points) {
            MetricSeries series{key, {}};
            for (int age = postAgeAfter(0); watch->publishedAt + std::chrono::hours(age) <= until; age = postAgeAfter(age)) {
                const auto due = watch->publishedAt + std::chrono::hours(age);
                if (const auto found = known.find(age); found != known.end())
                    series.points.push_back(found->second);
                else if (const auto at = read.find(age); at != read.end())
                    series.points.push_back({age, at->second, {}, NotGiven::Missing});
                else if (!watch->nextAt || due != *watch->nextAt)
                    series.points.push_back({age, {}, {}, due + postAgeSlack(age) < watch->knownAt ? NotGiven::BeforeKnown : NotGiven::NotRead});
            }
            out.metrics.push_back(std::move(series));
        }
        return out;
    });
}

Result<std::vector<PostAtAge>> PostCounts::atAge(AccountId account, int age, Instant from, Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::map<ItemId, PostAtAge> found;
        session.each<ItemId, Instant, std::optional<std::string>, std::optional<double>>(
            "SELECT w.item_id, w.published_at, k.name, c.value FROM post_watch w JOIN post_reading r ON r.item_id=w.item_id AND r.age=?"
            " LEFT JOIN post_count c ON c.item_id=w.item_id AND c.age=r.age LEFT JOIN metric_key k ON k.id=c.key_id"
            " WHERE w.account_id=? AND w.published_at>=? AND w.published_at<?",
            binds(age, account, from, to), [&](ItemId item, Instant at, std::optional<std::string> key, std::optional<double> value) {
                auto &post = found.try_emplace(item, PostAtAge{item, at, {}}).first->second;
                if (key && value && engages(*key))
                    post.engagements = post.engagements.value_or(0) + *value;
            });
        std::vector<PostAtAge> out;
        for (auto &[item, post] : found)
            out.push_back(post);
        return out;
    });
}

} // namespace vigie::store
