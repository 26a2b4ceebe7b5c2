// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/outbox_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QShortcut>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace vigie::ui {

namespace {

constexpr int kWidth = 900, kHeight = 560, kBeatMs = 5000, kLongestText = 160;
enum Column { When, What, Where, State, kColumns };
constexpr int kRow = Qt::UserRole;

} // namespace

OutboxDialog::OutboxDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), summary_(wrappedLabel(QStringLiteral("strong"), {}, this)), list_(new QTreeWidget(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Outbox"));
    build();
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (!change.outbounds.empty() || change.settings)
            ask();
    });
    beat_.setInterval(kBeatMs); // what leaves comes nearer while one looks
    connect(&beat_, &QTimer::timeout, this, &OutboxDialog::ask);
    beat_.start();
    resize(Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight));
    list_->setFocus();
    ask();
}

void OutboxDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(summary_);
    layout->addWidget(error_);
    list_->setColumnCount(kColumns);
    list_->setHeaderLabels({tr("When"), tr("What"), tr("Where"), tr("State")});
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAccessibleName(windowTitle());
    list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list_->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    list_->header()->setStretchLastSection(false);
    layout->addWidget(list_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    open_ = buttons->addButton(tr("Show"), QDialogButtonBox::ActionRole);
    check_ = buttons->addButton(tr("Check now"), QDialogButtonBox::ActionRole);
    retry_ = buttons->addButton(tr("Send again"), QDialogButtonBox::ActionRole);
    takeBack_ = buttons->addButton(tr("Take back"), QDialogButtonBox::ActionRole);
    decide_ = buttons->addButton(tr("Decide..."), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto bind = [this](QPushButton *button, const QKeySequence &key, std::function<void()> run) {
        button->setAutoDefault(false);
        button->setToolTip(key.toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, run);
        auto *shortcut = new QShortcut(key, list_);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [button, run = std::move(run)] {
            if (button->isEnabled())
                run();
        });
    };
    bind(open_, Qt::Key_Return, [this] { openChosen(); });
    bind(check_, Qt::Key_C, [this] { perform(Deed::Check); });
    bind(retry_, Qt::Key_R, [this] { perform(Deed::Retry); });
    bind(takeBack_, Qt::Key_Delete, [this] { perform(Deed::TakeBack); });
    bind(decide_, Qt::Key_D, [this] { Q_EMIT decideWanted(); });
    connect(list_, &QTreeWidget::itemSelectionChanged, this, &OutboxDialog::follow);
    connect(list_, &QTreeWidget::itemDoubleClicked, this, &OutboxDialog::openChosen);
}

void OutboxDialog::ask()
{
    const auto number = asks_.next();
    const auto today = format::local(shell_.bridge.now(), shell_.bridge.zone());
    const auto since = shell_.bridge.now() - std::chrono::seconds{today.time().msecsSinceStartOfDay() / 1000};
    shell_.bridge.read<Seen>(
        this,
        [since](store::Tx &tx) -> Result<Seen> {
            Seen seen;
            VIGIE_TRY(seen.now, plan::outboxNow(tx, since));
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            for (const auto &one : accounts)
                seen.accounts[one.id] = qs(one.handle.empty() ? one.connector : one.handle.substr(0, one.handle.find('@', 1)));
            return seen;
        },
        [this, number](Result<Seen> seen) {
            if (!asks_.is(number))
                return;
            if (!seen)
                return error_->setError(seen.error());
            seen_ = std::move(*seen);
            present();
        });
}

QString OutboxDialog::summary() const
{
    return summary_->text();
}

QString OutboxDialog::when(const Outbound &row) const
{
    const auto zone = shell_.bridge.zone();
    if (row.state == OutboundState::Sent)
        return format::time(row.changedAt, zone);
    const auto due = row.dueAt.value_or(row.createdAt);
    const auto left = std::chrono::ceil<std::chrono::minutes>(due - shell_.bridge.now());
    if (row.state == OutboundState::Planned && left > std::chrono::minutes{0} && left < std::chrono::hours{24})
        return tr("%1, in %2", "date and time, how long until then").arg(format::dateTime(due, zone), format::duration(left));
    return format::dateTime(due, zone);
}

QString OutboxDialog::what(const Outbound &row) const
{
    const auto text = row.parts.empty() ? QString() : qs(row.parts.front().text).simplified().left(kLongestText);
    if (row.after)
        return tr("First comment: %1").arg(text);
    switch (row.kind) {
    case OutboundKind::Post: break;
    case OutboundKind::Reply: return tr("Answer: %1").arg(text);
    case OutboundKind::Edit: return tr("Change: %1").arg(text);
    default: return tr("Action: %1").arg(QString::fromLatin1(toString(row.kind)));
    }
    if (row.parts.size() < 2)
        return text;
    const auto sent = std::count_if(row.parts.begin(), row.parts.end(), [](const OutboundPart &part) { return part.state == OutboundPart::State::Sent; });
    return tr("Thread, %1 of %2 out: %3").arg(sent).arg(row.parts.size()).arg(text);
}

QString OutboxDialog::state(const Outbound &row) const
{
    const auto word = calendar::stateWord(calendar::stateOf(row.state));
    if (row.error && row.state != OutboundState::Sent)
        return tr("%1: %2", "state, why").arg(word, errorSentence(*row.error));
    return word;
}

void OutboxDialog::fill(QTreeWidgetItem &item, const Outbound &row) const
{
    const auto account = seen_.accounts.find(row.account);
    const QString cells[] = {when(row), what(row), account != seen_.accounts.end() ? account->second : QString(), state(row)};
    for (int column = 0; column < kColumns; ++column) {
        item.setText(column, cells[column]);
        item.setToolTip(column, cells[column].toHtmlEscaped());
    }
    item.setForeground(State, calendar::stateColor(shell_.theme, calendar::stateOf(row.state)));
    item.setData(0, kRow, QVariant::fromValue<qlonglong>(row.id.value));
}

void OutboxDialog::addGroup(const QString &name, const std::vector<Outbound> &rows, const QString &help)
{
    if (rows.empty())
        return;
    auto *group = new QTreeWidgetItem(list_, {QStringLiteral("%1 (%2)").arg(name, format::number(static_cast<double>(rows.size())))});
    group->setFirstColumnSpanned(true);
    group->setToolTip(0, help.toHtmlEscaped());
    auto font = list_->font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFlags(Qt::ItemIsEnabled);
    for (const auto &row : rows)
        fill(*new QTreeWidgetItem(group), row);
    group->setExpanded(true);
}

void OutboxDialog::present()
{
    const auto kept = chosen() != nullptr ? chosen()->id : OutboundId{};
    const auto &now = seen_.now;
    list_->clear();
    addGroup(tr("Waits for you"), now.asks, tr("Outcome unknown, failed, missed or kept back by a pause"));
    addGroup(tr("On the way"), now.onTheWay, tr("Being sent, or due within a minute"));
    addGroup(tr("Leaves next"), now.next, tr("Planned, next first"));
    addGroup(tr("Waits for agreement"), now.approval, tr("Leaves at its hour once it is agreed to"));
    addGroup(tr("Held by the network"), now.byNetwork, tr("Taken, but not shown yet: it waits for a moderator there or for its hour"));
    addGroup(tr("Left today"), now.left, tr("Read back or confirmed by the network"));
    const auto next = now.onTheWay.empty() ? now.next.empty() ? tr("Nothing is planned.") : tr("Next: %1.").arg(when(now.next.front())) : tr("%Ln on the way.", nullptr, static_cast<int>(now.onTheWay.size()));
    summary_->setText(next + QLatin1Char(' ') + tr("%Ln left today.", nullptr, static_cast<int>(now.left.size()))
                      + (now.asks.empty() ? QString() : QLatin1Char(' ') + tr("%Ln wait(s) for you.", nullptr, static_cast<int>(now.asks.size()))));
    for (int i = 0; i < list_->topLevelItemCount(); ++i)
        for (int j = 0; j < list_->topLevelItem(i)->childCount(); ++j)
            if (auto *item = list_->topLevelItem(i)->child(j); !list_->currentItem() || item->data(0, kRow).toLongLong() == kept.value)
                list_->setCurrentItem(item);
    follow();
}

const Outbound *OutboxDialog::chosen() const
{
    const auto *item = list_->currentItem();
    if (item == nullptr || !item->data(0, kRow).isValid())
        return nullptr;
    const OutboundId id{item->data(0, kRow).toLongLong()};
    for (const auto *rows : {&seen_.now.asks, &seen_.now.approval, &seen_.now.onTheWay, &seen_.now.next, &seen_.now.byNetwork, &seen_.now.left})
        for (const auto &row : *rows)
            if (row.id == id)
                return &row;
    return nullptr;
}

void OutboxDialog::follow()
{
    const auto *row = chosen();
    const auto is = [row](std::initializer_list<OutboundState> states) { return row != nullptr && std::find(states.begin(), states.end(), row->state) != states.end(); };
    open_->setEnabled(row != nullptr && (row->plan || row->ticket || !row->parts.front().permalink.empty()));
    check_->setEnabled(is({OutboundState::Unknown}));
    retry_->setEnabled(is({OutboundState::Failed, OutboundState::Missed}));
    takeBack_->setEnabled(is({OutboundState::Planned, OutboundState::Failed, OutboundState::Missed, OutboundState::WaitingApproval}));
    decide_->setEnabled(is({OutboundState::Held}));
}

void OutboxDialog::openChosen()
{
    const auto *row = chosen();
    if (row == nullptr)
        return;
    if (row->plan)
        Q_EMIT shell_.openPlan(row->plan);
    else if (row->ticket)
        Q_EMIT shell_.openTicket(row->ticket);
    else if (const QUrl url(qs(row->parts.front().permalink)); url.scheme() == QLatin1String("https"))
        QDesktopServices::openUrl(url);
}

void OutboxDialog::perform(Deed deed)
{
    const auto *row = chosen();
    if (row == nullptr)
        return;
    error_->clear();
    shell_.bridge.write<bool>(
        this,
        [id = row->id, deed, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<bool> {
            plan::Planner planner(tx, networks);
            VIGIE_CHECK(deed == Deed::Check ? planner.checkNow(id) : deed == Deed::Retry ? planner.retry(id) : planner.cancel(id));
            return true;
        },
        [this](Result<bool> done) {
            if (!done && done.error().code == Errc::PolicyRefused)
                error_->setMessage(tr("Publishing is paused, so nothing was sent. Resume it first."));
            else if (!done)
                error_->setError(done.error());
            ask();
        });
}

} // namespace vigie::ui
