// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/campaign_results_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"
#include "ui/widget/toast.hpp"

#include <QCoreApplication>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CampaignResults)
};

constexpr double kMostMoney = 1e9, kCents = 100;
constexpr int kFull = 1000, kBar = 8;
enum Channel { ChannelName, ChannelPosts, ChannelReach, ChannelViews, ChannelReactions, ChannelColumns };
enum Line { Day, Amount, What, LineColumns };

QString money(std::int64_t cents, const std::string &currency)
{
    return QLocale().toCurrencyString(static_cast<double>(cents) / kCents, qs(currency));
}

QString sumWords(double sum, int given, int posts)
{
    if (given == 0)
        return Words::tr("not given", "a count");
    return given == posts ? format::number(sum) : Words::tr("%1 (%2 of %3 posts)", "a sum, how many posts gave it").arg(format::number(sum)).arg(given).arg(posts);
}

QTableWidgetItem *figure(const QString &text)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return cell;
}

int share(double part, double whole)
{
    return whole > 0 ? static_cast<int>(std::clamp(part / whole, 0.0, 1.0) * kFull) : 0;
}

} // namespace

namespace calendar {

QString spentWords(const plan::CampaignResult &result)
{
    if (!result.budgetCents)
        return result.spending.empty() ? QString() : Words::tr("%1 spent; no budget was said", "money").arg(money(result.spentCents, result.currency));
    const auto words = Words::tr("%1 of %2 spent", "money").arg(money(result.spentCents, result.currency), money(*result.budgetCents, result.currency));
    const auto left = *result.budgetCents - result.spentCents;
    return left < 0 ? Words::tr("%1: %2 more than the budget", "money").arg(words, money(-left, result.currency)) : words;
}

QString reachWords(const plan::CampaignResult &result)
{
    const auto &all = result.all;
    if (!result.reachTarget && all.withReach == 0)
        return {};
    const auto target = result.reachTarget ? format::number(static_cast<double>(*result.reachTarget)) : QString();
    if (all.withReach == 0)
        return Words::tr("%1 people to reach; no network of the posts that are out says how many it showed them to", "a number").arg(target);
    const auto reached = result.reachTarget ? Words::tr("%1 of %2 people reached").arg(format::number(all.reach), target) : Words::tr("%1 people reached").arg(format::number(all.reach));
    const auto words = Words::tr("%1 (given by %2 of %n post(s); who saw two posts counts twice)", "people reached", all.posts).arg(reached).arg(all.withReach);
    const auto cost = result.centsPerThousand();
    return cost ? Words::tr("%1; %2 for a thousand", "people reached, money").arg(words, money(static_cast<std::int64_t>(*cost + 0.5), result.currency)) : words;
}

QString reachedWords(const plan::ResultSum &sum)
{
    return sum.withReach > 0 ? Words::tr("%1 reached", "people").arg(format::number(sum.reach)) : QString();
}

} // namespace calendar

CampaignResultsPane::CampaignResultsPane(Shell &shell, CalendarData &source, QWidget *parent)
    : QWidget(parent), shell_(shell), data_(source), budget_(wrappedLabel(QStringLiteral("strong"), {}, this)), reach_(wrappedLabel(QStringLiteral("strong"), {}, this)),
      spent_(new QProgressBar(this)), reached_(new QProgressBar(this)), channels_(new QTableWidget(0, ChannelColumns, this)), lines_(new QTableWidget(0, LineColumns, this)),
      day_(new QDateEdit(this)), amount_(new QDoubleSpinBox(this)), what_(new QLineEdit(this)), add_(roleButton(QStringLiteral("quiet"), this)),
      remove_(roleButton(QStringLiteral("quiet"), this)), error_(new ErrorBar(this))
{
    build();
}

void CampaignResultsPane::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    for (auto *bar : {spent_, reached_}) {
        bar->setRange(0, kFull);
        bar->setTextVisible(false);
        bar->setFixedHeight(Theme::of(this).scaled(kBar));
    }
    spent_->setAccessibleName(tr("Share of the budget that is spent"));
    reached_->setAccessibleName(tr("Share of the people to reach"));
    layout->addWidget(budget_);
    layout->addWidget(spent_);
    layout->addWidget(reach_);
    layout->addWidget(reached_);
    showAsRows(*channels_, ChannelName);
    channels_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    channels_->setHorizontalHeaderLabels({tr("Account"), tr("Posts out"), tr("People reached"), tr("Views"), tr("Reactions")});
    for (int column = ChannelPosts; column < ChannelColumns; ++column)
        channels_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    channels_->setAccessibleName(tr("What each channel brought"));
    layout->addWidget(channels_, 2);
    layout->addWidget(roleLabel(QStringLiteral("strong"), tr("Spending"), this));
    showAsRows(*lines_, What);
    lines_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    lines_->setHorizontalHeaderLabels({tr("Day"), tr("Amount"), tr("For what")});
    lines_->horizontalHeaderItem(Amount)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lines_->setAccessibleName(tr("Spending"));
    layout->addWidget(lines_, 2);
    auto *row = new QHBoxLayout;
    day_->setCalendarPopup(true);
    day_->setDate(data_.today());
    day_->setAccessibleName(tr("Day"));
    amount_->setRange(-kMostMoney, kMostMoney);
    amount_->setGroupSeparatorShown(true);
    amount_->setAccessibleName(tr("Amount"));
    what_->setPlaceholderText(tr("For what"));
    what_->setAccessibleName(tr("For what"));
    add_->setText(tr("Note it"));
    remove_->setText(tr("Remove the line"));
    for (auto *button : {add_, remove_})
        button->setAutoDefault(false);
    for (auto *widget : std::initializer_list<QWidget *>{day_, amount_, what_, add_, remove_})
        row->addWidget(widget, widget == what_ ? 1 : 0);
    layout->addLayout(row);
    connect(add_, &QPushButton::clicked, this, &CampaignResultsPane::add);
    connect(remove_, &QPushButton::clicked, this, &CampaignResultsPane::removeCurrent);
    connect(new QShortcut(Qt::Key_Delete, lines_, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, &CampaignResultsPane::removeCurrent);
    connect(lines_, &QTableWidget::currentCellChanged, this, [this] { remove_->setEnabled(lines_->currentRow() >= 0); });
}

void CampaignResultsPane::show(CampaignId id, const plan::CampaignResult &result, const std::vector<AccountId> &channels)
{
    id_ = id;
    result_ = result;
    const auto budget = calendar::spentWords(result), reach = calendar::reachWords(result);
    budget_->setText(budget.isEmpty() ? tr("No budget was said, and nothing was spent.") : budget);
    setRole(budget_, result.budgetCents && result.spentCents > *result.budgetCents ? QStringLiteral("neg") : QStringLiteral("strong"));
    reach_->setText(reach.isEmpty() ? tr("Nobody said how many people are to be reached.") : reach);
    spent_->setVisible(result.budgetCents.has_value());
    spent_->setValue(share(static_cast<double>(result.spentCents), static_cast<double>(result.budgetCents.value_or(0))));
    reached_->setVisible(result.reachTarget.has_value() && result.all.withReach > 0);
    reached_->setValue(share(result.all.reach, static_cast<double>(result.reachTarget.value_or(0))));
    showChannels(channels);
    showLines();
}

void CampaignResultsPane::showChannels(const std::vector<AccountId> &channels)
{
    channels_->setRowCount(static_cast<int>(std::min(channels.size(), result_.channels.size())));
    for (int row = 0; row < channels_->rowCount(); ++row) {
        const auto &sum = result_.channels[static_cast<std::size_t>(row)];
        const auto *account = data_.account(channels[static_cast<std::size_t>(row)]);
        channels_->setItem(row, ChannelName, new QTableWidgetItem(account != nullptr ? data_.bridge().networkBadge(account->connector) + QStringLiteral("  ") + qs(account->handle) : QString()));
        channels_->setItem(row, ChannelPosts, figure(format::number(sum.posts)));
        const auto said = [&](double value, int given) { return sum.posts == 0 ? QString() : sumWords(value, given, sum.posts); };
        channels_->setItem(row, ChannelReach, figure(said(sum.reach, sum.withReach)));
        channels_->setItem(row, ChannelViews, figure(said(sum.views, sum.withViews)));
        channels_->setItem(row, ChannelReactions, figure(said(sum.reactions, sum.withReactions)));
    }
}

void CampaignResultsPane::showLines()
{
    lines_->setRowCount(static_cast<int>(result_.spending.size()));
    for (int row = 0; row < lines_->rowCount(); ++row) {
        const auto &line = result_.spending[static_cast<std::size_t>(row)];
        lines_->setItem(row, Day, new QTableWidgetItem(QLocale().toString(QDate(1970, 1, 1).addDays(line.day), QLocale::ShortFormat)));
        lines_->setItem(row, Amount, figure(money(line.cents, result_.currency)));
        lines_->setItem(row, What, new QTableWidgetItem(qs(line.what)));
    }
    remove_->setEnabled(lines_->currentRow() >= 0 && lines_->rowCount() > 0);
}

QString CampaignResultsPane::budgetText() const
{
    return budget_->text();
}

QString CampaignResultsPane::reachText() const
{
    return reach_->text();
}

void CampaignResultsPane::setLine(const QDate &day, double amount, const QString &what)
{
    day_->setDate(day);
    amount_->setValue(amount);
    what_->setText(what);
}

void CampaignResultsPane::write(std::function<Result<std::int64_t>(store::Tx &)> job, std::function<void()> then)
{
    shell_.bridge.write<std::int64_t>(this, std::move(job), [this, then = std::move(then)](const Result<std::int64_t> &done) {
        if (!done)
            return error_->setError(done.error());
        error_->clear();
        then();
        Q_EMIT changed();
    });
}

void CampaignResultsPane::add()
{
    if (!id_)
        return;
    if (amount_->value() == 0) {
        error_->setMessage(tr("Nothing was noted: the amount is missing."));
        amount_->setFocus();
        return;
    }
    store::CampaignSpending line;
    line.day = static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(day_->date()));
    line.cents = qRound64(amount_->value() * kCents);
    line.what = utf8(what_->text().trimmed());
    write([id = id_, line](store::Tx &tx) { return store::CampaignResults(tx).spend(id, line); }, [this] { setLine(day_->date(), 0, {}); });
}

void CampaignResultsPane::removeCurrent()
{
    const int row = lines_->currentRow();
    if (row < 0 || row >= static_cast<int>(result_.spending.size()))
        return;
    const auto line = result_.spending[static_cast<std::size_t>(row)];
    write(
        [id = id_, line](store::Tx &tx) -> Result<std::int64_t> {
            VIGIE_TRY(const auto gone, store::CampaignResults(tx).unspend(id, line.id));
            return gone.id;
        },
        [this, line] {
            shell_.toasts.showUndo(tr("%1 is no longer noted.", "an amount of money").arg(money(line.cents, result_.currency)), [this, id = id_, line] {
                write([id, line](store::Tx &tx) { return store::CampaignResults(tx).spend(id, line); }, [] {});
            });
        });
}

} // namespace vigie::ui
