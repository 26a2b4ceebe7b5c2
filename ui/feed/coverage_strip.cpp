// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/coverage_strip.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/paint.hpp"

#include <QPainter>

namespace vigie::ui {

namespace {
constexpr int kStripHeight = 4;
}

CoverageStrip::CoverageStrip(Bridge &bridge, QWidget *parent) : QAbstractButton(parent), bridge_(bridge)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(kStripHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

QSize CoverageStrip::sizeHint() const
{
    return {100, kStripHeight};
}

void CoverageStrip::setCoverage(Coverage coverage)
{
    coverage_ = std::move(coverage);
    retranslate();
    update();
}

QString CoverageStrip::words() const
{
    if (!coverage_)
        return tr("Coverage is being looked up.");
    QStringList sentences;
    if (coverage_->windows.empty())
        sentences << tr("Nothing was asked of the networks in the last 7 days.");
    else
        sentences << tr("Last 7 days: %1 of the time seen.").arg(format::percent(coverage_->seenShare));
    if (coverage_->openGaps > 0) {
        sentences << tr("%n gap(s) not read.", nullptr, coverage_->openGaps);
        sentences << tr("Missing in all: %1.").arg(format::duration(coverage_->gapTime));
    } else if (!coverage_->windows.empty()) {
        sentences << tr("No gaps.");
    }
    if (coverage_->seenUpTo)
        sentences << tr("Everything seen up to %1.").arg(format::dateTime(*coverage_->seenUpTo, bridge_.zone()));
    return sentences.join(QLatin1Char('\n'));
}

std::set<AccountId> CoverageStrip::withGaps() const
{
    std::set<AccountId> accounts;
    if (coverage_)
        for (const auto &window : coverage_->windows)
            if (window.state == SyncWindow::State::Gap && !window.closedAt)
                accounts.insert(window.key.account);
    return accounts;
}

void CoverageStrip::retranslate()
{
    setAccessibleName(tr("Coverage"));
    setAccessibleDescription(words());
    setToolTip(words());
}

void CoverageStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    std::vector<paint::Stretch> stretches;
    if (coverage_ && coverage_->to > coverage_->from) {
        const auto whole = static_cast<double>((coverage_->to - coverage_->from).count());
        for (const auto &window : coverage_->windows)
            stretches.push_back({static_cast<double>((window.from - coverage_->from).count()) / whole,
                                 static_cast<double>((window.to - coverage_->from).count()) / whole,
                                 window.state == SyncWindow::State::Gap ? paint::Stretch::Kind::Gap : paint::Stretch::Kind::Seen});
    }
    paint::coverage(painter, Theme::of(this), rect(), stretches);
    if (hasFocus()) { // too low for a frame
        painter.setPen(Qt::NoPen);
        painter.fillRect(rect(), Theme::of(this).colors().accent);
    }
}

} // namespace vigie::ui
