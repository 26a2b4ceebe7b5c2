// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/after_section.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/calendar/posting_reading.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr std::size_t kShownAges = 4;
}

AfterSection::AfterSection(CalendarData &source, CalendarActions &actions, QWidget *parent)
    : PostSection(parent), data_(source), actions_(actions), title_(roleLabel(QStringLiteral("muted"), {}, this)), words_(wrappedLabel({}, {}, this)),
      all_(roleButton(QStringLiteral("link"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    words_->setTextFormat(Qt::PlainText);
    layout->addWidget(title_);
    layout->addWidget(words_);
    layout->addWidget(all_, 0, Qt::AlignLeft);
    connect(all_, &QPushButton::clicked, this, [this] { actions_.shell().commands.run(QStringLiteral("calendar.after")); });
    connect(&data_.bridge(), &Bridge::changed, this, [this](const Change &change) {
        const auto mine = [&](const AfterOne &one) { return std::find(change.itemsChanged.begin(), change.itemsChanged.end(), one.after.series.item) != change.itemsChanged.end(); };
        if (std::any_of(read_.begin(), read_.end(), mine))
            ask(); // read at its next age while one looks
    });
    retranslate();
    hide();
}

QString AfterSection::text() const
{
    return isHidden() ? QString() : words_->text();
}

void AfterSection::setPlan(const PlanItem &plan, bool readOnly)
{
    if (plan.id != plan_.id) {
        read_.clear();
        show();
    }
    plan_ = plan;
    if (readOnly)
        ask();
}

void AfterSection::ask()
{
    const auto number = asked_.next();
    data_.bridge().read<std::vector<AfterOne>>(
        this, [plan = plan_](store::Tx &tx) { return readAfter(tx, plan); },
        [this, number](Result<std::vector<AfterOne>> read) {
            if (!asked_.is(number))
                return;
            if (read)
                read_ = std::move(*read);
            show();
        });
}

void AfterSection::show()
{
    QStringList lines;
    for (const auto &one : read_) {
        if (read_.size() > 1)
            lines << qs(one.handle);
        const auto &ages = one.after.ages;
        for (std::size_t i = ages.size() > kShownAges ? ages.size() - kShownAges : 0; i < ages.size(); ++i) // the last ones say most
            if (ages[i].engagements)
                lines << posting::atAge(ages[i]);
        if (std::none_of(ages.begin(), ages.end(), [](const insight::AtAge &age) { return age.engagements.has_value(); }))
            lines << (one.after.series.nextAt ? tr("No count yet; the next one is read %1.", "a time").arg(format::dateTime(*one.after.series.nextAt, data_.zone()))
                                              : tr("No count was read before it was gone."));
        else if (one.after.series.nextAt)
            lines << tr("Read next %1.", "a time").arg(format::dateTime(*one.after.series.nextAt, data_.zone()));
    }
    words_->setText(lines.join(QLatin1Char('\n')));
    setVisible(!lines.isEmpty());
}

void AfterSection::retranslate()
{
    title_->setText(tr("At equal age"));
    all_->setText(tr("All counts..."));
    all_->setAccessibleName(all_->text());
    show();
}

void AfterSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PostSection::changeEvent(event);
}

} // namespace vigie::ui
