// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's notification service (org.freedesktop.Notifications) on the session bus. The one file that speaks D-Bus.
// Thread: the window's; the bus is asked without waiting. A desktop without such a service is no error: it answers that nobody is there.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QDBusConnection;

namespace vigie::ui {

struct DesktopNotice {
    QString title, body;      ///< plain text, whatever is in them
    QStringList actions;      ///< key, words, key, words ...; "default" is a press on the notice itself
    bool urgent = false;
};

class DesktopBus final : public QObject {
    Q_OBJECT
public:
    explicit DesktopBus(QObject *parent = nullptr);
    explicit DesktopBus(const QDBusConnection &bus, QObject *parent = nullptr);
    ~DesktopBus() override;

    /// Answers the notice's number; 0: nobody shows notices here.
    void notify(const DesktopNotice &notice, std::function<void(uint)> done);
    /// Answers the name of the program that shows notices; empty: there is none.
    void askServer(std::function<void(const QString &)> done);

Q_SIGNALS:
    void actionInvoked(uint id, const QString &action);
    void noticeClosed(uint id);

private Q_SLOTS:
    void forwardAction(uint id, const QString &action);
    void forwardClosed(uint id, uint reason);

private:
    void send(const DesktopNotice &notice, bool markup, const std::function<void(uint)> &done);
    std::unique_ptr<QDBusConnection> bus_;
};

} // namespace vigie::ui
