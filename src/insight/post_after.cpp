// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/post_after.hpp>

#include <vigie/insight/post_times.hpp>
#include <vigie/insight/statistics.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/text/figures.hpp>
#include <vigie/text/near_duplicate.hpp>

#include <algorithm>
#include <map>

namespace vigie::insight {

namespace {

constexpr std::chrono::hours kHalfYear{24 * 182}, kTwoYears{24 * 730};

bool engages(const std::string &key)
{
    return key == "likes" || key == "reposts" || key == "replies" || key == "quotes";
}

AtAge besideOthers(const std::vector<store::PostAtAge> &all, ItemId item, int age, std::optional<Instant> readAt, std::optional<double> engagements)
{
    AtAge out;
    out.age = age;
    out.readAt = readAt;
    out.engagements = engagements;
    std::vector<double> others;
    for (const auto &other : all)
        if (other.item != item && other.engagements) {
            others.push_back(*other.engagements);
            out.better += engagements && *other.engagements < *engagements ? 1 : 0;
        }
    out.others = static_cast<int>(others.size());
    out.median = quantile(others, 0.5).value_or(0);
    out.low = quantile(others, 0.25).value_or(0);
    out.high = quantile(std::move(others), 0.75).value_or(0);
    return out;
}

/// Something in it holds for a day, an hour or a price only.
bool isDated(const std::string &text, const std::string &lang)
{
    const auto figures = text::figuresOf(text, lang);
    return std::any_of(figures.begin(), figures.end(), [](const text::Figure &figure) {
        using Kind = text::Figure::Kind;
        return figure.kind == Kind::Date || figure.kind == Kind::Weekday || figure.kind == Kind::Hour || figure.kind == Kind::Money || figure.kind == Kind::Percent;
    });
}

struct Said {
    UsedText where;
    text::NearText words;
};

void addPlanned(std::vector<Said> &out, const PlanItem &plan, Instant at)
{
    for (const auto &variant : plan.variants) {
        if (variant.state == OutboundState::Sent || variant.state == OutboundState::Accepted)
            continue; // it is there as a post
        const auto &words = variant.overridden ? variant.text : plan.text;
        out.push_back({{{}, plan.id, variant.account, at, 0, words}, text::NearText(words)});
    }
}

/// Everything that was said, and what will be.
Result<std::vector<Said>> gather(store::Tx &tx, const std::vector<store::OwnPostRow> &posts, PlanId except)
{
    std::vector<Said> out;
    for (const auto &post : posts)
        out.push_back({{post.item, {}, post.account, post.at, 0, post.text}, text::NearText(post.text)});
    VIGIE_TRY(const auto plans, store::Plans(tx).between(tx.now() - std::chrono::hours(24), tx.now() + kTwoYears));
    for (const auto &plan : plans)
        if (plan.id != except)
            addPlanned(out, plan, plan.due);
    VIGIE_TRY(const auto waiting, store::Plans(tx).unplanned());
    for (const auto &plan : waiting)
        if (plan.id != except)
            addPlanned(out, plan, Instant{});
    return out;
}

/// What this very post has become is no second use of its words.
Result<void> leaveOutOwn(store::Tx &tx, PlanId plan, std::vector<Said> &all)
{
    VIGIE_TRY(const auto mine, store::Plans(tx).get(plan));
    for (const auto &variant : mine.variants) {
        if (!variant.outbound)
            continue;
        VIGIE_TRY(const auto sent, store::Outbox(tx).get(variant.outbound));
        for (const auto &part : sent.parts)
            std::erase_if(all, [&](const Said &one) { return one.where.item && one.where.account == variant.account && part.text == one.where.text; });
    }
    return {};
}

/// The newest first; drafts without a day last.
std::vector<UsedText> alikeIn(const std::vector<Said> &all, const text::NearText &asked)
{
    std::vector<UsedText> out;
    for (const auto &one : all)
        if (const auto alike = text::copyLikeness(asked, one.words)) {
            out.push_back(one.where);
            out.back().likeness = *alike;
        }
    std::stable_sort(out.begin(), out.end(), [](const UsedText &a, const UsedText &b) { return a.at > b.at; });
    return out;
}

} // namespace

Result<PostAfter> postAfter(store::Tx &tx, ItemId item)
{
    PostAfter out;
    store::PostCounts series(tx);
    VIGIE_TRY(out.series, series.of(item));
    std::map<int, std::pair<std::optional<Instant>, std::optional<double>>> ages;
    for (const auto &metric : out.series.metrics)
        for (const auto &point : metric.points) {
            auto &[readAt, sum] = ages[point.age];
            readAt = point.readAt;
            if (engages(metric.key) && point.value)
                sum = sum.value_or(0) + *point.value;
        }
    const auto from = out.series.publishedAt - kHalfYear, to = tx.now();
    for (const auto &[age, read] : ages) {
        VIGIE_TRY(const auto all, series.atAge(out.series.account, age, from, to));
        out.ages.push_back(besideOthers(all, item, age, read.first, read.second));
    }
    return out;
}

Result<std::vector<UsedText>> usedAlready(store::Tx &tx, const std::string &text, PlanId except, std::size_t most)
{
    VIGIE_TRY(auto posts, store::OwnPosts(tx).published(tx.now() - kTwoYears, tx.now() + std::chrono::hours(1)));
    VIGIE_TRY(auto all, gather(tx, posts, except));
    if (except)
        VIGIE_CHECK(leaveOutOwn(tx, except, all));
    auto out = alikeIn(all, text::NearText(text));
    out.resize(std::min(out.size(), most));
    return out;
}

Result<std::vector<Evergreen>> evergreens(store::Tx &tx, std::size_t most)
{
    VIGIE_TRY(const auto posts, store::OwnPosts(tx).published(tx.now() - kTwoYears, tx.now()));
    std::map<AccountId, std::vector<double>> counted;
    for (const auto &post : posts)
        if (post.engagements)
            counted[post.account].push_back(*post.engagements);
    std::vector<Evergreen> out;
    for (const auto &post : posts) {
        const auto days = std::chrono::floor<std::chrono::hours>(tx.now() - post.at).count() / 24;
        const auto &others = counted[post.account];
        if (days < kEvergreenDays || !post.engagements || others.size() < static_cast<std::size_t>(kFewestPosts))
            continue;
        const double usual = quantile(others, 0.5).value_or(0);
        if (usual <= 0 || *post.engagements < kEvergreenTimes * usual || isDated(post.text, post.lang))
            continue;
        out.push_back({post, usual, *post.engagements / usual, static_cast<int>(others.size()), static_cast<int>(days)});
    }
    std::stable_sort(out.begin(), out.end(), [](const Evergreen &a, const Evergreen &b) { return a.times > b.times; });
    VIGIE_TRY(const auto all, gather(tx, posts, {}));
    std::vector<Evergreen> kept;
    for (auto &one : out) {
        if (kept.size() == most)
            break;
        const auto used = alikeIn(all, text::NearText(one.post.text));
        // Said again lately, planned, or suggested already in nearly the same words.
        const bool lately = std::any_of(used.begin(), used.end(), [&](const UsedText &other) {
            return other.item != one.post.item && (!other.item || tx.now() - other.at < std::chrono::hours(24 * kEvergreenDays));
        });
        const bool again = std::any_of(used.begin(), used.end(), [&](const UsedText &other) {
            return std::any_of(kept.begin(), kept.end(), [&](const Evergreen &known) { return known.post.item == other.item; });
        });
        if (!lately && !again)
            kept.push_back(std::move(one));
    }
    return kept;
}

} // namespace vigie::insight
