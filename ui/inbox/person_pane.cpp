// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/person_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/inbox/tone_line.hpp"
#include "ui/widget/card_painter.hpp"

#include <vigie/store/members.hpp>

#include <QDesktopServices>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedLayout>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr std::size_t kTimelineRows = 7;
constexpr int kNarrowest = 200, kNarrowestOfLarge = 160;
constexpr int kReloadAfterMs = 400;

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

Result<PersonAnswer> loadPerson(store::Tx &tx, MemberId id)
{
    PersonAnswer answer;
    VIGIE_TRY(answer.card, store::Members(tx).card(id));
    auto recent = answer.card.recent;
    if (recent.size() > kTimelineRows)
        recent.resize(kTimelineRows);
    VIGIE_TRY(answer.recent, store::Items(tx).rows(recent));
    return answer;
}

std::optional<double> countOf(const Author &author, const char *key)
{
    for (const auto &value : author.metrics)
        if (value.key == key && value.status == ValueStatus::Ok)
            return value.value;
    return std::nullopt;
}

void clear(QLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

PersonPane::PersonPane(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), stack_(new QStackedLayout(this)), empty_(new EmptyState(this)), skeleton_(new Skeleton(84, this)),
      scroll_(new QScrollArea(this)), avatar_(new AvatarWidget(44, this)), name_(new ElidedLabel(this)), since_(new ElidedLabel(this)),
      age_(roleLabel(QStringLiteral("small"), {}, this)), tags_(nullptr), tagBox_(new QWidget(this)), facts_(new QGridLayout), toneTitle_(roleLabel(QStringLiteral("muted"), {}, this)),
      timelineTitle_(roleLabel(QStringLiteral("muted"), {}, this)), held_(roleLabel(QStringLiteral("muted"), {}, this)), tone_(new ToneLine(this)),
      timeline_(new QVBoxLayout), all_(roleButton(QStringLiteral("link"), this)), profile_(roleButton(QStringLiteral("link"), this))
{
    setProperty("role", "pane");
    tags_ = new FlowLayout(tagBox_);
    auto *page = new QWidget(scroll_);
    page->setProperty("role", "pane");
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = section(column);
    auto *who = new QHBoxLayout;
    who->setSpacing(kMargin);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    name_->setProperty("role", "title");
    since_->setProperty("role", "muted");
    for (auto *label : {name_, since_})
        label->setTextFormat(Qt::PlainText);
    names->addWidget(name_);
    names->addWidget(since_);
    names->addWidget(age_);
    who->addWidget(avatar_);
    who->addLayout(names, 1);
    head->addLayout(who);
    head->addWidget(tagBox_);
    auto *facts = section(column);
    facts_->setColumnStretch(0, 3);
    facts_->setColumnStretch(1, 2);
    facts_->setHorizontalSpacing(kMargin);
    facts_->setVerticalSpacing(6);
    facts->addLayout(facts_);
    auto *tone = section(column);
    tone->addWidget(toneTitle_);
    tone->addWidget(tone_);
    auto *timeline = section(column);
    timeline->addWidget(timelineTitle_);
    timeline_->setSpacing(0);
    timeline->addLayout(timeline_);
    auto *links = new FlowLayout;
    links->addWidget(all_);
    links->addWidget(profile_);
    timeline->addLayout(links);
    auto *held = section(column);
    held_->setWordWrap(true);
    held_->setTextFormat(Qt::PlainText);
    held->addWidget(held_);
    column->addStretch(1);
    scroll_->setWidget(page);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    stack_->addWidget(empty_);
    stack_->addWidget(skeleton_);
    stack_->addWidget(scroll_);
    const auto fit = [this] { setMinimumWidth(std::max(kNarrowest, Theme::of(this).scaled(kNarrowestOfLarge))); };
    fit();
    connect(&Theme::of(this), &Theme::changed, this, fit);
    age_->setWordWrap(true);
    reloadTimer_.setSingleShot(true);
    reloadTimer_.setInterval(kReloadAfterMs);
    connect(&reloadTimer_, &QTimer::timeout, this, &PersonPane::load);
    connect(&bridge, &Bridge::changed, this, [this](const Change &change) {
        if (member_ && (std::find(change.members.begin(), change.members.end(), member_) != change.members.end() || change.tags || !change.tickets.empty())
            && !reloadTimer_.isActive())
            reloadTimer_.start();
    });
    connect(empty_, &EmptyState::actionPressed, this, &PersonPane::load);
    connect(all_, &QPushButton::clicked, this, [this] {
        if (person_)
            Q_EMIT allRequested(qs(person_->card.member.profile.name), qs(person_->card.member.profile.handle));
    });
    connect(profile_, &QPushButton::clicked, this, [this] {
        const QUrl url(person_ ? qs(person_->card.member.profile.profileUrl) : QString(), QUrl::StrictMode);
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
            QDesktopServices::openUrl(url);
    });
    retranslate();
}

QVBoxLayout *PersonPane::section(QVBoxLayout *page)
{
    auto *frame = new QFrame(this);
    frame->setProperty("role", "header"); // a line below
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    layout->setSpacing(6);
    page->addWidget(frame);
    return layout;
}

void PersonPane::setMember(MemberId member)
{
    if (member == member_)
        return;
    member_ = member;
    person_.reset();
    error_.reset();
    generation_.next();
    retranslate();
    if (member_)
        load();
}

void PersonPane::load()
{
    const auto number = generation_.next();
    bridge_.read<PersonAnswer>(
        this, [id = member_](store::Tx &tx) { return loadPerson(tx, id); },
        [this, number](Result<PersonAnswer> result) {
            if (!generation_.is(number))
                return;
            if (result) {
                person_ = std::move(*result);
                error_.reset();
            } else {
                error_ = result.error();
            }
            retranslate();
        });
}

void PersonPane::fillFacts()
{
    clear(facts_);
    const auto &card = person_->card;
    int row = 0;
    const auto add = [&](const QString &what, const QString &value) {
        auto *name = roleLabel(QStringLiteral("muted"), what, this);
        name->setWordWrap(true);
        auto *label = new QLabel(value, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        label->setAccessibleName(QStringLiteral("%1: %2").arg(what, value));
        facts_->addWidget(name, row, 0, Qt::AlignTop);
        facts_->addWidget(label, row++, 1);
        name->show(); // now, not with the next turn of events: the pane must not blink
        label->show();
    };
    const auto now = bridge_.now();
    add(tr("Network"), bridge_.networkName(card.member.connector));
    add(tr("Mentions"), format::number(card.mentions));
    add(tr("Exchanges"), card.lastExchangeAt ? tr("%1, last %2", "a count, then when: 14, last 3 d ago")
                                                   .arg(format::number(card.exchanges), format::ago(*card.lastExchangeAt, now))
                                             : format::number(card.exchanges));
    const auto followers = countOf(card.member.profile, "followers");
    add(tr("Audience"), followers ? format::number(*followers) : tr("not known"));
    if (card.mentions > 0)
        add(tr("Usual tone"), format::signedNumber(static_cast<double>(card.meanTone), 1));
    if (card.member.handles.size() > 1)
        add(tr("Was"), QLatin1Char('@') + qs(card.member.handles[1].handle));
}

void PersonPane::fillTimeline()
{
    clear(timeline_);
    for (const auto &row : person_->recent) {
        const auto text = QStringLiteral("%1 \u00B7 %2").arg(format::date(row.item.publishedAt, bridge_.zone()), qs(card::flatten(row.item.text, 160)));
        auto *button = new TimelineRow(text, this);
        connect(button, &QPushButton::clicked, this, [this, id = row.item.id] { Q_EMIT itemRequested(id); });
        timeline_->addWidget(button);
        button->show();
    }
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
    const auto &card = person_->card;
    const auto &profile = card.member.profile;
    const auto name = qs(profile.name.empty() ? profile.handle : profile.name);
    avatar_->setPerson(name, bridge_.networkBadge(card.member.connector));
    name_->setText(name);
    const auto first = format::local(profile.createdAt.value_or(card.member.firstSeen), bridge_.zone()).date();
    const auto month = QLocale().toString(first, QStringLiteral("MMMM yyyy"));
    since_->setText(QStringLiteral("@%1").arg(qs(profile.handle)));
    tags_->clear();
    age_->setText(profile.createdAt ? tr("there since %1").arg(month) : tr("seen since %1").arg(month));
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
    fillFacts();
    toneTitle_->setText(tr("Tone, one year"));
    tone_->setValues(card.toneByMonth);
    timelineTitle_->setText(tr("Timeline"));
    fillTimeline();
    all_->setText(tr("All their mentions"));
    all_->setAccessibleName(all_->text());
    profile_->setText(tr("Profile"));
    profile_->setAccessibleName(tr("Open the profile on the network"));
    profile_->setVisible(!profile.profileUrl.empty());
    held_->setText(tr("What we hold: the handle, %n public message(s) since %1, our exchanges, tags and notes. It stays on this machine.", nullptr, card.mentions)
                       .arg(format::date(card.member.firstSeen, bridge_.zone())));
    scroll_->setAccessibleName(tr("Person: %1").arg(name));
    stack_->setCurrentWidget(scroll_);
}

void PersonPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
