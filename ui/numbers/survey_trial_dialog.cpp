// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/survey_trial_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/row_table.hpp"

#include <QDialogButtonBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWidth = 640, kHeight = 420;
constexpr std::size_t kMostShown = 1000;
enum Column { Line, Reason, Excerpt, Columns };

QString reasonText(const std::string &reason)
{
    if (reason == "date")
        return SurveyTrialDialog::tr("no date that can be read");
    if (reason == "kind")
        return SurveyTrialDialog::tr("neither satisfaction nor recommendation");
    if (reason == "score")
        return SurveyTrialDialog::tr("no score of this survey");
    if (reason == "ticket")
        return SurveyTrialDialog::tr("no number of a conversation");
    if (reason == "twice")
        return SurveyTrialDialog::tr("its number is in the file already");
    if (reason == "future")
        return SurveyTrialDialog::tr("a time to come");
    if (reason == "no-ticket")
        return SurveyTrialDialog::tr("there is no such conversation here");
    return SurveyTrialDialog::tr("the line cannot be read");
}

} // namespace

SurveyTrialDialog::SurveyTrialDialog(const intake::SurveyTrial &trial, const QString &name, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Answers of %1", "a file").arg(name));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    QStringList words{tr("%n answer(s) can be taken.", "", static_cast<int>(trial.fresh))};
    if (trial.known > 0)
        words << tr("%n more are here already.", "answers", static_cast<int>(trial.known));
    if (!trial.faults.empty())
        words << tr("%n line(s) would be left out:", "", static_cast<int>(trial.faults.size()));
    layout->addWidget(wrappedLabel(QString(), words.join(QLatin1Char('\n')), this));
    auto *table = new QTableWidget(static_cast<int>(std::min(trial.faults.size(), kMostShown)), Columns, this);
    table->setHorizontalHeaderLabels({tr("Line"), tr("Why"), tr("What stands there")});
    table->setAccessibleName(tr("Lines that would be left out"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    showAsRows(*table, Excerpt);
    for (int at = 0; at < table->rowCount(); ++at) {
        const auto &fault = trial.faults[static_cast<std::size_t>(at)];
        table->setItem(at, Line, new QTableWidgetItem(format::number(static_cast<double>(fault.line))));
        table->setItem(at, Reason, new QTableWidgetItem(reasonText(fault.reason)));
        table->setItem(at, Excerpt, new QTableWidgetItem(qs(fault.excerpt)));
    }
    table->setVisible(!trial.faults.empty());
    layout->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    take_ = buttons->addButton(tr("Take %n answer(s)", "", static_cast<int>(trial.fresh)), QDialogButtonBox::AcceptRole);
    take_->setProperty("role", "primary");
    take_->setEnabled(trial.fresh > 0);
    take_->setDefault(trial.fresh > 0);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!trial.faults.empty())
        resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
}

} // namespace vigie::ui
