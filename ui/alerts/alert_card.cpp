// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_card.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace vigie::ui {

AlertCard::AlertCard(QWidget *parent)
    : QFrame(parent), kind_(roleLabel(QStringLiteral("warn"), {}, this)), fresh_(roleLabel(QStringLiteral("chipaccent"), {}, this)),
      headline_(roleLabel(QStringLiteral("strong"), {}, this)), usual_(roleLabel(QStringLiteral("muted"), {}, this)), when_(roleLabel(QStringLiteral("small"), {}, this)), gaps_(roleLabel(QStringLiteral("warn"), {}, this)),
      open_(roleButton({}, this)), done_(roleButton(QStringLiteral("quiet"), this)), snooze_(roleButton(QStringLiteral("quiet"), this)), mute_(roleButton(QStringLiteral("quiet"), this))
{
    setProperty("role", "card");
    setFocusPolicy(Qt::StrongFocus);
    for (auto *label : {headline_, usual_, when_, gaps_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // names of members are in it
    }
    auto *head = new QHBoxLayout;
    head->addWidget(kind_, 1);
    head->addWidget(fresh_);
    auto *buttons = new FlowLayout;
    for (auto *button : {open_, done_, snooze_, mute_})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kGap, kMargin, kGap);
    layout->setSpacing(kGrid);
    kind_->setWordWrap(true);
    layout->addLayout(head);
    layout->addWidget(headline_);
    layout->addWidget(usual_);
    layout->addWidget(when_);
    layout->addWidget(gaps_);
    layout->addLayout(buttons);
    connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(view_); });
    connect(done_, &QPushButton::clicked, this, [this] { Q_EMIT doneWanted(view_); });
    connect(snooze_, &QPushButton::clicked, this, [this] { Q_EMIT snoozeWanted(view_); });
    connect(mute_, &QPushButton::clicked, this, [this] { Q_EMIT muteWanted(view_); });
}

void AlertCard::show(const AlertView &view, const std::string &zone, Instant now)
{
    view_ = view;
    zone_ = zone;
    now_ = now;
    retranslate();
}

void AlertCard::retranslate()
{
    const auto &alert = view_.alert;
    kind_->setText(alertRuleName(view_.rule));
    setRole(kind_, alertRole(alert.found.kind));
    const bool away = alert.state == AlertState::Done || alert.snoozedUntil;
    const bool muted = view_.rule.mutedUntil && *view_.rule.mutedUntil > now_;
    fresh_->setText(alert.snoozedUntil               ? tr("until %1", "put off").arg(format::dateTime(*alert.snoozedUntil, zone_))
                    : alert.state == AlertState::Done ? tr("done")
                                                      : tr("new"));
    fresh_->setVisible(alert.state != AlertState::Seen || alert.snoozedUntil);
    setRole(fresh_, away ? QStringLiteral("chip") : QStringLiteral("chipaccent"));
    headline_->setText(alertHeadline(view_));
    usual_->setText(alertUsual(view_, zone_));
    QStringList when{tr("since %1").arg(format::dateTime(alert.firstAt, zone_))};
    if (alert.lastAt - alert.firstAt >= std::chrono::minutes{1})
        when << tr("last seen %1").arg(format::ago(alert.lastAt, now_));
    if (const auto growth = alertGrowth(view_); !growth.isEmpty())
        when << growth;
    when_->setText(when.join(QString::fromUtf8(" \xC2\xB7 ")));
    open_->setText(alert.found.kind == AlertKind::Unread || alert.found.kind == AlertKind::Deadline ? tr("Open the inbox") : alert.found.kind == AlertKind::Silence ? tr("Open the account") : tr("Show what caused it"));
    const auto gaps = alertGaps(view_, zone_);
    gaps_->setText(gaps);
    gaps_->setVisible(!gaps.isEmpty());
    done_->setText(away ? tr("Back to the list") : tr("Done"));
    snooze_->setText(tr("Snooze..."));
    mute_->setText(muted ? tr("Let it ring again") : tr("Mute for a day"));
    for (auto *button : {open_, done_, snooze_, mute_})
        button->setAccessibleName(tr("%1: %2", "button, alert").arg(button->text(), headline_->text()));
    setAccessibleName(QStringList{kind_->text(), headline_->text(), usual_->text(), when_->text(), gaps}.join(QStringLiteral(". ")));
}

void AlertCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT openWanted(view_);
    else
        QFrame::keyPressEvent(event);
}

void AlertCard::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void AlertCard::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void AlertCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).colors().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

void AlertCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
