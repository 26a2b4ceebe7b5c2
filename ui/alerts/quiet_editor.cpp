// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/quiet_editor.hpp"

#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kSaveAfterMs = 400; // one write for a series of clicks

QTime timeOf(int minutes)
{
    return QTime(minutes / 60, minutes % 60);
}

int minutesOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

/// Monday-first place of a button to the bit of its day, Sunday first.
int bitOf(std::size_t place)
{
    return static_cast<int>((place + 1) % 7);
}

} // namespace

QuietEditor::QuietEditor(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), on_(new QCheckBox(this)), fromLabel_(roleLabel(QStringLiteral("muted"), {}, this)), toLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      hint_(roleLabel(QStringLiteral("small"), {}, this)), from_(new QTimeEdit(this)), to_(new QTimeEdit(this))
{
    hint_->setWordWrap(true);
    auto *times = new QHBoxLayout;
    for (auto *widget : std::initializer_list<QWidget *>{fromLabel_, from_, toLabel_, to_})
        times->addWidget(widget);
    times->addStretch(1);
    auto *days = new QHBoxLayout;
    for (auto &day : days_) {
        day = roleButton(QStringLiteral("chip"), this);
        day->setCheckable(true);
        days->addWidget(day);
        connect(day, &QPushButton::toggled, this, &QuietEditor::changed);
    }
    days->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(on_);
    layout->addLayout(times);
    layout->addLayout(days);
    layout->addWidget(hint_);
    saveTimer_.setSingleShot(true);
    saveTimer_.setInterval(kSaveAfterMs);
    connect(&saveTimer_, &QTimer::timeout, this, &QuietEditor::save);
    connect(on_, &QCheckBox::toggled, this, &QuietEditor::changed);
    for (auto *time : {from_, to_})
        connect(time, &QTimeEdit::timeChanged, this, &QuietEditor::changed);
    retranslate();
    show({});
    load();
}

void QuietEditor::load()
{
    shell_.bridge.read<std::optional<std::string>>(this, [](store::Tx &tx) { return store::Settings(tx).get(app::kQuietHours.key); },
                                                   [this](Result<std::optional<std::string>> text) {
                                                       if (text && *text && !saveTimer_.isActive())
                                                           show(insight::quietHoursFrom(**text));
                                                   });
}

insight::QuietHours QuietEditor::hours() const
{
    insight::QuietHours hours;
    hours.on = on_->isChecked();
    hours.from = minutesOf(from_->time());
    hours.to = minutesOf(to_->time());
    hours.days = 0;
    for (std::size_t i = 0; i < days_.size(); ++i)
        if (days_[i]->isChecked())
            hours.days = static_cast<std::uint8_t>(hours.days | 1 << bitOf(i));
    return hours;
}

void QuietEditor::show(const insight::QuietHours &hours)
{
    showing_ = true;
    on_->setChecked(hours.on);
    from_->setTime(timeOf(hours.from));
    to_->setTime(timeOf(hours.to));
    for (std::size_t i = 0; i < days_.size(); ++i)
        days_[i]->setChecked((hours.days >> bitOf(i) & 1) != 0);
    showing_ = false;
    changed();
}

void QuietEditor::changed()
{
    for (auto *widget : std::initializer_list<QWidget *>{from_, to_})
        widget->setEnabled(on_->isChecked());
    for (auto *day : days_)
        day->setEnabled(on_->isChecked());
    if (!showing_ && isVisible())
        saveTimer_.start();
}

void QuietEditor::save()
{
    shell_.bridge.write<bool>(
        this,
        [json = insight::toJson(hours())](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Settings(tx).set(app::kQuietHours.key, json));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell_.toasts.showError(done.error());
        });
}

void QuietEditor::retranslate()
{
    on_->setText(tr("Quiet hours"));
    fromLabel_->setText(tr("from"));
    toLabel_->setText(tr("to"));
    from_->setAccessibleName(tr("Quiet from"));
    to_->setAccessibleName(tr("Quiet until"));
    const QLocale locale;
    for (std::size_t i = 0; i < days_.size(); ++i) {
        const int day = static_cast<int>(i) + 1;
        days_[i]->setText(locale.standaloneDayName(day, QLocale::ShortFormat));
        days_[i]->setAccessibleName(tr("Quiet in the night of %1").arg(locale.standaloneDayName(day)));
    }
    hint_->setText(tr("What rings meanwhile is told in one notice at their end, unless its rule is told in quiet hours as well. A night belongs to the day it begins on."));
}

void QuietEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
