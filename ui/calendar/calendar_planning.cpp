// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_planning.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/actions.hpp"
#include "ui/calendar/campaigns_dialog.hpp"
#include "ui/calendar/countries_dialog.hpp"
#include "ui/calendar/event_dialog.hpp"
#include "ui/calendar/import_calendar_dialog.hpp"
#include "ui/calendar/occurrences_dialog.hpp"
#include "ui/calendar/queues_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/queues.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/outbox.hpp>

#include <QFileDialog>
#include <QSaveFile>

namespace vigie::ui {

CalendarPlanning::CalendarPlanning(Shell &shell, CalendarData &data, CalendarActions &actions, QWidget *panel)
    : QObject(panel), shell_(shell), data_(data), actions_(actions), panel_(panel)
{
}

void CalendarPlanning::newEvent()
{
    CalendarEvent event;
    event.zone = data_.zone();
    event.starts = calendar::wallOf(data_.day(), data_.time());
    event.ends = plusMinutes(event.starts, 60);
    if (const auto *post = data_.selectedPost())
        event.campaign = post->plan.campaign;
    showEvent(event);
}

void CalendarPlanning::editEvent(EventId id)
{
    shell_.bridge.read<CalendarEvent>(
        this, [id](store::Tx &tx) { return store::CalendarEvents(tx).get(id); },
        [this](const Result<CalendarEvent> &event) {
            if (event)
                showEvent(*event);
            else
                Q_EMIT failed(event.error());
        });
}

void CalendarPlanning::showEvent(const CalendarEvent &event)
{
    auto *dialog = new EventDialog(shell_, data_, event, panel_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EventDialog::doneWith, this, &CalendarPlanning::offerUndo);
    dialog->open();
}

void CalendarPlanning::offerUndo(const QString &words, store::CalendarStepId step)
{
    shell_.toasts.showUndo(words, [this, step] { actions_.undo(step); });
}

void CalendarPlanning::campaigns(CampaignId chosen)
{
    auto *dialog = new CampaignsDialog(shell_, data_, panel_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CampaignsDialog::doneWith, this, &CalendarPlanning::offerUndo);
    const auto *post = data_.selectedPost();
    if (const auto campaign = chosen ? chosen : post != nullptr ? post->plan.campaign : CampaignId{})
        dialog->choose(campaign);
    dialog->open();
}

void CalendarPlanning::queues()
{
    auto *dialog = new QueuesDialog(shell_, data_, panel_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CalendarPlanning::nextSlot(PlanId id)
{
    if (data_.queues().empty())
        return;
    const auto *post = data_.find(id);
    const auto queue = post != nullptr && post->plan.queue ? post->plan.queue : data_.queues().front().id;
    struct Placed {
        PlanItem plan;
        store::CalendarStepId step;
    };
    shell_.bridge.write<Placed>(
        this,
        [id, queue, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<Placed> {
            Placed placed;
            VIGIE_TRY(placed.step, plan::QueueDesk(tx, networks).put(id, queue));
            VIGIE_TRY(placed.plan, store::Plans(tx).get(id));
            return placed;
        },
        [this](const Result<Placed> &placed) {
            if (!placed) {
                Q_EMIT failed(placed.error());
                return;
            }
            data_.reveal(placed->plan);
            shell_.toasts.showUndo(tr("Next free slot: %1.").arg(format::dateTime(placed->plan.due, data_.zone())), [this, step = placed->step] { actions_.undo(step); });
        });
}

void CalendarPlanning::import()
{
    auto *dialog = new QFileDialog(panel_, tr("Take in a calendar or a table"), QString(), tr("Calendars and tables (*.ics *.csv *.tsv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        plan::ImportOptions options;
        options.zone = data_.zone();
        importFrom(path, options);
    });
    dialog->open();
}

void CalendarPlanning::importFrom(const QString &path, const plan::ImportOptions &options)
{
    auto *dialog = new ImportCalendarDialog(shell_, path, options, panel_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportCalendarDialog::doneWith, this, &CalendarPlanning::offerUndo);
    dialog->open();
}

void CalendarPlanning::exportDays()
{
    auto *dialog = new QFileDialog(panel_, tr("Save these days as a calendar file"), QString(), tr("Calendar (*.ics)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(QStringLiteral("vigie-%1.ics").arg(data_.from().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &CalendarPlanning::exportTo);
    dialog->open();
}

void CalendarPlanning::exportTo(const QString &path)
{
    std::vector<PlanItem> posts;
    for (const auto &post : data_.posts())
        if (!calendar::fromElsewhere(post.plan.id))
            posts.push_back(post.plan);
    std::vector<CalendarEvent> events;
    for (const auto &event : data_.events())
        events.push_back(event.event);
    const auto count = static_cast<int>(posts.size() + events.size());
    shell_.bridge.work<bool>(
        this,
        [posts = std::move(posts), events = std::move(events), path, now = shell_.bridge.now()]() -> Result<bool> {
            const auto text = plan::toIcs(posts, events, now);
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
                return fail(Errc::Storage, "the calendar file cannot be written: " + utf8(file.errorString()));
            return true;
        },
        [this, count](const Result<bool> &written) {
            if (written)
                shell_.toasts.show(tr("%n entry(ies) saved.", "of a calendar file", count));
            else
                Q_EMIT failed(written.error());
        });
}

void CalendarPlanning::countries()
{
    auto *dialog = new CountriesDialog(shell_, data_, panel_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CalendarPlanning::occurrences(const PlanItem &post)
{
    auto *dialog = new OccurrencesDialog(shell_, post.series, panel_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OccurrencesDialog::doneWith, this, &CalendarPlanning::offerUndo);
    dialog->open();
}

} // namespace vigie::ui
