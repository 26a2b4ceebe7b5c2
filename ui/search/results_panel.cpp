// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/results_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_foot.hpp"
#include "ui/feed/query_error_text.hpp"
#include "ui/command/registry.hpp"
#include "ui/search/results_delegate.hpp"
#include "ui/search/results_model.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vigie::ui {

ResultsPanel::ResultsPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), field_(new QLineEdit(this)), error_(new ErrorBar(this)), stack_(new QStackedWidget(this)),
      list_(new QListView(this)), empty_(new EmptyState(this)), model_(new ResultsModel(shell.bridge, this)), findRow_(new QWidget(this)),
      order_(new QComboBox(this)), note_(wrappedLabel(QStringLiteral("small"), {}, this)), stop_(roleButton(QStringLiteral("link"), this)), foundList_(new QListView(this)), found_(new FindModel(shell.bridge, this)),
      coverage_(new CoverageFoot(shell, this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    auto *line = new QVBoxLayout;
    line->setContentsMargins(kMargin, kGap, kMargin, kGap);
    line->addWidget(field_);
    line->addWidget(error_);
    line->addWidget(findRow_);
    auto *said = new QHBoxLayout;
    said->addWidget(note_, 1);
    said->addWidget(stop_);
    line->addLayout(said);
    line->addWidget(coverage_);
    layout->addLayout(line);
    layout->addWidget(stack_, 1);
    list_->setModel(model_);
    list_->setItemDelegate(new ResultsDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    stack_->addWidget(empty_);
    stack_->addWidget(new Skeleton(68, this));
    stack_->addWidget(list_);
    buildFind();
    connect(field_, &QLineEdit::returnPressed, this, &ResultsPanel::run);
    connect(list_, &QListView::activated, this, &ResultsPanel::openCurrent);
    connect(list_, &QListView::clicked, this, &ResultsPanel::openCurrent);
    connect(model_, &ResultsModel::sliceArrived, this, &ResultsPanel::arrived);
    connect(model_, &ResultsModel::failed, error_, &ErrorBar::setError);
    connect(error_, &ErrorBar::actionPressed, this, &ResultsPanel::run);
    retranslate();
}

void ResultsPanel::registerCommands(CommandRegistry &commands)
{
    commands.add({QStringLiteral("search.open"), [] { return tr("Show it in its place"); }, QStringLiteral("open"), {Qt::Key_O}, this,
                  [this] { searching() ? openFound() : openCurrent(); },
                  [this] { return (searching() ? foundList_ : list_)->currentIndex().isValid(); }});
    commands.add({QStringLiteral("search.edit"), [] { return tr("Change the search"); }, QStringLiteral("search"), {QKeySequence(QStringLiteral("/"))}, this,
                  [this] {
                      field_->setFocus();
                      field_->selectAll();
                  },
                  [this] { return field_->isVisible(); }});
    commands.add({QStringLiteral("search.back"), [] { return tr("Back to where you were"); }, QStringLiteral("chevron-left"), {Qt::Key_Escape}, this,
                  [this] { goBack(); }, {}});
    registerFind(commands);
}

void ResultsPanel::activated()
{
    (searching() ? foundList_ : list_)->setFocus();
}

bool ResultsPanel::ready() const
{
    return !asked_ || (searching() ? !found_->loading() : !model_->loading());
}

void ResultsPanel::search(const QString &query)
{
    field_->show();
    field_->setText(query);
    rowsTitle_.clear();
    run();
}

void ResultsPanel::showRows(const QString &title, const Shell::RowSource &source)
{
    field_->hide();
    findRow_->hide();
    order_->hide();
    note_->hide();
    stop_->hide();
    coverage_->clear();
    error_->clear();
    found_->clear();
    rowsTitle_ = title;
    fromSearch_ = false;
    asked_ = true;
    retranslate();
    stack_->setCurrentIndex(1);
    model_->setSource(source);
}

void ResultsPanel::run()
{
    const auto source = utf8(field_->text().trimmed());
    auto query = text::parseQuery(source);
    if (!query) {
        error_->setMessage(queryErrorText(query.error(), qs(source)).sentence);
        const auto at = utf16Offsets(source, {query.error().position});
        field_->setFocus();
        field_->setCursorPosition(static_cast<int>(at.front()));
        return;
    }
    error_->clear();
    asked_ = true;
    counts_.reset();
    query_ = std::move(*query);
    found_->count(query_);
    tellCoverage();
    ask();
    foundList_->setFocus();
}

void ResultsPanel::arrived()
{
    if (searching())
        return;
    const int rows = model_->rowCount();
    header_->setCount(rows == 0 ? QString() : model_->complete() ? tr("%Ln mention(s)", nullptr, rows) : tr("the newest %Ln, more below", nullptr, rows));
    stack_->setCurrentIndex(rows == 0 ? 0 : 2);
    if (rows > 0 && !list_->currentIndex().isValid())
        list_->setCurrentIndex(model_->index(0));
}

void ResultsPanel::openCurrent()
{
    if (const auto item = model_->item(list_->currentIndex().row()))
        Q_EMIT shell().openItem(item);
}

void ResultsPanel::retranslate()
{
    header_->setTitle(rowsTitle_.isEmpty() ? tr("Search") : rowsTitle_);
    field_->setPlaceholderText(tr("Words, \"a phrase\", AND OR NOT, author: lang: network: sentiment: ..."));
    field_->setAccessibleName(tr("What to search for"));
    list_->setAccessibleName(tr("Mentions found"));
    foundList_->setAccessibleName(tr("What was found"));
    empty_->setContent(QStringLiteral("search"), asked_ ? tr("Nothing found") : tr("Search everything that was collected"),
                       asked_ ? tr("Try fewer words, a word's beginning with a star, or another spelling.")
                              : tr("Mentions, their earlier texts, notes, members, our answers and planned posts. Enter shows what was found in its place."));
    retranslateFind();
}

void ResultsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace vigie::ui
