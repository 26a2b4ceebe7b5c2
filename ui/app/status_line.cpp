// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/status_line.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/tickets.hpp>

#include <QEvent>
#include <QHBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kCountEveryMs = 2000;

struct Counts {
    int mentions = 0, toAnswer = 0;
};

Result<Counts> readBoth(store::Tx &tx, const std::string &zone)
{
    Counts counts;
    VIGIE_TRY(const auto today, localDay(tx.now(), zone));
    store::FigureFilter filter;
    filter.fromDay = today - 1;
    filter.toDay = today + 1;
    VIGIE_TRY(const auto days, store::Figures(tx).days(filter));
    for (const auto &day : days)
        counts.mentions += static_cast<int>(day.total());
    VIGIE_TRY(const auto rows, store::Tickets(tx).list({}));
    counts.toAnswer = static_cast<int>(rows.size());
    return counts;
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
    connect(&bridge_, &Bridge::opened, this, &StatusLine::readCounts);
    countTimer_.setSingleShot(true);
    countTimer_.setInterval(kCountEveryMs);
    connect(&countTimer_, &QTimer::timeout, this, &StatusLine::readCounts);
    connect(&bridge_, &Bridge::changed, this, [this](const Change &change) {
        if ((!change.itemsAdded.empty() || !change.tickets.empty()) && !countTimer_.isActive())
            countTimer_.start();
    });
    refresh();
}

void StatusLine::readCounts()
{
    bridge_.read<Counts>(
        this, [zone = bridge_.zone()](store::Tx &tx) { return readBoth(tx, zone); },
        [this](Result<Counts> counts) {
            if (!counts)
                return;
            mentions_ = counts->mentions;
            toAnswer_ = counts->toAnswer;
            refresh();
        });
}

void StatusLine::refresh()
{
    const auto &status = bridge_.status();
    const bool open = bridge_.state() == Bridge::State::Open;
    int networks = 0;
    for (const auto &account : status.accounts)
        if (account.account.state == AccountState::Active)
            ++networks;
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
    counts_->setVisible(open && mentions_ >= 0);
    if (mentions_ >= 0)
        counts_->setText(QString::fromUtf8("%1 \xC2\xB7 %2")
                             .arg(tr("%Ln since yesterday", nullptr, mentions_), tr("%Ln to answer", nullptr, toAnswer_)));
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
