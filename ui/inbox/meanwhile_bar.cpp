// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/meanwhile_bar.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/text/length.hpp>

#include <QEvent>
#include <QHBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kShown = 160;

QString sentence(const desk::Meanwhile &one)
{
    using What = desk::Meanwhile::What;
    const auto who = qs(one.who), text = qs(text::elide(one.text, kShown));
    switch (one.what) {
    case What::Deleted: return MeanwhileBar::tr("%1 deleted the message while you were writing. Nothing can be sent to it any more; your text stays here.").arg(who);
    case What::ColleagueSent: return MeanwhileBar::tr("A colleague has answered as %1: \"%2\" Press Send again to answer all the same.").arg(who, text);
    case What::AnswerWaits: return MeanwhileBar::tr("Another answer to this ticket is on its way: \"%1\" Press Send again to answer all the same.").arg(text);
    case What::NewerMessage: return MeanwhileBar::tr("%1 wrote again while you were writing. Read it above; what you send next answers the newest message.").arg(who);
    case What::Edited: return MeanwhileBar::tr("%1 changed the message while you were writing. It now reads: \"%2\" Press Send again when your answer still fits.").arg(who, text);
    }
    return {};
}

} // namespace

MeanwhileBar::MeanwhileBar(QWidget *parent) : QFrame(parent), label_(wrappedLabel(QStringLiteral("warn"), {}, this))
{
    setProperty("role", "banner");
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 6, kMargin, 6);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label_);
    hide();
}

void MeanwhileBar::show(const std::vector<desk::Meanwhile> &what)
{
    what_ = what;
    say();
    setVisible(!what_.empty());
}

QString MeanwhileBar::text() const
{
    return label_->text();
}

void MeanwhileBar::say()
{
    QStringList lines;
    for (const auto &one : what_)
        lines.append(sentence(one));
    label_->setText(lines.join(QLatin1Char('\n')));
    setAccessibleName(label_->text());
}

void MeanwhileBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
