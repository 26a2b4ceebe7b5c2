// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/why_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/service/deadline.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/desk/holidays.hpp>

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <chrono>

namespace vigie::ui {

namespace {

constexpr int kWidth = 560, kHeight = 420;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WhyDialog)
};

QString clockOf(int minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / 60 % 24, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString stateWords(const desk::SlaExplained &one)
{
    const auto span = [](std::int64_t seconds) { return format::duration(std::chrono::seconds(seconds)); };
    switch (one.event.state) {
    case SlaState::Running:
        if (!one.event.policy)
            return Words::tr("Nothing is promised.");
        return one.secondsLeft < 0 ? Words::tr("Late by %1 of opening hours.").arg(span(-one.secondsLeft)) : Words::tr("%1 of opening hours left.").arg(span(one.secondsLeft));
    case SlaState::Stopped: return Words::tr("The clock stands still: the member has the word, or the conversation is snoozed.");
    case SlaState::Hit: return Words::tr("Kept.", "a promise");
    case SlaState::Miss: return Words::tr("Missed.", "a promise");
    case SlaState::Nothing: return Words::tr("Nothing was promised.");
    case SlaState::Unanswered: return Words::tr("Closed without an answer: neither kept nor missed.");
    case SlaState::Cancelled: return Words::tr("Ignored: neither kept nor missed.");
    }
    return {};
}

QString line(const QString &text, bool strong = false)
{
    const auto safe = text.toHtmlEscaped();
    return strong ? QStringLiteral("<p style=\"margin-top:10px\"><b>%1</b></p>").arg(safe) : QStringLiteral("<p style=\"margin-top:2px\">%1</p>").arg(safe);
}

QString explained(const desk::SlaExplained &one, const std::string &zone)
{
    const auto &event = one.event;
    QString out = line(Words::tr("%1: %2", "%1: first answer, %2: Kept.").arg(targetText(event.target), stateWords(one)), true);
    if (!event.policy)
        return out + line(Words::tr("Since %1.").arg(format::dateTime(event.startedAt, zone)));
    const auto promised = format::duration(std::chrono::seconds(event.promised));
    out += line(Words::tr("Promised: %1 by \"%2\", in the hours of \"%3\" (version %4, %5).").arg(promised, qs(one.policy), qs(one.calendar.name)).arg(event.calendarVersion).arg(qs(one.calendar.zone)));
    out += line(event.dueAt ? Words::tr("Since %1, due %2.").arg(format::dateTime(event.startedAt, zone), format::dateTime(*event.dueAt, zone))
                            : Words::tr("Since %1.").arg(format::dateTime(event.startedAt, zone)));
    std::int64_t sum = 0;
    for (const auto &stretch : one.counted) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(stretch.to - stretch.from);
        sum += seconds.count();
        out += line(Words::tr("counted: %1 to %2 (%3)", "a stretch of time").arg(format::dateTime(stretch.from, zone), format::time(stretch.to, zone), format::duration(seconds)));
    }
    out += line(one.counted.empty() ? Words::tr("Nothing was counted so far.") : Words::tr("Together %1.").arg(format::duration(std::chrono::seconds(sum))));
    for (std::size_t i = 0; i < one.daysOff.size(); ++i)
        out += line(Words::tr("%1, %2: %3", "%1 a day, %2 a holiday, %3 hours or closed").arg(dayText(one.daysOffAt[i]), dayReason(one.calendar, one.daysOffAt[i], one.daysOff[i]), hoursText(one.daysOff[i].hours)));
    if (event.skewed)
        out += line(Words::tr("The answer is dated before its question: it counts as given at once."));
    return out;
}

} // namespace

QString dayReason(const BusinessCalendar &calendar, std::int32_t day, const desk::DayPlan &plan)
{
    if (plan.holiday) {
        const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
        for (const auto &one : desk::holidaysOf(calendar.holidays, static_cast<int>(date.year())))
            if (one.day == day)
                return QString::fromUtf8(QLocale().language() == QLocale::French ? one.french : one.english);
    }
    return plan.reason.empty() ? Words::tr("other hours", "a day that is not as usual") : qs(plan.reason);
}

QString hoursText(const DayHours &hours)
{
    QStringList parts;
    for (const auto &interval : hours)
        parts.append(Words::tr("%1 to %2", "opening hours: 09:00 to 18:00").arg(clockOf(interval.from), clockOf(interval.to)));
    return parts.isEmpty() ? Words::tr("closed", "a day without opening hours") : parts.join(QStringLiteral(", "));
}

QString dayText(std::int32_t day)
{
    return QLocale().toString(QDate(1970, 1, 1).addDays(day), Words::tr("ddd d MMM yyyy", "format of a day"));
}

WhyDialog::WhyDialog(Shell &shell, TicketId ticket, QWidget *parent)
    : QDialog(parent), shell_(shell), ticket_(ticket), words_(new QTextBrowser(this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Why it is due then"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->addWidget(error_);
    words_->setOpenLinks(false);
    words_->setFrameShape(QFrame::NoFrame);
    words_->setAccessibleName(windowTitle());
    layout->addWidget(words_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(sizeInRoom(*this, {shell_.theme.scaled(kWidth), shell_.theme.scaled(kHeight)}));
    load();
}

QString WhyDialog::text() const
{
    return words_->toPlainText();
}

void WhyDialog::load()
{
    using All = std::vector<desk::SlaExplained>;
    shell_.bridge.read<All>(
        this, [ticket = ticket_](store::Tx &tx) { return desk::SlaDesk(tx).explain(ticket); },
        [this](Result<All> all) {
            ready_ = true;
            if (!all)
                return error_->setError(all.error());
            show(*all);
        });
}

void WhyDialog::show(const std::vector<desk::SlaExplained> &all)
{
    QString html;
    // What is open concerns one first.
    for (const bool open : {true, false})
        for (const auto &one : all)
            if (one.event.endedAt.has_value() != open)
                html += explained(one, shell_.bridge.zone());
    words_->setHtml(html.isEmpty() ? line(tr("Nobody waits in this conversation: no clock was ever started.")) : html);
}

} // namespace vigie::ui
