// SPDX-License-Identifier: GPL-3.0-or-later
// One policy: what is promised, in which hours, to whom, and when one is reminded.
// Thread: the window's.
#pragma once

#include "ui/theme/theme.hpp"

#include <vigie/desk/sla.hpp>
#include <vigie/model/account.hpp>

#include <QList>
#include <QSpinBox>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace vigie::ui {

/// Minutes of opening hours, shown and typed as hours and minutes ("4:30"); the smallest value is "no promise".
class PromiseBox final : public QSpinBox {
    Q_OBJECT
public:
    explicit PromiseBox(QWidget *parent = nullptr);
    void setSeconds(const std::optional<std::int64_t> &seconds);
    [[nodiscard]] std::optional<std::int64_t> seconds() const;

private:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &at) const override;
};

class PolicyForm final : public QWidget {
    Q_OBJECT
public:
    explicit PolicyForm(QWidget *parent = nullptr);
    void setAccounts(const std::vector<Account> &accounts);
    void setPolicy(const SlaPolicy &policy, const desk::SlaSetup &setup);
    /// With what is in the fields.
    [[nodiscard]] SlaPolicy policy() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *words(const QString &label, const QString &placeholder);
    QFormLayout *form_;
    SlaPolicy policy_;
    bool showing_ = false;
    QLineEdit *name_, *networks_, *languages_, *tags_;
    QComboBox *calendar_, *account_;
    PromiseBox *first_, *next_, *resolution_, *remind_;
    QSpinBox *points_;
    QList<QCheckBox *> kinds_;
    QCheckBox *anytime_;
};

} // namespace vigie::ui
