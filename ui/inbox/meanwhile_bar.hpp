// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the conversation while its answer was being written, with the words of whoever was faster. Hidden while nothing did.
// Thread: the window's.
#pragma once

#include <QFrame>

#include <vector>

// Behind those of Qt: its moc does not read <compare> first.
#include <vigie/desk/answering.hpp>

class QLabel;

namespace vigie::ui {

class MeanwhileBar final : public QFrame {
    Q_OBJECT
public:
    explicit MeanwhileBar(QWidget *parent);
    void show(const std::vector<desk::Meanwhile> &what);
    void clear() { show({}); }
    [[nodiscard]] QString text() const;

private:
    void changeEvent(QEvent *event) override;
    void say();

    std::vector<desk::Meanwhile> what_;
    QLabel *label_;
};

} // namespace vigie::ui
