// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/rating_scale_row.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace vigie::ui {

namespace {

using connect::RatingReading;
using connect::RatingScale;

QString scaleWords(RatingScale scale)
{
    switch (scale) {
    case RatingScale::Detect: return RatingScaleRow::tr("found in the file");
    case RatingScale::Stars: return RatingScaleRow::tr("of five stars");
    case RatingScale::Ten: return RatingScaleRow::tr("of ten");
    case RatingScale::Twenty: return RatingScaleRow::tr("of twenty");
    case RatingScale::Hundred: return RatingScaleRow::tr("per cent");
    case RatingScale::One: return RatingScaleRow::tr("parts of one");
    case RatingScale::Thumbs: return RatingScaleRow::tr("thumbs up and down");
    }
    return {};
}

QString plain(double value)
{
    return format::number(value, value == std::floor(value) ? 0 : 1);
}

QString reasonWords(const RatingReading &reading)
{
    switch (reading.reason) {
    case RatingReading::Reason::Given: return RatingScaleRow::tr("as you said");
    case RatingReading::Reason::Highest:
        return RatingScaleRow::tr("the numbers go from %1 to %2").arg(plain(reading.lowest), plain(reading.highest));
    case RatingReading::Reason::Shares: return RatingScaleRow::tr("nothing is above 1, and there are smaller parts than halves");
    case RatingReading::Reason::TwoWays: return RatingScaleRow::tr("there are only two values");
    case RatingReading::Reason::TooHigh:
        return RatingScaleRow::tr("%1 is beyond every scale: numbers are not taken for ratings until you say of how many they are").arg(plain(reading.highest));
    case RatingReading::Reason::NoNumbers: return RatingScaleRow::tr("no rating is a bare number");
    }
    return {};
}

} // namespace

RatingScaleRow::RatingScaleRow(QWidget *parent)
    : QWidget(parent), label_(roleLabel(QStringLiteral("muted"), {}, this)), words_(roleLabel(QStringLiteral("muted"), {}, this)), scales_(new QComboBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(label_);
    layout->addWidget(scales_);
    layout->addWidget(words_, 1);
    words_->setWordWrap(true);
    label_->setBuddy(scales_);
    for (const auto scale : connect::kRatingScales)
        scales_->addItem({}, static_cast<int>(scale));
    QObject::connect(scales_, &QComboBox::activated, this, &RatingScaleRow::chosen);
    setReading(RatingScale::Detect, std::nullopt);
}

void RatingScaleRow::setReading(RatingScale scale, const std::optional<RatingReading> &reading)
{
    reading_ = reading;
    scales_->setCurrentIndex(scales_->findData(static_cast<int>(scale)));
    setVisible(reading_.has_value());
    retranslate();
}

RatingScale RatingScaleRow::scale() const
{
    return static_cast<RatingScale>(scales_->currentData().toInt());
}

void RatingScaleRow::choose(RatingScale scale)
{
    scales_->setCurrentIndex(scales_->findData(static_cast<int>(scale)));
    Q_EMIT chosen();
}

QString RatingScaleRow::words() const
{
    return words_->text();
}

void RatingScaleRow::retranslate()
{
    label_->setText(tr("Ratings are"));
    scales_->setAccessibleName(tr("Of how many the ratings are"));
    for (int i = 0; i < scales_->count(); ++i)
        scales_->setItemText(i, scaleWords(static_cast<RatingScale>(scales_->itemData(i).toInt())));
    if (!reading_)
        return words_->clear();
    QStringList parts;
    if (scale() == RatingScale::Detect && reading_->scale != RatingScale::Detect && reading_->numbers > 0)
        parts << tr("%1: %2", "scale of the ratings and why").arg(scaleWords(reading_->scale), reasonWords(*reading_));
    else
        parts << reasonWords(*reading_);
    if (reading_->own > 0)
        parts << tr("%Ln say(s) of how many and is read so", nullptr, static_cast<int>(reading_->own));
    if (reading_->unread > 0)
        parts << tr("%Ln is/are no rating: their lines have none", nullptr, static_cast<int>(reading_->unread));
    if (reading_->beyond > 0)
        parts << tr("%Ln beyond that: their lines are left out", nullptr, static_cast<int>(reading_->beyond));
    words_->setText(parts.join(QString::fromUtf8(" \xC2\xB7 ")));
    scales_->setAccessibleDescription(words_->text());
}

void RatingScaleRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
