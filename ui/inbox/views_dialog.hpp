// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own views of the queue as a list: a number key or Enter opens one, Alt with the arrows puts it elsewhere, and it
// can be made, changed and removed here.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/inbox/queue_data.hpp"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace vigie::ui {

class ViewsDialog final : public QDialog {
    Q_OBJECT
public:
    ViewsDialog(Shell &shell, DeskViewId shown, QWidget *parent = nullptr);
    [[nodiscard]] QListWidget &list() const { return *list_; }

Q_SIGNALS:
    void chosen(vigie::DeskViewId view);
    void undoWanted();

private:
    void refresh();
    void fill(const std::vector<std::pair<DeskView, int>> &views);
    void openRow(int row);
    void edit(const DeskView &view);
    void move(int by);
    void remove();
    void decide(std::function<Result<DeskViewId>(store::Tx &)> job, std::function<void(DeskViewId)> done);
    [[nodiscard]] const DeskView *current() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    Shell &shell_;
    DeskViewId shown_, wanted_;
    std::vector<DeskView> views_;
    QListWidget *list_;
    QLabel *empty_;
    QPushButton *add_, *edit_, *remove_, *open_;
};

} // namespace vigie::ui
