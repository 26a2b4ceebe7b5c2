// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publishing/pause_banner.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/pausing.hpp>

#include <QBoxLayout>
#include <QEvent>

namespace vigie::ui {

PauseBanner::PauseBanner(Shell &shell, QWidget *parent)
    : QFrame(parent), shell_(shell), words_(wrappedLabel(QStringLiteral("strong"), {}, this)), resume_(roleButton(QStringLiteral("warn"), this)),
      decide_(roleButton(QStringLiteral("warn"), this))
{
    setProperty("role", "banner");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kGrid, kWideMargin, kGrid);
    layout->setSpacing(kGap);
    words_->setTextFormat(Qt::PlainText);
    layout->addWidget(words_, 1);
    layout->addWidget(decide_);
    layout->addWidget(resume_);
    connect(resume_, &QPushButton::clicked, this, &PauseBanner::resumeWanted);
    connect(decide_, &QPushButton::clicked, this, &PauseBanner::decideWanted);
    connect(&shell_.bridge, &Bridge::opened, this, &PauseBanner::ask);
    connect(&shell_.bridge, &Bridge::closed, this, [this] {
        now_ = {};
        present();
    });
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || !change.outbounds.empty() || !change.plans.empty())
            ask();
    });
    present();
}

void PauseBanner::ask()
{
    shell_.bridge.read<Now>(
        this,
        [](store::Tx &tx) -> Result<Now> {
            Now now;
            VIGIE_TRY(now.active, store::Pauses(tx).active());
            VIGIE_TRY(now.names, readPauseNames(tx));
            VIGIE_TRY(const auto posts, plan::heldPosts(tx));
            now.held = static_cast<int>(posts.size());
            for (const auto &post : posts)
                now.toDecide += post.free ? 1 : 0;
            return now;
        },
        [this](Result<Now> now) {
            if (!now)
                return;
            now_ = std::move(*now);
            present();
        });
}

QString PauseBanner::sentence() const
{
    return isHidden() ? QString() : words_->text();
}

void PauseBanner::present()
{
    QStringList lines;
    for (const auto &pause : now_.active) {
        const auto since = format::dateTime(pause.begunAt, shell_.bridge.zone());
        const auto what = pauseScopeText(pause, now_.names);
        lines << (pause.person.empty() ? tr("%1: paused since %2. %3", "what, since, reason").arg(what, since, qs(pause.reason))
                                       : tr("%1: paused since %2 by %3. %4", "what, since, person, reason").arg(what, since, qs(pause.person), qs(pause.reason)));
    }
    if (!now_.active.empty())
        lines << tr("%Ln post(s) or answer(s) kept back.", nullptr, now_.held);
    if (now_.toDecide > 0)
        lines << tr("%Ln post(s) that a pause kept back wait for your decision. None of them leaves by itself.", nullptr, now_.toDecide);
    words_->setText(lines.join(QLatin1Char('\n')));
    setVisible(!lines.isEmpty());
    resume_->setText(tr("Resume..."));
    resume_->setAccessibleName(tr("Resume publishing"));
    resume_->setVisible(!now_.active.empty());
    decide_->setText(tr("Decide..."));
    decide_->setAccessibleName(tr("Decide about what was kept back"));
    decide_->setVisible(now_.toDecide > 0);
    setAccessibleName(words_->text());
}

void PauseBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        present();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
