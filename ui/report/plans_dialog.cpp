// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/plans_dialog.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/report/plan_filter_dialog.hpp"
#include "ui/report/report_words.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/insight/report_plan.hpp>
#include <vigie/store/reports.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QTableWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWidth = 980, kHeight = 600, kLastDay = 28, kWeek = 7, kFilterWidth = 220, kFolderWidth = 180;
enum Column { Name, Filter, When, Folder, State, Columns };

} // namespace

PlansDialog::PlansDialog(Shell &shell, const insight::ReportRequest &request, std::vector<ReportFormat> formats, const QString &folder, QWidget *parent)
    : QDialog(parent), shell_(shell), request_(request), formats_(std::move(formats)), table_(new QTableWidget(this)), empty_(new EmptyState(this)), error_(new ErrorBar(this)),
      words_(wrappedLabel(QStringLiteral("small"), {}, this)), name_(new QLineEdit(this)), folder_(new QLineEdit(folder, this)), every_(new QComboBox(this)),
      day_(new QComboBox(this)), at_(new QTimeEdit(QTime(8, 0), this)), add_(roleButton(QStringLiteral("primary"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("reportPlans"));
    setWindowTitle(tr("Reports made by themselves"));
    if (formats_.empty())
        formats_ = {ReportFormat::Pdf};
    build();
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::reject);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            read();
        if (change.queries || change.tags || !change.accounts.empty())
            readChoices();
    });
    readChoices();
    read();
    look();
}

void PlansDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    table_->setColumnCount(Columns);
    table_->setHorizontalHeaderLabels({tr("Report"), tr("Of what"), tr("When"), tr("Folder"), tr("What became of it")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(true);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setAccessibleName(windowTitle());
    layout->addWidget(table_, 1);
    empty_->setContent(QStringLiteral("calendar"), tr("Nothing is made by itself yet"), tr("A report of last week each Monday, or of last month: choose below, and it is written while Vigie runs. "
                                                                                          "What was missed is made up for."));
    empty_->hide();
    layout->addWidget(empty_, 1);
    layout->addWidget(buildEditor());
    words_->hide();
    layout->addWidget(words_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    filter_ = buttons->addButton(tr("Filter..."), QDialogButtonBox::ActionRole);
    switch_ = buttons->addButton(tr("Pause"), QDialogButtonBox::ActionRole);
    remove_ = buttons->addButton(tr("Remove"), QDialogButtonBox::ActionRole);
    back_ = buttons->addButton(tr("Take back the last"), QDialogButtonBox::ActionRole);
    filter_->setAutoDefault(false);
    back_->setAutoDefault(false);
    for (auto *button : {switch_, remove_})
        button->setAutoDefault(false); // Enter in the name adds; it takes nothing away
    add_->setDefault(true);
    layout->addWidget(buttons);
    connect(switch_, &QPushButton::clicked, this, &PlansDialog::switchCurrent);
    connect(remove_, &QPushButton::clicked, this, &PlansDialog::removeCurrent);
    connect(filter_, &QPushButton::clicked, this, &PlansDialog::filterCurrent);
    connect(back_, &QPushButton::clicked, this, &PlansDialog::takeBack);
    connect(table_, &QTableWidget::cellActivated, this, &PlansDialog::filterCurrent);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &PlansDialog::look);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
}

QWidget *PlansDialog::buildEditor()
{
    auto *editor = new QWidget(this);
    auto *form = new QFormLayout(editor);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto row = [&](const QString &name, QWidget *field) {
        field->setAccessibleName(name);
        form->addRow(name, field);
    };
    new_ = wrappedLabel(QStringLiteral("muted"), {}, editor);
    form->addRow(new_);
    name_->setPlaceholderText(tr("Monday's report"));
    row(tr("Name"), name_);
    every_->addItem(tr("Each week, of the seven days before"));
    every_->addItem(tr("Each month, of the month before"));
    row(tr("How often"), every_);
    fillDays();
    row(tr("Day"), day_);
    row(tr("Hour"), at_);
    row(tr("Folder"), folder_);
    add_->setText(tr("Add"));
    form->addRow(add_);
    connect(every_, &QComboBox::currentIndexChanged, this, &PlansDialog::fillDays);
    connect(name_, &QLineEdit::textChanged, this, &PlansDialog::look);
    connect(folder_, &QLineEdit::textChanged, this, &PlansDialog::look);
    connect(add_, &QPushButton::clicked, this, &PlansDialog::add);
    return editor;
}

void PlansDialog::fillDays()
{
    day_->clear();
    const bool weekly = every_->currentIndex() == 0;
    for (int day = 1; day <= (weekly ? kWeek : kLastDay); ++day)
        day_->addItem(weekly ? QLocale().standaloneDayName(day) : QString::number(day));
}

void PlansDialog::read()
{
    shell_.bridge.read<std::vector<ReportPlan>>(
        this, [](store::Tx &tx) { return store::Reports(tx).plans(); },
        [this](Result<std::vector<ReportPlan>> plans) {
            if (!plans)
                return error_->setError(plans.error());
            show(std::move(*plans));
        });
}

void PlansDialog::show(std::vector<ReportPlan> plans)
{
    const int kept = table_->currentRow();
    plans_ = std::move(plans);
    table_->setVisible(!plans_.empty());
    empty_->setVisible(plans_.empty());
    table_->setRowCount(static_cast<int>(plans_.size()));
    int row = 0;
    for (const auto &plan : plans_) {
        const auto due = insight::nextDue(plan, plan.since, shell_.bridge.zone());
        QString state = !plan.on ? tr("Paused") : due ? tr("Next: %1").arg(format::dateTime(due->at, shell_.bridge.zone())) : QString();
        if (!plan.problem.empty()) {
            const auto name = plan.problem.substr(0, plan.problem.find(':'));
            state = tr("Not made: %1 It is tried again in an hour.").arg(errorSentence(Error{errcFromName(name), {}, 0, {}, {}}));
        } else if (!plan.madeFile.empty()) {
            state += QStringLiteral("\n") + tr("Last: %1").arg(QFileInfo(qs(plan.madeFile)).fileName());
        }
        const QString cells[] = {qs(plan.name), scopeLine(insight::scopeOf(plan), choices_, shell_.bridge), reports::whenWords(plan), QDir::toNativeSeparators(qs(plan.folder)), state};
        for (int column = 0; column < Columns; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column].toHtmlEscaped());
            table_->setItem(row, column, cell);
        }
        ++row;
    }
    table_->resizeColumnsToContents();
    table_->setColumnWidth(Filter, std::min(table_->columnWidth(Filter), Theme::of(this).scaled(kFilterWidth)));
    table_->setColumnWidth(Folder, std::min(table_->columnWidth(Folder), Theme::of(this).scaled(kFolderWidth)));
    table_->resizeRowsToContents();
    if (!plans_.empty())
        table_->selectRow(std::clamp(kept, 0, static_cast<int>(plans_.size()) - 1));
    look();
}

const ReportPlan *PlansDialog::current() const
{
    const int row = table_->currentRow();
    return row >= 0 && row < static_cast<int>(plans_.size()) ? &plans_[static_cast<std::size_t>(row)] : nullptr;
}

void PlansDialog::look()
{
    const auto *plan = current();
    const QString folder = folder_->text().trimmed();
    const bool noFolder = !QFileInfo(folder).isDir();
    add_->setEnabled(!name_->text().trimmed().isEmpty() && !noFolder);
    showText(words_, noFolder && !folder.isEmpty() ? tr("There is no such folder. Choose the one that reports go to.") : QString());
    if (remove_ == nullptr)
        return;
    QStringList names;
    for (const auto format : formats_)
        names << reports::formatName(format);
    new_->setText(tr("A new one is as the report in view: %1, %2, %3.").arg(scopeLine(request_.scope, choices_, shell_.bridge), reports::depthName(request_.depth), names.join(QStringLiteral(", "))));
    remove_->setEnabled(plan != nullptr);
    filter_->setEnabled(plan != nullptr && choices_.read);
    back_->setEnabled(static_cast<bool>(undo_));
    switch_->setEnabled(plan != nullptr);
    switch_->setText(plan != nullptr && !plan->on ? tr("Go on") : tr("Pause"));
}

ReportPlan PlansDialog::wanted() const
{
    ReportPlan plan;
    plan.name = utf8(name_->text().trimmed());
    plan.page = request_.page;
    insight::setScope(plan, request_.scope);
    plan.depth = request_.depth;
    plan.formats = formats_;
    plan.language = request_.language;
    plan.every = every_->currentIndex() == 0 ? ReportPlan::Every::Week : ReportPlan::Every::Month;
    plan.day = day_->currentIndex() + 1;
    plan.minute = at_->time().hour() * 60 + at_->time().minute();
    plan.folder = utf8(QDir(folder_->text().trimmed()).absolutePath());
    return plan;
}

void PlansDialog::readChoices()
{
    readScopeChoices(shell_.bridge, this, [this](Result<ScopeChoices> choices) {
        if (!choices)
            return error_->setError(choices.error());
        choices_ = std::move(*choices);
        show(std::vector(plans_));
    });
}

void PlansDialog::write(Job job, const QString &words, Job undo)
{
    shell_.bridge.write<bool>(this, std::move(job), [this, words, undo = std::move(undo)](Result<bool> done) {
        if (!done)
            return error_->setError(done.error());
        error_->clear();
        undo_ = undo;
        if (undo)
            shell_.toasts.showUndo(words, [&shell = shell_, undo] {
                shell.bridge.write<bool>(&shell, undo, [&shell](Result<bool> back) {
                    if (!back)
                        shell.toasts.showError(back.error());
                });
            });
        else
            shell_.toasts.show(words);
        read();
    });
}

void PlansDialog::takeBack()
{
    if (undo_)
        write(undo_, tr("Taken back.")); // once it is done there is nothing to take back, and when it fails it can be tried again
}

namespace {

/// Writes a plan as it is here; what became of it meanwhile is not put back.
auto saving(const ReportPlan &plan)
{
    return [plan](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Reports(tx).save(plan));
        return true;
    };
}

} // namespace

void PlansDialog::add()
{
    write(saving(wanted()), tr("From now on this report is made by itself."), [name = wanted().name](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto plans, store::Reports(tx).plans());
        for (const auto &plan : plans)
            if (plan.name == name)
                VIGIE_CHECK(store::Reports(tx).remove(plan.id));
        return true;
    });
    name_->clear();
}

void PlansDialog::removeCurrent()
{
    const auto *plan = current();
    if (plan == nullptr)
        return;
    auto again = *plan;
    again.id = {};
    write([id = plan->id](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Reports(tx).remove(id));
        return true;
    }, tr("It is not made any more; files that were made stay."), saving(again));
}

void PlansDialog::switchCurrent()
{
    const auto *plan = current();
    if (plan == nullptr)
        return;
    auto changed = *plan;
    changed.on = !changed.on;
    write(saving(changed), changed.on ? tr("From now on this report is made by itself.") : tr("It waits until you let it go on."), saving(*plan));
}

void PlansDialog::filterCurrent()
{
    const auto *plan = current();
    if (plan == nullptr || !choices_.read)
        return;
    auto *dialog = new PlanFilterDialog(shell_, qs(plan->name), insight::scopeOf(*plan), choices_, this);
    connect(dialog, &PlanFilterDialog::chosen, this, [this, before = *plan](const insight::FigureScope &scope) {
        auto changed = before;
        insight::setScope(changed, scope);
        write(saving(changed), tr("%1 tells of %2 from now on.", "a report, its filter").arg(qs(before.name), scopeLine(scope, choices_, shell_.bridge)), saving(before));
    });
    dialog->open();
}

} // namespace vigie::ui
