// SPDX-License-Identifier: GPL-3.0-or-later
// What the week and the month have in common: a painted area that draws posts, moves the cursor by keys, selects by
// click, and lets a post be dragged to another place. It changes nothing by itself: it says what the person asked.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>

namespace vigie::ui {

class GridView : public QAbstractScrollArea {
    Q_OBJECT
public:
    GridView(CalendarData &data, QWidget *parent);

    struct Placed {
        const calendar::Post *post = nullptr;
        QRect rect;         ///< in the viewport
    };
    /// Where the posts are drawn now.
    [[nodiscard]] virtual std::vector<Placed> placed() const = 0;
    struct Place {
        QDate day;
        QTime time;
        QString lane = {};  ///< key of the lane, where there are lanes
    };
    /// The place under a point of the viewport.
    [[nodiscard]] virtual std::optional<Place> placeAt(const QPoint &point) const = 0;
    virtual void ensureCursorVisible() = 0;
    /// The event under a point, where no post is.
    [[nodiscard]] virtual std::optional<EventId> eventUnder(const QPoint &point) const
    {
        Q_UNUSED(point);
        return std::nullopt;
    }

Q_SIGNALS:
    void moveWanted(vigie::PlanId id, const QDate &day, const QTime &time);
    void editWanted(vigie::PlanId id);
    void eventWanted(vigie::EventId id);
    /// It was dropped into another lane.
    void laneWanted(vigie::PlanId id, const QString &lane);
    /// An empty place was opened.
    void newWanted(const QDate &day, const QTime &time);
    void menuWanted(const QPoint &global);

protected:
    [[nodiscard]] CalendarData &data() const { return data_; }
    [[nodiscard]] const calendar::Post *hit(const QPoint &point) const;
    [[nodiscard]] bool isDragging() const { return dragging_; }
    [[nodiscard]] PlanId draggedId() const { return pressed_; }
    [[nodiscard]] std::optional<Place> dropPlace() const { return drop_; }
    /// The place of the dragged post's head: the point where it was taken does not jump.
    [[nodiscard]] QPoint grabOffset() const { return grab_; }

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// One arrow key; the person's cursor goes somewhere.
    virtual void arrow(int key) = 0;
    [[nodiscard]] virtual QString viewName() const = 0;

private:
    void speak();
    void endDrag();
    [[nodiscard]] QString tipAt(const QPoint &point) const;
    [[nodiscard]] QString behindSpoken() const;
    CalendarData &data_;
    QPoint pressPoint_, grab_;
    PlanId pressed_;
    bool dragging_ = false;
    std::optional<Place> drop_;
    QTimer clock_;
};

} // namespace vigie::ui
