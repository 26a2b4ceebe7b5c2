// SPDX-License-Identifier: GPL-3.0-or-later
// What the card of a person says, part by part.
#include "ui/inbox/person_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/tone_line.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/write_dialog.hpp"
#include "ui/widget/card_painter.hpp"
#include "ui/widget/flow_layout.hpp"

#include <QDesktopServices>
#include <QGridLayout>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kMoreLines = 50, kShownText = 200;
constexpr std::size_t kShownNotes = 5;

/// A line of the timeline: cut to the width there is, pressed by mouse or keys.
class TimelineRow final : public QPushButton {
public:
    TimelineRow(QString text, QWidget *parent) : QPushButton(parent), text_(std::move(text))
    {
        setProperty("role", "quiet");
        setStyleSheet(QStringLiteral("QPushButton { text-align: left; padding: 1px 2px; }"));
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setAccessibleName(text_);
        setToolTip(text_.toHtmlEscaped());
    }

private:
    void resizeEvent(QResizeEvent *event) override
    {
        QPushButton::resizeEvent(event);
        auto shown = fontMetrics().elidedText(text_, Qt::ElideRight, width() - 8);
        setText(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
    }
    QString text_;
};

void clear(QLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (auto *inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

QString eventWord(PersonEvent what)
{
    switch (what) {
    case PersonEvent::Said: return {};
    case PersonEvent::Answered: return PersonPane::tr("we answered");
    case PersonEvent::Passed: return PersonPane::tr("passed on");
    case PersonEvent::Returned: return PersonPane::tr("a colleague answered");
    case PersonEvent::TicketNote:
    case PersonEvent::PersonNote: return PersonPane::tr("note");
    case PersonEvent::Promised: return PersonPane::tr("promised");
    case PersonEvent::PromiseSettled: return PersonPane::tr("promise settled");
    case PersonEvent::Consented: return PersonPane::tr("consent");
    case PersonEvent::Merged: return PersonPane::tr("identity added");
    case PersonEvent::StepDone: return PersonPane::tr("done");
    }
    return {};
}

} // namespace

FlowLayout *PersonPane::addRow(const Part &part, const QString &words)
{
    auto *label = wrappedLabel({}, words, this);
    label->setTextFormat(Qt::PlainText);
    part.rows->addWidget(label);
    label->show(); // now, not with the next turn of events: the pane must not blink
    auto *links = new FlowLayout(nullptr, kGap);
    part.rows->addLayout(links);
    return links;
}

QPushButton *PersonPane::addLink(FlowLayout *row, const QString &text, const QString &about, std::function<void()> run)
{
    auto *button = roleButton(QStringLiteral("link"), this);
    button->setText(text);
    button->setAccessibleName(about.isEmpty() ? text : QStringLiteral("%1: %2").arg(text, about));
    connect(button, &QPushButton::clicked, this, std::move(run));
    row->addWidget(button);
    button->show();
    return button;
}

void PersonPane::fillFacts()
{
    clear(facts_);
    const auto &card = person_->card;
    int row = 0;
    const auto add = [&](const QString &what, const QString &value) {
        auto *name = wrappedLabel(QStringLiteral("muted"), what, this);
        auto *label = wrappedLabel({}, value, this);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        label->setAccessibleName(QStringLiteral("%1: %2").arg(what, value));
        facts_->addWidget(name, row, 0, Qt::AlignTop);
        facts_->addWidget(label, row++, 1);
        name->show();
        label->show();
    };
    QStringList networks;
    for (const auto &one : card.identities)
        if (const auto name = bridge_.networkName(one.connector); !networks.contains(name))
            networks << name;
    add(card.identities.size() > 1 ? tr("Identities") : tr("Network"), networks.join(QStringLiteral(", ")));
    for (const auto &one : card.identities)
        if (one.id != person_->shown.id)
            add(tr("Also", "another identity of the person"), QLatin1Char('@') + qs(one.profile.handle));
    add(tr("Mentions"), format::number(card.mentions));
    add(tr("Exchanges"), card.lastExchangeAt ? tr("%1, last %2", "a count, then when: 14, last 3 d ago").arg(format::number(card.exchanges), format::ago(*card.lastExchangeAt, bridge_.now()))
                                             : format::number(card.exchanges));
    if (card.usualDelay)
        add(tr("Our usual delay"), format::duration(*card.usualDelay));
    add(tr("Audience"), card.audience >= 0 ? format::number(card.audience) : tr("not known"));
    if (card.relaysOfUs > 0)
        add(tr("Relays of us"), format::number(card.relaysOfUs));
    if (card.mentions > 0)
        add(tr("Usual tone"), format::signedNumber(static_cast<double>(card.meanTone), 1));
    if (person_->shown.handles.size() > 1)
        add(tr("Was"), QLatin1Char('@') + qs(person_->shown.handles[1].handle));
}

void PersonPane::fillPromises()
{
    clear(promises_.rows);
    promises_.title->setText(tr("Open promises"));
    promises_.title->show();
    const auto now = bridge_.now();
    int open = 0;
    for (const auto &promise : person_->card.promises) {
        if (promise.state != PromiseState::Open)
            continue;
        ++open;
        const bool late = promise.isLate(now);
        const auto span = format::duration(std::chrono::floor<std::chrono::seconds>(late ? now - promise.due : promise.due - now));
        const auto words = qs(card::flatten(promise.text, kShownText));
        auto *row = addRow(promises_, words);
        auto *when = roleLabel(late ? QStringLiteral("chipwarn") : QStringLiteral("chip"),
                               QStringLiteral("%1 \u00B7 %2").arg(format::dateTime(promise.due, bridge_.zone()), late ? tr("late by %1", "how long").arg(span) : tr("%1 left", "how long").arg(span)),
                               this);
        row->addWidget(when);
        when->show();
        const auto settle = [&](const QString &text, PromiseState state) { addLink(row, text, words, [this, id = promise.id, state] { desk_.settle(id, state); }); };
        settle(tr("Kept", "of a promise"), PromiseState::Kept);
        settle(tr("Broken", "of a promise"), PromiseState::Broken);
        settle(tr("Released", "of a promise: nobody waits for it any more"), PromiseState::Released);
    }
    promises_.frame->setVisible(open > 0);
}

void PersonPane::fillSteps()
{
    clear(steps_.rows);
    steps_.title->setText(tr("Next step"));
    steps_.title->show();
    for (const auto &step : person_->card.steps) {
        const auto day = QDate::fromString(qs(step.day), Qt::ISODate);
        const bool late = day.isValid() && day < format::local(bridge_.now(), bridge_.zone()).date();
        const auto words = qs(card::flatten(step.text, kShownText));
        auto *row = addRow(steps_, words);
        if (day.isValid()) {
            auto *when = roleLabel(late ? QStringLiteral("chipwarn") : QStringLiteral("chip"),
                                   late ? tr("%1, overdue", "a day").arg(QLocale().toString(day, QLocale::ShortFormat)) : QLocale().toString(day, QLocale::ShortFormat), this);
            row->addWidget(when);
            when->show();
        }
        addLink(row, tr("Done", "of a next step"), words, [this, step] { desk_.finishStep(step); });
    }
    steps_.frame->setVisible(!person_->card.steps.empty());
}

void PersonPane::fillNotes()
{
    clear(notes_.rows);
    notes_.title->setText(tr("Notes"));
    notes_.title->show();
    const auto &all = person_->card.notes;
    for (std::size_t i = 0; i < all.size() && i < kShownNotes; ++i) {
        auto *row = addRow(notes_, qs(all[i].text));
        const auto day = format::date(all[i].at, bridge_.zone());
        const bool named = !all[i].author.empty() && all[i].author != "person";
        auto *by = roleLabel(QStringLiteral("small"), named ? tr("%1, %2", "who wrote it, when").arg(qs(all[i].author), day) : day, this);
        by->setTextFormat(Qt::PlainText);
        row->addWidget(by);
        by->show();
        addLink(row, tr("Take away"), qs(card::flatten(all[i].text, kShownText)), [this, note = all[i]] { desk_.removeNote(note); });
    }
    notes_.frame->setVisible(!all.empty());
}

void PersonPane::fillConsents()
{
    clear(consents_.rows);
    consents_.title->setText(tr("What they agreed to and gave us"));
    consents_.title->show();
    const auto &card = person_->card;
    for (const auto &one : card.consents)
        addRow(consents_, tr("%1: %2 (%3, %4)", "agreed or took back, to what, where that was said, when")
                              .arg(one.granted ? tr("Agreed") : tr("Took back"), qs(one.what), qs(one.source), format::date(one.at, bridge_.zone())));
    for (const auto &one : card.facts) {
        const auto words = tr("%1: %2 (%3, %4)", "what it is, its value, where it comes from, since when").arg(factWord(one.kind), qs(one.value), qs(one.origin), format::date(one.at, bridge_.zone()));
        addLink(addRow(consents_, words), tr("Take away"), words, [this, one] { desk_.removeFact(one); });
    }
    consents_.frame->setVisible(!card.consents.empty() || !card.facts.empty());
}

void PersonPane::fillTimeline()
{
    clear(timeline_.rows);
    timeline_.title->setText(tr("Timeline"));
    timeline_.title->show();
    for (const auto &entry : person_->recent) {
        QStringList words{format::date(entry.at, bridge_.zone())};
        if (person_->card.identities.size() > 1 && !entry.connector.empty())
            words << bridge_.networkBadge(entry.connector);
        if (const auto what = eventWord(entry.event); !what.isEmpty())
            words << what;
        words << qs(card::flatten(entry.text, 160));
        auto *button = new TimelineRow(words.join(QStringLiteral(" \u00B7 ")), this);
        connect(button, &QPushButton::clicked, this, [this, item = entry.item, ticket = entry.ticket] {
            if (item)
                Q_EMIT itemRequested(item);
            else if (ticket)
                Q_EMIT ticketRequested(ticket);
        });
        timeline_.rows->addWidget(button);
        button->show();
    }
    clear(timelineLinks_);
    if (person_->more)
        addLink(timelineLinks_, tr("More"), tr("Show more of the timeline"), [this] {
            shownLines_ += kMoreLines;
            load();
        });
    addLink(timelineLinks_, tr("All their mentions"), {}, [this] { desk_.showMentions(person_->card); });
    if (!person_->shown.profile.profileUrl.empty())
        addLink(timelineLinks_, tr("Profile"), tr("Open the profile on the network"), [url = QUrl(qs(person_->shown.profile.profileUrl), QUrl::StrictMode)] {
            if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
                QDesktopServices::openUrl(url);
        });
}

void PersonPane::fillLinks()
{
    clear(writing_);
    clear(heldLinks_);
    if (person_->card.erased)
        return;
    const auto id = member_;
    addLink(writing_, tr("Note..."), {}, [this, id] { desk_.writeNote(id); });
    addLink(writing_, tr("Next step..."), {}, [this, id] { desk_.writeStep(id); });
    addLink(writing_, tr("Consent..."), {}, [this, id] { desk_.writeConsent(id); });
    addLink(writing_, tr("Datum..."), tr("Something they gave us"), [this, id] { desk_.writeFact(id); });
    addLink(writing_, tr("Identities..."), tr("Who else they are, or may be"), [this, id] { desk_.showIdentities(id); });
    addLink(heldLinks_, tr("What, why, export..."), tr("What is held and why, and as a file"), [this, id] { desk_.showRecord(id); });
    addLink(heldLinks_, tr("Erase..."), tr("Forget this person"), [this, id] { desk_.askErasure(id); });
}

QString PersonPane::heldText() const
{
    const auto &card = person_->card;
    if (card.erased)
        return tr("This person asked to be forgotten. What is left is that there was somebody, and counts.");
    return tr("What we hold: the handle, %n public message(s) since %1, our exchanges, tags and notes, to answer them (legitimate interest). It stays on this machine.", nullptr, card.mentions)
        .arg(format::date(card.firstSeen.value_or(bridge_.now()), bridge_.zone()));
}

} // namespace vigie::ui
