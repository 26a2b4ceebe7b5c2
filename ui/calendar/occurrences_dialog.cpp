// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/occurrences_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/calendar/repeat_section.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/row_table.hpp"

#include <vigie/store/post_queues.hpp>

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLocale>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Occurrences)
};

constexpr std::size_t kShown = 52;
constexpr int kWidth = 460, kHeight = 480;
using What = plan::Occurrence::What;

QString whatWords(What what)
{
    switch (what) {
    case What::ToCome: return Words::tr("to come", "a day of a series");
    case What::Made: return Words::tr("in the calendar", "a day of a series");
    case What::Left: return Words::tr("sent or being sent", "a day of a series");
    case What::Skipped: return Words::tr("left out", "a day of a series");
    }
    return {};
}

} // namespace

OccurrencesDialog::OccurrencesDialog(Shell &shell, SeriesId series, QWidget *parent)
    : QDialog(parent), shell_(shell), series_(series), words_(wrappedLabel(QStringLiteral("muted"), {}, this)), table_(new QTableWidget(0, 3, this)),
      turn_(nullptr), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("occurrences"));
    setWindowTitle(tr("Days of the series"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(words_);
    layout->addWidget(error_);
    showAsRows(*table_, 0);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setHorizontalHeaderLabels({tr("Day"), tr("Hour"), tr("State")});
    table_->setAccessibleName(windowTitle());
    layout->addWidget(table_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    turn_ = buttons->addButton(tr("Leave out"), QDialogButtonBox::ActionRole);
    turn_->setProperty("role", "primary");
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    turn_->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(turn_, &QPushButton::clicked, this, &OccurrencesDialog::turn);
    connect(table_, &QTableWidget::currentCellChanged, this, &OccurrencesDialog::refresh);
    for (const auto key : {Qt::Key_Delete, Qt::Key_Space})
        connect(new QShortcut(key, table_, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, &OccurrencesDialog::turn);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (!change.plans.empty() || change.settings)
            ask();
    });
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(parent).scaled(kWidth), Theme::of(parent).scaled(kHeight)}));
    refresh();
    ask();
    table_->setFocus();
}

void OccurrencesDialog::ask()
{
    shell_.bridge.read<Reading>(
        this,
        [id = series_, &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<Reading> {
            Reading reading;
            VIGIE_TRY(reading.series, store::PostSeriesRows(tx).get(id));
            VIGIE_TRY(reading.days, plan::Occurrences(tx, networks).next(id, kShown));
            return reading;
        },
        [this](Result<Reading> reading) {
            if (reading)
                show(std::move(*reading));
            else
                error_->setError(reading.error());
        });
}

void OccurrencesDialog::show(Reading reading)
{
    const auto before = current() != nullptr ? current()->day : std::string();
    days_ = std::move(reading.days);
    words_->setText(reading.series.ended || days_.empty() ? tr("The series has ended: no day is to come.")
                                                          : tr("Repeats %1. A day that is left out gets no post; the others stay as they are.").arg(repeatWords(reading.series.rule)));
    table_->setRowCount(static_cast<int>(days_.size()));
    int chosen = 0;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto &one = days_[static_cast<std::size_t>(row)];
        if (one.day == before)
            chosen = row;
        const QString cells[] = {QLocale().toString(calendar::dateOf(one.wall), tr("dddd d MMMM yyyy", "date format")),
                                 QLocale().toString(calendar::timeOf(one.wall), QStringLiteral("HH:mm")), whatWords(one.what)};
        for (int column = 0; column < 3; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            if (one.what == What::Skipped || one.what == What::Left)
                cell->setForeground(Theme::of(this).colors().muted);
            if (column == 0)
                cell->setData(Qt::AccessibleTextRole, tr("%1, %2, %3", "day, hour, state").arg(cells[0], cells[1], cells[2]));
            table_->setItem(row, column, cell);
        }
    }
    if (!days_.empty())
        table_->setCurrentCell(chosen, 0);
    refresh();
}

const plan::Occurrence *OccurrencesDialog::current() const
{
    const int row = table_->currentRow();
    return row >= 0 && row < static_cast<int>(days_.size()) ? &days_[static_cast<std::size_t>(row)] : nullptr;
}

void OccurrencesDialog::refresh()
{
    const auto *one = current();
    turn_->setText(one != nullptr && one->what == What::Skipped ? tr("Bring back") : tr("Leave out"));
    turn_->setToolTip(tr("The same with Delete or the space bar; Ctrl+Z at the calendar takes it back."));
    turn_->setEnabled(one != nullptr && one->what != What::Left);
}

void OccurrencesDialog::turn()
{
    const auto *one = current();
    if (one == nullptr || !turn_->isEnabled())
        return;
    turn_->setEnabled(false);
    error_->clear();
    const bool bring = one->what == What::Skipped;
    const auto day = QLocale().toString(calendar::dateOf(one->wall), tr("d MMMM", "date format"));
    shell_.bridge.write<store::CalendarStepId>(
        this,
        [id = series_, name = one->day, bring, &networks = shell_.bridge.networks()](store::Tx &tx) {
            plan::Occurrences days(tx, networks);
            return bring ? days.bringBack(id, name) : days.skip(id, name);
        },
        [this, bring, day](const Result<store::CalendarStepId> &step) {
            refresh();
            if (!step)
                return error_->setError(step.error());
            ask();
            Q_EMIT doneWith(bring ? tr("%1 is in the series again.", "a day").arg(day) : tr("%1 is left out of the series.", "a day").arg(day), *step);
        });
}

} // namespace vigie::ui
