// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/import_calendar_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

using What = plan::ImportEntry::What;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CalendarImport)
};

QString whatText(const plan::ImportEntry &entry)
{
    switch (entry.what) {
    case What::AddPost: return Words::tr("new draft");
    case What::AddEvent: return Words::tr("new event");
    case What::ChangeEvent: return Words::tr("event changes");
    case What::Same: return Words::tr("is there already");
    case What::Skip: return Words::tr("left out");
    }
    return {};
}

QString whenText(const plan::ImportEntry &entry)
{
    const bool event = !entry.event.name.empty();
    if (!event && !entry.post.wall)
        return entry.what == What::Skip ? qs(entry.detail).trimmed() : Words::tr("no day yet");
    const auto &wall = event ? entry.event.starts : *entry.post.wall;
    const auto day = QLocale().toString(calendar::dateOf(wall), QLocale::ShortFormat);
    return event && entry.event.allDay ? day : day + QLatin1Char(' ') + QLocale().toString(calendar::timeOf(wall), QStringLiteral("HH:mm"));
}

} // namespace

QString importReason(const plan::ImportEntry &entry)
{
    const auto &reason = entry.reason;
    if (reason == "no-text") return Words::tr("there are no words");
    if (reason == "no-date") return Words::tr("an hour without a day");
    if (reason == "date") return Words::tr("the date cannot be read: %1").arg(qs(entry.detail));
    if (reason == "time") return Words::tr("the hour cannot be read: %1").arg(qs(entry.detail));
    if (reason == "zone") return Words::tr("the time zone is not known: %1").arg(qs(entry.detail));
    if (reason == "account") return Words::tr("no account of this name may publish: %1").arg(qs(entry.detail));
    if (reason == "columns") return Words::tr("more cells than headings");
    if (reason == "cancelled") return Words::tr("cancelled in the file");
    if (reason == "rule") return Words::tr("the repetition cannot be followed: %1").arg(qs(entry.detail));
    if (reason == "ends-before") return Words::tr("it ends before it begins");
    if (reason == "gap") return Words::tr("this hour does not exist that night: it stands at the next one");
    if (reason == "double") return Words::tr("this hour comes twice that night: the first is taken");
    if (reason == "past") return Words::tr("this hour has passed");
    return qs(reason);
}

ImportCalendarDialog::ImportCalendarDialog(Shell &shell, const QString &path, const plan::ImportOptions &options, QWidget *parent)
    : QDialog(parent), shell_(shell), path_(path), options_(options), words_(wrappedLabel(QStringLiteral("strong"), {}, this)), zone_(new QComboBox(this)),
      order_(new QComboBox(this)), asPosts_(new QCheckBox(tr("Entries become drafts of posts, not events"), this)), table_(new QTableWidget(0, 4, this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("importCalendar"));
    setWindowTitle(tr("Take in %1").arg(QFileInfo(path).fileName()));
    build();
    read();
    resize(sizeInRoom(*this, QSize(Theme::of(parent).scaled(760), Theme::of(parent).scaled(520))));
}

void ImportCalendarDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    layout->addWidget(words_);
    auto *form = new QFormLayout;
    form->addRow(tr("Hours without a zone are those of"), zone_);
    form->addRow(tr("Dates like 05/11/2026"), order_);
    form->addRow(QString(), asPosts_);
    layout->addLayout(form);
    for (const auto &id : QTimeZone::availableTimeZoneIds())
        zone_->addItem(QString::fromLatin1(id));
    zone_->setCurrentText(qs(options_.zone));
    order_->addItem(tr("day first: 5 November"), false);
    order_->addItem(tr("month first: 11 May"), true);
    order_->setCurrentIndex(options_.monthFirst ? 1 : 0);
    table_->setHorizontalHeaderLabels({tr("Line"), tr("When"), tr("What"), tr("What happens")});
    table_->setAccessibleName(tr("What the file would do"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addWidget(table_, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    go_ = buttons->addButton(tr("Take in"), QDialogButtonBox::AcceptRole);
    go_->setProperty("role", "primary");
    go_->setDefault(true);
    go_->setEnabled(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportCalendarDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(zone_, &QComboBox::currentTextChanged, this, &ImportCalendarDialog::read);
    connect(order_, &QComboBox::currentIndexChanged, this, &ImportCalendarDialog::read);
    connect(asPosts_, &QCheckBox::toggled, this, &ImportCalendarDialog::read);
}

void ImportCalendarDialog::read()
{
    options_.zone = utf8(zone_->currentText());
    options_.monthFirst = order_->currentData().toBool();
    options_.asPosts = asPosts_->isChecked();
    ready_ = false;
    go_->setEnabled(false);
    words_->setText(tr("Reading the file..."));
    const auto number = generation_.next();
    shell_.bridge.work<plan::CalendarImport>(
        this, [path = utf8(path_), options = options_] { return plan::readCalendarFile(path, options); },
        [this, number](Result<plan::CalendarImport> import) {
            if (!generation_.is(number))
                return;
            if (import) {
                judge(std::move(*import));
                return;
            }
            words_->setText(tr("Nothing was taken in."));
            error_->setError(import.error());
        });
}

void ImportCalendarDialog::judge(plan::CalendarImport import)
{
    const auto number = generation_.next();
    shell_.bridge.read<plan::CalendarImport>(
        this, [import = std::move(import)](store::Tx &tx) { return plan::judgeImport(tx, import); },
        [this, number](Result<plan::CalendarImport> judged) {
            if (!generation_.is(number))
                return;
            if (!judged) {
                error_->setError(judged.error());
                return;
            }
            error_->clear();
            import_ = std::move(*judged);
            showEntries();
        });
}

QString ImportCalendarDialog::summary() const
{
    QStringList parts{tr("%n new draft(s)", nullptr, import_.count(What::AddPost)), tr("%n new event(s)", nullptr, import_.count(What::AddEvent)),
                      tr("%n event(s) that change", nullptr, import_.count(What::ChangeEvent)), tr("%n there already", nullptr, import_.count(What::Same)),
                      tr("%n left out", nullptr, import_.count(What::Skip))};
    auto text = tr("Nothing is written yet. %1.").arg(parts.join(QStringLiteral(", ")));
    text += QLatin1Char('\n') + tr("Hours without a zone are read as those of %1.").arg(qs(import_.zone));
    if (import_.ambiguousDates)
        text += QLatin1Char(' ') + tr("The file does not tell whether the day or the month comes first: please check.");
    QStringList unknown;
    for (const auto &one : import_.unknown)
        unknown << qs(one);
    if (!unknown.isEmpty())
        text += QLatin1Char('\n') + tr("Columns that are not read: %1").arg(unknown.join(QStringLiteral(", ")));
    return text;
}

void ImportCalendarDialog::showEntries()
{
    words_->setText(summary());
    order_->setEnabled(import_.ambiguousDates);
    table_->setRowCount(static_cast<int>(import_.entries.size()));
    int row = 0;
    for (const auto &entry : import_.entries) {
        const auto title = entry.event.name.empty() ? qs(entry.post.text).section(QLatin1Char('\n'), 0, 0) : qs(entry.event.name);
        const auto reason = importReason(entry);
        const QStringList cells{QLocale().toString(static_cast<qlonglong>(entry.line)), whenText(entry), title,
                                reason.isEmpty() ? whatText(entry) : tr("%1: %2", "what happens: why").arg(whatText(entry), reason)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            if (entry.what == What::Skip)
                cell->setForeground(Theme::of(this).colors().warn);
            table_->setItem(row, column, cell);
        }
        ++row;
    }
    go_->setEnabled(import_.count(What::AddPost) + import_.count(What::AddEvent) + import_.count(What::ChangeEvent) > 0);
    ready_ = true;
}

void ImportCalendarDialog::apply()
{
    go_->setEnabled(false);
    shell_.bridge.write<plan::ImportDone>(
        this, [import = import_, &networks = shell_.bridge.networks()](store::Tx &tx) { return plan::applyImport(tx, networks, import); },
        [this](const Result<plan::ImportDone> &done) {
            if (!done) {
                error_->setError(done.error());
                go_->setEnabled(true);
                return;
            }
            const int count = done->import.count(What::AddPost) + done->import.count(What::AddEvent) + done->import.count(What::ChangeEvent);
            if (done->step)
                Q_EMIT doneWith(tr("%n entry(ies) taken in.", "of a file", count), done->step);
            accept();
        });
}

} // namespace vigie::ui
