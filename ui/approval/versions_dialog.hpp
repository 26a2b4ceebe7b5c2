// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of a post that somebody was asked about, and what differs between any two of them; who said what to them.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/plan/approval.hpp>

#include <QDialog>

#include <map>
#include <vector>

class QComboBox;
class QTextBrowser;

namespace vigie::ui {

class ErrorBar;

class VersionsDialog final : public QDialog {
    Q_OBJECT
public:
    VersionsDialog(Bridge &bridge, PlanId plan, QWidget *parent);
    [[nodiscard]] QComboBox &before() const { return *before_; }
    [[nodiscard]] QComboBox &after() const { return *after_; }
    [[nodiscard]] QTextBrowser &text() const { return *text_; }

private:
    struct Seen {
        std::vector<PostVersion> versions;
        std::vector<ApprovalLine> lines;
        PlanItem now;
        std::map<std::int64_t, QString> accounts;
    };
    void show(Seen seen);
    void compare();
    [[nodiscard]] Result<PlanItem> at(int index) const;
    [[nodiscard]] QString history() const;
    Bridge &bridge_;
    PlanId plan_;
    Seen seen_;
    QComboBox *before_, *after_;
    QTextBrowser *text_;
    ErrorBar *error_;
};

} // namespace vigie::ui
