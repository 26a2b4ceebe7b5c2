// SPDX-License-Identifier: GPL-3.0-or-later
// The end of connecting an account: who it is, and what Vigie can and cannot do there.
// Thread: the window's.
#pragma once

#include <vigie/connect/connector.hpp>

#include <QWidget>

class QLabel;
class QPushButton;

namespace vigie::ui {

class AbilityView;

class DoneStep final : public QWidget {
    Q_OBJECT
public:
    explicit DoneStep(QWidget *parent = nullptr);
    void show(const Account &account, const connect::Descriptor &network);
    [[nodiscard]] QPushButton *button() const { return button_; }

Q_SIGNALS:
    void closed();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();

    Account account_;
    QString network_;
    QLabel *title_, *who_, *policy_;
    AbilityView *abilities_;
    QPushButton *button_;
};

} // namespace vigie::ui
