// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/moderation_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/charter/charter_words.hpp"
#include "ui/charter/moderate.hpp"
#include "ui/charter/moderation_model.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/moderation.hpp>

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace vigie::ui {

namespace {

constexpr int kRefreshMs = 200, kMostLines = 2000, kMostExported = 1'000'000;
constexpr int kPeriods[] = {0, 7, 30, 365}; // days; 0: all
enum FigureColumn { Article, Act, Times, TakenBack, Failed, WithEvidence, FigureColumns };

void dress(QTableView *table, int stretched)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

ModerationPane::ModerationPane(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), error_(new ErrorBar(this)), period_(new QComboBox(this)), article_(new QComboBox(this)), act_(new QComboBox(this)),
      person_(new QComboBox(this)), back_(roleButton({}, this)), open_(roleButton({}, this)), export_(roleButton({}, this)), stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)), model_(new ModerationModel(this)), table_(new QTableView(this)), figures_(new QTableWidget(0, FigureColumns, this))
{
    build();
    retranslate();
    timer_.setSingleShot(true);
    timer_.setInterval(kRefreshMs);
    connect(&timer_, &QTimer::timeout, this, &ModerationPane::load);
    for (auto *choice : {period_, article_, act_, person_})
        connect(choice, &QComboBox::activated, this, &ModerationPane::load);
    connect(back_, &QPushButton::clicked, this, &ModerationPane::takeBack);
    connect(open_, &QPushButton::clicked, this, &ModerationPane::openMention);
    connect(export_, &QPushButton::clicked, this, &ModerationPane::chooseExport);
    connect(table_, &QTableView::activated, this, &ModerationPane::openMention);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ModerationPane::refill);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if ((!change.outbounds.empty() || change.settings) && !timer_.isActive())
            timer_.start();
    });
    load();
}

void ModerationPane::build()
{
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line, kGap);
    flow->setContentsMargins(kMargin, kGap, kMargin, kGap);
    for (auto *widget : {static_cast<QWidget *>(period_), static_cast<QWidget *>(article_), static_cast<QWidget *>(act_), static_cast<QWidget *>(person_),
                         static_cast<QWidget *>(back_), static_cast<QWidget *>(open_), static_cast<QWidget *>(export_)})
        flow->addWidget(widget);
    table_->setModel(model_);
    dress(table_, ModerationModel::Article);
    dress(figures_, Article);
    figures_->setSelectionMode(QAbstractItemView::SingleSelection);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    stack_->addWidget(figures_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addWidget(error_);
    layout->addWidget(stack_, 1);
}

store::ModerationFilter ModerationPane::filter() const
{
    store::ModerationFilter out;
    const int days = kPeriods[static_cast<std::size_t>(std::clamp(period_->currentIndex(), 0, 3))];
    if (days > 0)
        out.from = shell_.bridge.now() - std::chrono::hours(24) * days;
    out.article = article_->currentData().toInt();
    if (const auto act = act_->currentData(); act.isValid())
        out.act = static_cast<OutboundKind>(act.toInt());
    out.person = utf8(person_->currentData().toString());
    out.limit = kMostLines;
    return out;
}

void ModerationPane::load()
{
    const auto number = reads_.next();
    shell_.bridge.read<Read>(
        this,
        [wanted = filter()](store::Tx &tx) -> Result<Read> {
            Read read;
            store::ModerationLog log(tx);
            VIGIE_TRY(read.lines, log.list(wanted));
            VIGIE_TRY(read.figures, log.figures(wanted.from, wanted.to));
            VIGIE_TRY(read.persons, log.persons());
            VIGIE_TRY(auto now, app::charterNow(tx));
            read.now = std::move(now.charter);
            for (const auto &line : read.lines)
                if (read.charters.count(line.charterVersion) == 0) {
                    VIGIE_TRY(auto then, app::charterAt(tx, line.charterVersion));
                    read.charters.emplace(line.charterVersion, std::move(then.charter));
                }
            return read;
        },
        [this, number](Result<Read> read) {
            if (!reads_.is(number))
                return;
            ready_ = true;
            if (!read)
                return error_->setError(read.error());
            error_->clear();
            arrived(std::move(*read));
        });
}

void ModerationPane::arrived(Read read)
{
    const auto *chosen = current();
    const auto before = chosen != nullptr ? chosen->id : 0;
    read_ = std::move(read);
    model_->setLines(read_.lines, read_.charters, shell_.bridge.zone());
    if (model_->rowCount() > 0)
        table_->selectRow(std::max(0, model_->rowOf(before)));
    fillChoices();
    fillFigures();
    refill();
}

/// What can be filtered by, with what is chosen left as it is.
void ModerationPane::fillChoices()
{
    const auto article = article_->currentData(), person = person_->currentData();
    std::set<int> numbers;
    for (const auto &one : read_.figures)
        numbers.insert(one.article);
    for (const auto &one : read_.now.articles)
        if (one.moderates)
            numbers.insert(one.number);
    article_->clear();
    article_->addItem(tr("All articles"), 0);
    for (const int number : numbers)
        article_->addItem(articleName(read_.now, number), number);
    article_->setCurrentIndex(std::max(0, article_->findData(article)));
    person_->clear();
    person_->addItem(tr("Everybody"), QString());
    for (const auto &name : read_.persons)
        person_->addItem(qs(name), qs(name));
    person_->setCurrentIndex(std::max(0, person_->findData(person)));
}

void ModerationPane::fillFigures()
{
    figures_->setRowCount(static_cast<int>(read_.figures.size()));
    for (int row = 0; row < figures_->rowCount(); ++row) {
        const auto &one = read_.figures[static_cast<std::size_t>(row)];
        const auto number = [](int value) { return format::number(value); };
        const QStringList cells{articleName(read_.now, one.article), moderationText(one.act), number(one.times), number(one.takenBack), number(one.failed), number(one.withEvidence)};
        for (int column = 0; column < FigureColumns; ++column)
            figures_->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
}

void ModerationPane::refill()
{
    const auto *line = current();
    const auto outcome = line != nullptr ? outcomeOf(*line) : ModerationOutcome::TakenBack;
    const bool stands = outcome == ModerationOutcome::Waiting || outcome == ModerationOutcome::Done || outcome == ModerationOutcome::Unknown || outcome == ModerationOutcome::Failed;
    back_->setEnabled(line != nullptr && stands && (line->state == OutboundState::Planned || line->state == OutboundState::Failed || oppositeOf(line->act)));
    open_->setEnabled(line != nullptr && !line->network.empty());
    export_->setEnabled(model_->rowCount() > 0);
    for (auto *widget : {article_, act_, person_})
        widget->setVisible(!figuresWanted_);
    for (auto *widget : {back_, open_})
        widget->setVisible(!figuresWanted_);
    const bool any = figuresWanted_ ? figures_->rowCount() > 0 : model_->rowCount() > 0;
    stack_->setCurrentWidget(!any ? static_cast<QWidget *>(empty_) : figuresWanted_ ? static_cast<QWidget *>(figures_) : static_cast<QWidget *>(table_));
}

const ModerationLine *ModerationPane::current() const
{
    return model_->line(table_->currentIndex().row());
}

bool ModerationPane::figuresShown() const
{
    return figuresWanted_;
}

void ModerationPane::showFigures(bool figures)
{
    figuresWanted_ = figures;
    refill();
}

void ModerationPane::takeBack()
{
    if (const auto *line = current())
        takeModerationBack(shell_, this, line->id);
}

void ModerationPane::openMention()
{
    if (const auto *line = current(); line != nullptr && !line->network.empty())
        Q_EMIT shell_.openItem(line->item);
}

void ModerationPane::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the moderation log"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("Table (*.csv)")});
    dialog->selectFile(tr("moderation") + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ModerationPane::exportTo);
    dialog->open();
}

void ModerationPane::exportTo(const QString &file)
{
    auto wanted = filter();
    wanted.limit = kMostExported;
    shell_.bridge.read<std::string>(
        this, [wanted, lang = charterLanguage()](store::Tx &tx) { return app::moderationCsv(tx, wanted, lang); },
        [this, file](Result<std::string> csv) {
            if (!csv)
                return error_->setError(csv.error());
            shell_.bridge.work<bool>(
                this,
                [file, csv = std::move(*csv)] { return writeFile(file, csv); },
                [this, file](Result<bool> done) {
                    if (done)
                        shell_.toasts.show(tr("Written to %1").arg(QDir::toNativeSeparators(file)));
                    else
                        error_->setMessage(tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(file), qs(done.error().detail)));
                });
        });
}

void ModerationPane::retranslate()
{
    const int period = std::max(0, period_->currentIndex());
    period_->clear();
    period_->addItems({tr("Since the beginning"), tr("Last 7 days"), tr("Last 30 days"), tr("Last year")});
    period_->setCurrentIndex(period);
    const auto act = act_->currentData();
    act_->clear();
    act_->addItem(tr("Everything that was done"));
    for (const auto kind : kModerations)
        act_->addItem(moderationText(kind), static_cast<int>(kind));
    act_->setCurrentIndex(act.isValid() ? std::max(0, act_->findData(act)) : 0);
    period_->setAccessibleName(tr("Period"));
    article_->setAccessibleName(tr("Article"));
    act_->setAccessibleName(tr("What was done"));
    person_->setAccessibleName(tr("Who decided"));
    for (const auto &[button, words] : {std::pair(back_, tr("Take back")), {open_, tr("Open the message")}, {export_, tr("Export...")}}) {
        button->setText(words);
        button->setAccessibleName(words);
    }
    table_->setAccessibleName(tr("Moderation log"));
    figures_->setAccessibleName(tr("How often each article was applied"));
    figures_->setHorizontalHeaderLabels({tr("Article"), tr("What was done"), tr("Times"), tr("Taken back"), tr("Failed"), tr("With evidence")});
    empty_->setContent(QStringLiteral("lock"), tr("Nothing was moderated"),
                       tr("Hiding, removing, muting, blocking and reporting from the inbox ask for an article and stand here, with their evidence and what became of them."));
    fillChoices();
    fillFigures();
    refill();
}

void ModerationPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
