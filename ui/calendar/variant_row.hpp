// SPDX-License-Identifier: GPL-3.0-or-later
// One account in the editor of a post: chosen or not, the base text or its own, how long it is there, what would fail,
// and what became of it.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/plan/planner.hpp>

#include <QFrame>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class ElidedLabel;

class VariantRow final : public QFrame {
    Q_OBJECT
public:
    VariantRow(Bridge &bridge, const Account &account, QWidget *parent);
    [[nodiscard]] AccountId accountId() const { return account_.id; }
    void setAccount(const Account &account);
    /// None: the account is not chosen.
    void setVariant(const PlanVariant *variant, bool readOnly);
    /// What became of it, without touching what is being written.
    void setOutcome(const PlanVariant *variant);
    [[nodiscard]] bool chosen() const;
    [[nodiscard]] bool overridden() const;
    [[nodiscard]] QString ownText() const;
    void setBase(const QString &text, const QString &warning);
    void setFindings(const std::vector<plan::Finding> &findings);
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QPushButton *retryButton() const { return retry_; }
    [[nodiscard]] QPushButton *checkButton() const { return check_; }
    [[nodiscard]] QString findingsText() const;
    [[nodiscard]] QString counterText() const;

Q_SIGNALS:
    void edited();
    void retryWanted(vigie::OutboundId id);
    void checkWanted(vigie::OutboundId id);
    void cancelWanted(vigie::OutboundId id);

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void build();
    void count();
    void refresh();
    void showOutcome();

    Bridge &bridge_;
    Account account_;
    PlanVariant variant_;
    bool there_ = false, readOnly_ = false;
    QString base_, warning_;
    std::vector<plan::Finding> findings_;
    QCheckBox *choose_, *own_;
    ElidedLabel *handle_;
    QLabel *counter_, *follows_, *found_, *state_, *error_;
    QPlainTextEdit *text_;
    QPushButton *open_, *retry_, *check_, *cancel_;
};

} // namespace vigie::ui
