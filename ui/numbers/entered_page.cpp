// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/entered_page.hpp"

#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"

#include <vigie/store/tickets.hpp>

#include <QAccessible>
#include <QKeyEvent>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

EnteredPage::EnteredPage(Shell &shell, const char *action, QWidget *parent)
    : QWidget(parent), shell_(shell), action_(action), table_(new QTableWidget(this)), empty_(new EmptyState(this)), error_(new ErrorBar(this)),
      said_(wrappedLabel(QStringLiteral("small"), {}, this)), keep_(roleButton(QStringLiteral("primary"), this)), remove_(roleButton({}, this)), undo_(roleButton({}, this))
{
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            refresh();
    });
}

QVBoxLayout *EnteredPage::begin(const QString &purpose, const QStringList &columns, int wide, const QStringList &emptyWords)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kMargin, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(wrappedLabel(QString(), purpose, this));
    table_->setColumnCount(static_cast<int>(columns.size()));
    table_->setHorizontalHeaderLabels(columns);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    showAsRows(*table_, wide);
    table_->installEventFilter(this);
    column->addWidget(table_, 1);
    empty_->setContent(QStringLiteral("dashboard"), emptyWords.value(0), emptyWords.value(1));
    empty_->hide();
    column->addWidget(empty_, 1);
    column->addWidget(error_);
    return column;
}

void EnteredPage::finish(QVBoxLayout &column, QLayout &fields, QWidget &last)
{
    keep_->setText(tr("Enter"));
    remove_->setText(tr("Remove"));
    undo_->setText(tr("Take back the last"));
    for (auto *button : {keep_, remove_, undo_}) {
        button->setAutoDefault(false);
        fields.addWidget(button);
    }
    setTabOrder(&last, keep_);
    setTabOrder(keep_, remove_);
    setTabOrder(remove_, undo_);
    said_->hide();
    column.addWidget(said_);
    connect(keep_, &QPushButton::clicked, this, [this] { keep(); });
    connect(remove_, &QPushButton::clicked, this, [this] { removeCurrent(); });
    connect(undo_, &QPushButton::clicked, this, &EnteredPage::takeBack);
    connect(table_, &QTableWidget::itemSelectionChanged, this, [this] { remove_->setEnabled(chosen() >= 0); });
}

QWidget *EnteredPage::named(const QString &name, QWidget *field)
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *label = roleLabel(QStringLiteral("small"), name, both);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    field->setAccessibleName(name);
    return both;
}

void EnteredPage::write(std::function<Result<bool>(store::Tx &)> job, const QString &words)
{
    shell_.bridge.write<bool>(
        this,
        [job = std::move(job), action = action_](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(action));
            return job(tx);
        },
        [this, words](Result<bool> done) {
            if (!done)
                return fail(done.error());
            error_->clear();
            say(words);
            refresh();
            Q_EMIT entered();
        });
}

void EnteredPage::takeBack()
{
    shell_.bridge.write<bool>(
        this,
        [action = std::string(action_)](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || last->action != action)
                return false;
            VIGIE_TRY(const auto back, store::Tickets(tx).undoLast());
            return back.undone;
        },
        [this](Result<bool> done) {
            if (!done)
                return fail(done.error());
            error_->clear();
            say(*done ? tr("Taken back.") : tr("Something else was done since: take that back first."));
            refresh();
            Q_EMIT entered();
        });
}

void EnteredPage::fail(const Error &error)
{
    read_ = true;
    error_->setError(error);
    say({});
}

void EnteredPage::refuse(const QString &words)
{
    error_->setMessage(words);
    say({});
}

void EnteredPage::say(const QString &words)
{
    showText(said_, words);
    if (words.isEmpty())
        return;
    said_->setAccessibleName(words);
    QAccessibleEvent said(said_, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void EnteredPage::shown(int rows, bool canUndo)
{
    read_ = true;
    table_->setVisible(rows > 0);
    empty_->setVisible(rows == 0);
    undo_->setEnabled(canUndo);
    remove_->setEnabled(chosen() >= 0);
}

int EnteredPage::chosen() const
{
    const auto items = table_->selectedItems();
    return items.isEmpty() ? -1 : items.front()->row();
}

bool EnteredPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == table_ && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
        if (key->matches(QKeySequence::Undo)) {
            takeBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vigie::ui
