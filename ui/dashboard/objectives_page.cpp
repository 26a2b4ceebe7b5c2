// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows; how it is put together is in objectives_layout.cpp, what can be done in objectives_changes.cpp.
#include "ui/dashboard/objectives_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/formula_words.hpp"
#include "ui/dashboard/objectives_curve.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/practice_names.hpp>
#include <vigie/app/workspace.hpp>

#include <QEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTreeWidget>

#include <algorithm>

namespace vigie::ui {

using insight::IndicatorStanding;
using insight::ObjectiveStanding;
using insight::ObjectiveState;

namespace {

constexpr int kSoon = 1500, kRowHeight = 26, kObjectiveRole = Qt::UserRole, kIndicatorRole = Qt::UserRole + 1;
enum Column { Name, State, Value, Target, Distance, Owner, Columns };
enum TableColumn { Day, Worth, Low, High, Path, Version, TableColumns };

const ObjectiveStanding *findIn(const std::vector<ObjectiveStanding> &among, ObjectiveId id)
{
    for (const auto &one : among) {
        if (one.objective.id == id)
            return &one;
        if (const auto *below = findIn(one.children, id))
            return below;
    }
    return nullptr;
}

const IndicatorStanding *findIn(const std::vector<ObjectiveStanding> &among, IndicatorId id)
{
    for (const auto &one : among) {
        const auto found = std::find_if(one.indicators.begin(), one.indicators.end(), [id](const IndicatorStanding &standing) { return standing.indicator.id == id; });
        if (found != one.indicators.end())
            return &*found;
        if (const auto *below = findIn(one.children, id))
            return below;
    }
    return nullptr;
}

void listIn(const std::vector<ObjectiveStanding> &among, int depth, std::vector<std::pair<Objective, int>> &out)
{
    for (const auto &one : among) {
        out.emplace_back(one.objective, depth);
        listIn(one.children, depth + 1, out);
    }
}

} // namespace

ObjectivesPage::ObjectivesPage(Shell &shell, QWidget *parent) : PageBody(shell, parent)
{
    build();
    soon_.setSingleShot(true);
    soon_.setInterval(kSoon);
    connect(&soon_, &QTimer::timeout, this, &ObjectivesPage::reload);
    connect(view_, &QTreeWidget::currentItemChanged, this, [this] { chosenChanged(); });
    connect(view_, &QTreeWidget::itemActivated, this, [this] { edit(); });
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        // What the person does here shows at once; what arrives, no more than every now and then.
        if (change.settings || change.queries)
            reload();
        else if ((!change.itemsAdded.empty() || !change.itemsChanged.empty() || !change.matches.empty() || !change.tickets.empty()) && !soon_.isActive())
            soon_.start();
    });
    bridge().whenOpen(this, [this] {
        reload();
        nameInLanguage();
    });
}

void ObjectivesPage::changeEvent(QEvent *event)
{
    PageBody::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameInLanguage();
}

/// What the practice workspace began with is in the language of the window.
void ObjectivesPage::nameInLanguage()
{
    if (bridge().workspace() == nullptr || !bridge().workspace()->isPractice())
        return;
    bridge().write<int>(
        this, [language = FormulaWords::language()](store::Tx &tx) { return app::namePracticeObjectives(tx, language); },
        [this](const Result<int> &named) {
            if (!named)
                error_->setError(named.error());
        });
}

void ObjectivesPage::ask(const PageQuestion & /*question*/)
{
    reload(); // each indicator has days and a query of its own
}

void ObjectivesPage::takeFocus()
{
    if (stack_->currentWidget() == empty_)
        empty_->setFocus(Qt::OtherFocusReason);
    else
        view_->setFocus(Qt::OtherFocusReason);
}

void ObjectivesPage::reload()
{
    const auto number = trees_.next();
    bridge().read<insight::ObjectiveTree>(
        this,
        [workspace = bridge().workspace()](store::Tx &tx) {
            insight::WorkspaceFigures figures(tx, workspace->columns());
            return insight::ObjectiveReader(tx, figures).tree();
        },
        [this, number](const Result<insight::ObjectiveTree> &tree) {
            if (!trees_.is(number))
                return;
            failed_ = !tree;
            if (!tree) {
                error_->setError(tree.error());
                return;
            }
            error_->clear();
            show(*tree);
        });
}

void ObjectivesPage::dress(QTreeWidgetItem *row, ObjectiveState state) const
{
    const auto &colors = Theme::of(this).colors();
    row->setText(State, FormulaWords::sign(state) + QLatin1Char(' ') + FormulaWords::state(state));
    const auto color = state == ObjectiveState::Late ? colors.neg
                       : state == ObjectiveState::AtRisk ? colors.warn
                       : state == ObjectiveState::OnTrack || state == ObjectiveState::Reached ? colors.pos : colors.muted;
    row->setForeground(State, color);
    row->setSizeHint(Name, QSize(0, Theme::of(this).scaled(kRowHeight)));
}

void ObjectivesPage::addRow(QTreeWidgetItem *parent, const IndicatorStanding &one)
{
    auto *row = new QTreeWidgetItem(parent);
    row->setData(Name, kIndicatorRole, static_cast<qlonglong>(one.indicator.id.value));
    row->setText(Name, qs(one.indicator.name));
    dress(row, one.answer.state);
    row->setText(Value, one.wrong ? tr("formula to mend") : FormulaWords::value(one.value.value, one.value.unit));
    row->setText(Target, FormulaWords::target(one));
    row->setText(Distance, FormulaWords::distance(one));
    row->setText(Owner, qs(one.indicator.owner));
    row->setToolTip(Value, FormulaWords::interval(one.value));
    row->setToolTip(State, FormulaWords::rule(one));
    row->setTextAlignment(Value, Qt::AlignRight | Qt::AlignVCenter);
    row->setTextAlignment(Distance, Qt::AlignRight | Qt::AlignVCenter);
    const auto curious = one.isCuriosity() ? tr(", a curiosity: it serves no objective") : QString();
    row->setData(Name, Qt::AccessibleTextRole,
                 tr("%1: %2, %3, %4", "an indicator: its value, its target, its state")
                         .arg(qs(one.indicator.name), FormulaWords::value(one.value.value, one.value.unit), FormulaWords::target(one), FormulaWords::state(one.answer.state))
                     + curious);
}

void ObjectivesPage::addRows(QTreeWidgetItem *parent, const std::vector<ObjectiveStanding> &objectives)
{
    for (const auto &one : objectives) {
        auto *row = new QTreeWidgetItem(parent);
        row->setData(Name, kObjectiveRole, static_cast<qlonglong>(one.objective.id.value));
        row->setText(Name, qs(one.objective.name));
        row->setFont(Name, Theme::of(this).font(TextSize::Body, QFont::DemiBold));
        dress(row, one.state);
        row->setText(Target, one.objective.due ? tr("by %1", "a day").arg(FormulaWords::day(*one.objective.due)) : QString());
        row->setText(Owner, qs(one.objective.owner));
        row->setData(Name, Qt::AccessibleTextRole, tr("Objective %1: %2", "its name, its state").arg(qs(one.objective.name), FormulaWords::state(one.state)));
        for (const auto &indicator : one.indicators)
            addRow(row, indicator);
        addRows(row, one.children);
    }
}

void ObjectivesPage::show(const insight::ObjectiveTree &tree)
{
    const auto before = wanted_ == Chosen{} ? chosen() : wanted_;
    tree_ = tree;
    filling_ = true;
    {
        const QSignalBlocker quiet(view_);
        view_->clear();
        addRows(view_->invisibleRootItem(), tree.objectives);
        if (!tree.curiosities.empty()) {
            auto *row = new QTreeWidgetItem(view_);
            row->setText(Name, tr("Curiosities: they serve no objective"));
            row->setForeground(Name, Theme::of(this).colors().warn);
            for (const auto &one : tree.curiosities)
                addRow(row, one);
        }
        view_->expandAll();
        for (int column = State; column + 1 < Columns; ++column) { // the last takes what is left
            view_->resizeColumnToContents(column);
            view_->setColumnWidth(column, view_->columnWidth(column) + Theme::of(this).scaled(kGap)); // figures end where words begin
        }
    }
    const bool nothing = tree.objectives.empty() && tree.curiosities.empty();
    stack_->setCurrentIndex(nothing ? stack_->indexOf(empty_) : 0);
    if (before.indicator)
        choose(before.indicator);
    else if (before.objective)
        choose(before.objective);
    if (view_->currentItem() == nullptr && view_->topLevelItemCount() > 0)
        view_->setCurrentItem(view_->topLevelItem(0)->childCount() > 0 ? view_->topLevelItem(0)->child(0) : view_->topLevelItem(0));
    filling_ = false;
    chosenChanged();
}

void ObjectivesPage::choose(IndicatorId id)
{
    wanted_ = {{}, id};
    for (QTreeWidgetItemIterator it(view_); *it != nullptr; ++it)
        if ((*it)->data(Name, kIndicatorRole).toLongLong() == id.value)
            return view_->setCurrentItem(*it);
}

void ObjectivesPage::choose(ObjectiveId id)
{
    wanted_ = {id, {}};
    for (QTreeWidgetItemIterator it(view_); *it != nullptr; ++it)
        if ((*it)->data(Name, kObjectiveRole).toLongLong() == id.value)
            return view_->setCurrentItem(*it);
}

ObjectivesPage::Chosen ObjectivesPage::chosen() const
{
    const auto *row = view_->currentItem();
    if (row == nullptr)
        return {};
    return {ObjectiveId{row->data(Name, kObjectiveRole).toLongLong()}, IndicatorId{row->data(Name, kIndicatorRole).toLongLong()}};
}

const ObjectiveStanding *ObjectivesPage::find(ObjectiveId id) const
{
    return tree_ && id ? findIn(tree_->objectives, id) : nullptr;
}

const IndicatorStanding *ObjectivesPage::find(IndicatorId id) const
{
    if (!tree_ || !id)
        return nullptr;
    const auto found = std::find_if(tree_->curiosities.begin(), tree_->curiosities.end(), [id](const IndicatorStanding &one) { return one.indicator.id == id; });
    return found != tree_->curiosities.end() ? &*found : findIn(tree_->objectives, id);
}

std::vector<std::pair<Objective, int>> ObjectivesPage::objectives() const
{
    std::vector<std::pair<Objective, int>> out;
    if (tree_)
        listIn(tree_->objectives, 0, out);
    return out;
}

void ObjectivesPage::chosenChanged()
{
    if (filling_ || !tree_)
        return;
    const auto now = chosen();
    wanted_ = now;
    const auto *indicator = find(now.indicator);
    actionsBox_->setVisible(indicator != nullptr);
    if (indicator == nullptr) {
        (void)curves_.next();
        curve_->clear();
        table_->setRowCount(0);
        const auto *objective = find(now.objective);
        showObjective(objective != nullptr ? *objective : ObjectiveStanding{});
        return;
    }
    name_->setText(qs(indicator->indicator.name));
    const auto between = FormulaWords::interval(indicator->value);
    const auto worth = FormulaWords::value(indicator->value.value, indicator->value.unit);
    value_->setText(between.isEmpty() ? worth : tr("%1, %2", "a value, its interval").arg(worth, between));
    value_->setToolTip(FormulaWords::method(indicator->value.method));
    const auto distance = FormulaWords::distance(*indicator);
    showText(target_, distance.isEmpty() ? FormulaWords::target(*indicator) : tr("%1; %2", "a target; the distance to it").arg(FormulaWords::target(*indicator), distance));
    showText(rule_, FormulaWords::rule(*indicator));
    showText(formula_, qs(indicator->indicator.formula));
    auto note = FormulaWords::span(indicator->indicator.span);
    if (indicator->isCuriosity())
        note += QStringLiteral(". ") + tr("A curiosity: it serves no objective. Give it one, or let it go.");
    showText(notes_, note);
    askCurve();
}

void ObjectivesPage::showObjective(const ObjectiveStanding &one)
{
    name_->setText(qs(one.objective.name));
    value_->setText(one.objective.id ? FormulaWords::sign(one.state) + QLatin1Char(' ') + FormulaWords::state(one.state) : QString());
    value_->setToolTip({});
    showText(target_, one.objective.due ? tr("by %1", "a day").arg(FormulaWords::day(*one.objective.due)) : QString());
    showText(rule_, one.objective.id ? tr("The state of an objective is the worst of its indicators and of what stands under it.") : QString());
    showText(formula_, {});
    showText(notes_, qs(one.objective.note));
}

void ObjectivesPage::askCurve()
{
    const auto number = curves_.next();
    bridge().read<insight::IndicatorCurve>(
        this,
        [id = chosen().indicator, workspace = bridge().workspace()](store::Tx &tx) {
            insight::WorkspaceFigures figures(tx, workspace->columns());
            return insight::ObjectiveReader(tx, figures).curve(id);
        },
        [this, number](const Result<insight::IndicatorCurve> &curve) {
            if (!curves_.is(number))
                return;
            if (!curve) {
                error_->setError(curve.error());
                return;
            }
            showCurve(*curve);
        });
}

void ObjectivesPage::showCurve(const insight::IndicatorCurve &curve)
{
    curve_->setCurve(curve);
    fillTable(curve);
    const int row = actions_->currentRow();
    actions_->clear();
    for (const auto &action : curve.actions) {
        const auto when = action.gone ? tr("deleted since") : action.day ? FormulaWords::day(*action.day) : tr("no day yet");
        auto *item = new QListWidgetItem(tr("%1: %2 (%3)", "kind of action, its name, its day").arg(FormulaWords::action(action.kind), qs(action.name).simplified(), when), actions_);
        item->setData(Qt::UserRole, static_cast<qlonglong>(action.id.value));
    }
    actions_->setCurrentRow(std::min(std::max(row, 0), actions_->count() - 1));
    noActions_->setVisible(actions_->count() == 0);
    if (curve.versions.size() > 1) {
        const auto &earlier = curve.versions[curve.versions.size() - 2];
        showText(notes_, tr("Version %1 of the formula since %2; before: %3. What earlier ones gave stays, dotted.")
                             .arg(curve.standing.indicator.version).arg(format::date(curve.versions.back().since, bridge().zone()), qs(earlier.formula)));
    }
}

void ObjectivesPage::fillTable(const insight::IndicatorCurve &curve)
{
    auto all = curve.earlier;
    all.insert(all.end(), curve.points.begin(), curve.points.end());
    const auto &unit = curve.standing.value.unit;
    table_->setRowCount(static_cast<int>(all.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto &point = all[static_cast<std::size_t>(row)];
        const auto set = [&](int column, const QString &text) {
            auto *cell = new QTableWidgetItem(text);
            cell->setTextAlignment(column == Day ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
            table_->setItem(row, column, cell);
        };
        const auto path = insight::pathAt(curve.standing.path, point.day);
        set(Day, FormulaWords::day(point.day));
        set(Worth, FormulaWords::value(point.value, unit));
        set(Low, point.interval ? FormulaWords::value(point.interval->low, unit) : QString());
        set(High, point.interval ? FormulaWords::value(point.interval->high, unit) : QString());
        set(Path, path ? FormulaWords::value(*path, unit) : QString());
        set(Version, QString::number(point.version));
    }
}

} // namespace vigie::ui
