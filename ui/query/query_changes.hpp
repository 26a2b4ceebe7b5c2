// SPDX-License-Identifier: GPL-3.0-or-later
// The time machine: what a changed query would hold over all history, how many it adds and loses, and which. Judged in
// slices behind the window, with a bar and a way to stop; nothing is changed.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/feed/card.hpp"

#include <vigie/store/query_trials.hpp>

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class Shell;

class QueryChanges final : public QWidget {
    Q_OBJECT
public:
    explicit QueryChanges(Shell &shell, QWidget *parent = nullptr);
    /// Compares after a moment of quiet. No query, or the source it has: nothing to compare.
    void compare(QueryId query, const QString &source);
    void clear();
    [[nodiscard]] bool isRunning() const { return !asker_.isNull(); }
    [[nodiscard]] const store::QueryDifference &difference() const { return difference_; }

private:
    enum class Side { None, Added, Lost };
    void start();
    void stop();
    void nextSlice();
    void showCounts();
    void open(Side side);
    void readMore();
    void addCard(const CardPtr &card);
    void emptyRows();
    [[nodiscard]] const std::vector<ItemId> &idsOf(Side side) const;
    void retranslate();
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    store::DifferenceRequest request_;
    store::QueryDifference difference_;
    Generation runs_;
    QTimer quiet_;
    QPointer<QObject> asker_, rowsAsker_;
    QPointer<QWidget> lastRow_;
    Side side_ = Side::None;
    bool stopped_ = false;
    std::size_t shownRows_ = 0;
    QLabel *title_, *counts_;
    QComboBox *period_;
    QProgressBar *bar_;
    QPushButton *stop_, *added_, *lost_, *more_;
    QVBoxLayout *rows_;
};

} // namespace vigie::ui
