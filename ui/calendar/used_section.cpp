// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/used_section.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr std::size_t kMost = 3;
}

UsedSection::UsedSection(CalendarData &source, QWidget *parent) : PostSection(parent), data_(source), words_(wrappedLabel(QStringLiteral("warn"), {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(words_);
    words_->setTextFormat(Qt::PlainText);
    hide();
}

QString UsedSection::text() const
{
    return isHidden() ? QString() : words_->text();
}

void UsedSection::setPlan(const PlanItem &plan, bool readOnly)
{
    asked_.next();
    text_.clear();
    found_.clear();
    show();
    if (!readOnly)
        typed(plan);
}

void UsedSection::typed(const PlanItem &plan)
{
    if (plan.text == text_)
        return;
    text_ = plan.text;
    const auto number = asked_.next();
    data_.bridge().read<std::vector<insight::UsedText>>(
        this, [text = plan.text, id = plan.id](store::Tx &tx) { return insight::usedAlready(tx, text, id, kMost); },
        [this, number](Result<std::vector<insight::UsedText>> found) {
            if (!asked_.is(number) || !found) // the words can be planned without it
                return;
            found_ = std::move(*found);
            show();
        });
}

void UsedSection::show()
{
    QStringList lines;
    for (const auto &one : found_) {
        const auto *account = data_.account(one.account);
        const auto who = account != nullptr ? qs(account->handle) : QString();
        const auto alike = format::percent(one.likeness);
        if (one.item)
            lines << tr("Text used already on %1 by %2 (%3 alike)", "a date, an account, a share").arg(format::longDate(one.at, data_.zone()), who, alike);
        else if (one.at != Instant{})
            lines << tr("The same text is planned for %1 by %2 (%3 alike)", "a date, an account, a share").arg(format::dateTime(one.at, data_.zone()), who, alike);
        else
            lines << tr("The same text waits in a draft for %1 (%2 alike)", "an account, a share").arg(who, alike);
    }
    lines.removeDuplicates();
    words_->setText(lines.join(QLatin1Char('\n')));
    setVisible(!lines.isEmpty());
}

void UsedSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
