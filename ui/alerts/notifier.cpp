// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/notifier.hpp"

#include "ui/alerts/alert_data.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace vigie::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications"), kPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr std::size_t kMostAtOnce = 3; ///< more come as one
constexpr int kToastMs = 20000, kBodyLength = 300;
constexpr uchar kNormal = 1, kCritical = 2;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

AlertNotifier::AlertNotifier(Shell &shell, QDBusConnection bus, QObject *parent) : QObject(parent), shell_(shell), bus_(std::move(bus))
{
    if (bus_.isConnected()) {
        bus_.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
        bus_.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this, SLOT(notificationClosed(uint, uint)));
        auto *asked = new QDBusPendingCallWatcher(bus_.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
        connect(asked, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
            const QDBusPendingReply<QStringList> reply = *done;
            markup_ = reply.isValid() && reply.value().contains(QLatin1String("body-markup"));
            done->deleteLater();
        });
    }
    connect(&shell_.bridge, &Bridge::opened, this, &AlertNotifier::tell);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.alerts)
            tell();
    });
}

void AlertNotifier::tell()
{
    auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr || workspace->isPractice())
        return;
    if (std::exchange(telling_, true)) {
        again_ = true;
        return;
    }
    // Noted in the transaction that reads them: two windows do not tell the same, and a crash tells nothing twice.
    shell_.bridge.write<AlertsToTell>(this, takeNotices, [this](Result<AlertsToTell> taken) {
        telling_ = false;
        if (taken) {
            if (taken->now.size() > kMostAtOnce)
                showDigest(taken->now);
            else
                for (const auto &view : taken->now)
                    show(view);
            if (!taken->digest.empty())
                showDigest(taken->digest);
        }
        if (std::exchange(again_, false))
            tell();
    });
}

void AlertNotifier::show(const AlertView &view)
{
    send(alertRuleName(view.rule), alertHeadline(view) + QLatin1Char('\n') + alertUsual(view, shell_.bridge.zone()), view, view.alert.found.kind == AlertKind::Crisis);
}

void AlertNotifier::showDigest(const std::vector<AlertView> &views)
{
    QStringList lines;
    for (const auto &view : views)
        lines << alertHeadline(view);
    send(tr("%Ln alert(s) to look at", nullptr, static_cast<int>(views.size())), lines.join(QLatin1Char('\n')), {}, false);
}

QString AlertNotifier::escaped(const QString &text) const
{
    return markup_ ? text.toHtmlEscaped() : text;
}

void AlertNotifier::send(const QString &title, const QString &body, std::optional<AlertView> view, bool urgent)
{
    const auto text = body.left(kBodyLength);
    if (!bus_.isConnected())
        return inWindow(title, text, view);
    QStringList actions{QStringLiteral("default"), tr("Open")};
    if (view)
        actions << QStringLiteral("open") << tr("Show what caused it") << QStringLiteral("mute") << tr("Mute for a day");
    auto message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Vigie") << uint(0) << QStringLiteral("vigie") << title << escaped(text) << actions
            << QVariantMap{{QStringLiteral("urgency"), QVariant::fromValue(urgent ? kCritical : kNormal)}, {QStringLiteral("desktop-entry"), QStringLiteral("vigie")}} << -1;
    auto *asked = new QDBusPendingCallWatcher(bus_.asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, title, text, view = std::move(view)](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> reply = *done;
        if (reply.isValid())
            shown_.insert(reply.value(), view);
        else
            inWindow(title, text, view); // no such service on this desktop
        done->deleteLater();
    });
}

void AlertNotifier::inWindow(const QString &title, const QString &body, const std::optional<AlertView> &view)
{
    const auto text = view ? body.section(QLatin1Char('\n'), 0, 0) : title;
    shell_.toasts.showAction(text, tr("Open"), [this, view] { open(view); }, kToastMs);
}

void AlertNotifier::open(const std::optional<AlertView> &view)
{
    Q_EMIT windowWanted();
    if (view)
        openCause(shell_, *view);
    else
        Q_EMIT shell_.openPanel(QStringLiteral("alerts"));
}

void AlertNotifier::actionInvoked(uint id, const QString &action)
{
    const auto found = shown_.constFind(id);
    if (found == shown_.constEnd())
        return; // of another program
    const auto view = *found;
    if (action == QLatin1String("mute") && view)
        muteRule(shell_, view->rule);
    else if (action == QLatin1String("open"))
        open(view);
    else
        open({});
}

void AlertNotifier::notificationClosed(uint id, uint /*reason*/)
{
    shown_.remove(id);
}

} // namespace vigie::ui
