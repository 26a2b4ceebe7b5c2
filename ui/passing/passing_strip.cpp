// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/passing_strip.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/app/passing.hpp>
#include <vigie/desk/relay_back.hpp>
#include <vigie/store/questions.hpp>

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kMostLines = 3;
constexpr int kClockMs = 30'000;

PassingState stateOf(const PassedRow &row, Instant now)
{
    return passingState(row.row.question, row.row.passing, now);
}

bool waits(PassingState state)
{
    return state == PassingState::Inside || state == PassingState::Late;
}

} // namespace

PassingStrip::PassingStrip(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    layout->setSpacing(kGrid);
    clock_.setInterval(kClockMs);
    connect(&clock_, &QTimer::timeout, this, &PassingStrip::present);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (ticket_ && (change.questions || std::find(change.tickets.begin(), change.tickets.end(), ticket_) != change.tickets.end()))
            ask();
    });
    hide();
}

void PassingStrip::setTicket(TicketId ticket)
{
    if (ticket == ticket_)
        return;
    ticket_ = ticket;
    rows_.clear();
    present();
    ask();
}

Result<std::vector<PassedRow>> PassingStrip::read(store::Tx &tx, TicketId ticket)
{
    store::PassingFilter filter;
    filter.ticket = ticket;
    VIGIE_TRY(auto found, store::Passings(tx).list(filter));
    VIGIE_TRY(const auto notes, store::Passings(tx).answerNotes(ticket));
    std::vector<PassedRow> out;
    for (auto &row : found) {
        PassedRow one;
        VIGIE_TRY(one.department, store::Departments(tx).get(row.passing.department));
        VIGIE_TRY(one.replies, store::Questions(tx).replies(row.question.id));
        for (const auto &note : notes)
            if (note.question == row.question.id) {
                one.usable = note.reply;
                one.used = note.usedAt.has_value();
            }
        one.row = std::move(row);
        out.push_back(std::move(one));
    }
    return out;
}

void PassingStrip::ask()
{
    const auto number = generation_.next();
    if (!ticket_)
        return;
    shell_.bridge.read<std::vector<PassedRow>>(this, [ticket = ticket_](store::Tx &tx) { return read(tx, ticket); }, [this, number](Result<std::vector<PassedRow>> rows) {
        if (!generation_.is(number))
            return;
        if (!rows) {
            if (rows.error().code != Errc::Cancelled)
                shell_.toasts.showError(rows.error());
            return;
        }
        rows_ = std::move(*rows);
        present();
    });
}

void PassingStrip::present()
{
    while (auto *line = layout()->takeAt(0)) {
        if (auto *widget = line->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete line;
    }
    setVisible(!rows_.empty());
    if (rows_.empty())
        return clock_.stop();
    clock_.start();
    int lines = 0;
    for (const auto &row : rows_)
        if (lines++ < kMostLines)
            addLine(row);
    if (static_cast<int>(rows_.size()) > kMostLines)
        layout()->addWidget(roleLabel(QStringLiteral("small"), tr("and %Ln earlier question(s)", nullptr, static_cast<int>(rows_.size()) - kMostLines), this));
}

void PassingStrip::addLine(const PassedRow &row)
{
    const auto now = shell_.bridge.now();
    const auto state = stateOf(row, now);
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line, kMargin);
    flow->setContentsMargins(0, 0, 0, 0);
    auto *words = wrappedLabel(state == PassingState::Late || state == PassingState::Failed ? QStringLiteral("warn") : QStringLiteral("strong"),
                               stateSentence(row, now, shell_.bridge.zone()), line);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(false);
    flow->addWidget(words);
    const auto button = [&](const QString &text, auto run) {
        auto *link = roleButton(QStringLiteral("link"), line);
        link->setText(text);
        link->setAccessibleName(QStringLiteral("%1: %2").arg(serviceName(row.department), text));
        connect(link, &QPushButton::clicked, this, run);
        flow->addWidget(link);
    };
    const auto id = row.row.question.id;
    if (state == PassingState::Leaving)
        button(tr("Take back"), [this, id] { takeBack(id); });
    if (waits(state))
        button(tr("Remind"), [this, id] { remindOf(id); });
    if (row.usable != 0)
        button(row.used ? tr("Turn into a reply again") : tr("Turn into a reply"), [this, reply = row.usable] { turnReply(reply); });
    layout()->addWidget(line);
    if (const auto refused = refusedSentence(row.row.question); !refused.isEmpty()) {
        auto *sentence = wrappedLabel(QStringLiteral("small"), refused, this);
        sentence->setTextFormat(Qt::PlainText);
        layout()->addWidget(sentence);
    }
}

bool PassingStrip::canRemind() const
{
    return std::any_of(rows_.begin(), rows_.end(), [this](const PassedRow &row) { return waits(stateOf(row, shell_.bridge.now())); });
}

bool PassingStrip::canTurn() const
{
    return std::any_of(rows_.begin(), rows_.end(), [](const PassedRow &row) { return row.usable != 0; });
}

void PassingStrip::remind()
{
    const PassedRow *longest = nullptr;
    for (const auto &row : rows_)
        if (waits(stateOf(row, shell_.bridge.now())) && (longest == nullptr || row.row.passing.dueAt < longest->row.passing.dueAt))
            longest = &row;
    if (longest != nullptr)
        remindOf(longest->row.question.id);
}

void PassingStrip::turn()
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [](const PassedRow &row) { return row.usable != 0; });
    if (found != rows_.end())
        turnReply(found->usable);
}

void PassingStrip::remindOf(QuestionId question)
{
    shell_.bridge.write<app::PassedOn>(
        this,
        [question](store::Tx &tx) -> Result<app::PassedOn> {
            VIGIE_TRY(const auto account, app::mailSettings(tx));
            return app::remind(tx, question, account ? PassWay::Mail : PassWay::Text);
        },
        [this](Result<app::PassedOn> done) {
            if (!done) {
                shell_.toasts.showError(done.error());
            } else if (done->bytes.empty()) {
                shell_.bridge.workspace()->mail().wake();
                shell_.toasts.show(tr("Reminder sent"));
            } else {
                QGuiApplication::clipboard()->setText(qs(done->bytes));
                shell_.toasts.show(tr("No mail account: the reminder is on the clipboard."));
            }
        });
}

void PassingStrip::takeBack(QuestionId question)
{
    shell_.bridge.workspace()->mail().cancel(question, shell_.bridge.executor(), shell_.bridge.guarded<Result<void>>(this, [this](Result<void> back) {
        if (!back)
            shell_.toasts.showError(back.error());
    }));
}

void PassingStrip::turnReply(std::int64_t reply)
{
    Q_EMIT turning();
    shell_.bridge.write<desk::TurnedAnswer>(this, [reply](store::Tx &tx) { return desk::turnIntoReply(tx, reply); }, [this](Result<desk::TurnedAnswer> done) {
        if (!done) {
            shell_.toasts.showError(done.error());
            return;
        }
        Q_EMIT turned(done->ticket, qs(done->draft));
    });
}

void PassingStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        present();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
