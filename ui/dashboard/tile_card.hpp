// SPDX-License-Identifier: GPL-3.0-or-later
// A tile on its page: a card with a title, its coverage and its content; while the page is edited it is moved by its head and
// resized by its corner, with the mouse or with keys (arrows, Shift+arrows, D, Delete).
// Thread: the window's.
#pragma once

#include "ui/dashboard/behind.hpp"
#include "ui/dashboard/board_reading.hpp"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class TileCard : public QWidget {
    Q_OBJECT
public:
    TileCard(Shell &shell, BoardTile tile, QWidget *parent);
    [[nodiscard]] const BoardTile &tile() const { return tile_; }
    void setTile(const BoardTile &tile) { tile_ = tile; }
    /// What was read, or why it could not be.
    void setReading(const TileReading &reading, const BoardReading &page);
    /// Old values stay, dimmed, while new ones are read.
    void setStale(bool stale);
    void setEditing(bool editing);
    [[nodiscard]] bool isEditing() const { return editing_; }
    [[nodiscard]] bool isLoaded() const { return loaded_; }
    [[nodiscard]] const TileReading &reading() const { return reading_; }
    [[nodiscard]] const BoardReading &page() const { return page_; }
    /// It has no value for want of numbers that a person enters, and offers the way to them.
    [[nodiscard]] bool asksForNumbers() const;
    virtual void retranslate();
    /// The table behind a chart, shown or hidden.
    virtual void toggleTable() {}
    /// Where the keys of a card that is read belong.
    [[nodiscard]] virtual QWidget *reader() { return this; }

Q_SIGNALS:
    void behindWanted(const vigie::ui::Behind &behind);
    void coverageWanted();
    /// Its figure rests on numbers that a person enters.
    void numbersWanted(const std::string &figure);
    /// Pixels since the press; `done`: let go.
    void dragged(const QPoint &by, bool done);
    void stretched(const QPoint &by, bool done);
    /// Cells.
    void moveWanted(int dx, int dy);
    void sizeWanted(int dw, int dh);
    void removeWanted();
    void duplicateWanted();

protected:
    virtual void showReading() = 0;
    [[nodiscard]] virtual bool hasContent() const { return true; }
    [[nodiscard]] virtual QString emptyWords() const;
    [[nodiscard]] Shell &shell() const { return shell_; }
    [[nodiscard]] QVBoxLayout *column() const { return column_; }
    [[nodiscard]] QPushButton *coverageButton() const { return coverage_; }
    [[nodiscard]] QLabel *titleLabel() const { return title_; }
    [[nodiscard]] QWidget *head() const { return head_; }
    void paintFrame(QPainter &painter) const;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    void showState();
    void showEnter();
    [[nodiscard]] QRect grip() const;

    Shell &shell_;
    BoardTile tile_;
    TileReading reading_;
    BoardReading page_;
    QVBoxLayout *column_;
    QWidget *head_;
    QLabel *title_, *message_;
    QPushButton *coverage_, *twice_, *away_, *enter_ = nullptr;
    bool loaded_ = false, editing_ = false, stale_ = false, stretching_ = false;
    std::optional<QPoint> pressed_;
};

[[nodiscard]] TileCard *makeCard(Shell &shell, const BoardTile &tile, QWidget *parent);

} // namespace vigie::ui
