// SPDX-License-Identifier: GPL-3.0-or-later
// The left pane of the inbox: views as chips, a filter by tag, the queue, and words when there is nothing in it.
// Thread: the window's.
#pragma once

#include "ui/inbox/queue_model.hpp"
#include "ui/widget/pieces.hpp"

#include <QJsonObject>
#include <QListView>

#include <array>

class QStackedLayout;
class QToolButton;

namespace vigie::ui {

class QueueList final : public QListView {
    Q_OBJECT
public:
    using QListView::QListView;
    void keyboardSearch(const QString & /*text*/) override {} // letters are commands here

Q_SIGNALS:
    void openRequested();

private:
    void keyPressEvent(QKeyEvent *event) override;
};

class QueuePane final : public QFrame {
    Q_OBJECT
public:
    explicit QueuePane(Bridge &bridge, QWidget *parent = nullptr);

    [[nodiscard]] QueueModel &model() { return *model_; }
    [[nodiscard]] QueueList &list() { return *list_; }
    [[nodiscard]] TicketId focused() const;
    [[nodiscard]] std::vector<TicketId> selected() const;
    [[nodiscard]] bool multiple() const;
    void setView(QueueView view);
    [[nodiscard]] QueueView view() const { return model_->question().view; }
    void setTag(const std::string &tag);
    /// A view of the person's own; none: back to the built-in one.
    void setSaved(DeskViewId view);
    [[nodiscard]] DeskViewId saved() const { return model_->question().saved; }
    /// Every ticket of the view, to be decided at once.
    void selectAll();
    /// Shows this ticket; changes the view when it is not in this one.
    void showTicket(TicketId ticket, QueueView viewIfMissing);
    void move(int by);
    /// The row after the selection takes the focus and the selected ones leave.
    void takeAway(const std::vector<TicketId> &tickets);
    void refresh();
    [[nodiscard]] bool hasAnswer() const { return model_->stage() != QueueModel::Stage::Loading; }
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void focusedChanged(vigie::TicketId ticket);
    void selectionSizeChanged(int count);
    void openRequested();
    void openCountChanged(int count);
    void viewsRequested();

private:
    void changeEvent(QEvent *event) override;
    void buildChips();
    void ask(QueueView view, const std::string &tag, DeskViewId saved = {});
    void showEmpty();
    void showSavedChip();
    void onStage();
    void onSettled();
    void beforeReset();
    void retranslate();
    void fillTagMenu();
    void focusRow(int row);

    QueueModel *model_;
    QueueList *list_;
    QLabel *title_, *count_;
    std::array<QPushButton *, 5> chips_{};
    QPushButton *tagChip_, *savedChip_;
    QStackedLayout *stack_;
    EmptyState *empty_;
    Skeleton *skeleton_;
    TicketId wanted_;              ///< to be focused when the rows are there
    TicketId announced_;
    std::vector<TicketId> selectedBefore_;
    int rowBefore_ = 0;
    bool resetting_ = false;
};

} // namespace vigie::ui
