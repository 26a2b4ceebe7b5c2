// SPDX-License-Identifier: GPL-3.0-or-later
// A session bus of one test alone, and a desktop on it that shows notices.
// Thread: the window's.
#pragma once

#include "gui/support/gui_harness.hpp"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>

#include <QtDBus/QDBusConnection>

namespace vigie::gui {

/// `address` is empty when there is no dbus-daemon.
struct PrivateBus {
    QTemporaryDir folder;
    QProcess daemon;
    QString address;
    PrivateBus();
    ~PrivateBus();
    [[nodiscard]] QDBusConnection connect(const QString &name) const { return QDBusConnection::connectToBus(address, name); }
};

/// What a desktop offers under org.freedesktop.Notifications.
class Desktop final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    explicit Desktop(QDBusConnection bus) : bus_(std::move(bus))
    {
        bus_.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        bus_.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    struct Notice {
        QString title, body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Notice> shown;

public Q_SLOTS:
    QString GetServerInformation(QString &vendor, QString &version, QString &specification)
    {
        vendor = version = QStringLiteral("test");
        specification = QStringLiteral("1.2");
        return QStringLiteral("Test desktop");
    }
    QStringList GetCapabilities() { return {QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")}; }
    uint Notify(const QString & /*app*/, uint /*replaces*/, const QString & /*icon*/, const QString &title, const QString &body, const QStringList &actions,
                const QVariantMap &hints, int /*timeout*/)
    {
        shown.append({title, body, actions, hints});
        return static_cast<uint>(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection bus_;
};

} // namespace vigie::gui
