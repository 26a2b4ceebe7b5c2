// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/status_line.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/relay_counting.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <set>
#include <string>

namespace vigie::ui {

namespace {

constexpr int kCountEveryMs = 500;

Result<int> mentionsSinceYesterday(store::Tx &tx, const std::string &zone)
{
    const store::AsCounted counted(tx);
    VIGIE_TRY(const auto today, localDay(tx.now(), zone));
    store::FigureFilter filter;
    filter.fromDay = today - 1;
    filter.toDay = today + 1;
    VIGIE_TRY(const auto days, store::Figures(tx).days(filter));
    int mentions = 0;
    for (const auto &day : days)
        mentions += static_cast<int>(day.total());
    return mentions;
}

} // namespace

StatusLine::StatusLine(Bridge &bridge, QWidget *parent)
    : QFrame(parent), bridge_(bridge), seen_(roleLabel(QStringLiteral("small"), {}, this)), onTheWay_(roleLabel(QStringLiteral("small"), {}, this)),
      counts_(roleLabel(QStringLiteral("small"), {}, this)), gap_(roleButton(QStringLiteral("warnlink"), this)),
      trouble_(roleButton(QStringLiteral("warnlink"), this))
{
    setProperty("role", "footer");
    setFixedHeight(Theme::of(this).scaled(kStatusHeight));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 0);
    layout->setSpacing(18);
    layout->addWidget(seen_);
    layout->addWidget(gap_);
    layout->addWidget(onTheWay_);
    layout->addWidget(trouble_);
    layout->addStretch(1);
    layout->addWidget(counts_);
    connect(gap_, &QPushButton::clicked, this, &StatusLine::gapPressed);
    connect(trouble_, &QPushButton::clicked, this, &StatusLine::outboxPressed);
    connect(&bridge_, &Bridge::statusChanged, this, &StatusLine::refresh);
    connect(&bridge_, &Bridge::closed, this, [this] {
        mentions_ = toAnswer_ = -1;
        refresh();
    });
    connect(&bridge_, &Bridge::openFailed, this, &StatusLine::refresh);
    connect(&bridge_, &Bridge::opened, this, &StatusLine::readMentions);
    countTimer_.setSingleShot(true);
    connect(&countTimer_, &QTimer::timeout, this, &StatusLine::readMentions);
    connect(&bridge_, &Bridge::changed, this, [this](const Change &change) {
        if (!change.itemsAdded.empty() || change.settings) // whether relays count is a setting
            wantMentions();
    });
    refresh();
}

void StatusLine::wantMentions()
{
    if (countTimer_.isActive())
        return;
    const auto since = sinceCount_.isValid() ? sinceCount_.elapsed() : kCountEveryMs;
    countTimer_.start(since >= kCountEveryMs ? 0 : static_cast<int>(kCountEveryMs - since));
}

void StatusLine::readMentions()
{
    sinceCount_.restart();
    bridge_.read<int>(
        this, [zone = bridge_.zone()](store::Tx &tx) { return mentionsSinceYesterday(tx, zone); },
        [this](Result<int> mentions) {
            if (!mentions)
                return;
            mentions_ = *mentions;
            refresh();
        });
}

void StatusLine::setToAnswer(int count)
{
    toAnswer_ = count;
    refresh();
}

void StatusLine::refresh()
{
    const auto &status = bridge_.status();
    const bool open = bridge_.state() == Bridge::State::Open;
    std::set<std::string> connected; // two accounts of one network are one network
    for (const auto &account : status.accounts)
        if (account.account.state == AccountState::Active)
            connected.insert(account.account.connector);
    const int networks = static_cast<int>(connected.size());
    QString seen;
    if (bridge_.state() == Bridge::State::Opening || bridge_.state() == Bridge::State::Idle)
        seen = tr("Opening the workspace...");
    else if (!open)
        seen = tr("No workspace is open");
    else if (networks == 0)
        seen = tr("No network is connected");
    else if (!status.online)
        seen = tr("No connection: what was collected stays, the rest comes when it is back");
    else if (!status.seenUpTo)
        seen = tr("%n network(s), nothing read yet", nullptr, networks);
    else if (bridge_.now() - *status.seenUpTo > std::chrono::hours(20))
        seen = tr("%n network(s), all seen up to %1", nullptr, networks).arg(format::dateTime(*status.seenUpTo, bridge_.zone()));
    else
        seen = tr("%n network(s), all seen up to %1", nullptr, networks).arg(format::time(*status.seenUpTo, bridge_.zone()));
    seen_->setText(seen);
    gap_->setVisible(open && status.openGaps > 0);
    if (status.openGaps == 1)
        gap_->setText(tr("one gap of %1 - fill").arg(format::duration(status.gapTime)));
    else
        gap_->setText(tr("%n gap(s), %1 in all - fill", nullptr, status.openGaps).arg(format::duration(status.gapTime)));
    gap_->setAccessibleName(gap_->text());
    onTheWay_->setVisible(open && status.onTheirWay > 0);
    onTheWay_->setText(tr("%n on the way", nullptr, status.onTheirWay));
    QStringList trouble;
    if (status.unknown > 0)
        trouble << tr("%n outcome(s) not known yet", nullptr, status.unknown);
    if (status.failed > 0)
        trouble << tr("%n not sent", nullptr, status.failed);
    if (status.missed > 0)
        trouble << tr("%n missed, waiting for a decision", nullptr, status.missed);
    trouble_->setVisible(open && !trouble.isEmpty());
    trouble_->setText(trouble.join(QString::fromUtf8(" \xC2\xB7 ")));
    trouble_->setAccessibleName(trouble_->text());
    QStringList counts;
    if (mentions_ >= 0)
        counts << tr("%Ln since yesterday", nullptr, mentions_);
    if (toAnswer_ >= 0)
        counts << tr("%Ln to answer", nullptr, toAnswer_);
    counts_->setVisible(open && !counts.isEmpty());
    counts_->setText(counts.join(QString::fromUtf8(" \xC2\xB7 ")));
    setAccessibleName(words());
}

QString StatusLine::words() const
{
    QStringList parts;
    for (const QWidget *part : std::initializer_list<const QWidget *>{seen_, gap_, onTheWay_, trouble_, counts_})
        if (!part->isHidden()) {
            if (const auto *label = qobject_cast<const QLabel *>(part))
                parts << label->text();
            else if (const auto *button = qobject_cast<const QPushButton *>(part))
                parts << button->text();
        }
    return parts.join(QString::fromUtf8(" \xC2\xB7 "));
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
