// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/import_form.hpp"

#include "ui/accounts/account_words.hpp"
#include "ui/accounts/rating_scale_row.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/intake/importer.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kRowsShown = 8, kLastField = static_cast<int>(connect::ImportField::Network), kBadShown = 200;
}

ImportForm::ImportForm(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(roleLabel(QStringLiteral("title"), {}, this)), file_(new ElidedLabel(this)),
      mappingLabel_(roleLabel(QStringLiteral("muted"), {}, this)), sourceLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      tableLabel_(roleLabel(QStringLiteral("muted"), {}, this)), badLabel_(roleLabel(QStringLiteral("warn"), {}, this)),
      state_(roleLabel(QStringLiteral("muted"), {}, this)), pick_(roleButton({}, this)), keep_(roleButton({}, this)), start_(roleButton(QStringLiteral("primary"), this)),
      cancel_(roleButton({}, this)), mappings_(new QComboBox(this)), source_(new QLineEdit(this)), mappingName_(new QLineEdit(this)), rules_(new QCheckBox(this)), table_(new QTableWidget(this)),
      ratings_(new RatingScaleRow(this)), bad_(new QPlainTextEdit(this)), bar_(new QProgressBar(this)), error_(new ErrorBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    const auto line = [&](std::initializer_list<QWidget *> widgets, int stretched) {
        auto *row = new QHBoxLayout;
        int at = 0;
        for (auto *widget : widgets)
            row->addWidget(widget, at++ == stretched ? 1 : 0);
        layout->addLayout(row);
    };
    layout->addWidget(title_);
    line({pick_, file_}, 1);
    layout->addWidget(error_);
    layout->addWidget(mappingLabel_);
    layout->addWidget(mappings_);
    layout->addWidget(tableLabel_);
    layout->addWidget(table_, 3);
    layout->addWidget(ratings_);
    layout->addWidget(badLabel_);
    layout->addWidget(bad_, 1);
    layout->addWidget(sourceLabel_);
    layout->addWidget(source_);
    line({mappingName_, keep_}, 0);
    layout->addWidget(rules_);
    layout->addWidget(state_);
    layout->addWidget(bar_);
    line({start_, cancel_, new QWidget(this)}, 2);
    for (auto *label : {state_, tableLabel_, sourceLabel_, badLabel_})
        label->setWordWrap(true);
    bad_->setReadOnly(true);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->verticalHeader()->hide();
    table_->setMinimumHeight(200);
    connect(pick_, &QPushButton::clicked, this, &ImportForm::pick);
    connect(mappings_, &QComboBox::activated, this, &ImportForm::useMapping);
    connect(ratings_, &RatingScaleRow::chosen, this, [this] { look(mapping()); });
    connect(keep_, &QPushButton::clicked, this, &ImportForm::keepMapping);
    connect(start_, &QPushButton::clicked, this, &ImportForm::start);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (running_)
            stop_.request_stop();
        else
            Q_EMIT cancelled();
    });
    retranslate();
    setRunning(false);
}

ImportForm::~ImportForm()
{
    stop_.request_stop();
    lookStop_.request_stop();
}

void ImportForm::begin()
{
    readMappings();
    pick_->setFocus();
}

void ImportForm::pick()
{
    auto *dialog = new QFileDialog(this, tr("Import mentions from a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables and JSON lines (*.csv *.tsv *.txt *.ndjson *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportForm::openFile);
    dialog->open();
}

void ImportForm::openFile(const QString &path)
{
    path_ = path;
    report_.reset();
    if (source_->text().isEmpty())
        source_->setText(QFileInfo(path).completeBaseName());
    look(std::nullopt);
}

void ImportForm::look(std::optional<connect::ImportMapping> mapping)
{
    if (path_.isEmpty())
        return;
    error_->clear();
    lookStop_.request_stop(); // a column of ratings is read to its end: no longer for what was asked before
    lookStop_ = {};
    state_->setText(tr("Looking at the file..."));
    shell_.bridge.work<connect::ImportPreview>(
        this,
        [path = utf8(path_), mapping, stop = lookStop_.get_token()] { return mapping ? connect::previewFile(path, *mapping, stop) : connect::previewFile(path, stop); },
        [this, number = generation_.next()](Result<connect::ImportPreview> preview) {
            if (!generation_.is(number))
                return;
            state_->clear();
            if (preview) {
                show(std::move(*preview));
            } else {
                preview_.reset();
                table_->setRowCount(0);
                ratings_->setReading(connect::RatingScale::Detect, std::nullopt);
                error_->setError(preview.error());
            }
            setRunning(false);
        });
}

void ImportForm::show(connect::ImportPreview preview)
{
    preview_ = std::move(preview);
    fillTable();
    ratings_->setReading(preview_->mapping.ratingScale, preview_->ratings);
    showBad(preview_->bad, static_cast<std::int64_t>(preview_->bad.size()));
    retranslate();
}

void ImportForm::fillTable()
{
    const auto &columns = preview_->mapping.columns;
    const int count = static_cast<int>(columns.size()), rows = std::min(kRowsShown, static_cast<int>(preview_->cells.size()));
    table_->clear();
    table_->setColumnCount(count);
    table_->setRowCount(rows + 1);
    for (int column = 0; column < count; ++column) {
        const auto &source = columns[static_cast<std::size_t>(column)].source;
        const auto name = source.empty() ? tr("Column %1").arg(column + 1) : qs(source);
        table_->setHorizontalHeaderItem(column, new QTableWidgetItem(name));
        auto *fields = new QComboBox(table_);
        for (int field = 0; field <= kLastField; ++field)
            fields->addItem(importFieldWords(static_cast<connect::ImportField>(field)));
        fields->setCurrentIndex(static_cast<int>(columns[static_cast<std::size_t>(column)].field));
        fields->setAccessibleName(tr("What the column \"%1\" is").arg(name));
        connect(fields, &QComboBox::activated, this, [this] { look(mapping()); });
        table_->setCellWidget(0, column, fields);
        for (int row = 0; row < rows; ++row) {
            const auto &cells = preview_->cells[static_cast<std::size_t>(row)];
            const auto text = static_cast<std::size_t>(column) < cells.size() ? qs(cells[static_cast<std::size_t>(column)]).left(200).simplified() : QString();
            table_->setItem(row + 1, column, new QTableWidgetItem(text));
        }
        table_->setColumnWidth(column, Theme::of(this).scaled(150));
    }
}

void ImportForm::setColumn(int column, connect::ImportField field)
{
    if (auto *fields = qobject_cast<QComboBox *>(table_->cellWidget(0, column))) {
        fields->setCurrentIndex(static_cast<int>(field));
        look(mapping());
    }
}

void ImportForm::setRatingScale(connect::RatingScale scale)
{
    ratings_->choose(scale);
}

connect::ImportMapping ImportForm::mapping() const
{
    auto mapping = preview_ ? preview_->mapping : connect::ImportMapping{};
    for (int column = 0; column < table_->columnCount() && column < static_cast<int>(mapping.columns.size()); ++column)
        if (const auto *fields = qobject_cast<const QComboBox *>(table_->cellWidget(0, column)))
            mapping.columns[static_cast<std::size_t>(column)].field = static_cast<connect::ImportField>(fields->currentIndex());
    mapping.ratingScale = ratings_->scale();
    mapping.instance = utf8(source_->text().trimmed());
    mapping.name = utf8(mappingName_->text().trimmed());
    return mapping;
}

void ImportForm::readMappings()
{
    shell_.bridge.read<std::vector<connect::ImportMapping>>(this, [](store::Tx &tx) { return intake::savedMappings(tx); },
                                                            [this](Result<std::vector<connect::ImportMapping>> mappings) {
                                                                if (mappings)
                                                                    kept_ = std::move(*mappings);
                                                                retranslate();
                                                            });
}

void ImportForm::useMapping(int index)
{
    if (index <= 0 || index > static_cast<int>(kept_.size()))
        return look(std::nullopt);
    const auto &kept = kept_[static_cast<std::size_t>(index - 1)];
    mappingName_->setText(qs(kept.name));
    if (!kept.instance.empty())
        source_->setText(qs(kept.instance));
    look(kept);
}

void ImportForm::keepMapping()
{
    const auto wanted = mapping();
    if (wanted.name.empty()) {
        mappingName_->setFocus();
        return error_->setMessage(tr("Give the mapping a name first. Nothing was kept yet."));
    }
    shell_.bridge.write<bool>(
        this,
        [wanted](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(intake::saveMapping(tx, wanted));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                return error_->setError(done.error());
            state_->setText(tr("Kept for the next file of this kind."));
            readMappings();
        });
}

void ImportForm::start()
{
    if (!preview_ || running_)
        return;
    error_->clear();
    report_.reset();
    stop_ = {};
    setRunning(true);
    auto &bridge = shell_.bridge;
    begun_ = bridge.now();
    bridge.workspace()->importFile(
        utf8(path_), mapping(), stop_.get_token(), bridge.executor(),
        [guard = QPointer<ImportForm>(this)](const intake::ImportReport &report, double share) {
            if (guard)
                guard->progress(report, share);
        },
        bridge.guarded<Result<intake::ImportReport>>(this, [this](Result<intake::ImportReport> report) { finish(std::move(report)); }));
}

void ImportForm::progress(const intake::ImportReport &report, double share)
{
    bar_->setValue(static_cast<int>(share * 1000));
    state_->setText(tr("%Ln line(s) read", nullptr, static_cast<int>(report.read)));
}

void ImportForm::finish(Result<intake::ImportReport> report)
{
    if (!report) {
        setRunning(false);
        return error_->setError(report.error());
    }
    report_ = std::move(*report);
    if (rules_->isChecked() && report_->added > 0 && !report_->cancelled)
        return runRules({});
    conclude(report_->added > 0 ? tr("the rules were not run over them") : QString());
}

/// Slice by slice, so that others write in between and it can be stopped.
void ImportForm::runRules(desk::ImportRuled so)
{
    constexpr int kSlice = 1000;
    if (so.done || stop_.stop_requested())
        return conclude(tr("%Ln change(s) by rules", nullptr, so.changes));
    state_->setText(tr("%Ln shown to the rules", nullptr, so.seen));
    shell_.bridge.write<desk::ImportRuled>(
        this,
        [since = begun_, so](store::Tx &tx) -> Result<desk::ImportRuled> {
            auto next = so;
            VIGIE_CHECK(desk::ruleImported(tx, since, kSlice, next));
            return next;
        },
        [this](Result<desk::ImportRuled> next) {
            if (next)
                return runRules(*next);
            error_->setError(next.error());
            conclude({});
        });
}

void ImportForm::conclude(const QString &byRules)
{
    setRunning(false);
    QStringList parts;
    if (report_->cancelled)
        parts << tr("Stopped; what was imported before stays.");
    parts << tr("%Ln added", nullptr, static_cast<int>(report_->added));
    parts << tr("%Ln known already", nullptr, static_cast<int>(report_->known));
    if (report_->changed > 0)
        parts << tr("%Ln changed", nullptr, static_cast<int>(report_->changed));
    parts << tr("%Ln line(s) could not be used", nullptr, static_cast<int>(report_->badCount));
    if (!byRules.isEmpty())
        parts << byRules;
    state_->setText(parts.join(QString::fromUtf8(" \xC2\xB7 ")));
    showBad(report_->bad, report_->badCount);
}

void ImportForm::showBad(const std::vector<connect::BadLine> &bad, std::int64_t count)
{
    badLabel_->setVisible(count > 0);
    bad_->setVisible(!bad.empty());
    badLabel_->setText(tr("%Ln line(s) cannot be used; the others are", nullptr, static_cast<int>(count)));
    QStringList lines;
    for (const auto &line : bad) {
        if (lines.size() >= kBadShown)
            break;
        lines << tr("Line %1: %2 - %3").arg(format::number(static_cast<double>(line.line)), badLineWords(line.reason), qs(line.excerpt).left(120).simplified());
    }
    bad_->setPlainText(lines.join(QLatin1Char('\n')));
}

void ImportForm::setRunning(bool running)
{
    running_ = running;
    bar_->setVisible(running);
    bar_->setRange(0, 1000);
    if (running)
        bar_->setValue(0);
    start_->setEnabled(!running && preview_.has_value());
    for (auto *widget : std::initializer_list<QWidget *>{pick_, mappings_, table_, ratings_, source_, mappingName_, rules_, keep_})
        widget->setEnabled(!running && (widget == pick_ || preview_.has_value()));
    cancel_->setText(running ? tr("Stop") : tr("Close"));
    cancel_->setAccessibleName(cancel_->text());
}

void ImportForm::retranslate()
{
    title_->setText(tr("Import mentions from a file"));
    pick_->setText(tr("Choose a file..."));
    rules_->setText(tr("Run the rules over what is new: they tag, close and note, and call nobody"));
    rules_->setAccessibleName(rules_->text());
    file_->setText(path_.isEmpty() ? tr("CSV, TSV or JSON lines") : path_);
    mappingLabel_->setText(tr("Mapping"));
    const int index = std::max(0, mappings_->currentIndex());
    mappings_->clear();
    mappings_->addItem(tr("Guessed from the file"));
    for (const auto &mapping : kept_)
        mappings_->addItem(qs(mapping.name));
    mappings_->setCurrentIndex(std::min(index, mappings_->count() - 1));
    mappings_->setAccessibleName(tr("Mapping"));
    tableLabel_->setText(preview_ ? tr("What each column is, with the first rows (%Ln usable among those looked at)", nullptr, static_cast<int>(preview_->items.size()))
                                  : tr("What each column is"));
    table_->setAccessibleName(tr("First rows of the file"));
    bad_->setAccessibleName(tr("Lines that cannot be used"));
    sourceLabel_->setText(tr("Name of the source: keeps people of different files apart"));
    source_->setAccessibleName(tr("Name of the source"));
    mappingName_->setPlaceholderText(tr("Name, to keep this mapping"));
    mappingName_->setAccessibleName(mappingName_->placeholderText());
    keep_->setText(tr("Keep the mapping"));
    start_->setText(tr("Import"));
    cancel_->setText(running_ ? tr("Stop") : tr("Close"));
    bar_->setAccessibleName(tr("Progress of the import"));
    for (auto *button : {pick_, keep_, start_, cancel_})
        button->setAccessibleName(button->text());
}

void ImportForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (preview_) {
            preview_->mapping = mapping();
            fillTable();
        }
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
