// SPDX-License-Identifier: GPL-3.0-or-later
// Views of one's own, the tree of tags, pins, and deciding over a whole view at once.
#include "ui/inbox/inbox_panel.hpp"

#include "ui/command/registry.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/tag_tree.hpp"
#include "ui/inbox/views_dialog.hpp"

namespace vigie::ui {

namespace {
constexpr int kNumberedViews = 9;
}

void InboxPanel::addTriage(CommandRegistry &commands)
{
    const auto add = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, std::function<void()> run,
                         std::function<bool()> when = {}) {
        commands.add({QStringLiteral("inbox.") + QLatin1String(verb), std::move(text), QLatin1String(icon), keys, this, std::move(run), std::move(when)});
    };
    add("views", [] { return tr("Views of the queue..."); }, "filter", {Qt::Key_V}, [this] { showViews(); });
    add("tags", [] { return tr("Tags in order..."); }, "tag", {QKeySequence(Qt::SHIFT | Qt::Key_T)}, [this] { showTags(); });
    add("selectAll", [] { return tr("Select every ticket of the view"); }, "done", {QKeySequence(Qt::CTRL | Qt::Key_A)}, [this] { queue_->selectAll(); });
    add("pin", [] { return tr("Pin: this ticket belongs to the front"); }, "star", {Qt::Key_Asterisk}, [this] { actions_->togglePin(); }, [this] { return hasTicket(); });
    for (int number = 1; number <= kNumberedViews; ++number)
        commands.add({QStringLiteral("inbox.view%1").arg(number), [number] { return tr("Show view %1").arg(number); }, QStringLiteral("filter"),
                      {QKeySequence(static_cast<int>(Qt::ALT) | (static_cast<int>(Qt::Key_0) + number))}, this, [this, number] { showView(number); }, {}, true, false});
}

void InboxPanel::showViews()
{
    auto *dialog = new ViewsDialog(shell(), queue_->saved(), this);
    connect(dialog, &ViewsDialog::chosen, queue_, &QueuePane::setSaved);
    connect(dialog, &ViewsDialog::undoWanted, actions_, &DeskActions::undo);
    connect(dialog, &QDialog::finished, this, [this] {
        window()->activateWindow();
        backToQueue();
    });
    dialog->open();
}

void InboxPanel::showTags()
{
    auto *dialog = new TagTree(shell(), this);
    connect(dialog, &TagTree::undoWanted, actions_, &DeskActions::undo);
    connect(dialog, &QDialog::finished, this, [this] {
        window()->activateWindow();
        backToQueue();
    });
    dialog->open();
}

void InboxPanel::showView(int number)
{
    const auto &saved = queue_->model().counts().saved;
    if (static_cast<std::size_t>(number) <= saved.size())
        queue_->setSaved(saved[static_cast<std::size_t>(number) - 1].first.id);
}

} // namespace vigie::ui
