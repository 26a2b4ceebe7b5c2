// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/rules/rule_form.hpp"
#include "ui/rules/rule_text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kDays[] = {7, 30, 90, 365, 3650};
constexpr int kUsualDays = 2;
}

RulesPanel::RulesPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), splitter_(new QSplitter(this)), list_(new QListWidget(this)), stack_(new QStackedWidget(this)), empty_(new EmptyState(this)),
      form_(new RuleForm(shell, this)), add_(roleButton({}, this)), save_(roleButton(QStringLiteral("primary"), this)), remove_(roleButton(QStringLiteral("danger"), this)),
      try_(roleButton({}, this)), apply_(roleButton({}, this)), log_(roleButton(QStringLiteral("chip"), this)), days_(new QComboBox(this)),
      progress_(new QProgressBar(this)), found_(wrappedLabel(QStringLiteral("strong"), {}, this)), table_(new QTableWidget(this))
{
    build();
    wire();
    refresh();
}

QWidget *RulesPanel::buildList()
{
    auto *left = new QFrame(splitter_);
    left->setProperty("role", "pane");
    auto *column = new QVBoxLayout(left);
    column->addWidget(roleLabel(QStringLiteral("title"), tr("Rules"), left));
    column->addWidget(wrappedLabel(QStringLiteral("muted"), tr("They run from top to bottom. Alt and an arrow moves one, Space switches it on and off."), left));
    column->addWidget(list_, 1);
    add_->setText(tr("New rule"));
    log_->setText(tr("What rules did"));
    log_->setCheckable(true);
    auto *foot = new QWidget(left);
    auto *buttons = new FlowLayout(foot, kGrid);
    buttons->addWidget(add_);
    buttons->addWidget(log_);
    column->addWidget(foot);
    list_->setAccessibleName(tr("Rules, in their order"));
    list_->setWordWrap(true);
    return left;
}

QWidget *RulesPanel::buildTrial()
{
    auto *below = new QWidget(splitter_);
    auto *column = new QVBoxLayout(below);
    auto *head = new QWidget(below);
    auto *line = new FlowLayout(head, kGrid); // narrow windows and large letters: over several lines
    for (const int days : kDays)
        days_->addItem(tr("the last %n day(s)", nullptr, days), days);
    days_->setCurrentIndex(kUsualDays);
    days_->setAccessibleName(tr("How far back"));
    try_->setText(tr("Try it on history"));
    apply_->setText(tr("Apply to history..."));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Trial"));
    progress_->hide();
    line->addWidget(try_);
    line->addWidget(days_);
    line->addWidget(progress_);
    line->addWidget(apply_);
    column->addWidget(head);
    column->addWidget(found_);
    column->addWidget(table_, 1);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->setAccessibleName(tr("Before and after"));
    return below;
}

void RulesPanel::build()
{
    auto *left = buildList();
    auto *right = new QSplitter(Qt::Vertical, splitter_);
    auto *page = new QFrame(right);
    page->setProperty("role", "pane");
    auto *column = new QVBoxLayout(page);
    auto *scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(form_);
    column->addWidget(scroll, 1);
    save_->setText(tr("Save the rule"));
    remove_->setText(tr("Remove"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    buttons->addWidget(save_);
    column->addLayout(buttons);
    right->addWidget(page);
    right->addWidget(buildTrial());
    right->setChildrenCollapsible(false);
    stack_->addWidget(empty_);
    stack_->addWidget(right);
    splitter_->addWidget(left);
    splitter_->addWidget(stack_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setSizes({360, 900});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
    empty_->setContent(QStringLiteral("filter"), tr("No rule yet"), tr("A rule tags, assigns or closes by itself what you would decide the same way each time."), tr("New rule"));
}

void RulesPanel::wire()
{
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            refresh();
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this] { onChoice(); });
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!filling_ && item == list_->currentItem())
            toggle();
    });
    connect(add_, &QPushButton::clicked, this, &RulesPanel::add);
    connect(empty_, &EmptyState::actionPressed, this, &RulesPanel::add);
    connect(form_, &RuleForm::changed, this, &RulesPanel::check);
    connect(save_, &QPushButton::clicked, this, [this] { save(false); });
    connect(remove_, &QPushButton::clicked, this, &RulesPanel::remove);
    connect(try_, &QPushButton::clicked, this, [this] {
        if (trying_)
            stopTrial();
        else
            startTrial();
    });
    connect(apply_, &QPushButton::clicked, this, &RulesPanel::apply);
    connect(log_, &QPushButton::toggled, this, [this](bool on) {
        if (on)
            showLog();
        else
            showTrial();
    });
    connect(table_, &QTableWidget::cellActivated, this, [this](int row, int) {
        const auto id = table_->item(row, 0)->data(Qt::UserRole).toLongLong();
        if (id != 0)
            Q_EMIT shell().openItem(ItemId{id});
    });
}

void RulesPanel::registerCommands(CommandRegistry &commands)
{
    if (commands.find(QStringLiteral("rules.show")) == nullptr)
        commands.add({QStringLiteral("rules.show"), [] { return tr("Show the rules"); }, QStringLiteral("filter"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)}, nullptr,
                      [&shell = shell(), name = id()] { Q_EMIT shell.openPanel(name); }, [&bridge = bridge()] { return bridge.state() == Bridge::State::Open; }});
    const auto any = [this] { return current() != nullptr; };
    const auto declare = [&](const char *verb, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys, std::function<void()> run, std::function<bool()> when) {
        commands.add({QStringLiteral("rules.") + QLatin1String(verb), std::move(text), QLatin1String(icon), keys, this, std::move(run), std::move(when)});
    };
    declare("new", [] { return tr("New rule"); }, "add", {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { add(); }, {});
    declare("save", [] { return tr("Save the rule"); }, "done", {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this] { save(false); }, [this] { return save_->isEnabled(); });
    declare("up", [] { return tr("Run the rule earlier"); }, "arrow-up", {QKeySequence(Qt::ALT | Qt::Key_Up)}, [this] { move(-1); }, any);
    declare("down", [] { return tr("Run the rule later"); }, "arrow-down", {QKeySequence(Qt::ALT | Qt::Key_Down)}, [this] { move(1); }, any);
    declare("try", [] { return tr("Try the rule on history"); }, "clock", {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] { try_->click(); }, [this] { return try_->isEnabled(); });
    declare("remove", [] { return tr("Remove the rule"); }, "ignore", {}, [this] { remove(); }, any);
    declare("undo", [] { return tr("Take back the last decision"); }, "undo", {QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { undo(); }, {});
}

void RulesPanel::activated()
{
    list_->setFocus(Qt::OtherFocusReason);
}

void RulesPanel::refresh()
{
    bridge().read<Rows>(
        this,
        [](store::Tx &tx) -> Result<Rows> {
            store::Rules all(tx);
            Rows rows;
            VIGIE_TRY(rows.rules, all.all());
            for (const auto &rule : rows.rules) {
                VIGIE_TRY(const auto acted, all.acted(rule.id));
                rows.acted.push_back(acted);
            }
            return rows;
        },
        [this](Result<Rows> rows) {
            ready_ = true;
            if (rows)
                fill(*rows);
            else
                shell().toasts.showError(rows.error());
        });
}

const Rule *RulesPanel::current() const
{
    const int row = list_->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < rows_.rules.size() ? &rows_.rules[static_cast<std::size_t>(row)] : nullptr;
}

void RulesPanel::fill(const Rows &rows)
{
    const auto before = wanted_ ? wanted_ : current() != nullptr ? current()->id : RuleId{};
    const bool making = !wanted_ && !form_->rule().id && !rows_.rules.empty() && list_->currentRow() < 0;
    filling_ = true;
    rows_ = rows;
    list_->clear();
    int at = -1;
    for (std::size_t i = 0; i < rows.rules.size(); ++i) {
        const auto &rule = rows.rules[i];
        auto *item = new QListWidgetItem(tr("%1\n%2: %3\nacted %n time(s)", "name of a rule, when, what; how often", static_cast<int>(rows.acted[i]))
                                             .arg(qs(rule.name), momentText(rule.moment), actionsLine(rule)),
                                         list_);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(rule.on ? Qt::Checked : Qt::Unchecked);
        if (rule.id == before)
            at = static_cast<int>(i);
    }
    filling_ = false;
    stack_->setCurrentIndex(rows.rules.empty() && !making && form_->rule().name.empty() ? 0 : 1);
    if (!rows.rules.empty() && !making)
        list_->setCurrentRow(std::max(at, 0));
    wanted_ = {};
    check();
}

void RulesPanel::onChoice()
{
    const auto *rule = current();
    if (filling_ || rule == nullptr)
        return;
    if (form_->rule().id == rule->id && form_->rule().version == rule->version)
        return;
    stopTrial();
    trial_ = {};
    form_->edit(*rule);
    stack_->setCurrentIndex(1);
    showTrial();
    check();
}

void RulesPanel::add()
{
    stopTrial();
    list_->setCurrentRow(-1);
    trial_ = {};
    form_->edit({});
    stack_->setCurrentIndex(1);
    form_->name().setFocus();
    showTrial();
    check();
}

void RulesPanel::check()
{
    save_->setEnabled(form_->isValid());
    try_->setEnabled(trying_ || form_->isValid());
    remove_->setEnabled(current() != nullptr);
    apply_->setEnabled(!trying_ && trial_.done && trial_.changed > 0 && form_->rule().actions == tried_.actions && form_->rule().source == tried_.source);
}

void RulesPanel::decide(const char *action, std::function<Result<RuleId>(store::Tx &)> job, const QString &done)
{
    bridge().write<RuleId>(
        this,
        [action, job = std::move(job)](store::Tx &tx) -> Result<RuleId> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet(action));
            return job(tx);
        },
        [this, done](Result<RuleId> result) {
            if (!result) {
                if (result.error().code == Errc::PolicyRefused)
                    askWhetherAll();
                else
                    shell().toasts.showError(result.error());
                refresh();
                return;
            }
            wanted_ = *result;
            if (!done.isEmpty())
                shell().toasts.showUndo(done, [this] { undo(); });
            refresh();
        });
}

void RulesPanel::save(bool confirmed)
{
    const auto rule = form_->rule();
    if (!form_->isValid())
        return;
    decide("rule_saved", [rule, confirmed](store::Tx &tx) { return desk::saveRule(tx, rule, confirmed); }, tr("The rule %1 is saved").arg(qs(rule.name)));
}

void RulesPanel::askWhetherAll()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Rules"), tr("This rule would close everything that comes."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It asks for nothing, or for what nearly all of the newest mentions satisfy. Nobody would be answered any more."));
    auto *stay = box->addButton(tr("Change it"), QMessageBox::RejectRole);
    auto *sure = box->addButton(tr("Save it all the same"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, sure](QAbstractButton *pressed) {
        if (pressed == sure)
            save(true);
    });
    box->open();
}

void RulesPanel::remove()
{
    const auto *rule = current();
    if (rule == nullptr)
        return;
    form_->edit({});
    decide(
        "rule_removed",
        [id = rule->id](store::Tx &tx) -> Result<RuleId> {
            VIGIE_CHECK(store::Rules(tx).remove(id));
            return RuleId{};
        },
        tr("The rule %1 is removed").arg(qs(rule->name)));
}

void RulesPanel::move(int by)
{
    const auto *rule = current();
    if (rule == nullptr)
        return;
    const int place = std::clamp(list_->currentRow() + by, 0, list_->count() - 1);
    decide(
        "rule_moved",
        [id = rule->id, place](store::Tx &tx) -> Result<RuleId> {
            VIGIE_CHECK(store::Rules(tx).move(id, place));
            return id;
        },
        {});
}

void RulesPanel::toggle()
{
    const auto *found = current();
    if (found == nullptr)
        return;
    auto rule = *found;
    rule.on = list_->currentItem()->checkState() == Qt::Checked;
    if (rule.on == found->on)
        return;
    decide("rule_saved", [rule](store::Tx &tx) { return desk::saveRule(tx, rule, false); },
           rule.on ? tr("The rule %1 is on").arg(qs(rule.name)) : tr("The rule %1 is off").arg(qs(rule.name)));
}

void RulesPanel::undo()
{
    bridge().write<store::ChangeSet>(
        this, [](store::Tx &tx) { return store::Tickets(tx).undoLast(); },
        [this](Result<store::ChangeSet> result) {
            if (result)
                shell().toasts.show(tr("Taken back"), 3000);
            else if (result.error().code == Errc::NotFound)
                shell().toasts.show(tr("There is nothing to take back."));
            else
                shell().toasts.showError(result.error());
            refresh();
        });
}

} // namespace vigie::ui
