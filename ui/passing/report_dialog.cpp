// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/report_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/table_file.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

QString lasting(const std::optional<double> &seconds)
{
    return seconds ? format::duration(std::chrono::seconds(static_cast<std::int64_t>(*seconds))) : QStringLiteral("\u2013");
}

} // namespace

PassingReportDialog::PassingReportDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), period_(new QComboBox(this)), table_(new QTableWidget(this)),
      words_(wrappedLabel(QStringLiteral("small"), tr("Times run from the question to the first answer of a person. Open questions are not counted as answered; "
                                                      "late are those answered after their time, or open when it had run out. Open time is that of the service's own calendar."), this)),
      error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How the services answer"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    for (const auto &[days, text] : std::initializer_list<std::pair<int, QString>>{{30, tr("Asked in the last 30 days")}, {90, tr("Asked in the last 90 days")},
                                                                                  {365, tr("Asked in the last year")}, {0, tr("Asked ever")}})
        period_->addItem(text, days);
    period_->setAccessibleName(tr("Period"));
    layout->addWidget(period_, 0, Qt::AlignLeft);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAccessibleName(windowTitle());
    table_->verticalHeader()->hide();
    table_->setShowGrid(false);
    table_->setColumnCount(9);
    table_->setHorizontalHeaderLabels({tr("Service"), tr("Asked"), tr("Answered"), tr("Open"), tr("Late"), tr("Median"), tr("Median of open time"), tr("9 of 10 within"), tr("Oldest open")});
    layout->addWidget(table_, 1);
    layout->addWidget(words_);
    layout->addWidget(error_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *save = buttons->addButton(tr("Save as a table..."), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(save, &QPushButton::clicked, this, &PassingReportDialog::saveTable);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(period_, &QComboBox::currentIndexChanged, this, &PassingReportDialog::ask);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.questions)
            ask();
    });
    resize(sizeInRoom(*this, {Theme::of(this).scaled(900), Theme::of(this).scaled(360)}));
    ask();
}

void PassingReportDialog::ask()
{
    const auto number = generation_.next();
    const int days = period_->currentData().toInt();
    const auto to = shell_.bridge.now() + std::chrono::seconds{1};
    const auto from = days == 0 ? Instant{} : to - std::chrono::hours{24} * days;
    shell_.bridge.read<std::vector<insight::PassingFigures>>(this, [from, to](store::Tx &tx) { return insight::passingReport(tx, from, to); },
                                                             [this, number](Result<std::vector<insight::PassingFigures>> rows) {
                                                                 if (!generation_.is(number))
                                                                     return;
                                                                 if (!rows)
                                                                     return error_->setError(rows.error());
                                                                 error_->clear();
                                                                 rows_ = std::move(*rows);
                                                                 show(rows_);
                                                             });
}

void PassingReportDialog::show(const std::vector<insight::PassingFigures> &rows)
{
    ready_ = true;
    table_->setRowCount(static_cast<int>(rows.size()));
    const bool french = QLocale().language() == QLocale::French;
    for (int at = 0; at < static_cast<int>(rows.size()); ++at) {
        const auto &row = rows[static_cast<std::size_t>(at)];
        const auto late = row.lateShare ? tr("%1 (%2)", "a count and its share").arg(format::number(row.late), format::percent(*row.lateShare)) : format::number(row.late);
        const QStringList cells{row.department ? qs(french ? row.nameFr : row.nameEn) : tr("All services"), format::number(row.asked), format::number(row.answered),
                                format::number(row.open), late, lasting(row.medianSeconds), lasting(row.openMedianSeconds), lasting(row.p90Seconds),
                                row.oldestOpen ? format::ago(*row.oldestOpen, shell_.bridge.now()) : QStringLiteral("\u2013")};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setTextAlignment(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
            table_->setItem(at, column, cell);
        }
    }
    table_->resizeColumnsToContents();
    table_->resizeRowsToContents();
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void PassingReportDialog::saveTable()
{
    askTableFile(shell_.bridge, *error_, this, insight::passingCsv(rows_));
}

} // namespace vigie::ui
