// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/views_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/queue_model.hpp"
#include "ui/inbox/view_editor.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kWidth = 460, kHeight = 420, kNumbered = 9;
}

ViewsDialog::ViewsDialog(Shell &shell, DeskViewId shown, QWidget *parent)
    : QDialog(parent), shell_(shell), shown_(shown), wanted_(shown), list_(new QListWidget(this)),
      empty_(wrappedLabel(QStringLiteral("muted"), tr("No view is saved yet. A view is a filter of the queue with a name: press N to make one."), this)),
      add_(roleButton({}, this)), edit_(roleButton({}, this)), remove_(roleButton(QStringLiteral("danger"), this)), open_(roleButton(QStringLiteral("primary"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Views of the queue"));
    const auto &theme = Theme::of(this);
    resize(sizeInRoom(*this, {theme.scaled(kWidth), theme.scaled(kHeight)}));
    auto *buttons = new QHBoxLayout;
    add_->setText(tr("New..."));
    edit_->setText(tr("Change..."));
    remove_->setText(tr("Remove"));
    open_->setText(tr("Show"));
    for (auto *button : {add_, edit_, remove_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(open_);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("A number opens a view, Alt and an arrow moves it, F2 changes it, Delete removes it."), this));
    layout->addWidget(empty_);
    layout->addWidget(list_, 1);
    layout->addLayout(buttons);
    list_->setAccessibleName(tr("Views of the queue"));
    list_->installEventFilter(this);
    add_->installEventFilter(this);
    connect(list_, &QListWidget::itemActivated, this, [this] { openRow(list_->currentRow()); });
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        for (auto *button : {edit_, remove_, open_})
            button->setEnabled(row >= 0);
    });
    connect(add_, &QPushButton::clicked, this, [this] { edit({}); });
    connect(edit_, &QPushButton::clicked, this, [this] {
        if (current() != nullptr)
            edit(*current());
    });
    connect(remove_, &QPushButton::clicked, this, &ViewsDialog::remove);
    connect(open_, &QPushButton::clicked, this, [this] { openRow(list_->currentRow()); });
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || change.tags || !change.tickets.empty())
            refresh();
    });
    list_->setFocus();
    refresh();
}

const DeskView *ViewsDialog::current() const
{
    const int row = list_->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < views_.size() ? &views_[static_cast<std::size_t>(row)] : nullptr;
}

void ViewsDialog::refresh()
{
    using Views = std::vector<std::pair<DeskView, int>>;
    shell_.bridge.read<Views>(
        this,
        [person = personAtDesk(shell_.bridge)](store::Tx &tx) -> Result<Views> {
            store::DeskViews all(tx);
            VIGIE_TRY(auto views, all.all());
            VIGIE_TRY(const auto counts, all.counts(person));
            Views out;
            for (std::size_t i = 0; i < views.size(); ++i)
                out.emplace_back(std::move(views[i]), counts[i].second);
            return out;
        },
        [this](Result<Views> views) {
            if (views)
                fill(*views);
            else
                shell_.toasts.showError(views.error());
        });
}

void ViewsDialog::fill(const std::vector<std::pair<DeskView, int>> &views)
{
    if (const auto *view = current(); view != nullptr && !wanted_)
        wanted_ = view->id;
    views_.clear();
    list_->clear();
    int row = 0;
    for (const auto &[view, count] : views) {
        const auto held = count < 0 ? tr("its query does not read", "of a saved view, in place of a count") : format::number(count);
        const auto number = list_->count() < kNumbered ? QString::number(list_->count() + 1) + QStringLiteral("   ") : QStringLiteral("     ");
        auto *item = new QListWidgetItem(number + qs(view.name) + QStringLiteral("   (") + held + QLatin1Char(')'), list_);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2 ticket(s)").arg(qs(view.name), held));
        if (view.id == wanted_)
            row = list_->count() - 1;
        views_.push_back(view);
    }
    empty_->setVisible(views_.empty());
    list_->setVisible(!views_.empty());
    list_->setCurrentRow(views_.empty() ? -1 : row);
    wanted_ = {};
    if (views_.empty())
        add_->setFocus();
}

void ViewsDialog::openRow(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= views_.size())
        return;
    Q_EMIT chosen(views_[static_cast<std::size_t>(row)].id);
    accept();
}

void ViewsDialog::decide(std::function<Result<DeskViewId>(store::Tx &)> job, std::function<void(DeskViewId)> done)
{
    shell_.bridge.write<DeskViewId>(
        this,
        [job = std::move(job)](store::Tx &tx) -> Result<DeskViewId> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("view"));
            return job(tx);
        },
        [this, done = std::move(done)](Result<DeskViewId> result) {
            if (!result) {
                shell_.toasts.showError(result.error());
                return;
            }
            wanted_ = *result;
            done(*result);
            refresh();
        });
}

void ViewsDialog::edit(const DeskView &view)
{
    auto *editor = new ViewEditor(shell_, view, this);
    connect(editor, &ViewEditor::saveWanted, this, [this](const DeskView &changed) {
        decide([changed](store::Tx &tx) { return store::DeskViews(tx).save(changed); }, [](DeskViewId) {});
    });
    editor->open();
}

void ViewsDialog::move(int by)
{
    const auto *view = current();
    if (view == nullptr)
        return;
    const int place = std::clamp(list_->currentRow() + by, 0, static_cast<int>(views_.size()) - 1);
    decide(
        [id = view->id, place](store::Tx &tx) -> Result<DeskViewId> {
            VIGIE_CHECK(store::DeskViews(tx).move(id, place));
            return id;
        },
        [](DeskViewId) {});
}

void ViewsDialog::remove()
{
    const auto *view = current();
    if (view == nullptr)
        return;
    decide(
        [id = view->id](store::Tx &tx) -> Result<DeskViewId> {
            VIGIE_CHECK(store::DeskViews(tx).remove(id));
            return id;
        },
        [this, name = qs(view->name)](DeskViewId) { shell_.toasts.showUndo(tr("The view %1 is removed").arg(name), [this] { Q_EMIT undoWanted(); }); });
}

bool ViewsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched != list_ && watched != add_) || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int pressed = key->key();
    if (key->modifiers() == Qt::AltModifier && (pressed == Qt::Key_Up || pressed == Qt::Key_Down)) {
        move(pressed == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (pressed >= Qt::Key_1 && pressed <= Qt::Key_9 && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        openRow(pressed - Qt::Key_1);
        return true;
    }
    switch (pressed) {
    case Qt::Key_N: edit({}); return true;
    case Qt::Key_F2:
        if (current() != nullptr)
            edit(*current());
        return true;
    case Qt::Key_Delete: remove(); return true;
    default: return false;
    }
}

} // namespace vigie::ui
