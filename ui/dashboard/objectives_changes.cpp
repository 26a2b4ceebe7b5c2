// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page of objectives. Every change is one step, and its toast takes it back.
#include "ui/bridge/text.hpp"
#include "ui/dashboard/objectives_curve.hpp"
#include "ui/dashboard/objectives_dialogs.hpp"
#include "ui/dashboard/objectives_page.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QListWidget>

#include <algorithm>

namespace vigie::ui {

void ObjectivesPage::tellChange(const QString &words, store::ObjectiveStepId step)
{
    shell().toasts.showUndo(words, [page = QPointer<ObjectivesPage>(this), step] {
        if (page)
            page->takeBack(step);
    });
}

void ObjectivesPage::change(const QString &words, std::function<Result<void>(store::Objectives &)> work, const std::string &action)
{
    bridge().write<store::ObjectiveStepId>(
        this,
        [work = std::move(work), action](store::Tx &tx) -> Result<store::ObjectiveStepId> {
            store::Objectives objectives(tx);
            VIGIE_TRY(const auto step, objectives.begin(action));
            VIGIE_CHECK(work(objectives));
            return step;
        },
        [this, words](const Result<store::ObjectiveStepId> &step) {
            if (!step) {
                error_->setError(step.error());
                return;
            }
            error_->clear();
            tellChange(words, *step);
        });
}

void ObjectivesPage::takeBack(std::optional<store::ObjectiveStepId> step)
{
    bridge().write<std::string>(
        this, [step](store::Tx &tx) { return store::Objectives(tx).undo(step); },
        [this](const Result<std::string> &action) {
            if (!action)
                shell().toasts.showError(action.error());
            else
                shell().toasts.show(action->empty() ? tr("There is nothing to take back here.") : tr("Taken back."));
        });
}

void ObjectivesPage::undo()
{
    takeBack(std::nullopt);
}

void ObjectivesPage::addObjective()
{
    Objective objective;
    const auto now = chosen();
    if (const auto *indicator = find(now.indicator))
        objective.parent = indicator->indicator.objective;
    else
        objective.parent = now.objective;
    objective.owner = bridge().person();
    if (objective.parent && find(objective.parent) == nullptr)
        objective.parent = {};
    auto *dialog = new ObjectiveDialog(shell(), objective, tree_ ? tree_->today : 0, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ObjectiveDialog::saved, this, [this](ObjectiveId id, store::ObjectiveStepId step) {
        wanted_ = {id, {}};
        reload(); // a tree that was read before the change must not choose another row
        tellChange(tr("Objective added."), step);
    });
    dialog->open();
}

void ObjectivesPage::addIndicator()
{
    Indicator indicator;
    const auto now = chosen();
    const auto *standing = find(now.indicator);
    indicator.objective = standing != nullptr ? standing->indicator.objective : now.objective;
    indicator.owner = bridge().person();
    auto *dialog = new IndicatorDialog(shell(), indicator, {}, objectives(), tree_ ? tree_->today : 0, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IndicatorDialog::saved, this, [this](IndicatorId id, store::ObjectiveStepId step) {
        wanted_ = {{}, id};
        reload();
        tellChange(tr("Indicator added."), step);
    });
    dialog->open();
}

void ObjectivesPage::edit()
{
    const auto now = chosen();
    if (const auto *indicator = find(now.indicator)) {
        auto *dialog = new IndicatorDialog(shell(), indicator->indicator, indicator->value.unit, objectives(), tree_->today, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &IndicatorDialog::saved, this, [this](IndicatorId, store::ObjectiveStepId step) { tellChange(tr("Indicator changed."), step); });
        dialog->open();
    } else if (const auto *objective = find(now.objective)) {
        auto *dialog = new ObjectiveDialog(shell(), objective->objective, tree_->today, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ObjectiveDialog::saved, this, [this](ObjectiveId, store::ObjectiveStepId step) { tellChange(tr("Objective changed."), step); });
        dialog->open();
    }
}

void ObjectivesPage::remove()
{
    const auto now = chosen();
    if (now.indicator)
        change(tr("Indicator removed."), [id = now.indicator](store::Objectives &all) { return all.remove(id); }, "remove");
    else if (now.objective)
        change(tr("Objective removed, with what stood under it."), [id = now.objective](store::Objectives &all) { return all.remove(id); }, "remove");
}

void ObjectivesPage::moveBy(int places)
{
    const auto now = chosen();
    int place = 0; // among its neighbours
    if (const auto *indicator = find(now.indicator)) {
        const auto *above = find(indicator->indicator.objective);
        const auto &neighbours = above != nullptr ? above->indicators : tree_->curiosities;
        while (neighbours[static_cast<std::size_t>(place)].indicator.id != now.indicator)
            ++place;
        place += places;
        if (place >= 0 && place < static_cast<int>(neighbours.size()))
            change(tr("Indicator moved."), [id = now.indicator, parent = indicator->indicator.objective, place](store::Objectives &all) { return all.move(id, parent, place); }, "move");
    } else if (const auto *objective = find(now.objective)) {
        const auto *above = find(objective->objective.parent);
        const auto &neighbours = above != nullptr ? above->children : tree_->objectives;
        while (neighbours[static_cast<std::size_t>(place)].objective.id != now.objective)
            ++place;
        place += places;
        if (place >= 0 && place < static_cast<int>(neighbours.size()))
            change(tr("Objective moved."), [id = now.objective, parent = objective->objective.parent, place](store::Objectives &all) { return all.move(id, parent, place); }, "move");
    }
}

void ObjectivesPage::moveInOut(bool in)
{
    constexpr int kLast = 1'000'000;
    const auto now = chosen();
    const auto *objective = find(now.objective);
    if (objective == nullptr)
        return;
    ObjectiveId parent;
    if (in) { // its elder neighbour
        int best = -1;
        for (const auto &[one, depth] : objectives())
            if (one.parent == objective->objective.parent && one.position < objective->objective.position && one.position > best) {
                best = one.position;
                parent = one.id;
            }
        if (!parent)
            return;
    } else {
        const auto *above = find(objective->objective.parent);
        if (above == nullptr)
            return;
        parent = above->objective.parent;
    }
    change(tr("Objective moved."), [id = now.objective, parent](store::Objectives &all) { return all.move(id, parent, kLast); }, "move");
}

void ObjectivesPage::link()
{
    const auto now = chosen();
    if (find(now.indicator) == nullptr) {
        shell().toasts.show(tr("Actions are linked to indicators: choose one."));
        return;
    }
    auto *dialog = new ActionDialog(shell(), now.indicator, tree_->today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ActionDialog::saved, this, [this](store::ObjectiveStepId step) { tellChange(tr("Action linked."), step); });
    dialog->open();
}

void ObjectivesPage::unlink()
{
    const auto *row = actions_->currentItem();
    if (row == nullptr)
        return;
    change(tr("Action taken off."), [id = IndicatorActionId{row->data(Qt::UserRole).toLongLong()}](store::Objectives &all) { return all.unlink(id); }, "unlink");
}

} // namespace vigie::ui
