// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/surveys_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/numbers/own_numbers.hpp"
#include "ui/numbers/survey_trial_dialog.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/store/tickets.hpp>

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

enum Column { What, Answers, When, Columns };
constexpr int kShown = 100;

QString kindName(SurveyKind kind)
{
    return kind == SurveyKind::Csat ? SurveysPage::tr("Satisfaction, 1 to 5") : SurveysPage::tr("Recommendation, 0 to 10");
}

} // namespace

SurveysPage::SurveysPage(Shell &shell, QWidget *parent)
    : EnteredPage(shell, "surveys", parent), kind_(new QComboBox(this)), score_(new QSpinBox(this)), at_(new QDateTimeEdit(this)), network_(new QComboBox(this)),
      import_(roleButton({}, this))
{
    auto *column = begin(tr("Answers to surveys, which no network hands over. Import the table of your survey program (at, score, kind; network, ticket and id where it has them), or enter one. "
                            "However often a file is imported, each of its answers counts once."),
                         {tr("What"), tr("Answers"), tr("When")}, What, OwnNumbers::of("csat")->emptyWords());
    table()->setAccessibleName(tr("Answers to surveys"));
    buildFields(*column);
    refresh();
}

void SurveysPage::buildFields(QVBoxLayout &column)
{
    for (const auto one : {SurveyKind::Csat, SurveyKind::Nps})
        kind_->addItem(kindName(one), static_cast<int>(one));
    network_->addItem(tr("None"), QString());
    for (const auto &connector : shell().bridge.networks().all())
        network_->addItem(qs(connector->describe().name), qs(connector->describe().id));
    at_->setCalendarPopup(true);
    if (const auto now = toWall(shell().bridge.now(), shell().bridge.zone()))
        at_->setDateTime(QDateTime(QDate(now->year, now->month, now->day), QTime(now->hour, now->minute)));
    import_->setText(tr("Import a table..."));
    import_->setAutoDefault(false);
    auto *fields = new QWidget(this);
    auto *row = new FlowLayout(fields, kGap);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(named(tr("Question"), kind_));
    row->addWidget(named(tr("Answer"), score_));
    row->addWidget(named(tr("Given"), at_));
    row->addWidget(named(tr("Network"), network_));
    column.addWidget(fields);
    auto *actions = new QWidget(this);
    auto *buttons = new FlowLayout(actions, kGap);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(import_);
    column.addWidget(actions);
    finish(column, *buttons, *import_);
    connect(kind_, &QComboBox::currentIndexChanged, this, &SurveysPage::setKind);
    connect(import_, &QPushButton::clicked, this, &SurveysPage::chooseFile);
    setKind();
}

SurveyKind SurveysPage::kind() const
{
    return static_cast<SurveyKind>(kind_->currentData().toInt());
}

void SurveysPage::setKind()
{
    const bool csat = kind() == SurveyKind::Csat;
    score_->setRange(csat ? 1 : 0, csat ? 5 : 10);
}

void SurveysPage::refresh()
{
    const auto number = generation_.next();
    shell().bridge.read<Found>(
        this,
        [name = std::string(action())](store::Tx &tx) -> Result<Found> {
            Found found;
            store::Surveys surveys(tx);
            VIGIE_TRY(found.batches, surveys.batches());
            VIGIE_TRY(found.answers, surveys.byHand(kShown));
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            found.canUndo = last && last->action == name;
            return found;
        },
        [this, number](Result<Found> found) {
            if (!generation_.is(number))
                return;
            if (!found)
                return fail(found.error());
            show(*found);
        });
}

void SurveysPage::show(const Found &found)
{
    const int before = chosen();
    rows_.clear();
    const QSignalBlocker quiet(table());
    table()->setRowCount(static_cast<int>(found.batches.size() + found.answers.size()));
    const auto zone = shell().bridge.zone();
    const auto put = [&](const Row &row, const QString &what, const QString &answers, Instant at) {
        const int place = static_cast<int>(rows_.size());
        rows_.push_back(row);
        auto *number = new QTableWidgetItem(answers);
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table()->setItem(place, What, new QTableWidgetItem(what));
        table()->setItem(place, Answers, number);
        table()->setItem(place, When, new QTableWidgetItem(format::dateTime(at, zone)));
    };
    for (const auto &one : found.batches)
        put({one.id, 0}, tr("File %1").arg(qs(one.file)), tr("%n answer(s)", "", static_cast<int>(one.answers)), one.at);
    for (const auto &one : found.answers)
        put({0, one.id}, one.network.empty() ? kindName(one.kind) : tr("%1, %2", "question, network").arg(kindName(one.kind), shell().bridge.networkName(one.network)),
            format::number(one.score), one.at);
    if (before >= 0 && before < table()->rowCount())
        table()->selectRow(before);
    shown(table()->rowCount(), found.canUndo);
}

void SurveysPage::takeFocus()
{
    import_->setFocus(Qt::OtherFocusReason);
}

void SurveysPage::keep()
{
    score_->interpretText();
    SurveyAnswer answer;
    answer.kind = kind();
    answer.score = score_->value();
    answer.network = utf8(network_->currentData().toString());
    const auto day = at_->date();
    const auto time = at_->time();
    const WallTime wall{day.year(), static_cast<std::uint8_t>(day.month()), static_cast<std::uint8_t>(day.day()), static_cast<std::uint8_t>(time.hour()), static_cast<std::uint8_t>(time.minute()), 0};
    const auto at = toInstant(wall, shell().bridge.zone());
    if (!at)
        return fail(at.error());
    answer.at = at->at;
    if (answer.at > shell().bridge.now()) {
        at_->setFocus(Qt::OtherFocusReason);
        return refuse(tr("Nothing was entered: an answer of a time to come."));
    }
    write(
        [answer](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Surveys(tx).add(answer));
            return true;
        },
        tr("%1: %2 was entered", "question, answer").arg(kind_->currentText(), format::number(answer.score)));
}

void SurveysPage::removeCurrent()
{
    const int row = chosen();
    if (row < 0 || row >= static_cast<int>(rows_.size()))
        return;
    write(
        [one = rows_[static_cast<std::size_t>(row)]](store::Tx &tx) -> Result<bool> {
            store::Surveys surveys(tx);
            if (one.batch != 0)
                VIGIE_CHECK(surveys.removeBatch(one.batch));
            else
                VIGIE_CHECK(surveys.remove(one.answer));
            return true;
        },
        tr("%1 was removed").arg(table()->item(row, What)->text()));
}

void SurveysPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import answers to a survey"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SurveysPage::importFrom);
    dialog->open();
}

void SurveysPage::importFrom(const QString &path)
{
    say(tr("The table is being read..."));
    shell().bridge.work<connect::SurveyFile>(
        this, [file = utf8(path), zone = shell().bridge.zone(), kind = kind()] { return connect::readSurveyFile(file, zone, kind); },
        [this, name = QFileInfo(path).fileName()](Result<connect::SurveyFile> file) {
            say({});
            if (!file)
                return fail(file.error());
            tried(*file, name);
        });
}

void SurveysPage::tried(const connect::SurveyFile &file, const QString &name)
{
    shell().bridge.read<intake::SurveyTrial>(
        this, [file](store::Tx &tx) { return intake::trySurveys(tx, file); },
        [this, file, name](Result<intake::SurveyTrial> trial) {
            if (!trial)
                return fail(trial.error());
            auto *dialog = new SurveyTrialDialog(*trial, name, this);
            connect(dialog, &QDialog::accepted, this, [this, file, name] { take(file, name); });
            dialog->open();
        });
}

void SurveysPage::take(const connect::SurveyFile &file, const QString &name)
{
    write(
        [file, name = utf8(name)](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(intake::takeSurveys(tx, file, name));
            return true;
        },
        tr("The answers of %1 were taken.", "a file").arg(name));
}

} // namespace vigie::ui
