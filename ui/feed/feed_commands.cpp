// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the feed with its keys, and the menus and buttons made from them.
#include "ui/feed/feed_panel.hpp"

#include "ui/command/registry.hpp"
#include "ui/evidence/keep.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/shelf_reading.hpp"
#include "ui/query/query_examples_box.hpp"

#include <QMenu>
#include <QToolButton>

#include <utility>

namespace vigie::ui {

void FeedPanel::registerCommands(CommandRegistry &commands)
{
    const auto add = [this, &commands](const char *name, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys,
                                       std::function<void()> run, std::function<bool()> when) {
        commands.add({QStringLiteral("feed.") + QLatin1String(name), std::move(text), QLatin1String(icon), keys, this, std::move(run), std::move(when)});
    };
    const auto key = [](const char *text) { return QKeySequence(QLatin1String(text)); };
    const auto column = [this] { return active_ != nullptr && !onShelf_ && !isEditing(); };
    const auto inRow = [this, column] { return column() && !active_->isDetached(); };
    const auto lane = [this] { return (active_ != nullptr || onShelf_) && !isEditing(); };
    const auto shown = [this] { return shownCard() != nullptr; };
    const auto mention = [this] { return card() != nullptr; };
    const auto step = [this](int by) {
        if (onShelf_)
            return shelf_->step(by);
        active_->takeFocus();
        active_->view().step(by);
    };
    // moving
    add("next", [] { return tr("Next mention"); }, "arrow-down", {key("J")}, [step] { step(1); }, lane);
    add("previous", [] { return tr("Previous mention"); }, "arrow-up", {key("K")}, [step] { step(-1); }, lane);
    add("left", [] { return tr("Column on the left"); }, "chevron-left", {key("H")}, [this] { sideways(-1); }, lane);
    add("right", [] { return tr("Column on the right"); }, "chevron-right", {key("L")}, [this] { sideways(1); }, lane);
    add("read", [] { return tr("Into the reading pane"); }, "eye", {}, [this] { onShelf_ ? shelfPane_->focusText() : pane_->focusText(); }, shown);
    add("nextUnread", [] { return tr("Next unread mention, in any column"); }, "arrow-up", {key("U")}, [this] { goToUnread(); }, [this] { return active_ != nullptr && !isEditing(); });
    add("showNew", [] { return tr("Show what is new"); }, "arrow-up", {key("N")}, [this] { active_->showNew(); },
        [this] { return active_ != nullptr && !onShelf_ && active_->model().pendingCount() > 0; });
    add("markRead", [] { return tr("Mark the column as read"); }, "done", {key("Shift+R")}, [this] { markAllRead(); }, column);
    // with the mention
    add("toInbox", [] { return tr("To inbox"); }, "inbox", {key("I")}, [this] { toInbox(); }, mention);
    const auto relay = [this] { return card() != nullptr && card()->row.relay; };
    add("toInboxItself", [] { return tr("To inbox: this relay, not its original"); }, "inbox", {key("Shift+I")}, [this] { toInbox(true); }, relay);
    add("openOriginal", [] { return tr("Show the original"); }, "open", {key("Shift+O")}, [this] { openOriginal(); }, relay);
    add("notARelay", [] { return tr("Not a relay"); }, "ignore", {key("Shift+X")}, [this] { notARelay(); }, relay);
    add("join", [this] { return joining_ ? tr("It relays this mention: join %1").arg(joiningName_) : tr("Join to an original…"); }, "link", {key("Shift+J")}, [this] { join(); }, mention);
    add("tag", [] { return tr("Tag"); }, "tag", {key("T")}, [this] { pane_->focusTag(); }, mention);
    add("open", [] { return tr("Open on network"); }, "open", {key("O")}, [this] { openOnNetwork(); }, shown);
    add("copyLink", [] { return tr("Copy link"); }, "link", {key("Y")}, [this] { copyLink(); }, shown);
    add("copyText", [] { return tr("Copy text"); }, "copy", {key("C")}, [this] { copyText(); }, mention);
    add("keep", [] { return tr("Keep as evidence"); }, "lock", {key("P")}, [this] { keepAsEvidence(shell(), this, pane_->item()); }, mention);
    const auto inColumn = [this] { return card() != nullptr && active_ != nullptr; };
    const auto learns = [this] { return active_ != nullptr && !onShelf_ && !isEditing() && !active_->model().query().deskDependent; };
    add("notAboutUs", [] { return tr("Not about us"); }, "ignore", {key("X")}, [this] { markRelevance(false); }, inColumn);
    add("aboutUs", [] { return tr("About us"); }, "target", {key("B")}, [this] { markRelevance(true); }, [inColumn, learns] { return inColumn() && learns(); });
    const auto example = [this](bool mustMatch) { keepExample(shell(), this, active_->id(), pane_->item(), mustMatch); };
    add("mustFind", [] { return tr("Example: the query of the column must find it"); }, "test", {key("M")}, [example] { example(true); }, inColumn);
    add("mustNotFind", [] { return tr("Example: the query of the column must not find it"); }, "test", {key("Shift+M")}, [example] { example(false); }, inColumn);
    add("tonePositive", [] { return tr("Tone: positive"); }, "chevron-up", {key("+")}, [this] { setTone(1); }, mention);
    add("toneNeutral", [] { return tr("Tone: neutral"); }, "target", {key("0")}, [this] { setTone(0); }, mention);
    add("toneNegative", [] { return tr("Tone: negative"); }, "chevron-down", {key("-")}, [this] { setTone(-1); }, mention);
    add("undo", [] { return tr("Take back the last action"); }, "undo", {key("Z"), QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { undo(); },
        [this] { return !isEditing(); });
    // with the column
    add("newColumn", [] { return tr("New column"); }, "add", {key("A")}, [this] { newColumn(); }, [this] { return !isEditing(); });
    add("editColumn", [] { return tr("Edit the column"); }, "edit", {key("E")}, [this] { editColumn(); }, column);
    add("moveLeft", [] { return tr("Move the column to the left"); }, "chevron-left", {QKeySequence(Qt::ALT | Qt::Key_Left)}, [this] { moveColumn(-1); }, column);
    add("moveRight", [] { return tr("Move the column to the right"); }, "chevron-right", {QKeySequence(Qt::ALT | Qt::Key_Right)}, [this] { moveColumn(1); }, column);
    add("turnOrder", [this] { return active_ != nullptr && !active_->model().query().newestFirst ? tr("Newest first") : tr("Oldest first"); }, "sort", {key("S")},
        [this] { turnOrder(); }, column);
    add("gather", [this] { return active_ != nullptr && active_->model().gathered() ? tr("Show every relay") : tr("Gather relays behind their original"); }, "sort", {key("W")},
        [this] { gather(); }, [this] { return active_ != nullptr && !isEditing() && !active_->model().query().deskDependent; });
    add("aside", [this] { return active_ != nullptr && active_->model().aside() ? tr("Back to the column") : tr("Show what is kept aside"); }, "ignore", {key("Shift+B")},
        [this] { showAside(); }, learns);
    add("filter", [] { return tr("About us or not: what this column learned…"); }, "filter", {key("F")}, [this] { askFilter(); }, learns);
    add("coverage", [] { return tr("Coverage and gaps"); }, "gap", {key("G")}, [this] { active_->showCoverage(); }, column);
    add("narrower", [] { return tr("Make the column narrower"); }, "chevron-left", {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left)}, [this] { widen(-Column::kWidthStep); }, inRow);
    add("wider", [] { return tr("Make the column wider"); }, "chevron-right", {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}, [this] { widen(Column::kWidthStep); }, inRow);
    add("usualWidth", [] { return tr("As wide as the others"); }, "column", {}, [this] { widen(0); }, [this, inRow] { return inRow() && active_->columnWidth() > 0; });
    add("detach", [this] { return active_ != nullptr && active_->isDetached() ? tr("Put the column back") : tr("Column in its own window"); }, "column", {key("D")},
        [this] { turnDetached(); }, column);
    add("closeColumn", [] { return tr("Close the column"); }, "close", {QKeySequence(Qt::CTRL | Qt::Key_W)}, [this] { closeColumn(); }, column);
    add("openColumn", [] { return tr("Open a saved query as a column…"); }, "column", {key("Shift+A")}, [this] { offerClosed(); }, [this] { return !isEditing(); });
    for (int number = 1; number <= 9; ++number)
        add(qPrintable(QStringLiteral("column%1").arg(number)), [number] { return tr("Go to column %1").arg(number); }, "column",
            {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number))}, [this, number] { goToNumber(number); },
            [this, number] { return !isEditing() && number <= static_cast<int>(columns_.size()); });
    add("deleteColumn", [] { return tr("Delete the column"); }, "delete", {QKeySequence(Qt::SHIFT | Qt::Key_Delete)}, [this] { removeColumn(active_->id()); },
        column);

    registerTrends(commands);

    columnMenu_ = commands.menu({QStringLiteral("feed.editColumn"), QStringLiteral("feed.trends"), QStringLiteral("feed.turnOrder"), QStringLiteral("feed.gather"), QStringLiteral("feed.aside"), QStringLiteral("feed.filter"), QStringLiteral("feed.markRead"), QStringLiteral("feed.coverage"),
                                 QString(), QStringLiteral("feed.moveLeft"), QStringLiteral("feed.moveRight"), QStringLiteral("feed.wider"), QStringLiteral("feed.narrower"),
                                 QStringLiteral("feed.usualWidth"), QStringLiteral("feed.detach"), QString(), QStringLiteral("feed.newColumn"), QStringLiteral("feed.openColumn"),
                                 QStringLiteral("feed.closeColumn"), QStringLiteral("feed.deleteColumn")},
                                this);
    for (auto *made : columns_)
        made->menuButton().setMenu(columnMenu_);
    pane_->addActions({QStringLiteral("feed.toInbox"), QStringLiteral("feed.tag"), QStringLiteral("feed.open"), QStringLiteral("feed.copyLink"),
                       QStringLiteral("feed.copyText"), QStringLiteral("feed.keep"), QStringLiteral("feed.notAboutUs"), QStringLiteral("feed.aboutUs"), QStringLiteral("feed.tonePositive"), QStringLiteral("feed.toneNeutral"),
                       QStringLiteral("feed.toneNegative")});
    shelfPane_->addActions({QStringLiteral("feed.open"), QStringLiteral("feed.copyLink")});
    // What may be done depends on whether a mention is shown; buttons are asked again when that turns.
    connect(pane_, &ReadingPane::shown, this, [this] {
        if (!std::exchange(hadCard_, true))
            refreshCommands();
    });
}

} // namespace vigie::ui
