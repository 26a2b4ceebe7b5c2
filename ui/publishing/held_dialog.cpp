// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/held_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLocale>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWidth = 900, kHeight = 460, kLongestCell = 200, kSoonMinutes = 60;
enum Column { Hour, Text, Where, Why, IfKept, kColumns };

Instant instantOf(const QDateTime &local, const std::string &zone)
{
    WallTime wall;
    wall.year = local.date().year();
    wall.month = static_cast<std::uint8_t>(local.date().month());
    wall.day = static_cast<std::uint8_t>(local.date().day());
    wall.hour = static_cast<std::uint8_t>(local.time().hour());
    wall.minute = static_cast<std::uint8_t>(local.time().minute());
    const auto at = toInstant(wall, zone);
    return at ? at->at : Instant{};
}

/// Where it goes, in the zone it was planned in.
Result<OutboundState> moveTo(store::Tx &tx, const connect::Catalogue &networks, const plan::HeldPost &post, Instant at, const std::string &zone)
{
    auto its = zone;
    if (post.plan) {
        VIGIE_TRY(const auto plan, store::Plans(tx).get(post.plan));
        if (!plan.zone.empty())
            its = plan.zone;
    }
    VIGIE_TRY(const auto wall, toWall(at, its));
    return plan::decideHeld(tx, networks, post, plan::HeldDecision::Move, wall, its);
}

} // namespace

HeldDialog::HeldDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), words_(wrappedLabel(QStringLiteral("muted"), {}, this)), moveLabel_(roleLabel(QStringLiteral("muted"), tr("Move to"), this)),
      table_(new QTableWidget(this)), when_(new QDateTimeEdit(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What a pause kept back"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(words_);
    layout->addWidget(error_);
    table_->setColumnCount(kColumns);
    table_->setHorizontalHeaderLabels({tr("Hour"), tr("Post"), tr("On"), tr("Kept back because"), tr("If it is kept")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    showAsRows(*table_, Text);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setAccessibleName(windowTitle());
    layout->addWidget(table_, 1);
    buildButtons(layout);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &HeldDialog::follow);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || !change.outbounds.empty())
            ask();
    });
    resize(Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight));
    table_->setFocus();
    ask();
}

void HeldDialog::buildButtons(QVBoxLayout *layout)
{
    when_->setCalendarPopup(true);
    when_->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    when_->setDateTime(format::local(shell_.bridge.now() + std::chrono::minutes{kSoonMinutes}, shell_.bridge.zone()));
    when_->setAccessibleName(tr("Move to"));
    moveLabel_->setBuddy(when_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    keep_ = buttons->addButton(tr("Keep"), QDialogButtonBox::ActionRole);
    move_ = buttons->addButton(tr("Move"), QDialogButtonBox::ActionRole);
    cancel_ = buttons->addButton(tr("Cancel the post"), QDialogButtonBox::ActionRole);
    for (auto *button : {keep_, move_, cancel_})
        button->setAutoDefault(false);
    keep_->setToolTip(tr("Leaves at its hour; if that has passed, within its lateness at once, else it counts as missed and asks (K)"));
    move_->setToolTip(tr("The first chosen post goes to this hour, the others follow at the distances they had (M)"));
    cancel_->setToolTip(tr("Does not leave; a post of which nothing was sent is a draft again (Del)"));
    auto *where = new QHBoxLayout;
    where->addWidget(moveLabel_);
    where->addWidget(when_);
    where->addStretch(1);
    layout->addLayout(where);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto bind = [this](QPushButton *button, const QKeySequence &key, plan::HeldDecision decision) {
        connect(button, &QPushButton::clicked, this, [this, decision] { decide(decision); });
        auto *shortcut = new QShortcut(key, table_);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, decision] { decide(decision); });
    };
    bind(keep_, Qt::Key_K, plan::HeldDecision::Keep);
    bind(move_, Qt::Key_M, plan::HeldDecision::Move);
    bind(cancel_, Qt::Key_Delete, plan::HeldDecision::Cancel);
}

void HeldDialog::ask()
{
    shell_.bridge.read<std::vector<Row>>(
        this,
        [](store::Tx &tx) -> Result<std::vector<Row>> {
            VIGIE_TRY(auto posts, plan::heldPosts(tx));
            std::vector<Row> rows;
            for (auto &post : posts) {
                QStringList where;
                for (const auto id : post.accounts) {
                    VIGIE_TRY(const auto account, store::Accounts(tx).get(id));
                    where << qs(account.handle.empty() ? account.connector : account.handle.substr(0, account.handle.find('@', 1))); // the words need the room
                }
                rows.push_back({std::move(post), where.join(QStringLiteral(", "))});
            }
            return rows;
        },
        [this](Result<std::vector<Row>> rows) {
            if (!rows)
                return error_->setError(rows.error());
            show(std::move(*rows));
        });
}

QString HeldDialog::ifKept(const plan::HeldPost &post) const
{
    if (!post.free)
        return tr("still paused");
    const auto now = shell_.bridge.now();
    if (!post.due || *post.due > now)
        return post.due ? tr("leaves at its hour") : tr("leaves at once");
    const auto late = format::duration(std::chrono::duration_cast<std::chrono::seconds>(now - *post.due));
    if (post.plan && now > *post.due + post.lateBy)
        return tr("missed: %1 late").arg(late);
    return tr("leaves at once, %1 late").arg(late);
}

void HeldDialog::show(std::vector<Row> rows)
{
    rows_ = std::move(rows);
    words_->setText(rows_.empty() ? tr("Nothing is kept back.") : tr("None of these leaves by itself. Choose one or several, then keep, move or cancel them."));
    const int before = table_->currentRow();
    table_->setRowCount(static_cast<int>(rows_.size()));
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
        const auto &[post, where] = rows_[static_cast<std::size_t>(row)];
        const QStringList cells{post.due ? format::dateTime(*post.due, shell_.bridge.zone()) : tr("at once"), qs(post.text).simplified().left(kLongestCell), where,
                                qs(post.reason), ifKept(post)};
        for (int column = 0; column < kColumns; ++column)
            table_->setItem(row, column, new QTableWidgetItem(cells[column]));
        table_->item(row, Text)->setToolTip(qs(post.text).toHtmlEscaped());
    }
    if (!rows_.empty() && table_->selectionModel()->selectedRows().empty())
        table_->selectRow(std::clamp(before, 0, static_cast<int>(rows_.size()) - 1));
    follow();
}

void HeldDialog::follow()
{
    bool free = !table_->selectionModel()->selectedRows().empty();
    for (const auto &index : table_->selectionModel()->selectedRows())
        free = free && index.row() < static_cast<int>(rows_.size()) && rows_[static_cast<std::size_t>(index.row())].post.free;
    for (auto *button : {keep_, move_, cancel_})
        button->setEnabled(free);
}

void HeldDialog::decide(plan::HeldDecision decision)
{
    std::vector<plan::HeldPost> chosen;
    for (const auto &index : table_->selectionModel()->selectedRows())
        chosen.push_back(rows_[static_cast<std::size_t>(index.row())].post);
    if (chosen.empty() || !keep_->isEnabled())
        return;
    const auto zone = shell_.bridge.zone();
    const auto first = instantOf(when_->dateTime(), zone);
    error_->clear();
    table_->clearSelection();
    shell_.bridge.write<int>(
        this,
        [chosen, decision, first, zone, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<int> {
            for (const auto &post : chosen) {
                const auto shift = post.due && chosen.front().due ? *post.due - *chosen.front().due : Micros{0};
                if (decision == plan::HeldDecision::Move)
                    VIGIE_CHECK(moveTo(tx, networks, post, first + shift, zone));
                else
                    VIGIE_CHECK(plan::decideHeld(tx, networks, post, decision));
            }
            return static_cast<int>(chosen.size());
        },
        [this, decision](Result<int> done) {
            if (!done && done.error().code == Errc::InvalidInput)
                error_->setMessage(tr("Nothing was moved: that time has already passed. Choose a later one."));
            else if (!done)
                error_->setError(done.error());
            else if (decision == plan::HeldDecision::Cancel)
                shell_.toasts.show(tr("%Ln post(s) cancelled.", nullptr, *done));
            else
                shell_.toasts.show(decision == plan::HeldDecision::Move ? tr("%Ln post(s) moved.", nullptr, *done) : tr("%Ln post(s) kept.", nullptr, *done));
            ask();
        });
}

} // namespace vigie::ui
