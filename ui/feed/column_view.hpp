// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of a column: a table of one column and rows of one height, so that a million rows cost no layout and screen
// readers see a list. The row under the eyes (the current one, else the first whole one) keeps its place on the screen when rows
// enter or leave above or below it, also where that leaves empty room above the first or below the last row; the next scroll takes it.
// Thread: the window's.
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

#include <utility>
#include <vector>

namespace vigie::ui {

class ColumnView final : public QTableView {
    Q_OBJECT
public:
    explicit ColumnView(QWidget *parent = nullptr);
    void setRowHeight(int height);
    [[nodiscard]] int firstVisibleRow() const;
    /// Pixels of the first visible row that are above the edge.
    [[nodiscard]] int firstVisibleOffset() const;
    /// The range of scrolling follows the rows at once, not at the next turn of the event loop.
    void fitRange() { updateGeometries(); }
    void scrollToRow(int row, int offset);
    /// Visible rows with the pixel where they begin, the one under the eyes first.
    [[nodiscard]] std::vector<std::pair<int, int>> places() const;
    /// Puts a row where it begins at this pixel, whatever room that leaves empty.
    void putRow(int row, int y);
    /// All rows by so many pixels, as when something takes its room above them.
    void shiftRows(int pixels);
    void setModel(QAbstractItemModel *model) override;
    /// Makes `row` the current one and visible.
    void focusRow(int row);
    void step(int rows);
    /// Whether what the person looks at stays where it is when something arrives above it. From the first touch on it does.
    void setAnchored(bool anchored) { anchored_ = anchored; }

Q_SIGNALS:
    void sideways(int by);
    void opened();
    void focusChanged();
    void nearEnd();
    /// The person moved here by key, wheel or mouse.
    void touched();

private:
    void hold();
    void release();
    void setPlace(int place);
    void trimRoom();
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int lastPlace() const;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString & /*search*/) override {} // letters are commands
    void checkEnd();

    bool anchored_ = false, placing_ = false;
    int above_ = 0, below_ = 0; ///< empty room before the first row and after the last, in pixels
    std::vector<std::pair<QPersistentModelIndex, int>> held_;
};

} // namespace vigie::ui
