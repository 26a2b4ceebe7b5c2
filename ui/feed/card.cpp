// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/card.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

void addKind(QStringList &facts, const Card &card)
{
    const auto &item = card.row.item;
    if (item.ours)
        facts << Words::tr("our own post");
    switch (item.kind) {
    case ItemKind::Review: facts << Words::tr("review"); break;
    case ItemKind::Article: facts << Words::tr("article"); break;
    case ItemKind::Video: facts << Words::tr("video"); break;
    case ItemKind::Comment: facts << Words::tr("comment"); break;
    default: break;
    }
    if (item.visibility == Visibility::Direct || item.kind == ItemKind::Message)
        facts << Words::tr("private message");
    if (card.row.relay || item.ref(Relation::RepostOf) != nullptr)
        facts << Words::tr("relay", "a repost of somebody else's post");
    else if (item.ref(Relation::ReplyTo) != nullptr)
        facts << Words::tr("reply", "this post answers another one");
}

void addStatus(QStringList &facts, const std::string &status)
{
    if (status == "new" || status == "open" || status == "waiting_inside" || status == "waiting_member")
        facts << Words::tr("in the inbox");
    else if (status == "snoozed")
        facts << Words::tr("snoozed");
    else if (status == "done")
        facts << Words::tr("done", "state of a ticket");
    else if (status == "ignored")
        facts << Words::tr("ignored", "state of a ticket");
}

} // namespace

double followersOf(const Item &item)
{
    for (const auto &value : item.author.metrics)
        if (value.key == "followers" && (value.status == ValueStatus::Ok || value.status == ValueStatus::Estimated))
            return value.value;
    return -1;
}

QString handleOf(const Item &item)
{
    if (!item.author.handle.empty()) {
        auto handle = qs(item.author.handle);
        // People of the server one reads from are known there by the short form.
        const auto host = QUrl(qs(item.instance)).authority();
        if (!host.isEmpty() && handle.endsWith(QLatin1Char('@') + host))
            handle.chop(host.size() + 1);
        // A host name (feeds) is not an address one can write to.
        return handle.contains(QLatin1Char('@')) || !handle.contains(QLatin1Char('.')) ? QLatin1Char('@') + handle : handle;
    }
    return qs(item.container);
}

CardPtr makeCard(store::ItemRow row, const text::Query *query)
{
    auto made = std::make_shared<Card>();
    const auto &item = row.item;
    std::string whole = item.title;
    if (!item.title.empty() && !item.text.empty() && item.text.compare(0, item.title.size(), item.title) != 0)
        whole += ". " + item.text;
    else if (item.title.empty() || !item.text.empty())
        whole = item.text;
    const auto shown = card::flatten(whole);
    made->body = qs(shown);
    if (query != nullptr)
        made->marks = card::marksOf(*query, shown);
    made->handle = handleOf(item);
    made->name = item.author.name.empty() ? (made->handle.isEmpty() ? qs(item.connector) : made->handle) : qs(item.author.name).simplified();
    if (made->name == made->handle)
        made->handle.clear();
    made->intent = text::intentOf(item.text, item.lang);
    made->audience = followersOf(item);
    made->row = std::move(row);
    return made;
}

QString clusterWords(const store::ItemRow &row)
{
    QStringList words;
    if (!row.relay)
        words << Words::tr("1 original");
    words << Words::tr("%n relay(s)", nullptr, row.relays);
    if (row.reactions > 0)
        words << Words::tr("%n reaction(s)", nullptr, row.reactions);
    return words.join(QStringLiteral(", "));
}

QString factsOf(const Card &card)
{
    const auto &item = card.row.item;
    QStringList facts;
    addKind(facts, card);
    if (card.intent.complaint)
        facts << Words::tr("complaint");
    if (card.intent.question)
        facts << Words::tr("question");
    if (card.intent.thanks)
        facts << Words::tr("thanks");
    if (card.audience >= 1000)
        facts << Words::tr("%1 followers").arg(format::compact(card.audience));
    if (card.row.relays > 0)
        facts << clusterWords(card.row);
    addStatus(facts, card.row.status);
    if (item.rating)
        facts << Words::tr("%1 of 5 stars").arg(format::number(*item.rating * 5, 0));
    if (!item.media.empty())
        facts << Words::tr("%n picture(s) or film(s)", nullptr, static_cast<int>(item.media.size()));
    if (card.row.revisions > 0)
        facts << Words::tr("edited");
    for (const auto &tag : card.row.tags)
        facts << QLatin1Char('#') + qs(tag);
    return facts.join(QStringLiteral(" \u00B7 "));
}

QString veilOf(const Item &item)
{
    switch (item.state) {
    case ItemState::DeletedByAuthor: return Words::tr("Deleted by its author.");
    case ItemState::RemovedByModeration: return Words::tr("Removed by the network's moderators.");
    case ItemState::AccountGone: return Words::tr("The account that wrote this is gone.");
    case ItemState::Unavailable: return Words::tr("No longer available on the network.");
    case ItemState::HiddenByUs: return Words::tr("Hidden by us.");
    case ItemState::Spam: return Words::tr("Marked as spam.");
    case ItemState::Held: return Words::tr("Held for moderation.");
    case ItemState::Visible: break;
    }
    return item.warning.empty() ? QString() : Words::tr("Content warning: %1").arg(qs(item.warning).simplified());
}

QString accessibleText(const Card &card, const QString &network, const QString &when)
{
    const auto &item = card.row.item;
    const auto veil = veilOf(item);
    return Words::tr("%1, %2, %3. %4. Tone %5. %6", "screen reader: author, network, age, text, tone, facts")
        .arg(card.name, network, when, veil.isEmpty() ? card.body : veil, card::toneWords(item.toneLabel, item.tone), factsOf(card));
}

} // namespace vigie::ui
