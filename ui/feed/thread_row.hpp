// SPDX-License-Identifier: GPL-3.0-or-later
// One message of a thread, indented by its depth; pressed, it opens.
// Thread: the window's.
#pragma once

#include "ui/feed/reading.hpp"

#include <QAbstractButton>

namespace vigie::ui {

class Bridge;

class ThreadRow final : public QAbstractButton {
    Q_OBJECT
public:
    ThreadRow(Bridge &bridge, ThreadLine line, bool current, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

private:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    Bridge &bridge_;
    ThreadLine line_;
    bool current_;
};

} // namespace vigie::ui
