// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_editor.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/query/query_changes.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/query/query_examples_box.hpp"
#include "ui/query/query_paste.hpp"
#include "ui/query/stepped_count.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/queries.hpp>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kPreviewAfterMs = 200, kSlowMs = 400;
}

QueryEditor::QueryEditor(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell), counter_(new SteppedCount(shell.bridge, this))
{
    build();
    previewTimer_.setSingleShot(true);
    previewTimer_.setInterval(kPreviewAfterMs);
    slowTimer_.setSingleShot(true);
    slowTimer_.setInterval(kSlowMs);
    connectAll();
    retranslate();
}

void QueryEditor::build()
{
    edit_ = new QueryEdit(shell_.theme, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(edit_);
    buildWords(layout);
    samples_ = new QuerySamples(shell_.bridge, this);
    changes_ = new QueryChanges(shell_, this);
    examples_ = new QueryExamplesBox(shell_, this);
    layout->addWidget(samples_);
    layout->addSpacing(kGap);
    layout->addWidget(changes_);
    layout->addSpacing(kGap);
    layout->addWidget(examples_);
}

void QueryEditor::buildWords(QVBoxLayout *layout)
{
    const auto label = [this](const char *role) { return wrappedLabel(QLatin1String(role), {}, this); };
    fault_ = label("neg");
    fix_ = roleButton(QStringLiteral("link"), this);
    sentence_ = label("");
    mixed_ = label("warn");
    soft_ = label("small");
    costLabel_ = label("small");
    help_ = label("small");
    countLabel_ = label("strong");
    stop_ = roleButton(QStringLiteral("link"), this);
    stop_->setObjectName(QStringLiteral("queryStop"));
    pasteButton_ = roleButton(QStringLiteral("link"), this);
    auto *counting = new QHBoxLayout;
    counting->addWidget(countLabel_, 1);
    counting->addWidget(stop_);
    layout->addWidget(fault_);
    layout->addWidget(fix_, 0, Qt::AlignLeft);
    for (auto *widget : {sentence_, mixed_, soft_, help_})
        layout->addWidget(widget);
    layout->addWidget(pasteButton_, 0, Qt::AlignLeft);
    layout->addSpacing(kGrid);
    layout->addLayout(counting);
    layout->addWidget(costLabel_);
    for (auto *widget : {static_cast<QWidget *>(fault_), static_cast<QWidget *>(fix_), static_cast<QWidget *>(mixed_), static_cast<QWidget *>(soft_), static_cast<QWidget *>(stop_)})
        widget->hide();
}

void QueryEditor::connectAll()
{
    connect(&previewTimer_, &QTimer::timeout, this, &QueryEditor::preview);
    connect(&slowTimer_, &QTimer::timeout, this, &QueryEditor::showCount);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        edit_->markFault(0, 0); // of the text before
        completing_ = edit_->isTyping();
        analyse();
    });
    connect(edit_, &QueryEdit::completionsWanted, this, [this] {
        completing_ = true;
        analyse();
    });
    connect(edit_, &QueryEdit::submitted, this, &QueryEditor::submitted);
    connect(edit_, &QueryEdit::fixWanted, this, &QueryEditor::applyFix);
    connect(fix_, &QPushButton::clicked, this, &QueryEditor::applyFix);
    connect(stop_, &QPushButton::clicked, this, [this] { counter_->isCounting() || sampling_ ? stopReading(true) : preview(); });
    connect(pasteButton_, &QPushButton::clicked, this, &QueryEditor::openPaste);
    connect(counter_, &SteppedCount::counted, this, [this](int count) {
        count_ = count;
        showCount();
    });
    connect(counter_, &SteppedCount::failed, this, [this](const Error &error) {
        showCount();
        countLabel_->setText(errorSentence(error));
    });
    connect(samples_, &QuerySamples::exampleWanted, this, [this](ItemId item, bool mustMatch) { examples_->add({0, mustMatch, item, {}}); });
    connect(examples_, &QueryExamplesBox::changed, this, &QueryEditor::changed);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.queries && isVisible())
            readGround();
    });
}

void QueryEditor::edit(const SavedQuery &query)
{
    query_ = query;
    closePaste();
    stopReading(false);
    samples_->clear();
    examples_->setTried(nullptr);
    examples_->setQuery(query.id);
    changes_->clear();
    analysis_ = {};
    edit_->setPlainText(qs(query.source)); // analysed by its own signal, unless it is as it was
    edit_->moveCursor(QTextCursor::End);
    completing_ = false;
    readGround();
    analyse();
}

QString QueryEditor::source() const
{
    return edit_->toPlainText().trimmed();
}

bool QueryEditor::isSettled() const
{
    return !analysing_ && analysis_.source == edit_->toPlainText() && examples_->isSettled();
}

int QueryEditor::failingExamples() const
{
    return examples_->failing();
}

std::vector<store::QueryExample> QueryEditor::unkeptExamples() const
{
    return examples_->unkept();
}

/// Saved queries, lists and the clock, which a query may ask for.
void QueryEditor::readGround()
{
    shell_.bridge.read<text::QueryContext>(
        this, [](store::Tx &tx) { return store::Queries(tx).context(); },
        [this](Result<text::QueryContext> ground) {
            if (!ground)
                return;
            const bool same = ground->library.saved.size() == ground_.library.saved.size() && ground->library.lists.size() == ground_.library.lists.size();
            ground_ = std::move(*ground);
            if (!same)
                analyse();
        });
}

/// One at a time, and of what was typed meanwhile only the last: a long query cannot pile up.
void QueryEditor::analyse()
{
    if (analysing_) {
        again_ = true;
        return;
    }
    analysing_ = true;
    again_ = false;
    const int cursor = completing_ ? edit_->textCursor().position() : -1;
    shell_.bridge.work<QueryAnalysis>(
        this, [source = edit_->toPlainText(), cursor, ground = ground_]() -> Result<QueryAnalysis> { return analyseQuery(source, cursor, ground); },
        [this](Result<QueryAnalysis> analysis) {
            analysing_ = false;
            if (again_ || !analysis || analysis->source != edit_->toPlainText())
                return analyse();
            showAnalysis(std::move(*analysis));
        });
}

void QueryEditor::showAnalysis(QueryAnalysis analysis)
{
    const bool anew = analysis.source.trimmed() != analysis_.source.trimmed() || (analysis.query != nullptr) != (analysis_.query != nullptr);
    analysis_ = std::move(analysis);
    edit_->setStretches(std::move(analysis_.stretches));
    if (completing_)
        edit_->offer(std::move(analysis_.choices));
    completing_ = false;
    showFault();
    showWords();
    if (!anew)
        return Q_EMIT changed();
    stopReading(false);
    examples_->setTried(analysis_.query);
    if (analysis_.query == nullptr) {
        samples_->clear();
        changes_->clear();
    } else {
        previewTimer_.start();
        if (query_.id && source() != qs(query_.source))
            changes_->compare(query_.id, source());
        else
            changes_->clear();
    }
    Q_EMIT changed();
}

void QueryEditor::preview()
{
    stopReading(false);
    if (analysis_.query == nullptr)
        return;
    stopped_ = false;
    asker_ = new QObject(this);
    slowTimer_.start();
    readSamples();
    counter_->start(analysis_.query, kCountAtMost);
}

/// Reads apart: a count that has to look at everything does not hold up the samples.
void QueryEditor::readSamples()
{
    sampling_ = true;
    shell_.bridge.read<QuerySamplesRead>(
        asker_, [query = analysis_.query](store::Tx &tx) { return readQuerySamples(tx, *query); },
        [this, number = previews_.next()](Result<QuerySamplesRead> samples) {
            if (!previews_.is(number))
                return;
            sampling_ = false;
            if (samples) {
                cost_ = samples->cost;
                samples_->setSamples(std::move(*samples));
            }
            showCost();
            showCount();
        });
}

void QueryEditor::stopReading(bool byHand)
{
    delete asker_.data();
    previews_.next();
    previewTimer_.stop();
    slowTimer_.stop();
    counter_->stop();
    sampling_ = false;
    stopped_ = byHand;
    count_ = -1;
    cost_.reset();
    showCount();
    showCost();
}

} // namespace vigie::ui
