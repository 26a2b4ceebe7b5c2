// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/notifier.hpp"

#include "ui/alerts/alert_data.hpp"
#include "ui/alerts/desktop_bus.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <utility>

namespace vigie::ui {

namespace {

constexpr std::size_t kMostAtOnce = 3; ///< more come as one
constexpr int kToastMs = 20000, kBodyLength = 300;

} // namespace

AlertNotifier::AlertNotifier(Shell &shell, DesktopBus *bus, QObject *parent) : QObject(parent), shell_(shell), bus_(bus)
{
    bus_->setParent(this);
    connect(bus_, &DesktopBus::actionInvoked, this, &AlertNotifier::act);
    connect(bus_, &DesktopBus::noticeClosed, this, [this](uint id) { shown_.remove(id); });
    connect(&shell_.bridge, &Bridge::opened, this, &AlertNotifier::tell);
    connect(&shell_.bridge, &Bridge::closed, this, [this] { shown_.clear(); }); // another workspace has other alerts
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

void AlertNotifier::send(const QString &title, const QString &body, std::optional<AlertView> view, bool urgent)
{
    DesktopNotice notice;
    notice.title = title;
    notice.body = body.left(kBodyLength);
    notice.actions << QStringLiteral("default") << tr("Open");
    if (view)
        notice.actions << QStringLiteral("open") << tr("Show what caused it") << QStringLiteral("done") << tr("Done") << QStringLiteral("mute") << tr("Mute for a day");
    notice.urgent = urgent;
    bus_->notify(notice, [this, title, body, view = std::move(view)](uint id) {
        if (id != 0)
            shown_.insert(id, view);
        else
            inWindow(title, body, view); // no such service on this desktop
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

void AlertNotifier::act(uint id, const QString &action)
{
    const auto found = shown_.constFind(id);
    if (found == shown_.constEnd())
        return; // of another program
    const auto view = *found;
    if (action == QLatin1String("mute") && view)
        muteRule(shell_, view->rule);
    else if (action == QLatin1String("done") && view)
        closeAlert(shell_, *view);
    else if (action == QLatin1String("open"))
        open(view);
    else
        open({});
}

} // namespace vigie::ui
