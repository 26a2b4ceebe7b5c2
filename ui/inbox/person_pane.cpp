// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/person_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/tone_line.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/widget/flow_layout.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/persons.hpp>

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kNarrowest = 200, kNarrowestOfLarge = 160, kReloadAfterMs = 400;
}

Result<PersonAnswer> loadPerson(store::Tx &tx, MemberId id, int lines)
{
    PersonAnswer answer;
    store::Persons persons(tx);
    VIGIE_TRY(answer.card, persons.card(id));
    VIGIE_TRY(answer.shown, store::Members(tx).get(id));
    VIGIE_TRY(answer.recent, persons.timeline(id, {{}, lines, {}}));
    answer.more = static_cast<int>(answer.recent.size()) >= lines;
    return answer;
}

PersonPane::PersonPane(MemberDesk &desk, QWidget *parent)
    : QFrame(parent), desk_(desk), bridge_(desk.shell().bridge), stack_(new QStackedLayout(this)), empty_(new EmptyState(this)), skeleton_(new Skeleton(84, this)),
      scroll_(new QScrollArea(this)), avatar_(new AvatarWidget(44, this)), name_(new ElidedLabel(this)), since_(new ElidedLabel(this)),
      age_(roleLabel(QStringLiteral("small"), {}, this)), tagBox_(new QWidget(this)), facts_(new QGridLayout), tone_(new ToneLine(this)),
      held_(wrappedLabel(QStringLiteral("muted"), {}, this))
{
    setProperty("role", "pane");
    build();
    wire();
    retranslate();
}

PersonPane::Part PersonPane::part(QVBoxLayout *page)
{
    auto *frame = new QFrame(this);
    frame->setProperty("role", "header"); // a line below
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    layout->setSpacing(6);
    auto *title = roleLabel(QStringLiteral("muted"), {}, frame);
    title->hide();
    layout->addWidget(title);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(kGrid);
    layout->addLayout(rows);
    page->addWidget(frame);
    return {frame, title, rows};
}

void PersonPane::build()
{
    auto *page = new QWidget(scroll_);
    page->setProperty("role", "pane");
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = part(column).rows;
    auto *who = new QHBoxLayout;
    who->setSpacing(kMargin);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    name_->setProperty("role", "title");
    since_->setProperty("role", "muted");
    for (auto *label : {name_, since_})
        label->setTextFormat(Qt::PlainText);
    age_->setWordWrap(true);
    for (auto *label : {static_cast<QWidget *>(name_), static_cast<QWidget *>(since_), static_cast<QWidget *>(age_)})
        names->addWidget(label);
    who->addWidget(avatar_);
    who->addLayout(names, 1);
    head->addLayout(who);
    tags_ = new FlowLayout(tagBox_);
    tags_->setContentsMargins(0, 0, 0, 0);
    head->addWidget(tagBox_);
    writing_ = new FlowLayout(nullptr, kGap);
    head->addLayout(writing_);
    facts_->setColumnStretch(0, 3);
    facts_->setColumnStretch(1, 2);
    facts_->setHorizontalSpacing(kMargin);
    facts_->setVerticalSpacing(6);
    part(column).rows->addLayout(facts_);
    promises_ = part(column);
    steps_ = part(column);
    toneline_ = part(column);
    toneline_.rows->addWidget(tone_);
    notes_ = part(column);
    timeline_ = part(column);
    timeline_.rows->setSpacing(0);
    timelineLinks_ = new FlowLayout(nullptr, kGap);
    qobject_cast<QVBoxLayout *>(timeline_.frame->layout())->addLayout(timelineLinks_);
    consents_ = part(column);
    what_ = part(column);
    held_->setTextFormat(Qt::PlainText);
    what_.rows->addWidget(held_);
    heldLinks_ = new FlowLayout(nullptr, kGap);
    what_.rows->addLayout(heldLinks_);
    column->addStretch(1);
    page->setMinimumWidth(1); // as wide as the pane: what one long button asks for must not push every value out of sight
    scroll_->setWidget(page);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (auto *shown : {static_cast<QWidget *>(empty_), static_cast<QWidget *>(skeleton_), static_cast<QWidget *>(scroll_)})
        stack_->addWidget(shown);
}

void PersonPane::wire()
{
    const auto fit = [this] { setMinimumWidth(std::max(kNarrowest, Theme::of(this).scaled(kNarrowestOfLarge))); };
    fit();
    connect(&Theme::of(this), &Theme::changed, this, fit);
    reloadTimer_.setSingleShot(true);
    reloadTimer_.setInterval(kReloadAfterMs);
    connect(&reloadTimer_, &QTimer::timeout, this, &PersonPane::load);
    connect(&bridge_, &Bridge::changed, this, [this](const Change &change) {
        const auto isOurs = [this](MemberId id) {
            return id == member_ || (person_ && std::any_of(person_->card.identities.begin(), person_->card.identities.end(), [id](const Member &one) { return one.id == id; }));
        };
        if (member_ && (std::any_of(change.members.begin(), change.members.end(), isOurs) || change.tags || !change.tickets.empty()) && !reloadTimer_.isActive())
            reloadTimer_.start();
    });
    connect(empty_, &EmptyState::actionPressed, this, &PersonPane::load);
}

void PersonPane::setMember(MemberId member)
{
    if (member == member_)
        return;
    member_ = member;
    shownLines_ = lines_;
    person_.reset();
    error_.reset();
    generation_.next();
    retranslate();
    if (member_)
        load();
}

void PersonPane::setLines(int lines)
{
    lines_ = shownLines_ = lines;
}

void PersonPane::load()
{
    const auto number = generation_.next();
    bridge_.read<PersonAnswer>(
        this, [id = member_, lines = shownLines_](store::Tx &tx) { return loadPerson(tx, id, lines); },
        [this, number](Result<PersonAnswer> result) {
            if (!generation_.is(number))
                return;
            if (result) {
                person_ = std::move(*result);
                error_.reset();
            } else {
                error_ = result.error();
            }
            const bool inside = isAncestorOf(QApplication::focusWidget());
            retranslate();
            if (inside)
                focusCard(); // what had the keys may be gone
        });
}

void PersonPane::focusCard()
{
    scroll_->setFocus(Qt::ShortcutFocusReason);
}

void PersonPane::retranslate()
{
    if (!member_ || error_) {
        if (error_)
            empty_->setContent(QStringLiteral("error"), tr("The person could not be read"), errorSentence(*error_), tr("Try again"));
        else
            empty_->setContent(QStringLiteral("person"), tr("Nobody is chosen"), tr("Who speaks appears here with the ticket."));
        stack_->setCurrentWidget(empty_);
        return;
    }
    if (!person_) {
        stack_->setCurrentWidget(skeleton_);
        return;
    }
    fillHead();
    fillFacts();
    fillPromises();
    fillSteps();
    toneline_.title->setText(tr("Tone, one year"));
    toneline_.title->show();
    tone_->setValues(person_->card.toneByMonth);
    toneline_.frame->setVisible(tone_->hasValues());
    fillNotes();
    fillTimeline();
    fillConsents();
    fillLinks();
    held_->setText(heldText());
    scroll_->setAccessibleName(tr("Person: %1").arg(name_->text()));
    stack_->setCurrentWidget(scroll_);
}

void PersonPane::fillHead()
{
    const auto &card = person_->card;
    const auto &profile = person_->shown.profile;
    const auto name = card.erased ? tr("Erased person") : nameOf(person_->shown);
    avatar_->setPerson(name, bridge_.networkBadge(person_->shown.connector));
    name_->setText(name);
    since_->setText(card.erased ? QString() : QStringLiteral("@%1").arg(qs(profile.handle)));
    const auto first = format::local(profile.createdAt.value_or(person_->shown.firstSeen), bridge_.zone()).date();
    const auto month = QLocale().toString(first, QStringLiteral("MMMM yyyy"));
    age_->setText(profile.createdAt ? tr("there since %1").arg(month) : tr("seen since %1").arg(month));
    tags_->clear();
    if (profile.bot)
        tags_->addWidget(roleLabel(QStringLiteral("chipwarn"), tr("automated account"), tagBox_));
    if (profile.optOut)
        tags_->addWidget(roleLabel(QStringLiteral("chipwarn"), tr("asked not to be indexed"), tagBox_));
    for (const auto &tag : card.tags) {
        auto *chip = roleLabel(QStringLiteral("chip"), qs(tag), tagBox_);
        chip->setTextFormat(Qt::PlainText);
        tags_->addWidget(chip);
    }
    tagBox_->setVisible(tags_->count() > 0);
}

void PersonPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
