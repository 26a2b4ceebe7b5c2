// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_examples_box.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"
#include "ui/query/query_analysis.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLongest = 180; ///< letters of an example that are shown
}

void keepExample(Shell &shell, QObject *context, QueryId query, ItemId item, bool mustMatch)
{
    shell.bridge.write<std::int64_t>(
        context, [=](store::Tx &tx) { return store::QueryExamples(tx).add(query, {0, mustMatch, item, {}}); },
        [&shell, mustMatch](const Result<std::int64_t> &kept) {
            if (!kept)
                shell.toasts.showError(kept.error());
            else
                shell.toasts.show(mustMatch ? QueryExamplesBox::tr("Kept as an example: this query must find it") : QueryExamplesBox::tr("Kept as an example: this query must not find it"));
        });
}

QueryExamplesBox::QueryExamplesBox(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(wrappedLabel(QStringLiteral("muted"), {}, this)), summary_(wrappedLabel(QStringLiteral("warn"), {}, this)), rows_(new QVBoxLayout),
      text_(new QLineEdit(this)), side_(new QComboBox(this)), add_(roleButton({}, this))
{
    text_->setMaxLength(2000);
    rows_->setSpacing(kGrid);
    auto *foot = new QHBoxLayout;
    foot->addWidget(side_);
    foot->addStretch(1);
    foot->addWidget(add_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(title_);
    layout->addLayout(rows_);
    layout->addWidget(summary_);
    layout->addWidget(text_);
    layout->addLayout(foot);
    summary_->hide();
    connect(add_, &QPushButton::clicked, this, &QueryExamplesBox::addTyped);
    connect(text_, &QLineEdit::textChanged, this, [this](const QString &text) { add_->setEnabled(!text.trimmed().isEmpty()); });
    add_->setEnabled(false);
    retranslate();
}

void QueryExamplesBox::setQuery(QueryId query)
{
    query_ = query;
    examples_.clear();
    outcomes_.clear();
    text_->clear();
    build();
    const auto read = reads_.next();
    if (!query)
        return;
    shell_.bridge.read<std::vector<store::QueryExample>>(
        this, [query](store::Tx &tx) { return store::QueryExamples(tx).of(query); },
        [this, read](Result<std::vector<store::QueryExample>> found) {
            if (!reads_.is(read))
                return;
            if (!found)
                return static_cast<void>(shell_.toasts.showError(found.error()));
            found->insert(found->end(), examples_.begin(), examples_.end()); // added meanwhile
            examples_ = std::move(*found);
            run();
        });
}

void QueryExamplesBox::setTried(std::shared_ptr<const text::Query> query)
{
    tried_ = std::move(query);
    run();
}

void QueryExamplesBox::run()
{
    delete asker_.data();
    const auto number = runs_.next();
    running_ = tried_ != nullptr && !examples_.empty();
    if (!running_) {
        outcomes_.clear();
        build();
        Q_EMIT changed();
        return;
    }
    asker_ = new QObject(this);
    shell_.bridge.read<std::vector<store::ExampleOutcome>>(
        asker_, [query = tried_, examples = examples_](store::Tx &tx) { return store::QueryExamples(tx).run(*query, examples); },
        [this, number, source = tried_->source](Result<std::vector<store::ExampleOutcome>> outcomes) {
            if (!runs_.is(number))
                return;
            running_ = false;
            outcomes_ = outcomes ? std::move(*outcomes) : std::vector<store::ExampleOutcome>();
            source_ = source;
            build();
            Q_EMIT changed();
        });
}

void QueryExamplesBox::addTyped()
{
    const auto text = text_->text().trimmed();
    if (text.isEmpty())
        return;
    add({0, side_->currentIndex() == 0, {}, utf8(text)});
    text_->clear();
}

void QueryExamplesBox::add(const store::QueryExample &example)
{
    if (example.item)
        std::erase_if(examples_, [&](const store::QueryExample &known) { return known.item == example.item; });
    examples_.push_back(example);
    run();
    if (!query_)
        return;
    shell_.bridge.write<std::int64_t>(
        this, [query = query_, example](store::Tx &tx) { return store::QueryExamples(tx).add(query, example); },
        [this, example, query = query_](Result<std::int64_t> id) {
            if (!id)
                return static_cast<void>(shell_.toasts.showError(id.error()));
            const auto same = [&](const store::QueryExample &known) { return known.id == 0 && known.item == example.item && known.text == example.text; };
            const auto at = std::find_if(examples_.begin(), examples_.end(), same);
            if (query == query_ && at != examples_.end())
                at->id = *id;
        });
}

void QueryExamplesBox::removeAt(std::size_t at)
{
    if (at >= examples_.size())
        return;
    const auto gone = examples_[at];
    examples_.erase(examples_.begin() + static_cast<std::ptrdiff_t>(at));
    run();
    if (gone.id == 0)
        return;
    shell_.bridge.write<bool>(
        this,
        [id = gone.id](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::QueryExamples(tx).remove(id));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done && done.error().code != Errc::NotFound)
                shell_.toasts.showError(done.error());
        });
}

std::vector<store::QueryExample> QueryExamplesBox::unkept() const
{
    std::vector<store::QueryExample> out;
    if (!query_)
        out = examples_;
    return out;
}

int QueryExamplesBox::failing() const
{
    return static_cast<int>(std::count_if(outcomes_.begin(), outcomes_.end(), [](const store::ExampleOutcome &outcome) { return outcome.fails(); }));
}

void QueryExamplesBox::build()
{
    const bool inside = focusWidget() != nullptr && isAncestorOf(focusWidget()) && focusWidget() != text_;
    while (auto *item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    last_.clear();
    for (std::size_t i = 0; i < examples_.size(); ++i)
        addRow(i);
    if (inside)
        text_->setFocus();
    const int failed = failing();
    summary_->setVisible(failed > 0);
    summary_->setText(tr("%n example(s) fail", nullptr, failed));
}

void QueryExamplesBox::addRow(std::size_t at)
{
    const auto &example = examples_[at];
    const auto *outcome = outcomes_.size() == examples_.size() ? &outcomes_[at] : nullptr;
    auto *row = new QWidget(this);
    auto *remove = roleButton(QStringLiteral("link"), row);
    const auto words = (example.item && outcome != nullptr ? qs(outcome->text) : qs(example.text)).simplified();
    const auto side = example.wanted ? tr("must find") : tr("must not find");
    QString state, role = QStringLiteral("muted");
    if (outcome != nullptr) {
        state = outcome->gone ? tr("no longer here") : outcome->passes ? tr("passes") : tr("fails");
        role = outcome->gone ? role : outcome->passes ? QStringLiteral("pos") : QStringLiteral("neg");
    }
    auto *head = wrappedLabel(role, state.isEmpty() ? side : tr("%1: %2", "an example: what is asked of it, how it goes").arg(side, state), row);
    auto *said = wrappedLabel({}, words.size() > kLongest ? words.left(kLongest) + QChar(0x2026) : words, row);
    remove->setText(tr("Take away"));
    remove->setAccessibleName(tr("Take the example away: %1").arg(words.left(80)));
    connect(remove, &QPushButton::clicked, this, [this, at] { removeAt(at); });
    auto *top = new QHBoxLayout;
    top->addWidget(head, 1);
    top->addWidget(remove);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(said);
    if (outcome != nullptr && outcome->fails())
        layout->addWidget(wrappedLabel(QStringLiteral("small"), queryPartWords(outcome->why, source_), row));
    rows_->addWidget(row);
    QWidget::setTabOrder(last_ ? last_.data() : this, remove);
    last_ = remove;
}

void QueryExamplesBox::retranslate()
{
    title_->setText(tr("Examples, tried at each change"));
    text_->setPlaceholderText(tr("What somebody could write"));
    text_->setAccessibleName(tr("Text of a new example"));
    const int side = std::max(0, side_->currentIndex());
    side_->clear();
    side_->addItems({tr("It must be found"), tr("It must not be found")});
    side_->setCurrentIndex(side);
    side_->setAccessibleName(tr("What is asked of the example"));
    add_->setText(tr("Add the example"));
    add_->setAccessibleName(add_->text());
    build();
}

void QueryExamplesBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void QueryExamplesBox::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && text_->hasFocus())
        addTyped();
    else
        QWidget::keyPressEvent(event);
}

} // namespace vigie::ui
