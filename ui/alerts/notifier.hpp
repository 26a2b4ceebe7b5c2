// SPDX-License-Identifier: GPL-3.0-or-later
// Tells what the person is still to be told of: desktop notices with actions over D-Bus (org.freedesktop.Notifications),
// toasts in the window where there is no such service. What quiet hours held comes as one.
// Thread: the window's; the bus is asked without waiting. The practice network disturbs nobody outside of its list.
#pragma once

#include "ui/alerts/alert_text.hpp"
#include "ui/app/shell.hpp"

#include <QHash>

#include <optional>
#include <vector>

namespace vigie::ui {

class DesktopBus;

class AlertNotifier final : public QObject {
    Q_OBJECT
public:
    /// Takes `bus` as its child.
    AlertNotifier(Shell &shell, DesktopBus *bus, QObject *parent = nullptr);
    /// Reads what is to be told, tells it, and notes that it was told.
    void tell();
    /// One notice of its own.
    void show(const AlertView &view);
    /// One notice for many.
    void showDigest(const std::vector<AlertView> &views);

Q_SIGNALS:
    /// Somebody pressed the notice: bring the window to the front.
    void windowWanted();

private:
    void act(uint id, const QString &action);
    void send(const QString &title, const QString &body, std::optional<AlertView> view, bool urgent);
    void inWindow(const QString &title, const QString &body, const std::optional<AlertView> &view);
    void open(const std::optional<AlertView> &view);

    Shell &shell_;
    DesktopBus *bus_;
    bool telling_ = false, again_ = false;
    QHash<uint, std::optional<AlertView>> shown_;
};

} // namespace vigie::ui
