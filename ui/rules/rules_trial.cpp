// SPDX-License-Identifier: GPL-3.0-or-later
// The rule in front played over history, slice by slice, and what rules did.
#include "ui/rules/rules_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/rules/rule_form.hpp"
#include "ui/rules/rule_text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/items.hpp>

#include <QComboBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTableWidget>

#include <unordered_map>

namespace vigie::ui {

namespace {
constexpr int kSlice = 5'000; ///< mentions looked at before others may read
constexpr int kLogLines = 200, kTextLetters = 140;
} // namespace

void RulesPanel::startTrial()
{
    if (!form_->isValid())
        return;
    log_->setChecked(false);
    tried_ = form_->rule();
    trial_ = {};
    since_ = bridge().now() - std::chrono::hours{24} * days_->currentData().toInt();
    trying_ = true;
    try_->setText(tr("Stop"));
    progress_->setValue(0);
    progress_->show();
    check();
    step();
}

void RulesPanel::stopTrial()
{
    if (!trying_)
        return;
    trials_.next();
    trying_ = false;
    try_->setText(tr("Try it on history"));
    progress_->hide();
    showTrial();
    check();
}

void RulesPanel::step()
{
    const auto number = trials_.next();
    bridge().read<desk::RuleTrial>(
        this,
        [rule = tried_, since = since_, so = trial_](store::Tx &tx) mutable -> Result<desk::RuleTrial> {
            VIGIE_CHECK(desk::tryRule(tx, rule, since, kSlice, so));
            return std::move(so);
        },
        [this, number](Result<desk::RuleTrial> result) {
            if (!trials_.is(number))
                return;
            if (!result) {
                stopTrial();
                if (result.error().code != Errc::Cancelled)
                    shell().toasts.showError(result.error());
                return;
            }
            trial_ = std::move(*result);
            progress_->setValue(static_cast<int>(trial_.share() * 1000));
            if (trial_.done)
                stopTrial();
            else
                step();
        });
}

void RulesPanel::fillTable(const QStringList &heads)
{
    table_->clear();
    table_->setRowCount(0);
    table_->setColumnCount(static_cast<int>(heads.size()));
    table_->setHorizontalHeaderLabels(heads);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void RulesPanel::addRow(const QStringList &cells, ItemId item)
{
    const int row = table_->rowCount();
    table_->insertRow(row);
    for (int column = 0; column < cells.size(); ++column)
        table_->setItem(row, column, new QTableWidgetItem(cells[column]));
    table_->item(row, 0)->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(item.value));
}

void RulesPanel::showTexts(const std::vector<ItemId> &items)
{
    using Texts = std::unordered_map<std::int64_t, std::string>;
    bridge().read<Texts>(
        this,
        [items](store::Tx &tx) -> Result<Texts> {
            VIGIE_TRY(const auto rows, store::Items(tx).rows(items));
            Texts texts;
            for (const auto &row : rows)
                texts.emplace(row.item.id.value, row.item.text);
            return texts;
        },
        [this](Result<Texts> texts) {
            if (!texts)
                return;
            for (int row = 0; row < table_->rowCount(); ++row)
                if (const auto found = texts->find(table_->item(row, 0)->data(Qt::UserRole).toLongLong()); found != texts->end())
                    table_->item(row, 0)->setText(qs(found->second).simplified().left(kTextLetters));
        });
}

void RulesPanel::showTrial()
{
    fillTable({tr("Mention"), tr("What"), tr("Before"), tr("After")});
    apply_->setVisible(true);
    if (trial_.judged == 0) {
        found_->setText(tr("A trial shows what the rule would have done, and writes nothing."));
        return;
    }
    auto words = tr("would have matched %n item(s) in %1", nullptr, static_cast<int>(trial_.matched)).arg(days_->currentText());
    words += QStringLiteral(", ") + tr("and changed %n", "of the mentions that a rule matched", static_cast<int>(trial_.changed));
    if (!trial_.done)
        words += QStringLiteral(" - ") + tr("stopped at %1").arg(format::percent(trial_.share()));
    found_->setText(words);
    std::vector<ItemId> items;
    for (const auto &row : trial_.rows)
        for (const auto &step : row.steps) {
            addRow({QStringLiteral("..."), stepText(step), stepValue(step, true), stepValue(step, false)}, row.item);
            items.push_back(row.item);
        }
    showTexts(items);
}

void RulesPanel::apply()
{
    if (!trial_.done || trial_.toChange.empty())
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Rules"), tr("Change %n mention(s) of the past?", nullptr, static_cast<int>(trial_.changed)), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What the table shows is done as one action that one undo takes back. Nothing is sent."));
    auto *go = box->addButton(tr("Apply"), QMessageBox::AcceptRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, go](QAbstractButton *pressed) {
        if (pressed != go)
            return;
        bridge().write<int>(
            this, [rule = tried_, items = trial_.toChange](store::Tx &tx) { return desk::applyRule(tx, rule, items); },
            [this](Result<int> done) {
                if (!done) {
                    shell().toasts.showError(done.error());
                    return;
                }
                shell().toasts.showUndo(tr("%n mention(s) changed", nullptr, *done), [this] { undo(); });
                trial_ = {};
                showTrial();
                check();
                refresh();
            });
    });
    box->open();
}

void RulesPanel::showLog()
{
    stopTrial();
    fillTable({tr("Mention"), tr("When"), tr("Rule"), tr("What it did"), tr("Outcome")});
    apply_->setVisible(false);
    stack_->setCurrentIndex(1);
    found_->setText(tr("What rules did, newest first"));
    const auto rule = current() != nullptr ? current()->id : RuleId{};
    bridge().read<std::vector<RuleLogLine>>(
        this, [rule](store::Tx &tx) { return store::Rules(tx).logged(rule, kLogLines); },
        [this](Result<std::vector<RuleLogLine>> lines) {
            if (!lines || !log_->isChecked())
                return;
            std::vector<ItemId> items;
            for (const auto &line : *lines) {
                addRow({QStringLiteral("..."), format::dateTime(line.at, bridge().zone()), qs(line.name), qs(line.done), outcomeText(line.outcome)}, line.item);
                items.push_back(line.item);
            }
            if (lines->empty())
                found_->setText(tr("No rule has done anything yet."));
            showTexts(items);
        });
}

} // namespace vigie::ui
