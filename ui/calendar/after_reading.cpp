// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/after_reading.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/calendar/posting_reading.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QCoreApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Posting)
};

Result<void> addItem(store::Tx &tx, ItemId item, std::vector<AfterOne> &out)
{
    auto after = insight::postAfter(tx, item);
    if (!after)
        return after.error().code == Errc::NotFound ? Result<void>{} : Result<void>(fail(after.error()));
    VIGIE_TRY(const auto account, store::Accounts(tx).get(after->series.account));
    out.push_back({account.id, account.handle, account.connector, std::move(*after)});
    return {};
}

} // namespace

Result<std::vector<AfterOne>> readAfter(store::Tx &tx, const PlanItem &plan)
{
    std::vector<AfterOne> out;
    if (calendar::fromElsewhere(plan.id)) {
        VIGIE_CHECK(addItem(tx, ItemId{plan.id.value + (std::int64_t{1} << 62)}, out));
        return out;
    }
    for (const auto &variant : plan.variants) {
        if (!variant.outbound || (variant.state != OutboundState::Sent && variant.state != OutboundState::Accepted))
            continue;
        VIGIE_TRY(const auto sent, store::Outbox(tx).get(variant.outbound));
        VIGIE_TRY(const auto account, store::Accounts(tx).get(variant.account));
        if (sent.parts.empty() || sent.parts.front().nativeId.empty())
            continue;
        const auto item = store::Items(tx).findNative(account.connector, account.instance, sent.parts.front().nativeId);
        if (item)
            VIGIE_CHECK(addItem(tx, *item, out));
        else if (item.error().code != Errc::NotFound)
            return fail(item.error());
    }
    return out;
}

namespace posting {

QString metricName(const std::string &key)
{
    if (key == "likes")
        return Words::tr("Likes", "count of a post");
    if (key == "reposts")
        return Words::tr("Relays", "count of a post");
    if (key == "replies")
        return Words::tr("Answers", "count of a post");
    if (key == "quotes")
        return Words::tr("Quotes", "count of a post");
    if (key == "views")
        return Words::tr("Views", "count of a post");
    if (key == "impressions")
        return Words::tr("Impressions", "count of a post");
    if (key == "reach")
        return Words::tr("Reach", "count of a post");
    if (key == "saves")
        return Words::tr("Saves", "count of a post");
    if (key == "shares")
        return Words::tr("Shares", "count of a post");
    if (key == "clicks")
        return Words::tr("Clicks", "count of a post");
    return qs(key);
}

QString metricDefinition(const std::string &connector, const std::string &key)
{
    const auto network = qs(connector);
    if (connector == "mastodon" && (key == "likes" || key == "reposts" || key == "replies"))
        return Words::tr("As the account's own server knows it: what happened on servers that never told it is not in it.");
    if (connector == "bluesky" && (key == "likes" || key == "reposts" || key == "replies" || key == "quotes"))
        return Words::tr("As the app view of the network counts it; what was taken back is taken off.");
    if (key == "likes")
        return Words::tr("Members who marked the post as liked, as the network counts them.");
    if (key == "reposts")
        return Words::tr("Members who passed the post on as it is.");
    if (key == "replies")
        return Words::tr("Answers under the post, as the network counts them.");
    if (key == "quotes")
        return Words::tr("Posts of others that show this one with words of their own.");
    if (key == "views" || key == "impressions")
        return Words::tr("How often the post was shown; the same person may count several times.");
    if (key == "reach")
        return Words::tr("How many people were shown the post, each once, by the network's own estimate.");
    return Words::tr("As the network gives it.");
}

QString whyNot(store::NotGiven why)
{
    switch (why) {
    case store::NotGiven::Given: return {};
    case store::NotGiven::Missing: return Words::tr("not given: the network gives no such count");
    case store::NotGiven::Withdrawn: return Words::tr("not given: the network gave it before, and does no longer");
    case store::NotGiven::Hidden: return Words::tr("not given: it is hidden");
    case store::NotGiven::NotApplicable: return Words::tr("not given: posts of this kind have none");
    case store::NotGiven::NotRead: return Words::tr("not given: nobody could read it at that age");
    case store::NotGiven::BeforeKnown: return Words::tr("not given: the post was older when it came here");
    }
    return {};
}

QString atAge(const insight::AtAge &age)
{
    if (!age.engagements)
        return Words::tr("after %1: not given", "an age").arg(ageName(age.age));
    const auto words = Words::tr("after %1: reactions: %2", "an age, a number").arg(ageName(age.age), format::number(*age.engagements));
    if (age.others < insight::kFewestAtAge)
        return Words::tr("%1 (%n other post(s) at that age: too few to compare)", "reactions at an age", age.others).arg(words);
    return Words::tr("%1; usual: %2 (half of them %3 to %4); more than %5 of %n other post(s)", "reactions at an age", age.others)
        .arg(words, format::number(age.median, age.median < 10 ? 1 : 0), format::number(age.low), format::number(age.high), format::number(age.better));
}

} // namespace posting
} // namespace vigie::ui
