// SPDX-License-Identifier: GPL-3.0-or-later
// What columns are made of: their frame and head, and what the mouse takes hold of (the head, to move a column or take it out, and the
// right edge, for its width; keys do the same).
// Thread: the window's.
#pragma once

#include <QFrame>
#include <QPoint>

class QHBoxLayout;
class QVBoxLayout;

namespace vigie::ui {

class Column;
class ElidedLabel;

/// The layout of a column, without gaps; the line on the right is left free.
[[nodiscard]] QVBoxLayout *columnLayout(QFrame &column);
/// The layout of its head, which begins with the name.
[[nodiscard]] QHBoxLayout *headLayout(QFrame &head, ElidedLabel &name);

class ColumnHeader final : public QFrame {
    Q_OBJECT
public:
    using QFrame::QFrame;

Q_SIGNALS:
    /// Places on the screen.
    void dragged(QPoint to);
    void dropped(QPoint at);
    void dragStopped();

private:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QPoint from_;
    bool pressed_ = false, dragging_ = false;
};

class ColumnGrip final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnGrip(Column &column);
    /// Along the right edge.
    void place();

private:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

    Column &column_;
    int from_ = 0, width_ = 0;
};

} // namespace vigie::ui
