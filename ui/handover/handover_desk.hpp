// SPDX-License-Identifier: GPL-3.0-or-later
// Handing over, as the inbox holds it: who is on the open ticket, the shift sheet, bundles and their conflicts.
// Thread: the window's. Errors: told in a toast.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/app/bundle_seal.hpp>

#include <QObject>

#include <functional>
#include <string>

namespace vigie::ui {

class ClaimStrip;

class HandoverDesk final : public QObject {
    Q_OBJECT
public:
    HandoverDesk(Shell &shell, QWidget *panel);
    void setTicket(TicketId ticket);
    void registerCommands(CommandRegistry &commands, std::function<bool()> hasOne);
    [[nodiscard]] ClaimStrip &claim() const { return *claim_; }
    void exportTo(const QString &path);
    void importFrom(const QString &path);

private:
    struct Incoming {
        std::string bytes, ownKey; ///< ownKey: of this machine; empty when it has none
    };
    void seal(const QString &path, std::string bytes);
    void lookAt(Incoming in);
    void askOrigin(const Incoming &in, const app::BundleOrigin &origin);
    void takeIn(const Incoming &in, app::BundleAccept accept);
    void fault(const Error &error);
    void refused(const Error &error);
    void chooseExport();
    void chooseImport();
    void showSheet();
    void showConflicts();
    void distribute();

    Shell &shell_;
    QWidget *panel_;
    ClaimStrip *claim_;
};

} // namespace vigie::ui
