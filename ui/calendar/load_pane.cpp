// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/load_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/load_chart.hpp"
#include "ui/widget/pieces.hpp"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kDay = 24, kWeekHours = 7 * kDay;

QTableWidgetItem *cellOf(const QString &text, bool number = false)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return cell;
}

} // namespace

LoadPane::LoadPane(CalendarData &source, QWidget *parent)
    : QWidget(parent), data_(source), chart_(new LoadChart(this)), words_(wrappedLabel({}, {}, this)), test_(wrappedLabel(QStringLiteral("small"), {}, this)),
      table_(new QTableWidget(this)), empty_(new EmptyState(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kMargin, 0, 0);
    layout->setSpacing(kMargin);
    for (auto *label : {words_, test_})
        label->setTextFormat(Qt::PlainText);
    layout->addWidget(words_);
    layout->addWidget(chart_);
    table_->setColumnCount(3);
    table_->setHorizontalHeaderLabels({tr("When"), tr("What"), tr("Comments")});
    for (int column = 0; column < 3; ++column)
        table_->horizontalHeaderItem(column)->setTextAlignment((column == 2 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->setAccessibleName(tr("Planned posts and hours without anybody on duty"));
    layout->addWidget(table_, 1);
    layout->addWidget(test_);
    layout->addWidget(empty_, 1);
    connect(table_, &QTableWidget::cellActivated, this, [this] {
        if (chosen())
            Q_EMIT postWanted(chosen());
    });
}

QString LoadPane::words() const
{
    return words_->text();
}

PlanId LoadPane::chosen() const
{
    const auto *cell = table_->currentRow() < 0 ? nullptr : table_->item(table_->currentRow(), 0);
    return cell == nullptr ? PlanId{} : PlanId{cell->data(Qt::UserRole).toLongLong()};
}

void LoadPane::setReading(const PostingReading &reading)
{
    auto &model = *reading.load;
    const bool enough = model.load.enough();
    for (auto *widget : {static_cast<QWidget *>(chart_), static_cast<QWidget *>(table_), static_cast<QWidget *>(test_), static_cast<QWidget *>(words_)})
        widget->setVisible(enough);
    empty_->setVisible(!enough);
    empty_->setContent(QStringLiteral("chart-bar"), tr("Too little history"),
                       tr("Comments are forecast from %1 posts of your own on, each three days old; there are %2.").arg(insight::kFewestLoadPosts).arg(model.load.posts()));
    if (!enough)
        return;
    const auto from = std::chrono::floor<std::chrono::hours>(reading.now), to = from + std::chrono::hours(kWeekHours);
    const auto forecast = app::forecast(model, reading.sources, from, to);
    chart_->setForecast(forecast, data_.zone(), model.duty.known());
    double alone = 0;
    for (const auto &one : forecast.unattended)
        alone += one.expected;
    auto words = tr("Comments to expect in the coming week, from what was posted and what is planned: %1.", "a number").arg(format::number(forecast.total)) + QLatin1Char(' ');
    words += model.duty.known() ? tr("While nobody is on duty: %1.", "a number").arg(format::number(alone))
                                : tr("When somebody is on duty is not known: no hours are set (service levels of the inbox).");
    words_->setText(words);
    test_->setText(tr("Learnt from %n post(s) of the last half year: what each account's posts brought, how soon after the post, and at what hour of the day.", nullptr, model.load.posts())
                   + QLatin1Char(' ') + posting::backTest(model.test));
    fill(model, forecast, reading.sources, from, to);
}

void LoadPane::fill(app::LoadModel &model, const app::LoadForecast &forecast, const std::vector<app::LoadSource> &sources, Instant from, Instant to)
{
    struct Row {
        Instant at;
        QString when, what, comments;
        PlanId plan;
        bool alone = false;
    };
    std::vector<Row> rows;
    for (const auto &one : forecast.unattended)
        rows.push_back({one.from, posting::stretch(one.from, one.to, data_.zone()), tr("nobody is on duty"), posting::expected(model.load.around(one.expected)), {}, true});
    for (const auto &source : sources) {
        if (source.at < from || source.at >= to)
            continue;
        const auto *account = data_.account(source.account);
        rows.push_back({source.at, format::dateTime(source.at, data_.zone()),
                        tr("%1: %2", "an account and its post").arg(account != nullptr ? qs(account->handle) : QString(), qs(source.text).simplified()),
                        tr("%1 in 24 h", "comments to expect").arg(posting::expected(model.load.total(source.account, source.at))), source.plan});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.at < b.at; });
    table_->setRowCount(static_cast<int>(rows.size()));
    for (int at = 0; at < table_->rowCount(); ++at) {
        const auto &row = rows[static_cast<std::size_t>(at)];
        auto *when = cellOf(row.when);
        when->setData(Qt::UserRole, QVariant::fromValue(static_cast<qlonglong>(row.plan.value)));
        if (row.alone)
            when->setIcon(Theme::of(this).icon(QStringLiteral("warning"), &Colors::warn));
        table_->setItem(at, 0, when);
        table_->setItem(at, 1, cellOf(row.what));
        table_->setItem(at, 2, cellOf(row.comments, true));
    }
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    if (table_->rowCount() > 0)
        table_->setCurrentCell(0, 0);
}

} // namespace vigie::ui
