// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_changes.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/thread_row.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kQuietMs = 700, kSlice = 20'000, kYears = 2;
constexpr std::size_t kPage = 10;
} // namespace

QueryChanges::QueryChanges(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(wrappedLabel(QStringLiteral("muted"), {}, this)), counts_(wrappedLabel(QStringLiteral("strong"), {}, this)), period_(new QComboBox(this)),
      bar_(new QProgressBar(this)), stop_(roleButton(QStringLiteral("link"), this)), added_(roleButton(QStringLiteral("chip"), this)), lost_(roleButton(QStringLiteral("chip"), this)),
      more_(roleButton(QStringLiteral("link"), this)), rows_(new QVBoxLayout)
{
    setObjectName(QStringLiteral("queryChanges"));
    bar_->setRange(0, 1000);
    bar_->setTextVisible(false);
    added_->setCheckable(true);
    lost_->setCheckable(true);
    rows_->setSpacing(kGrid);
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(chips);
    for (auto *button : {added_, lost_, stop_})
        flow->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (auto *widget : {static_cast<QWidget *>(title_), static_cast<QWidget *>(period_), static_cast<QWidget *>(bar_), static_cast<QWidget *>(counts_), chips})
        layout->addWidget(widget);
    layout->addLayout(rows_);
    layout->addWidget(more_, 0, Qt::AlignLeft);
    quiet_.setSingleShot(true);
    quiet_.setInterval(kQuietMs);
    connect(&quiet_, &QTimer::timeout, this, &QueryChanges::start);
    connect(stop_, &QPushButton::clicked, this, [this] { isRunning() ? stop() : start(); });
    connect(added_, &QPushButton::clicked, this, [this](bool on) { open(on ? Side::Added : Side::None); });
    connect(lost_, &QPushButton::clicked, this, [this](bool on) { open(on ? Side::Lost : Side::None); });
    connect(more_, &QPushButton::clicked, this, &QueryChanges::readMore);
    retranslate();
    connect(period_, &QComboBox::currentIndexChanged, this, [this] {
        if (request_.query)
            start();
    });
    clear();
}

void QueryChanges::compare(QueryId query, const QString &source)
{
    clear();
    request_.query = query;
    request_.source = utf8(source);
    quiet_.start();
    show();
    showCounts();
}

void QueryChanges::clear()
{
    delete asker_.data();
    runs_.next();
    quiet_.stop();
    stopped_ = false;
    request_ = {};
    difference_ = {};
    open(Side::None);
    hide();
}

void QueryChanges::start()
{
    delete asker_.data();
    runs_.next();
    asker_ = new QObject(this);
    stopped_ = false;
    difference_ = {};
    request_.since.reset();
    if (period_->currentIndex() == 1)
        request_.since = shell_.bridge.now() - std::chrono::hours(24 * 365) * kYears;
    open(Side::None);
    showCounts();
    nextSlice();
}

void QueryChanges::stop()
{
    delete asker_.data();
    runs_.next();
    stopped_ = true;
    showCounts();
}

/// One slice at a time: others read and write in between, and a stop is a matter of one slice.
void QueryChanges::nextSlice()
{
    const auto number = runs_.next();
    shell_.bridge.read<store::QueryDifference>(
        asker_,
        [request = request_, below = difference_.below, items = difference_.items](store::Tx &tx) -> Result<store::QueryDifference> {
            store::QueryDifference step; // the lists so far stay where they are
            step.below = below;
            step.items = items;
            VIGIE_CHECK(store::QueryTrials(tx).differ(request, kSlice, step));
            return step;
        },
        [this, number](Result<store::QueryDifference> step) {
            if (!runs_.is(number))
                return;
            if (!step) {
                asker_->deleteLater();
                asker_.clear();
                if (step.error().code != Errc::Cancelled)
                    counts_->setText(errorText(step.error()).sentence);
                return;
            }
            auto &so = difference_;
            so.before += step->before;
            so.after += step->after;
            so.judged += step->judged;
            so.items = step->items;
            so.below = step->below;
            so.done = step->done;
            so.added.insert(so.added.end(), step->added.begin(), step->added.end());
            so.lost.insert(so.lost.end(), step->lost.begin(), step->lost.end());
            if (so.done) {
                so.judged = so.items;
                asker_->deleteLater();
                asker_.clear();
            }
            showCounts();
            if (!so.done)
                nextSlice();
        });
}

void QueryChanges::showCounts()
{
    const auto &so = difference_;
    const bool going = isRunning() || quiet_.isActive();
    bar_->setVisible(going);
    bar_->setValue(quiet_.isActive() ? 0 : static_cast<int>(so.share() * 1000));
    const auto count = [](std::int64_t n) { return format::number(static_cast<double>(n)); };
    if (quiet_.isActive() || (!so.done && so.judged == 0))
        counts_->setText(stopped_ ? tr("Stopped.") : tr("Comparing with what is kept..."));
    else
        counts_->setText((so.done ? tr("%1 before, %2 after") : tr("%1 before, %2 after, so far")).arg(count(so.before), count(so.after)));
    added_->setText(tr("%Ln added", "mentions", static_cast<int>(so.added.size())));
    lost_->setText(tr("%Ln lost", "mentions", static_cast<int>(so.lost.size())));
    for (auto *button : {added_, lost_})
        button->setAccessibleName(button->text());
    added_->setEnabled(!so.added.empty());
    lost_->setEnabled(!so.lost.empty());
    stop_->setVisible(isRunning() || stopped_);
    stop_->setText(stopped_ ? tr("Compare again") : tr("Stop"));
    stop_->setAccessibleName(stopped_ ? stop_->text() : tr("Stop comparing"));
    bar_->setAccessibleName(tr("How much of history has been looked at"));
}

const std::vector<ItemId> &QueryChanges::idsOf(Side side) const
{
    return side == Side::Lost ? difference_.lost : difference_.added;
}

void QueryChanges::open(Side side)
{
    side_ = side;
    added_->setChecked(side == Side::Added);
    lost_->setChecked(side == Side::Lost);
    delete rowsAsker_.data();
    emptyRows();
    lastRow_.clear();
    shownRows_ = 0;
    more_->hide();
    if (side != Side::None)
        readMore();
}

void QueryChanges::emptyRows()
{
    while (auto *item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void QueryChanges::readMore()
{
    const auto &ids = idsOf(side_);
    const auto begin = std::min(shownRows_, ids.size()), end = std::min(begin + kPage, ids.size());
    const std::vector<ItemId> page(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.begin() + static_cast<std::ptrdiff_t>(end));
    shownRows_ = end;
    delete rowsAsker_.data();
    rowsAsker_ = new QObject(this);
    shell_.bridge.read<std::vector<CardPtr>>(
        rowsAsker_,
        [page](store::Tx &tx) -> Result<std::vector<CardPtr>> {
            std::vector<CardPtr> cards;
            VIGIE_TRY(auto rows, store::Items(tx).rows(page));
            for (auto &row : rows)
                cards.push_back(makeCard(std::move(row), nullptr));
            return cards;
        },
        [this](const Result<std::vector<CardPtr>> &cards) {
            if (!cards) {
                counts_->setText(errorText(cards.error()).sentence);
                return;
            }
            for (const auto &card : *cards)
                addCard(card);
            more_->setVisible(shownRows_ < idsOf(side_).size());
        });
}

void QueryChanges::addCard(const CardPtr &card)
{
    auto *row = new ThreadRow(shell_.bridge, {card->row.item.id, 0, card}, false, this);
    auto *whole = wrappedLabel(QStringLiteral("small"), card->body, this);
    whole->hide();
    connect(row, &QAbstractButton::clicked, whole, [whole] { whole->setVisible(whole->isHidden()); });
    rows_->addWidget(row);
    rows_->addWidget(whole);
    QWidget::setTabOrder(lastRow_ ? lastRow_.data() : lost_, row);
    lastRow_ = row;
}

void QueryChanges::retranslate()
{
    const QSignalBlocker quiet(period_);
    title_->setText(tr("What the change does to history"));
    const int index = std::max(0, period_->currentIndex());
    period_->clear();
    period_->addItems({tr("All history"), tr("The last two years")});
    period_->setCurrentIndex(index);
    period_->setAccessibleName(tr("How far back"));
    more_->setText(tr("Show more"));
    more_->setAccessibleName(more_->text());
    showCounts();
}

void QueryChanges::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
