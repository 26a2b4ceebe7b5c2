// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/kept_edits.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <QJsonArray>
#include <QJsonDocument>

namespace vigie::ui {

namespace {

QString keyOf(PlanId id)
{
    return QString::number(id.value);
}

QJsonObject toJson(const PlanItem &plan)
{
    QJsonArray media, variants;
    for (const auto &one : plan.media)
        media.append(QJsonObject{{QStringLiteral("path"), qs(one.path)}, {QStringLiteral("mime"), qs(one.mime)}, {QStringLiteral("alt"), qs(one.alt)},
                                 {QStringLiteral("sha256"), qs(one.sha256)}, {QStringLiteral("asset"), QString::number(one.asset.value)}});
    for (const auto &one : plan.variants)
        variants.append(QJsonObject{{QStringLiteral("account"), QString::number(one.account.value)}, {QStringLiteral("own"), one.overridden},
                                    {QStringLiteral("text"), qs(one.text)}});
    return {{QStringLiteral("text"), qs(plan.text)},
            {QStringLiteral("warning"), qs(plan.warning)},
            {QStringLiteral("lang"), qs(plan.lang)},
            {QStringLiteral("visibility"), static_cast<int>(plan.visibility)},
            {QStringLiteral("wall"), plan.wall ? qs(toString(*plan.wall)) : QString()},
            {QStringLiteral("zone"), qs(plan.zone)},
            {QStringLiteral("lateBy"), static_cast<int>(plan.lateBy.count())},
            {QStringLiteral("owner"), qs(plan.owner)},
            {QStringLiteral("campaign"), QString::number(plan.campaign.value)},
            {QStringLiteral("phase"), QString::number(plan.phase.value)},
            {QStringLiteral("event"), QString::number(plan.event.value)},
            {QStringLiteral("queue"), QString::number(plan.queue.value)},
            {QStringLiteral("locked"), plan.locked},
            {QStringLiteral("embargo"), plan.embargo ? QString::number(toMicros(*plan.embargo)) : QString()},
            {QStringLiteral("handOver"), plan.handOver},
            {QStringLiteral("firstComment"), qs(plan.firstComment)},
            {QStringLiteral("media"), media},
            {QStringLiteral("variants"), variants}};
}

/// What an earlier version kept knows nothing of these: the post keeps its own.
void belongingOnto(PlanItem &plan, const QJsonObject &typed)
{
    if (!typed.contains(QStringLiteral("campaign")))
        return;
    const auto number = [&](const char *name) { return typed[QLatin1String(name)].toString().toLongLong(); };
    plan.owner = utf8(typed[QStringLiteral("owner")].toString());
    plan.campaign = CampaignId{number("campaign")};
    plan.phase = PhaseId{number("phase")};
    plan.event = EventId{number("event")};
    plan.queue = PostQueueId{number("queue")};
    plan.locked = typed[QStringLiteral("locked")].toBool();
    const auto embargo = typed[QStringLiteral("embargo")].toString();
    plan.embargo = embargo.isEmpty() ? std::nullopt : std::optional(fromMicros(embargo.toLongLong()));
}

PlanItem onto(PlanItem plan, const QJsonObject &typed)
{
    belongingOnto(plan, typed);
    const auto text = [&](const char *name) { return utf8(typed[QLatin1String(name)].toString()); };
    plan.text = text("text");
    plan.warning = text("warning");
    plan.lang = text("lang");
    plan.visibility = static_cast<Visibility>(typed[QStringLiteral("visibility")].toInt());
    const auto wall = parseWallTime(text("wall"));
    plan.wall = wall ? std::optional(*wall) : std::nullopt;
    plan.zone = text("zone");
    plan.lateBy = std::chrono::minutes(typed[QStringLiteral("lateBy")].toInt(15));
    plan.handOver = typed[QStringLiteral("handOver")].toBool(plan.handOver);
    if (typed.contains(QStringLiteral("firstComment")))
        plan.firstComment = text("firstComment");
    plan.media.clear();
    for (const auto &value : typed[QStringLiteral("media")].toArray()) {
        const auto one = value.toObject();
        OutboundMedia media;
        media.path = utf8(one[QStringLiteral("path")].toString());
        media.mime = utf8(one[QStringLiteral("mime")].toString());
        media.alt = utf8(one[QStringLiteral("alt")].toString());
        media.sha256 = utf8(one[QStringLiteral("sha256")].toString());
        media.asset = AssetId{one[QStringLiteral("asset")].toString().toLongLong()};
        plan.media.push_back(std::move(media));
    }
    std::vector<PlanVariant> variants;
    for (const auto &value : typed[QStringLiteral("variants")].toArray()) {
        const auto one = value.toObject();
        PlanVariant variant;
        const AccountId account{one[QStringLiteral("account")].toString().toLongLong()};
        for (const auto &before : plan.variants)
            if (before.account == account)
                variant = before;
        variant.account = account;
        variant.overridden = one[QStringLiteral("own")].toBool();
        variant.text = utf8(one[QStringLiteral("text")].toString());
        variants.push_back(std::move(variant));
    }
    plan.variants = std::move(variants);
    return plan;
}

} // namespace

KeptEdits::KeptEdits(Bridge &bridge, QObject *parent) : QObject(parent), bridge_(bridge)
{
    connect(&bridge_, &Bridge::opened, this, &KeptEdits::load);
    if (bridge_.state() == Bridge::State::Open)
        load();
}

void KeptEdits::load()
{
    bridge_.read<std::string>(
        this,
        [](store::Tx &tx) -> Result<std::string> {
            VIGIE_TRY(const auto text, store::Settings(tx).get(app::kCalendarKept.key));
            return text.value_or("");
        },
        [this](const Result<std::string> &text) {
            if (!text) {
                Q_EMIT failed(text.error());
                return;
            }
            all_ = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
            Q_EMIT loaded();
        });
}

std::optional<PlanItem> KeptEdits::over(const PlanItem &plan) const
{
    const auto found = all_.find(keyOf(plan.id));
    if (found == all_.end())
        return std::nullopt;
    return onto(plan, found->toObject());
}

void KeptEdits::keep(const PlanItem &typed)
{
    const auto json = toJson(typed);
    const auto key = keyOf(typed.id);
    if (all_.value(key).toObject() == json)
        return;
    all_.insert(key, json);
    write();
}

void KeptEdits::drop(PlanId id)
{
    if (!all_.contains(keyOf(id)))
        return;
    all_.remove(keyOf(id));
    write();
}

void KeptEdits::write()
{
    bridge_.write<bool>(
        this,
        [text = QJsonDocument(all_).toJson(QJsonDocument::Compact).toStdString()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Settings(tx).set(app::kCalendarKept.key, text));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done && done.error().code != Errc::Cancelled)
                Q_EMIT failed(done.error());
        });
}

} // namespace vigie::ui
