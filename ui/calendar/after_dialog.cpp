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

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace vigie::ui {

namespace {

constexpr int kWidth = 820, kHeight = 420;

std::string dayOf(Instant at)
{
    constexpr std::size_t kIsoDay = 10;
    return toRfc3339(at).substr(0, kIsoDay);
}

QTableWidgetItem *notGiven(const QString &why)
{
    auto *cell = new QTableWidgetItem(AfterDialog::tr("not given", "a count"));
    cell->setToolTip(why.toHtmlEscaped());
    cell->setData(Qt::AccessibleTextRole, why);
    cell->setData(Qt::UserRole, why);
    cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return cell;
}

/// Counts that the network gave once and does no longer: they are missed, so their end is said.
std::vector<connect::DeclaredCount> endedBefore(const std::vector<connect::DeclaredCount> &all, const AfterOne &one)
{
    std::vector<connect::DeclaredCount> ended;
    const auto day = dayOf(one.after.series.publishedAt);
    for (const auto &count : all) {
        const auto *holds = connect::declaredOn(all, count.key, day);
        const bool read = std::any_of(one.after.series.metrics.begin(), one.after.series.metrics.end(), [&](const store::MetricSeries &metric) { return metric.key == count.key; });
        if (!read && holds != nullptr && !holds->givenOn(day) && holds->until == count.until)
            ended.push_back(count);
    }
    return ended;
}

QTableWidgetItem *cellOf(const store::SeriesPoint &point, const std::string &zone, const connect::DeclaredCount *declared)
{
    if (!point.value) {
        const auto end = declared != nullptr && point.readAt ? posting::endWords(*declared, dayOf(*point.readAt)) : QString();
        return notGiven(end.isEmpty() ? posting::whyNot(point.why) : end);
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
    : QDialog(parent), shell_(shell), table_(new QTableWidget(this)), empty_(new EmptyState(this)), meaning_(wrappedLabel({}, {}, this)),
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
    meaning_->setTextFormat(Qt::PlainText);
    layout->addWidget(meaning_);
    empty_->setContent(QStringLiteral("clock"), tr("Nothing was read yet"), tr("The first counts are read an hour after a post was published."));
    empty_->hide();
    layout->addWidget(empty_, 1);
    layout->addWidget(words_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *save = buttons->addButton(tr("Save as a table..."), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(table_, &QTableWidget::currentCellChanged, this, &AfterDialog::explain);
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
    for (const auto &one : read)
        for (const auto &metric : one.after.series.metrics)
            for (const auto &point : metric.points)
                ages.insert(point.age);
    QStringList heads{tr("Account"), tr("Count")};
    for (const int age : ages)
        heads << posting::ageName(age);
    table_->setRowCount(0);
    table_->setColumnCount(static_cast<int>(heads.size()));
    table_->setHorizontalHeaderLabels(heads);
    for (const auto &one : read)
        addAccount(one, ages);
    const bool any = table_->rowCount() > 0;
    table_->setVisible(any);
    meaning_->setVisible(any);
    empty_->setVisible(!any);
    for (int column = 2; column < table_->columnCount(); ++column)
        table_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table_->resizeColumnsToContents();
    table_->resizeRowsToContents();
    if (any)
        table_->setCurrentCell(0, 1);
}

int AfterDialog::addRow(const AfterOne &one, const std::string &key)
{
    const int row = table_->rowCount();
    table_->insertRow(row);
    table_->setItem(row, 0, new QTableWidgetItem(qs(one.handle)));
    auto *name = new QTableWidgetItem(posting::metricName(key));
    const auto meaning = posting::metricDefinition(shell_.bridge.networks(), one.connector, key, dayOf(one.after.series.publishedAt));
    name->setToolTip(meaning.toHtmlEscaped());
    name->setData(Qt::AccessibleDescriptionRole, meaning);
    table_->setItem(row, 1, name);
    return row;
}

void AfterDialog::addAccount(const AfterOne &one, const std::set<int> &ages)
{
    const auto *network = shell_.bridge.networks().find(one.connector);
    const auto counts = network != nullptr ? connect::declaredCounts(*network) : std::vector<connect::DeclaredCount>{};
    for (const auto &metric : one.after.series.metrics) {
        const int row = addRow(one, metric.key);
        for (const auto &point : metric.points) {
            const auto *declared = point.readAt ? connect::declaredOn(counts, metric.key, dayOf(*point.readAt)) : nullptr;
            table_->setItem(row, 2 + static_cast<int>(std::distance(ages.begin(), ages.find(point.age))), cellOf(point, shell_.bridge.zone(), declared));
        }
    }
    for (const auto &ended : endedBefore(counts, one)) {
        const int row = addRow(one, ended.key);
        for (int column = 2; column < table_->columnCount(); ++column)
            table_->setItem(row, column, notGiven(posting::endWords(ended, dayOf(one.after.series.publishedAt))));
    }
}

QString AfterDialog::meaning() const
{
    return meaning_->text();
}

/// By key as well: who does not hover reads it below the table.
void AfterDialog::explain()
{
    const auto *name = table_->item(table_->currentRow(), 1);
    meaning_->setText(name != nullptr ? tr("%1: %2", "a count, what it means").arg(name->text(), name->data(Qt::AccessibleDescriptionRole).toString()) : QString());
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
