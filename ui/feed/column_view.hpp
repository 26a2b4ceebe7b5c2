// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of a column: a table of one column and rows of one height, so that a million rows cost no layout and screen
// readers see a list. Rows that enter or leave above the window's edge never move what is under the eyes.
// Thread: the window's.
#pragma once

#include <QTableView>

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
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString & /*search*/) override {} // letters are commands
    void checkEnd();

    bool anchored_ = false;
};

} // namespace vigie::ui
