// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/desktop_bus.hpp"

#include <QVariantMap>

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

namespace vigie::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications"), kPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr uchar kNormal = 1, kCritical = 2;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

/// Calls, and hands on the answer.
template <class... Types, class Done>
void ask(const QDBusConnection &bus, const QDBusMessage &message, QObject *context, Done done)
{
    auto *asked = new QDBusPendingCallWatcher(bus.asyncCall(message), context);
    QObject::connect(asked, &QDBusPendingCallWatcher::finished, context, [done = std::move(done)](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<Types...> reply = *finished;
        finished->deleteLater();
        done(reply);
    });
}

} // namespace

DesktopBus::DesktopBus(QObject *parent) : DesktopBus(QDBusConnection::sessionBus(), parent) {}

DesktopBus::DesktopBus(const QDBusConnection &bus, QObject *parent) : QObject(parent), bus_(std::make_unique<QDBusConnection>(bus))
{
    if (!bus_->isConnected())
        return;
    bus_->connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(forwardAction(uint, QString)));
    bus_->connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this, SLOT(forwardClosed(uint, uint)));
}

DesktopBus::~DesktopBus() = default;

void DesktopBus::notify(const DesktopNotice &notice, std::function<void(uint)> done)
{
    if (!bus_->isConnected())
        return done(0);
    // Asked each time: the desktop may have changed its program for notices since the last one.
    ask<QStringList>(*bus_, call(QStringLiteral("GetCapabilities")), this, [this, notice, done = std::move(done)](const QDBusPendingReply<QStringList> &can) {
        if (!can.isValid())
            return done(0);
        send(notice, can.value().contains(QLatin1String("body-markup")), done);
    });
}

void DesktopBus::send(const DesktopNotice &notice, bool markup, const std::function<void(uint)> &done)
{
    auto message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Vigie") << uint(0) << QStringLiteral("vigie") << notice.title << (markup ? notice.body.toHtmlEscaped() : notice.body) << notice.actions
            << QVariantMap{{QStringLiteral("urgency"), QVariant::fromValue(notice.urgent ? kCritical : kNormal)}, {QStringLiteral("desktop-entry"), QStringLiteral("vigie")}}
            << -1;
    ask<uint>(*bus_, message, this, [done](const QDBusPendingReply<uint> &shown) { done(shown.isValid() ? shown.value() : 0); });
}

void DesktopBus::askServer(std::function<void(const QString &)> done)
{
    if (!bus_->isConnected())
        return done({});
    ask<QString, QString, QString, QString>(*bus_, call(QStringLiteral("GetServerInformation")), this,
                                            [done = std::move(done)](const QDBusPendingReply<QString, QString, QString, QString> &who) {
                                                const auto name = who.isValid() ? who.argumentAt<0>() : QString();
                                                done(who.isValid() && name.isEmpty() ? QStringLiteral("org.freedesktop.Notifications") : name);
                                            });
}

void DesktopBus::forwardAction(uint id, const QString &action)
{
    Q_EMIT actionInvoked(id, action);
}

void DesktopBus::forwardClosed(uint id, uint /*reason*/)
{
    Q_EMIT noticeClosed(id);
}

} // namespace vigie::ui
