// SPDX-License-Identifier: GPL-3.0-or-later
// What pages of entries share, whatever is entered: a table of which one row is chosen, removed or taken back, an error beside the fields, and
// what was done said in words.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/store/store.hpp>

#include <QWidget>

#include <functional>

class QLabel;
class QLayout;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace vigie::ui {

class EmptyState;
class ErrorBar;

class EnteredPage : public QWidget {
    Q_OBJECT
public:
    /// `action`: the undoable one that these entries are made under.
    EnteredPage(Shell &shell, const char *action, QWidget *parent);
    [[nodiscard]] QTableWidget *table() const { return table_; }
    [[nodiscard]] QPushButton *keepButton() const { return keep_; }
    [[nodiscard]] QPushButton *removeButton() const { return remove_; }
    [[nodiscard]] QPushButton *undoButton() const { return undo_; }
    [[nodiscard]] QLabel *said() const { return said_; }
    [[nodiscard]] bool ready() const { return read_; }
    virtual void refresh() = 0;
    /// Where keys begin.
    virtual void takeFocus() = 0;
    virtual void keep() = 0;
    virtual void removeCurrent() = 0;
    void takeBack();

Q_SIGNALS:
    /// Figures are to be read again.
    void entered();

protected:
    /// Purpose, table and what is said while it is empty; the fields come below, `wide` is the column that takes the room there is.
    QVBoxLayout *begin(const QString &purpose, const QStringList &columns, int wide, const QStringList &emptyWords);
    /// The three buttons, at the end of a row, and what is said. Keys come to them from the `last` field.
    void finish(QVBoxLayout &column, QLayout &fields, QWidget &last);
    /// A field with its name, for eyes and screen readers.
    QWidget *named(const QString &name, QWidget *field);
    /// One transaction, one undoable action.
    void write(std::function<Result<bool>(store::Tx &)> job, const QString &words);
    void fail(const Error &error);
    void refuse(const QString &words);
    void say(const QString &words);
    void shown(int rows, bool canUndo);
    [[nodiscard]] int chosen() const; ///< row, or -1
    [[nodiscard]] Shell &shell() { return shell_; }
    [[nodiscard]] const char *action() const { return action_; }

    Generation generation_;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    Shell &shell_;
    const char *action_;
    bool read_ = false;
    QTableWidget *table_;
    EmptyState *empty_;
    ErrorBar *error_;
    QLabel *said_;
    QPushButton *keep_, *remove_, *undo_;
};

} // namespace vigie::ui
