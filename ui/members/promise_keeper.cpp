// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/promise_keeper.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/promise_bar.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/promises.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLookAfterMs = 400, kShownWords = 80;
}

PromiseKeeper::PromiseKeeper(Shell &shell, ReplyBox &reply, QObject *parent) : QObject(parent), shell_(shell), reply_(reply), bar_(new PromiseBar(&reply))
{
    reply.addBar(bar_);
    timer_.setSingleShot(true);
    timer_.setInterval(kLookAfterMs);
    connect(&timer_, &QTimer::timeout, this, &PromiseKeeper::look);
    connect(&reply.editor(), &QPlainTextEdit::textChanged, &timer_, qOverload<>(&QTimer::start));
    connect(bar_, &PromiseBar::confirmed, this, [this] { confirm(true); });
    connect(bar_, &PromiseBar::refused, this, [this] { confirm(false); });
}

void PromiseKeeper::read(TicketId ticket, const QString &draft, std::function<void(Promises)> done)
{
    struct Read {
        Promises found;
        std::vector<store::PromiseChoice> choices;
    };
    shell_.bridge.read<Read>(
        this,
        [ticket, text = utf8(draft.trimmed()), zone = shell_.bridge.zone()](store::Tx &tx) -> Result<Read> {
            Read out;
            VIGIE_TRY(out.found, desk::proposedPromises(tx, ticket, text, zone));
            VIGIE_TRY(out.choices, store::Promises(tx).choices(ticket));
            return out;
        },
        [this, ticket, done = std::move(done)](Result<Read> read) {
            if (!read) {
                if (read.error().code != Errc::NotFound) // the ticket is gone, and with it the question
                    shell_.toasts.showError(read.error());
                return;
            }
            if (!read_.contains(ticket.value)) // decided before the window was opened
                for (const auto &one : read->choices)
                    (one.wanted ? confirmed_ : refused_)[ticket.value].insert(qs(one.text));
            read_.insert(ticket.value);
            done(std::move(read->found));
        });
}

void PromiseKeeper::look()
{
    const auto number = looks_.next();
    ticket_ = reply_.ticket();
    const auto draft = reply_.reply().text;
    if (!ticket_ || draft.trimmed().isEmpty()) {
        found_.clear();
        return show();
    }
    read(ticket_, draft, [this, number](Promises found) {
        if (!looks_.is(number))
            return;
        found_ = std::move(found);
        show();
    });
}

bool PromiseKeeper::isConfirmed() const
{
    const auto words = confirmed_.value(ticket_.value);
    return !found_.empty() && std::all_of(found_.begin(), found_.end(), [&](const Promise &one) { return words.contains(qs(one.text)); });
}

void PromiseKeeper::show()
{
    const auto refused = refused_.value(ticket_.value);
    QStringList times;
    for (const auto &one : found_)
        if (!refused.contains(qs(one.text)))
            times << format::dateTime(one.due, shell_.bridge.zone());
    bar_->setPromise(times.join(QStringLiteral(", ")), isConfirmed());
}

void PromiseKeeper::confirm(bool wanted)
{
    for (const auto &one : found_) {
        auto &to = wanted ? confirmed_[ticket_.value] : refused_[ticket_.value];
        auto &from = wanted ? refused_[ticket_.value] : confirmed_[ticket_.value];
        to.insert(qs(one.text));
        from.remove(qs(one.text));
    }
    keepChoices(ticket_);
    show();
}

void PromiseKeeper::keepChoices(TicketId ticket)
{
    std::vector<store::PromiseChoice> choices;
    for (const auto &words : confirmed_.value(ticket.value))
        choices.push_back({utf8(words), true});
    for (const auto &words : refused_.value(ticket.value))
        choices.push_back({utf8(words), false});
    shell_.bridge.write<bool>(
        this,
        [ticket, choices = std::move(choices)](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Promises(tx).keepChoices(ticket, choices));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell_.toasts.showError(done.error());
        });
}

void PromiseKeeper::note(TicketId ticket)
{
    if (!ticket)
        return;
    if (ticket == reply_.ticket() && !reply_.reply().text.trimmed().isEmpty()) {
        if (!timer_.isActive() && ticket == ticket_ && !found_.empty())
            return confirm(!isConfirmed());
        timer_.stop(); // the words of a moment ago were not looked at yet
        const auto number = looks_.next();
        ticket_ = ticket;
        return read(ticket, reply_.reply().text, [this, number](Promises found) {
            if (!looks_.is(number))
                return;
            found_ = std::move(found);
            if (found_.empty())
                shell_.toasts.show(tr("Nothing is promised by a time here, or it is noted already."));
            confirm(true);
        });
    }
    read(ticket, {}, [this, ticket](Promises found) {
        if (found.empty())
            shell_.toasts.show(tr("Nothing is promised by a time here, or it is noted already."));
        else
            add(ticket, std::move(found), true);
    });
}

void PromiseKeeper::sent(TicketId ticket)
{
    noted_.remove(ticket.value);
    read(ticket, {}, [this, ticket](const Promises &found) {
        const auto confirmed = confirmed_.take(ticket.value), refused = refused_.take(ticket.value);
        if (!confirmed.isEmpty() || !refused.isEmpty())
            keepChoices(ticket);
        Promises sure, asked;
        for (const auto &one : found) {
            if (confirmed.contains(qs(one.text)))
                sure.push_back(one);
            else if (!refused.contains(qs(one.text)))
                asked.push_back(one);
        }
        if (!sure.empty())
            add(ticket, std::move(sure), false);
        if (!asked.empty()) {
            const auto text = sentence(asked.front());
            shell_.toasts.showAction(text, tr("Note the promise"), [this, ticket, asked = std::move(asked)] { add(ticket, asked, true); });
        }
    });
}

void PromiseKeeper::takenBack(TicketId ticket)
{
    const auto ids = noted_.take(ticket.value);
    if (!ids.empty())
        remove(ids); // what was not said is not owed
}

QString PromiseKeeper::sentence(const Promise &promise) const
{
    const auto words = qs(promise.text).simplified();
    return tr("Promised by %1: \"%2\"", "a time, then the words that promise")
        .arg(format::dateTime(promise.due, shell_.bridge.zone()), words.size() > kShownWords ? words.left(kShownWords) + QChar(0x2026) : words);
}

void PromiseKeeper::add(TicketId ticket, Promises promises, bool action)
{
    const auto text = sentence(promises.front());
    shell_.bridge.write<std::vector<PromiseId>>(
        this,
        [promises = std::move(promises), action, person = whoWrites(shell_.bridge)](store::Tx &tx) -> Result<std::vector<PromiseId>> {
            std::vector<PromiseId> ids;
            if (action)
                VIGIE_CHECK(store::Tickets(tx).beginChangeSet("promise"));
            for (auto one : promises) {
                one.madeBy = person;
                VIGIE_TRY(const auto id, store::Promises(tx).add(one));
                ids.push_back(id);
            }
            return ids;
        },
        [this, ticket, text](Result<std::vector<PromiseId>> noted) {
            if (!noted)
                return static_cast<void>(shell_.toasts.showError(noted.error()));
            noted_.insert(ticket.value, *noted);
            shell_.toasts.showUndo(text, [this, ids = *noted] { remove(ids); });
        });
}

void PromiseKeeper::remove(const std::vector<PromiseId> &ids)
{
    shell_.bridge.write<bool>(
        this,
        [ids](store::Tx &tx) -> Result<bool> {
            for (const auto id : ids) {
                const auto gone = store::Promises(tx).remove(id);
                if (!gone && gone.error().code != Errc::NotFound)
                    return fail(gone.error());
            }
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell_.toasts.showError(done.error());
        });
}

} // namespace vigie::ui
