// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the pages of the dashboard: arranged, made, renamed, removed, taken back; and the commands for it.
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/dashboard/add_tile_dialog.hpp"
#include "ui/dashboard/behind_pane.hpp"
#include "ui/dashboard/board_head.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/numbers/numbers_dialog.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/boards.hpp>

#include <QComboBox>
#include <QInputDialog>
#include <QListWidget>

#include <algorithm>

namespace vigie::ui {

void DashboardPanel::change(const Board &after)
{
    const auto *before = board();
    if (before == nullptr || *before == after)
        return;
    carryOut({*before, after}, true);
}

void DashboardPanel::carryOut(const BoardStep &step, bool remember)
{
    // On the screen at once, and on the disk a moment later; pages as they were before do not come back over it.
    if (loading_) {
        boardsGeneration_.next();
        loading_ = false;
        outdated_ = true;
    }
    if (step.before && step.after) {
        for (auto &one : boards_)
            if (one.id == step.after->id)
                one = *step.after;
        showPage(step.after->id);
    }
    // Steps are in the order in which they were done; a new page has its number only when it is kept.
    if (remember && (step.before || step.move))
        steps_.did(step);
    if (step.move)
        return carryMove(*step.move);
    ++writing_;
    bridge().write<BoardId>(
        this,
        [step](store::Tx &tx) -> Result<BoardId> {
            store::Boards boards(tx);
            if (step.after)
                return boards.save(*step.after);
            VIGIE_CHECK(boards.remove(step.before->id));
            return BoardId{};
        },
        [this, step, remember](Result<BoardId> id) {
            --writing_;
            if (!id) {
                shell().toasts.show(errorSentence(id.error()));
                loadBoards();
                return;
            }
            auto done = step;
            if (done.after)
                done.after->id = *id;
            if (remember && !step.before)
                steps_.did(done);
            kept(done, *id);
            if (outdated_ && !loading_ && writing_ == 0)
                loadBoards();
        });
}

void DashboardPanel::kept(const BoardStep &step, BoardId id)
{
    if (step.before && step.after)
        return;
    if (step.after) { // made, or back again
        wanted_ = current_ = id;
    } else if (current_ == step.before->id) {
        current_ = {};
    }
    loadBoards();
}

void DashboardPanel::setEditing(bool editing)
{
    view_->setEditing(editing);
    add_->setVisible(editing);
    const QSignalBlocker quiet(edit_);
    edit_->setChecked(editing);
    retranslate();
    if (editing)
        view_->focusFirst();
}

void DashboardPanel::addTile()
{
    const auto *now = board();
    if (now == nullptr || now->kind != BoardKind::Tiles)
        return;
    auto *dialog = new AddTileDialog(this);
    connect(dialog, &AddTileDialog::chosen, this, [this](const BoardTile &tile) {
        if (const auto *page = board(); page != nullptr && page->kind == BoardKind::Tiles) {
            auto after = *page;
            after.tiles = insight::with(after.tiles, tile);
            change(after);
            shell().toasts.show(tr("%1 is on the page").arg(TileWords::title(tile)));
        }
    });
    dialog->open();
}

void DashboardPanel::newPage()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New page"));
    dialog->setLabelText(tr("Name of the page"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (name.trimmed().isEmpty())
            return;
        Board made;
        made.name = utf8(name.trimmed());
        if (const auto *now = board())
            made.choice = now->choice;
        carryOut({std::nullopt, made}, true);
    });
    dialog->open();
}

void DashboardPanel::renamePage()
{
    const auto *now = board();
    if (now == nullptr)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the page"));
    dialog->setLabelText(tr("Name of the page"));
    dialog->setTextValue(TileWords::page(*now));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = now->id](const QString &name) {
        if (const auto *page = board(); page != nullptr && page->id == id && !name.trimmed().isEmpty()) {
            auto after = *page;
            after.name = utf8(name.trimmed());
            change(after);
        }
    });
    dialog->open();
}

void DashboardPanel::removePage()
{
    const auto *now = board();
    if (now == nullptr)
        return;
    if (boards_.size() < 2) {
        shell().toasts.show(tr("This is the only page: it stays. Take its tiles off, or make another first."));
        return;
    }
    const auto name = TileWords::page(*now);
    carryOut({*now, std::nullopt}, true);
    shell().toasts.showUndo(tr("%1 was removed").arg(name), [this] {
        if (steps_.canUndo())
            carryOut(steps_.undo(), false);
    });
}

void DashboardPanel::movePage(BoardId id, int place)
{
    const auto found = std::find_if(boards_.begin(), boards_.end(), [id](const Board &one) { return one.id == id; });
    const auto from = static_cast<int>(found - boards_.begin());
    if (found == boards_.end() || from == place || place < 0 || place >= static_cast<int>(boards_.size()))
        return;
    carryOut({std::nullopt, std::nullopt, BoardStep::Move{id, from, place}}, true);
}

void DashboardPanel::carryMove(const BoardStep::Move &move)
{
    ++writing_;
    bridge().write<int>(
        this,
        [move](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(store::Boards(tx).move(move.page, move.to));
            return 1;
        },
        [this](Result<int> moved) {
            --writing_;
            if (!moved)
                shell().toasts.show(errorSentence(moved.error()));
            loadBoards();
        });
}

void DashboardPanel::registerCommands(CommandRegistry &commands)
{
    registerAsking(commands);
    registerPages(commands);
    registerTones(commands);
    const QString here = QStringLiteral("dashboard.");
    QStringList menu;
    for (const auto *name : {"newPage", "renamePage", "removePage", "pageLeft", "pageRight", "undo", "redo", "", "numbers", "learnTones", "forgetTones", "recallTones"})
        menu << (*name == 0 ? QString() : here + QLatin1String(name));
    page_->setMenu(commands.menu(menu, page_));
}

void DashboardPanel::enterNumbers(const std::string &figure)
{
    const auto *kind = OwnNumbers::of(figure);
    auto *dialog = new NumbersDialog(shell(), kind != nullptr ? kind->kind : OwnNumbers::all().front().kind, this);
    connect(dialog, &NumbersDialog::entered, this, &DashboardPanel::reload);
    dialog->open();
}

namespace {

class Adder {
public:
    Adder(CommandRegistry &commands, QWidget *context) : commands_(commands), context_(context) {}
    void operator()(const char *id, std::function<QString()> text, const char *icon, QList<QKeySequence> keys, std::function<void()> run, std::function<bool()> when = {})
    {
        commands_.add({QString::fromLatin1(id), std::move(text), QString::fromLatin1(icon), std::move(keys), context_, std::move(run), std::move(when)});
    }

private:
    CommandRegistry &commands_;
    QWidget *context_;
};

} // namespace

void DashboardPanel::registerAsking(CommandRegistry &commands)
{
    Adder add(commands, this);
    const auto asked = [this] { return isAsked(); };
    const auto read = [this] { return reading_.has_value(); };
    const auto steps = [this] { return reading_.has_value() && isAsked(); };
    add("dashboard.earlier", [] { return tr("Period before"); }, "chevron-left", {QKeySequence(Qt::Key_P)}, [this] { head_->stepPeriod(reading_->period, -1); }, steps);
    add("dashboard.later", [] { return tr("Period after"); }, "chevron-right", {QKeySequence(Qt::Key_N)}, [this] { head_->stepPeriod(reading_->period, 1); }, steps);
    add("dashboard.week", [] { return tr("Last 7 days"); }, "calendar", {QKeySequence(Qt::Key_7)}, [this] { head_->setSpan(BoardSpan::Days7); }, asked);
    add("dashboard.month", [] { return tr("Last 30 days"); }, "calendar", {QKeySequence(Qt::Key_3)}, [this] { head_->setSpan(BoardSpan::Days30); }, asked);
    add("dashboard.quarter", [] { return tr("Last 90 days"); }, "calendar", {QKeySequence(Qt::Key_9)}, [this] { head_->setSpan(BoardSpan::Days90); }, asked);
    add("dashboard.year", [] { return tr("This year"); }, "calendar", {QKeySequence(Qt::Key_Y)}, [this] { head_->setSpan(BoardSpan::Year); }, asked);
    add("dashboard.compare", [] { return tr("Compare with another period"); }, "history", {QKeySequence(Qt::Key_K)}, [this] { head_->cycleCompare(); }, asked);
    add("dashboard.filter", [] { return tr("Filter by words"); }, "filter", {QKeySequence(Qt::Key_F)}, [this] { head_->focusWords(); }, asked);
    add("dashboard.refresh", [] { return tr("Compute again"); }, "sync", {QKeySequence(Qt::Key_F5)}, [this] { reload(); });
    add("dashboard.relays", [] { return tr("With or without relays"); }, "sort", {QKeySequence(Qt::Key_W)}, [this] { relaysBox()->setCurrentIndex(1 - relaysBox()->currentIndex()); }, asked);
    add("dashboard.coverage", [] { return tr("Coverage and gaps"); }, "gap", {QKeySequence(Qt::Key_G)}, [this] { showCoverage(); }, read);
    add("dashboard.table", [] { return tr("Table behind the chart"); }, "column", {QKeySequence(Qt::Key_T)}, [this] {
        if (auto *card = view_->focusedCard())
            card->toggleTable();
    }, [this] { return view_->focusedCard() != nullptr; });
    add("dashboard.behind", [] { return tr("What is behind the tile"); }, "open", {QKeySequence(Qt::Key_B)}, [this] {
        if (auto *card = view_->focusedCard(); card != nullptr && card->isLoaded() && behind_->isHidden())
            showBehind(behindTile(card->tile(), card->reading(), card->page()));
        if (behind_->isVisible())
            behind_->list()->setFocus(Qt::OtherFocusReason);
    }, [this] { return view_->focusedCard() != nullptr || behind_->isVisible(); });
    add("dashboard.numbers", [] { return tr("Numbers entered by hand: view rates, visits, weights…"); }, "edit", {QKeySequence(Qt::Key_V)}, [this] { enterNumbers(); });
    add("dashboard.report", [] { return tr("Make a report of this page…"); }, "report", {QKeySequence(Qt::SHIFT | Qt::Key_R)}, [this] { makeReport(); }, read);
    add("dashboard.csv", [] { return tr("Export figures as CSV…"); }, "export", {QKeySequence(Qt::Key_C)}, [this] { exportCsv(); }, read);
    add("dashboard.pdf", [] { return tr("Export the page as PDF…"); }, "pdf", {QKeySequence(Qt::Key_R)}, [this] { exportPdf(); }, read);
}

void DashboardPanel::registerPages(CommandRegistry &commands)
{
    Adder add(commands, this);
    const auto tiles = [this] { return board() != nullptr && board()->kind == BoardKind::Tiles; };
    add("dashboard.edit", [] { return tr("Edit the page"); }, "edit", {QKeySequence(Qt::Key_E)}, [this] { setEditing(!view_->isEditing()); }, tiles);
    add("dashboard.add", [] { return tr("Add a figure or a chart"); }, "add", {QKeySequence(Qt::Key_A)}, [this] { addTile(); }, tiles);
    add("dashboard.undo", [] { return tr("Take back the last change of a page"); }, "undo", {QKeySequence(Qt::CTRL | Qt::Key_Z)},
        [this] { carryOut(steps_.undo(), false); }, [this] { return steps_.canUndo(); });
    add("dashboard.redo", [] { return tr("Do it again"); }, "redo", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        [this] { carryOut(steps_.redo(), false); }, [this] { return steps_.canRedo(); });
    add("dashboard.nextPage", [] { return tr("Next page"); }, "chevron-right", {QKeySequence(Qt::CTRL | Qt::Key_PageDown), QKeySequence(Qt::Key_BracketRight)}, [this] { head_->stepPage(1); });
    add("dashboard.previousPage", [] { return tr("Previous page"); }, "chevron-left", {QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::Key_BracketLeft)}, [this] { head_->stepPage(-1); });
    const auto moved = [this](int by) {
        const auto at = std::find_if(boards_.begin(), boards_.end(), [this](const Board &one) { return one.id == current_; }) - boards_.begin();
        movePage(current_, static_cast<int>(at) + by);
    };
    add("dashboard.pageRight", [] { return tr("Move the page to the right"); }, "chevron-right", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown)}, [moved] { moved(1); });
    add("dashboard.pageLeft", [] { return tr("Move the page to the left"); }, "chevron-left", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)}, [moved] { moved(-1); });
    add("dashboard.newPage", [] { return tr("New page…"); }, "add", {QKeySequence(Qt::SHIFT | Qt::Key_N)}, [this] { newPage(); });
    add("dashboard.renamePage", [] { return tr("Rename the page…"); }, "edit", {QKeySequence(Qt::Key_F2)}, [this] { renamePage(); }, [this] { return board() != nullptr; });
    add("dashboard.removePage", [] { return tr("Remove the page"); }, "delete", {QKeySequence(Qt::CTRL | Qt::Key_Delete)}, [this] { removePage(); }, [this] { return board() != nullptr; });
}

} // namespace vigie::ui
