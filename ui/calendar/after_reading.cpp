// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/after_reading.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/calendar/posting_reading.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

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
    if (key == "link_clicks")
        return Words::tr("Clicks on links", "count of a post");
    if (key == "reactions")
        return Words::tr("Reactions", "count of a post");
    if (key == "engagements")
        return Words::tr("Reactions of all kinds", "count of a post");
    if (key == "reads")
        return Words::tr("Reads", "count of a post");
    if (key == "score")
        return Words::tr("Score", "count of a post");
    if (key == "dislikes")
        return Words::tr("Dislikes", "count of a post");
    return qs(key);
}

QString endWords(const connect::DeclaredCount &declared, const std::string &day)
{
    if (declared.until.empty() || day < declared.until)
        return {};
    const auto since = QLocale().toString(QDate::fromString(qs(declared.until), Qt::ISODate), QLocale::ShortFormat);
    return declared.replacedBy.empty() ? Words::tr("not given since %1: the network no longer counts it", "a date").arg(since)
           : declared.replacedBy == declared.key
               ? Words::tr("since %1 the network counts it in another way", "a date").arg(since)
               : Words::tr("not given since %1: the network no longer counts it, and gives this instead: %2", "a date, a count").arg(since, metricName(declared.replacedBy));
}

QString metricDefinition(const connect::Catalogue &networks, const std::string &connector, const std::string &key, const std::string &day)
{
    const auto *network = networks.find(connector);
    const auto all = network != nullptr ? connect::declaredCounts(*network) : std::vector<connect::DeclaredCount>{};
    const auto *declared = connect::declaredOn(all, key, day);
    const auto meant = declared != nullptr ? *declared : connect::usualMeaning(key);
    const auto words = qs(QLocale().language() == QLocale::French ? meant.french : meant.english);
    const auto end = endWords(meant, day);
    if (words.isEmpty())
        return Words::tr("As the network gives it.");
    return end.isEmpty() ? words : Words::tr("%1 (%2)", "what a count means, until when").arg(words, end);
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
