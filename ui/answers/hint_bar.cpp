// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/hint_bar.hpp"

#include "ui/answers/answer_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>

#include <utility>

namespace vigie::ui {

HintBar::HintBar(Shell &shell, QWidget *parent)
    : QFrame(parent), shell_(shell), text_(wrappedLabel(QStringLiteral("warn"), {}, this)), look_(roleButton(QStringLiteral("link"), this)), leave_(roleButton(QStringLiteral("link"), this))
{
    setProperty("role", "banner");
    setAttribute(Qt::WA_StyledBackground);
    auto *bar = new QHBoxLayout(this);
    bar->setContentsMargins(kMargin, 6, kMargin, 6);
    text_->setTextFormat(Qt::PlainText);
    bar->addWidget(text_, 1);
    bar->addWidget(look_);
    bar->addWidget(leave_);
    connect(look_, &QPushButton::clicked, this, &HintBar::look);
    connect(leave_, &QPushButton::clicked, this, &HintBar::leaveBe);
    hide();
    showNext();
}

void HintBar::setHints(std::vector<desk::AnswerHint> hints, const QString &draft)
{
    hints_ = std::move(hints);
    draft_ = draft;
    showNext();
}

QString HintBar::text() const
{
    return isHidden() ? QString() : text_->text();
}

void HintBar::showNext()
{
    look_->setText(tr("See it"));
    look_->setAccessibleName(tr("See what we said then"));
    leave_->setText(tr("It is meant so"));
    leave_->setAccessibleName(leave_->text());
    while (!hints_.empty() && meant_.contains(hintText(hints_.front(), draft_, shell_.bridge.zone())))
        hints_.erase(hints_.begin());
    setVisible(!hints_.empty());
    if (hints_.empty())
        return;
    const auto &hint = hints_.front();
    text_->setText(hintText(hint, draft_, shell_.bridge.zone()));
    setAccessibleName(text_->text());
    look_->setVisible(!hint.permalink.empty() || hint.ticket);
    look_->setToolTip(hint.permalink.empty() ? qs(hint.said) : qs(hint.permalink) + QLatin1Char('\n') + qs(hint.said));
}

void HintBar::look()
{
    if (hints_.empty())
        return;
    const auto &hint = hints_.front();
    if (!openPage(qs(hint.permalink)) && hint.ticket) // the page leaves the reply that is being written in view
        Q_EMIT shell_.openTicket(hint.ticket);
}

void HintBar::leaveBe()
{
    if (!hints_.empty())
        meant_.insert(hintText(hints_.front(), draft_, shell_.bridge.zone()));
    showNext();
}

void HintBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showNext();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
