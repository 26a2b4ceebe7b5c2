// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a tree of relays: who, when, where and how that is known; pressed, it opens.
// Thread: the window's.
#pragma once

#include <QAbstractButton>

namespace vigie::store {
struct RelayNode;
}

namespace vigie::ui {

class Bridge;

/// How a mention belongs to its original, in words: "repost", "nearly the same words, 92 %".
[[nodiscard]] QString relayHowWords(const store::RelayNode &node);

class RelayRow final : public QAbstractButton {
    Q_OBJECT
public:
    /// `note`: what is said of it besides, as "original" or "first large relay".
    RelayRow(Bridge &bridge, const store::RelayNode &node, const QString &note, bool current, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

private:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QString who_, when_, how_;
    int depth_;
    bool current_;
};

} // namespace vigie::ui
