// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/after_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/posting_reading.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/table_file.hpp"

#include <vigie/base/csv.hpp>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <functional>
#include <iterator>
#include <set>

namespace vigie::ui {

namespace {

constexpr int kWidth = 820, kHeight = 420;

QTableWidgetItem *cellOf(const store::SeriesPoint &point, const std::string &zone)
{
    if (!point.value) {
        auto *cell = new QTableWidgetItem(AfterDialog::tr("not given", "a count"));
        cell->setToolTip(posting::whyNot(point.why));
        cell->setData(Qt::AccessibleTextRole, posting::whyNot(point.why));
        cell->setData(Qt::UserRole, posting::whyNot(point.why));
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return cell;
    }
    auto text = format::number(*point.value);
    if (point.estimated)
        text.prepend(QChar(0x2248));
    if (point.lower)
        text.prepend(QStringLiteral("\u2193\u00A0"));
    auto *cell = new QTableWidgetItem(text);
    auto spoken = point.lower ? AfterDialog::tr("%1, less than before", "a count").arg(format::number(*point.value)) : format::number(*point.value);
    if (point.readAt)
        spoken += AfterDialog::tr("; read %1", "a time").arg(format::dateTime(*point.readAt, zone));
    cell->setToolTip(spoken);
    cell->setData(Qt::UserRole, QString::number(*point.value)); // for a spreadsheet
    cell->setData(Qt::AccessibleTextRole, spoken);
    cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return cell;
}

} // namespace

AfterDialog::AfterDialog(Shell &shell, const PlanItem &plan, QWidget *parent)
    : QDialog(parent), shell_(shell), table_(new QTableWidget(this)), empty_(new EmptyState(this)),
      words_(wrappedLabel(QStringLiteral("small"), tr("Read an hour, six hours, a day, three days, a week and thirty days after it was published, then every week, and kept for ever. "
                                                      "An arrow marks what went down. A count that is not there says why; it is never counted as 0."), this)),
      error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("postCounts"));
    setWindowTitle(tr("What became of the post"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setAccessibleName(windowTitle());
    table_->verticalHeader()->hide();
    table_->setShowGrid(false);
    layout->addWidget(table_, 1);
    empty_->setContent(QStringLiteral("clock"), tr("Nothing was read yet"), tr("The first counts are read an hour after a post was published."));
    empty_->hide();
    layout->addWidget(empty_, 1);
    layout->addWidget(words_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *save = buttons->addButton(tr("Save as a table..."), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(save, &QPushButton::clicked, this, &AfterDialog::saveTable);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::accept);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
    shell_.bridge.read<std::vector<AfterOne>>(
        this, [plan](store::Tx &tx) { return readAfter(tx, plan); },
        [this](Result<std::vector<AfterOne>> read) {
            if (!read)
                return error_->setError(read.error());
            show(*read);
        });
}

void AfterDialog::show(const std::vector<AfterOne> &read)
{
    ready_ = true;
    std::set<int> ages;
    int rows = 0;
    for (const auto &one : read)
        for (const auto &metric : one.after.series.metrics) {
            ++rows;
            for (const auto &point : metric.points)
                ages.insert(point.age);
        }
    table_->setVisible(rows > 0);
    empty_->setVisible(rows == 0);
    QStringList heads{tr("Account"), tr("Count")};
    for (const int age : ages)
        heads << posting::ageName(age);
    table_->setColumnCount(static_cast<int>(heads.size()));
    table_->setHorizontalHeaderLabels(heads);
    table_->setRowCount(rows);
    int row = 0;
    for (const auto &one : read)
        for (const auto &metric : one.after.series.metrics) {
            table_->setItem(row, 0, new QTableWidgetItem(qs(one.handle)));
            auto *name = new QTableWidgetItem(posting::metricName(metric.key));
            name->setToolTip(posting::metricDefinition(one.connector, metric.key));
            name->setData(Qt::AccessibleDescriptionRole, name->toolTip());
            table_->setItem(row, 1, name);
            for (const auto &point : metric.points)
                table_->setItem(row, 2 + static_cast<int>(std::distance(ages.begin(), ages.find(point.age))), cellOf(point, shell_.bridge.zone()));
            ++row;
        }
    for (int column = 2; column < table_->columnCount(); ++column)
        table_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table_->resizeColumnsToContents();
    table_->resizeRowsToContents();
    if (rows > 0)
        table_->setCurrentCell(0, 1);
}

void AfterDialog::saveTable()
{
    std::string csv;
    const auto line = [&](const std::function<QString(int)> &cell) {
        for (int column = 0; column < table_->columnCount(); ++column)
            csv += (column > 0 ? "," : "") + csvCell(utf8(cell(column)));
        csv += "\r\n";
    };
    line([this](int column) { return table_->horizontalHeaderItem(column)->text(); });
    for (int row = 0; row < table_->rowCount(); ++row)
        line([this, row](int column) {
            const auto *cell = table_->item(row, column);
            return cell == nullptr ? QString() : column > 1 ? cell->data(Qt::UserRole).toString() : cell->text();
        });
    askTableFile(shell_.bridge, *error_, this, csv);
}

} // namespace vigie::ui
