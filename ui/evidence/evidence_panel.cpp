// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/evidence/evidence_model.hpp"
#include "ui/evidence/kept_box.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kFilterAfterMs = 200, kLookAtWorkMs = 100, kMostCases = 1000, kEvenly = 10000;
} // namespace

EvidencePanel::EvidencePanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), words_(new QLineEdit(this)), changed_(new QCheckBox(this)), verifyButton_(roleButton({}, this)),
      exportButton_(roleButton({}, this)), eraseButton_(roleButton(QStringLiteral("quiet"), this)), stopButton_(roleButton({}, this)),
      progress_(new QProgressBar(this)), answer_(roleLabel({}, {}, this)), error_(new ErrorBar(this)), stack_(new QStackedWidget(this)), empty_(new EmptyState(this)),
      table_(new QTableView(this)), model_(new EvidenceModel(this)), kept_(new KeptBox(shell, this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    build();
    filterTimer_.setSingleShot(true);
    filterTimer_.setInterval(kFilterAfterMs);
    workTimer_.setInterval(kLookAtWorkMs);
    connect(&filterTimer_, &QTimer::timeout, this, &EvidencePanel::ask);
    connect(&workTimer_, &QTimer::timeout, this, [this] { progress_->setValue(work_ ? static_cast<int>(work_->share * 100) : 0); });
    connect(words_, &QLineEdit::textChanged, this, [this] { filterTimer_.start(); });
    connect(changed_, &QCheckBox::toggled, this, &EvidencePanel::ask);
    connect(stopButton_, &QPushButton::clicked, this, &EvidencePanel::stopWork);
    connect(error_, &ErrorBar::actionPressed, this, &EvidencePanel::ask);
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        if (isVisible() && !change.itemsChanged.empty())
            filterTimer_.start();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        kept_->showItem(model_->item(now.row()));
        kept_->setOpen(true);
    });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex &row) { Q_EMIT this->shell().openItem(model_->item(row.row())); });
    end();
    retranslate();
}

void EvidencePanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line, kGap);
    flow->setContentsMargins(kMargin, kGap, kMargin, kGap);
    changed_->setMinimumHeight(verifyButton_->sizeHint().height());
    words_->setMinimumWidth(Theme::of(this).scaled(220));
    for (auto *widget : {static_cast<QWidget *>(words_), static_cast<QWidget *>(changed_), static_cast<QWidget *>(verifyButton_), static_cast<QWidget *>(exportButton_),
                         static_cast<QWidget *>(eraseButton_), static_cast<QWidget *>(progress_), static_cast<QWidget *>(stopButton_)})
        flow->addWidget(widget);
    layout->addWidget(line);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(kMargin, 0, kMargin, kGap);
    answer_->setWordWrap(true);
    answer_->setTextFormat(Qt::PlainText);
    answer_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    answer_->hide();
    words->addWidget(answer_);
    words->addWidget(error_);
    layout->addLayout(words);
    table_->setModel(model_);
    showAsRows(*table_, EvidenceModel::Text);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *below = new QWidget(scroll);
    below->setProperty("role", "pane");
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kWideMargin);
    belowLayout->addWidget(kept_);
    belowLayout->addStretch(1);
    scroll->setWidget(below);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(table_);
    splitter->addWidget(scroll);
    splitter->setContentsMargins(kGap, 0, kGap, 0);
    splitter->setSizes({kEvenly, kEvenly});
    splitter->setChildrenCollapsible(false);
    stack_->addWidget(empty_);
    stack_->addWidget(splitter);
    layout->addWidget(stack_, 1);
}

void EvidencePanel::registerCommands(CommandRegistry &commands)
{
    const auto idle = [this] { return read_ && !work_; };
    const auto any = [this, idle] { return idle() && model_->rowCount() > 0; };
    // The window's command, wherever one is: it outlives this panel, which is made anew with each workspace.
    if (commands.find(QStringLiteral("evidence.show")) == nullptr)
        commands.add({QStringLiteral("evidence.show"), [] { return tr("Show what is kept as evidence"); }, QStringLiteral("lock"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
                      nullptr, [&shell = shell(), name = id()] { Q_EMIT shell.openPanel(name); }, [&bridge = bridge()] { return bridge.state() == Bridge::State::Open; }});
    commands.add({QStringLiteral("evidence.verify"), [] { return tr("Verify the chain"); }, QStringLiteral("done"), {Qt::Key_V}, this, [this] { verify(); }, idle});
    commands.add({QStringLiteral("evidence.export"), [] { return tr("Export all for a lawyer..."); }, QStringLiteral("export"), {Qt::Key_E}, this, [this] { chooseFile({}); }, any});
    commands.add({QStringLiteral("evidence.exportChosen"), [] { return tr("Export the chosen ones..."); }, QStringLiteral("export"), {QKeySequence(Qt::SHIFT | Qt::Key_E)}, this,
                  [this] { chooseFile(chosen()); }, [this, any] { return any() && !chosen().empty(); }});
    commands.add({QStringLiteral("evidence.erase"), [] { return tr("Erase what was kept..."); }, QStringLiteral("delete"), {Qt::Key_Delete}, this, [this] { askErase(); },
                  [this, any] { return any() && !chosen().empty(); }});
    commands.add({QStringLiteral("evidence.filter"), [] { return tr("Find among what is kept"); }, QStringLiteral("search"), {QKeySequence(QStringLiteral("/"))}, this,
                  [this] { words_->setFocus(); }, {}});
    commands.add({QStringLiteral("evidence.back"), [] { return tr("Back to the feed"); }, QStringLiteral("chevron-left"), {Qt::Key_Escape}, this, [this] {
                      if (work_)
                          stopWork();
                      else
                          Q_EMIT shell().openPanel(QStringLiteral("feed"));
                  }, {}});
    commands.bind(verifyButton_, QStringLiteral("evidence.verify"));
    commands.bind(exportButton_, QStringLiteral("evidence.export"));
    commands.bind(eraseButton_, QStringLiteral("evidence.erase"));
}

void EvidencePanel::activated()
{
    ask();
    table_->setFocus();
}

void EvidencePanel::ask()
{
    store::EvidenceFilter filter;
    filter.words = utf8(words_->text());
    filter.changedOnly = changed_->isChecked();
    filter.limit = kMostCases;
    const auto number = generation_.next();
    bridge().read<std::vector<store::EvidenceCase>>(
        this, [filter](store::Tx &tx) { return store::Evidence(tx).list(filter); },
        [this, number](Result<std::vector<store::EvidenceCase>> cases) {
            if (!generation_.is(number))
                return;
            if (!cases)
                return error_->setError(cases.error());
            error_->clear();
            arrived(std::move(*cases));
        });
}

void EvidencePanel::arrived(std::vector<store::EvidenceCase> cases)
{
    const auto before = model_->item(table_->currentIndex().row());
    const int count = static_cast<int>(cases.size());
    model_->setCases(std::move(cases), bridge().zone());
    header_->setCount(count == 0 ? QString() : count < kMostCases ? tr("%Ln item(s)", nullptr, count) : tr("the newest %Ln item(s)", nullptr, count));
    stack_->setCurrentIndex(count == 0 ? 0 : 1);
    read_ = true;
    if (count > 0)
        table_->selectRow(std::max(0, model_->rowOf(before)));
    kept_->showItem(model_->item(table_->currentIndex().row()));
    kept_->setOpen(true);
    retranslate();
}

std::vector<ItemId> EvidencePanel::chosen() const
{
    std::vector<ItemId> out;
    for (const auto &row : table_->selectionModel()->selectedRows())
        out.push_back(model_->item(row.row()));
    return out;
}

void EvidencePanel::retranslate()
{
    header_->setTitle(title());
    words_->setPlaceholderText(tr("Words, an author"));
    words_->setAccessibleName(tr("Find among what is kept"));
    changed_->setText(tr("Edited or deleted since"));
    stopButton_->setText(tr("Stop"));
    stopButton_->setAccessibleName(stopButton_->text());
    table_->setAccessibleName(tr("What is kept as evidence"));
    progress_->setAccessibleName(tr("Progress"));
    const bool filtered = !words_->text().isEmpty() || changed_->isChecked();
    empty_->setContent(QStringLiteral("lock"), filtered ? tr("Nothing found") : tr("Nothing is kept as evidence"),
                       filtered ? tr("Try fewer words.") : tr("In the feed or the inbox, the key P keeps a mention with its pictures; what becomes of it is added by itself."));
}

void EvidencePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
