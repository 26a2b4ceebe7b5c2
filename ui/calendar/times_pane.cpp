// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/times_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/hour_map.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kDays = 7;

QTableWidgetItem *cellOf(const QString &text, bool number)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return cell;
}

} // namespace

TimesPane::TimesPane(CalendarData &source, QWidget *parent)
    : QWidget(parent), data_(source), account_(new QComboBox(this)), basis_(wrappedLabel({}, {}, this)),
      legend_(wrappedLabel(QStringLiteral("small"), tr("Blue: more than usual, orange: less; the stronger, the further from it. A frame with + or \u2212: told apart from chance (95 %). "
                                                       "Each hour also hears, by half, the two beside it, and is drawn towards the usual the less there is of it."), this)),
      map_(new HourMap(this)), table_(new QTableWidget(this)), empty_(new EmptyState(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kMargin, 0, 0);
    layout->setSpacing(kMargin);
    account_->setAccessibleName(tr("Account"));
    account_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout->addWidget(account_, 0, Qt::AlignLeft);
    basis_->setTextFormat(Qt::PlainText);
    layout->addWidget(basis_);
    layout->addWidget(map_);
    layout->addWidget(legend_);
    table_->setColumnCount(6);
    table_->setHorizontalHeaderLabels({tr("Hour"), tr("To expect"), tr("From"), tr("To", "the end of an interval"), tr("Posts"), tr("Verdict")});
    for (int column = 0; column < table_->columnCount(); ++column)
        table_->horizontalHeaderItem(column)->setTextAlignment((column == 0 || column == 5 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->setAccessibleName(tr("Hours of the week, the best first"));
    layout->addWidget(table_, 1);
    empty_->setContent(QStringLiteral("clock"), tr("Too little history"), tr("Hours are compared from twenty posts of your own on, each a week old."));
    layout->addWidget(empty_, 1);
    connect(account_, &QComboBox::currentIndexChanged, this, &TimesPane::show);
    connect(table_, &QTableWidget::cellActivated, this, [this] { Q_EMIT draftWanted(); });
    connect(map_, &HourMap::hourPressed, this, [this](int weekday, int hour) {
        for (int row = 0; row < table_->rowCount(); ++row)
            if (table_->item(row, 0)->data(Qt::UserRole).toPoint() == QPoint(weekday, hour))
                table_->setCurrentCell(row, 0);
    });
}

QString TimesPane::basis() const
{
    return basis_->text();
}

void TimesPane::setReading(const PostingReading &reading)
{
    reading_ = reading;
    const QSignalBlocker quiet(account_);
    account_->clear();
    account_->addItem(tr("All accounts"), 0);
    for (const auto &[id, times] : reading_.times)
        if (const auto *account = data_.account(id); account != nullptr && times.posts > 0)
            account_->addItem(qs(account->handle), QVariant::fromValue(static_cast<qlonglong>(id.value)));
    show();
}

void TimesPane::show()
{
    const auto found = reading_.times.find(AccountId{account_->currentData().toLongLong()});
    const auto times = found == reading_.times.end() ? insight::PostTimes{} : found->second;
    basis_->setText(posting::basis(times) + QLatin1Char(' ') + tr("Hours are those of %1.", "a time zone").arg(qs(data_.zone())));
    map_->setTimes(times);
    for (auto *widget : {static_cast<QWidget *>(map_), static_cast<QWidget *>(legend_), static_cast<QWidget *>(table_)})
        widget->setVisible(times.enough);
    empty_->setVisible(!times.enough);
    table_->setRowCount(static_cast<int>(times.hours.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto &hour = times.hours[static_cast<std::size_t>(row)];
        auto *name = cellOf(posting::hourName(hour.weekday, hour.hour), false);
        name->setData(Qt::UserRole, QPoint(hour.weekday, hour.hour));
        table_->setItem(row, 0, name);
        table_->setItem(row, 1, cellOf(posting::value(times, hour.value), true));
        table_->setItem(row, 2, cellOf(posting::value(times, hour.low), true));
        table_->setItem(row, 3, cellOf(posting::value(times, hour.high), true));
        table_->setItem(row, 4, cellOf(format::number(hour.posts), true));
        table_->setItem(row, 5, cellOf(!hour.distinguishable ? tr("not distinguishable from usual") : hour.value > times.usual ? tr("better than usual") : tr("less than usual"), false));
    }
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setSectionResizeMode(5, QHeaderView::Stretch);
    if (table_->rowCount() > 0)
        table_->setCurrentCell(0, 0);
}

std::optional<QDateTime> TimesPane::nextHour() const
{
    const auto *chosen = table_->isHidden() || table_->currentRow() < 0 ? nullptr : table_->item(table_->currentRow(), 0);
    if (chosen == nullptr)
        return std::nullopt;
    const auto slot = chosen->data(Qt::UserRole).toPoint();
    const auto now = format::local(reading_.now, data_.zone());
    for (int ahead = 0; ahead <= kDays; ++ahead) {
        const QDateTime at(now.date().addDays(ahead), QTime(slot.y(), 0));
        if (at.date().dayOfWeek() == slot.x() + 1 && (ahead > 0 || slot.y() > now.time().hour()))
            return at;
    }
    return std::nullopt;
}

} // namespace vigie::ui
