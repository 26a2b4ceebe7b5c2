// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answers_panel.hpp"

#include "ui/answers/answer_editor.hpp"
#include "ui/answers/answers_model.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kReadAfterMs = 200, kListWidth = 560, kDetailWidth = 640;
enum Tab { Text, Uses, History };
} // namespace

AnswersPanel::AnswersPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), words_(new QLineEdit(this)), stale_(new QCheckBox(this)), newButton_(roleButton({}, this)),
      importButton_(roleButton(QStringLiteral("quiet"), this)), exportButton_(roleButton(QStringLiteral("quiet"), this)), keepButton_(roleButton(QStringLiteral("primary"), this)),
      removeButton_(roleButton(QStringLiteral("quiet"), this)), error_(new ErrorBar(this)), stack_(new QStackedWidget(this)), empty_(new EmptyState(this)), table_(new QTableView(this)),
      model_(new AnswersModel(this)), tabs_(new QTabWidget(this)), editor_(nullptr), facts_(wrappedLabel(QStringLiteral("small"), {}, this)),
      fault_(wrappedLabel(QStringLiteral("warn"), {}, this)), uses_(new QListWidget(this)), versions_(new QListWidget(this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    build();
    filterTimer_.setSingleShot(true);
    filterTimer_.setInterval(kReadAfterMs);
    wire();
    retranslate();
}

void AnswersPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line, kGap);
    flow->setContentsMargins(kMargin, kGap, kMargin, kGap);
    words_->setMinimumWidth(Theme::of(this).scaled(220));
    stale_->setMinimumHeight(newButton_->sizeHint().height());
    for (auto *widget : {static_cast<QWidget *>(words_), static_cast<QWidget *>(stale_), static_cast<QWidget *>(newButton_), static_cast<QWidget *>(importButton_),
                         static_cast<QWidget *>(exportButton_)})
        flow->addWidget(widget);
    layout->addWidget(line);
    layout->addWidget(error_);
    table_->setModel(model_);
    showAsRows(*table_, AnswersModel::Question);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(table_);
    splitter->addWidget(buildDetails());
    splitter->setChildrenCollapsible(false);
    splitter->setContentsMargins(kGap, 0, kGap, kGap);
    splitter->setSizes({kListWidth, kDetailWidth});
    stack_->addWidget(empty_);
    stack_->addWidget(splitter);
    layout->addWidget(stack_, 1);
}

QWidget *AnswersPanel::buildDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(kGap, 0, 0, 0);
    column->addWidget(facts_);
    column->addWidget(tabs_, 1);
    auto *scroll = new QScrollArea(tabs_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(scroll);
    page->setProperty("role", "pane");
    auto *body = new QVBoxLayout(page);
    editor_ = new AnswerEditor(page);
    body->addWidget(editor_, 1);
    body->addWidget(fault_);
    auto *buttons = new FlowLayout(nullptr, kGap);
    buttons->addWidget(keepButton_);
    buttons->addWidget(removeButton_);
    body->addLayout(buttons);
    scroll->setWidget(page);
    for (auto *list : {uses_, versions_}) {
        list->setWordWrap(true);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    tabs_->addTab(scroll, {});
    tabs_->addTab(uses_, {});
    tabs_->addTab(versions_, {});
    return details;
}

void AnswersPanel::registerCommands(CommandRegistry &commands)
{
    // The window's command, wherever one is: it outlives this panel, which is made anew with each workspace.
    if (commands.find(QStringLiteral("answers.show")) == nullptr)
        commands.add({QStringLiteral("answers.show"), [] { return tr("Show the library of answers"); }, QStringLiteral("question"),
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)}, nullptr, [&shell = shell(), name = id()] { Q_EMIT shell.openPanel(name); },
                      [&bridge = bridge()] { return bridge.state() == Bridge::State::Open; }});
    const auto one = [this] { return static_cast<bool>(open_); };
    commands.add({QStringLiteral("answers.new"), [] { return tr("New answer..."); }, QStringLiteral("add"), {Qt::Key_N}, this, [this] { takeUp({}); }, [this] { return read_; }});
    commands.add({QStringLiteral("answers.keep"), [] { return tr("Keep the changes"); }, QStringLiteral("save"), {QKeySequence::Save}, this, [this] { keep(); },
                  [this, one] { return one() && editor_->isChanged() && editor_->fault().isEmpty(); }});
    commands.add({QStringLiteral("answers.remove"), [] { return tr("Take out of the library"); }, QStringLiteral("delete"), {Qt::Key_Delete}, this, [this] { remove(); }, one});
    commands.add({QStringLiteral("answers.import"), [] { return tr("Import a CSV file..."); }, QStringLiteral("import"), {Qt::Key_I}, this, [this] { chooseImport(); },
                  [this] { return read_; }});
    commands.add({QStringLiteral("answers.export"), [] { return tr("Export as a CSV file..."); }, QStringLiteral("export"), {Qt::Key_E}, this, [this] { chooseExport(); },
                  [this] { return model_->total() > 0; }});
    commands.add({QStringLiteral("answers.filter"), [] { return tr("Find an answer"); }, QStringLiteral("search"), {QKeySequence(QStringLiteral("/"))}, this,
                  [this] { words_->setFocus(); }, {}});
    commands.add({QStringLiteral("answers.list"), [] { return tr("Go to the list of answers"); }, QStringLiteral("menu"), {Qt::Key_Q}, this, [this] { table_->setFocus(); }, {}});
    commands.add({QStringLiteral("answers.inbox"), [] { return tr("Back to the inbox"); }, QStringLiteral("chevron-left"), {Qt::Key_Escape}, this,
                  [this] { Q_EMIT shell().openPanel(QStringLiteral("inbox")); }, {}});
    commands.bind(newButton_, QStringLiteral("answers.new"));
    commands.bind(importButton_, QStringLiteral("answers.import"));
    commands.bind(exportButton_, QStringLiteral("answers.export"));
    commands.bind(keepButton_, QStringLiteral("answers.keep"));
    commands.bind(removeButton_, QStringLiteral("answers.remove"));
}

void AnswersPanel::activated()
{
    read();
    table_->setFocus(Qt::OtherFocusReason);
}

void AnswersPanel::retranslateTabs()
{
    tabs_->setAccessibleName(tr("The chosen answer"));
    tabs_->setTabText(Text, tr("Text"));
    tabs_->setTabText(Uses, tr("Where it was given"));
    tabs_->setTabText(History, tr("Versions"));
    uses_->setAccessibleName(tr("Where it was given"));
    uses_->setToolTip(tr("Enter opens the reply on the network, or its conversation"));
    versions_->setAccessibleName(tr("Versions"));
    versions_->setToolTip(tr("Enter takes the text of that version up again"));
}

void AnswersPanel::retranslate()
{
    header_->setTitle(title());
    words_->setPlaceholderText(tr("Keyword, or words of the question"));
    words_->setAccessibleName(tr("Find an answer"));
    stale_->setText(tr("To be looked at"));
    stale_->setToolTip(tr("No longer valid, not yet valid, ending soon, or untouched for a year"));
    table_->setAccessibleName(tr("Library of answers"));
    const bool filtered = !words_->text().trimmed().isEmpty() || stale_->isChecked();
    empty_->setContent(QStringLiteral("question"), filtered && model_->total() > 0 ? tr("Nothing found") : tr("The library is empty"),
                       filtered && model_->total() > 0 ? tr("Try fewer words.")
                                                       : tr("Write the first answer, import a CSV file, or keep a reply of the inbox as an answer. In the inbox, \";\" opens the library."),
                       filtered && model_->total() > 0 ? QString() : tr("New answer"));
    retranslateTabs();
    look();
}

void AnswersPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        read();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
