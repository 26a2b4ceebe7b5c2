// SPDX-License-Identifier: GPL-3.0-or-later
// How long the words of one account are and why, how they are parted, and what changed in the base since they went their own way.
#include "ui/calendar/variant_row.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/inbox/entry_widget.hpp"
#include "ui/inbox/reply_length.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/plan/answer_parts.hpp>
#include <vigie/text/difference.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/length.hpp>

#include <QCheckBox>
#include <QMenu>
#include <QSignalBlocker>
#include <QTextCursor>

#include <algorithm>

namespace vigie::ui {

void VariantRow::setLeaving(const std::string &text)
{
    leaving_ = text;
    count();
}

void VariantRow::setBegunFrom(const std::optional<std::string> &base)
{
    begunFrom_ = base;
    showChanged();
}

void VariantRow::setLanguage(const std::string &lang)
{
    const auto own = utf8(ownText());
    const auto wanted = overridden() ? text::detectLanguage(own, lang) : lang;
    if (wanted == lang_)
        return;
    lang_ = wanted;
    writing_->setSituation(wanted == "und" ? std::string() : wanted, account_.id);
}

bool VariantRow::baseChanged() const
{
    return chosen() && overridden() && !readOnly_ && begunFrom_ && *begunFrom_ != utf8(base_);
}

void VariantRow::backToBase()
{
    if (readOnly_ || !overridden())
        return;
    own_->setChecked(false);
    const QSignalBlocker quiet(writing_->field());
    auto cursor = writing_->field()->textCursor(); // its own undo can bring the words back
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    choose_->setFocus();
}

void VariantRow::partIntoThread()
{
    if (readOnly_ || !chosen())
        return;
    Q_EMIT partsWanted();
}

void VariantRow::takeParts(const std::vector<std::string> &parts)
{
    if (parts.size() < 2)
        return;
    const auto joined = qs(plan::joinParts(parts));
    if (!overridden())
        own_->setChecked(true);
    auto cursor = writing_->field()->textCursor();
    cursor.select(QTextCursor::Document);
    cursor.insertText(joined);
}

bool VariantRow::tooLong() const
{
    return over_;
}

void VariantRow::count()
{
    const auto profile = plan::lengthProfile(bridge_.networks(), account_);
    const auto parts = plan::threadParts(leaving_);
    text::Length worst;
    int over = 0;
    for (const auto &part : parts) {
        auto length = text::measure(part, profile, utf8(warning_));
        over += length.fits() ? 0 : 1;
        // Parts may be counted in different units: the worst is the one that is nearest to its end.
        if (static_cast<qint64>(length.used) * std::max(worst.limit, 1) >= static_cast<qint64>(worst.used) * std::max(length.limit, 1))
            worst = std::move(length);
    }
    over_ = over > 0;
    split_->setVisible(chosen() && !readOnly_ && over_);
    const auto used = worst.limit > 0 ? tr("%1 / %2", "characters used and allowed").arg(format::number(worst.used), format::number(worst.limit))
                                      : format::number(worst.used);
    const bool bytes = worst.unit == text::LengthRule::Bytes;
    const auto counted = bytes ? tr("%1 bytes").arg(used) : used;
    counter_->setText(parts.size() > 1 ? tr("%1, thread of %n", "longest part", static_cast<int>(parts.size())).arg(counted) : counted);
    setRole(counter_, over > 0 ? QStringLiteral("linkneg") : QStringLiteral("link"));
    counter_->setToolTip(tr("Why %1?").arg(format::number(worst.used)));
    const auto said = bytes && worst.limit > 0 ? tr("%1 of %2 bytes").arg(worst.used).arg(worst.limit)
                      : worst.limit > 0        ? tr("%1 of %2 characters").arg(worst.used).arg(worst.limit)
                                               : tr("%n character(s)", nullptr, worst.used);
    counter_->setAccessibleName(over > 0 ? tr("%1, too long").arg(said) : said);
}

QString VariantRow::whyText() const
{
    auto lines = lengthLines(bridge_.networks(), leaving_, account_, {});
    if (!warning_.isEmpty()) { // it is counted in each part
        text::Length longest;
        for (auto &length : plan::sentLengths(bridge_.networks(), account_, {}, leaving_, utf8(warning_)))
            if (static_cast<qint64>(length.used) * std::max(longest.limit, 1) >= static_cast<qint64>(longest.used) * std::max(length.limit, 1))
                longest = std::move(length);
        const auto without = lengthReason(replyLength(bridge_.networks(), leaving_, account_), account_).split(QLatin1Char('\n')).size();
        lines = lengthReason(longest, account_).split(QLatin1Char('\n')) + lines.mid(without);
    }
    return lines.join(QLatin1Char('\n'));
}

void VariantRow::explain()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto lines = whyText().split(QLatin1Char('\n'));
    menu->setAccessibleName(lines.value(0));
    for (const auto &line : lines)
        menu->addAction(QString(line).replace(QLatin1Char('&'), QStringLiteral("&&")));
    menu->popup(counter_->mapToGlobal(QPoint(0, counter_->height())));
}

void VariantRow::showChanged()
{
    const bool changed = baseChanged();
    showText(changed_, changed ? tr("The base text has changed since this one went its own way.") : QString());
    showChange_->setVisible(changed);
    keepMine_->setVisible(changed);
    difference_->setVisible(changed && showsDifference_);
    showChange_->setText(showsDifference_ ? tr("Hide what changed") : tr("What changed"));
    if (changed && showsDifference_)
        difference_->setText(differenceMarkup(text::wordDifference(*begunFrom_, utf8(base_)), Theme::of(this)));
}

} // namespace vigie::ui
