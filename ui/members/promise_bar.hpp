// SPDX-License-Identifier: GPL-3.0-or-later
// One line over the editor: what is being promised, by when, and whether it will be noted. Hidden while nothing is promised.
// Thread: the window's.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace vigie::ui {

class PromiseBar final : public QFrame {
    Q_OBJECT
public:
    explicit PromiseBar(QWidget *parent);
    /// `when`: the times in words; empty: nothing is promised.
    void setPromise(const QString &when, bool confirmed);
    /// Empty while it is hidden.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isConfirmed() const { return confirmed_; }

Q_SIGNALS:
    void confirmed();
    void refused();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    QString when_;
    bool confirmed_ = false;
    QLabel *chip_;
    QPushButton *yes_, *no_;
};

} // namespace vigie::ui
