// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alerts_panel.hpp"

#include "ui/alerts/alert_card.hpp"
#include "ui/alerts/alert_data.hpp"
#include "ui/alerts/notice_place.hpp"
#include "ui/alerts/quiet_editor.hpp"
#include "ui/alerts/rule_editor.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/ask_when.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/alerts.hpp>
#include <vigie/store/tickets.hpp>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kRefreshMs = 200; // an alert that lasts is written every minute, several at once
constexpr int kWidest = 760;

/// A column of readable width, in the middle of a page that scrolls.
QScrollArea *scrolling(QWidget *column, QWidget *parent)
{
    column->setMaximumWidth(Theme::of(parent).scaled(kWidest));
    auto *page = new QWidget(parent);
    page->setProperty("role", "page");
    auto *centring = new QHBoxLayout(page);
    centring->addStretch(1);
    centring->addWidget(column, 100);
    centring->addStretch(1);
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    return area;
}

} // namespace

AlertsPanel::AlertsPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), error_(new ErrorBar(this)), alertsTab_(roleButton(QStringLiteral("chip"), this)),
      rulesTab_(roleButton(QStringLiteral("chip"), this)), doneToo_(roleButton(QStringLiteral("chip"), this)), addRule_(roleButton({}, this)),
      stack_(new QStackedWidget(this)), empty_(new EmptyState(this)), popup_(new ChoicePopup(this))
{
    build();
    retranslate();
    refreshTimer_.setSingleShot(true);
    refreshTimer_.setInterval(kRefreshMs);
    connect(&refreshTimer_, &QTimer::timeout, this, &AlertsPanel::refresh);
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            quiet_->load();
        if ((change.alerts || change.queries) && !refreshTimer_.isActive())
            refreshTimer_.start();
    });
    connect(alertsTab_, &QPushButton::clicked, this, [this] { showRules(false); });
    connect(rulesTab_, &QPushButton::clicked, this, [this] { showRules(true); });
    connect(doneToo_, &QPushButton::toggled, this, [this](bool on) {
        withDone_ = on;
        refresh();
    });
    connect(addRule_, &QPushButton::clicked, this, [this] { editRule({}); });
    refresh();
}

void AlertsPanel::build()
{
    for (auto *chip : {alertsTab_, rulesTab_, doneToo_}) {
        chip->setCheckable(true);
        header_->addRight(chip);
    }
    auto *cards = new QWidget(this);
    list_ = new QVBoxLayout(cards);
    list_->addStretch(1);
    listArea_ = scrolling(cards, stack_);
    auto *rulePage = new QWidget(this);
    auto *page = new QVBoxLayout(rulePage);
    rules_ = new QVBoxLayout;
    quiet_ = new QuietEditor(shell(), rulePage);
    page->addLayout(rules_);
    page->addWidget(addRule_, 0, Qt::AlignLeft);
    page->addSpacing(kMargin);
    page->addWidget(quiet_);
    page->addSpacing(kMargin);
    page->addWidget(placeTitle_ = roleLabel(QStringLiteral("muted"), {}, rulePage));
    page->addWidget(new NoticePlace(rulePage));
    page->addStretch(1);
    stack_->addWidget(empty_);
    stack_->addWidget(listArea_);
    stack_->addWidget(scrolling(rulePage, stack_));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(error_);
    layout->addWidget(stack_, 1);
    alertsTab_->setChecked(true);
}

void AlertsPanel::registerCommands(CommandRegistry &commands)
{
    const auto here = [this] { return current() != nullptr; };
    commands.add({QStringLiteral("alerts.back"), [] { return tr("Back"); }, QStringLiteral("chevron-left"), {QKeySequence(Qt::Key_Escape)}, this, [this] { Q_EMIT backWanted(); }, {}});
    commands.add({QStringLiteral("alerts.next"), [] { return tr("Next alert"); }, {}, {QKeySequence(Qt::Key_J), QKeySequence(Qt::Key_Down)}, this, [this] { move(1); }, {}});
    commands.add({QStringLiteral("alerts.previous"), [] { return tr("Previous alert"); }, {}, {QKeySequence(Qt::Key_K), QKeySequence(Qt::Key_Up)}, this, [this] { move(-1); }, {}});
    commands.add({QStringLiteral("alerts.cause"), [] { return tr("Show what caused it"); }, QStringLiteral("open"), {QKeySequence(Qt::Key_O)}, this,
                  [this] { openCause(shell(), current()->view()); }, here});
    commands.add({QStringLiteral("alerts.done"), [] { return tr("Done with this alert"); }, QStringLiteral("done"), {QKeySequence(Qt::Key_E)}, this,
                  [this] { decide(current()->view()); }, here});
    commands.add({QStringLiteral("alerts.snooze"), [] { return tr("Snooze this alert..."); }, QStringLiteral("snooze"), {QKeySequence(Qt::Key_S)}, this,
                  [this] { askSnooze(current()); }, here});
    commands.add({QStringLiteral("alerts.mute"), [] { return tr("Mute its rule for a day"); }, QStringLiteral("mute"), {QKeySequence(Qt::Key_M)}, this,
                  [this] { muteRule(shell(), current()->view().rule); }, here});
    commands.add({QStringLiteral("alerts.rules"), [] { return tr("Alert rules and quiet hours"); }, QStringLiteral("filter"), {QKeySequence(Qt::Key_R)}, this,
                  [this] { showRules(!rulesTab_->isChecked()); }, {}});
    commands.add({QStringLiteral("alerts.doneToo"), [] { return tr("Show done and snoozed alerts too"); }, QStringLiteral("eye"), {QKeySequence(Qt::Key_D)}, this,
                  [this] { doneToo_->toggle(); }, [this] { return !rulesTab_->isChecked(); }});
    commands.add({QStringLiteral("alerts.add"), [] { return tr("Add an alert rule"); }, QStringLiteral("add"), {QKeySequence(Qt::Key_A)}, this, [this] { editRule({}); }, {}});
    commands.add({QStringLiteral("alerts.undo"), [] { return tr("Take back the last action"); }, QStringLiteral("undo"), {QKeySequence(Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Z)}, this,
                  [this] { undoLast(shell()); }, {}});
}

void AlertsPanel::activated()
{
    if (stack_->currentWidget() == listArea_ && current() == nullptr)
        move(1);
}

/// Whoever has looked at the list has seen what was in it.
void AlertsPanel::deactivated()
{
    std::vector<AlertId> seen;
    for (const auto *card : cards_)
        if (card->view().alert.state == AlertState::New)
            seen.push_back(card->view().alert.id);
    if (seen.empty() || rulesTab_->isChecked())
        return;
    bridge().write<bool>(
        this,
        [seen](store::Tx &tx) -> Result<bool> {
            for (const auto id : seen)
                VIGIE_CHECK(store::Alerts(tx).setState(id, AlertState::Seen));
            return true;
        },
        [](Result<bool>) {}, store::Durability::Normal);
}

void AlertsPanel::refresh()
{
    bridge().read<std::vector<AlertView>>(this, [done = withDone_](store::Tx &tx) { return readAlerts(tx, done); },
                                          [this](Result<std::vector<AlertView>> views) {
                                              ready_ = true;
                                              if (!views)
                                                  return error_->setError(views.error());
                                              error_->clear();
                                              showAlerts(*views);
                                          });
    bridge().read<std::vector<AlertRule>>(this, [](store::Tx &tx) { return store::Alerts(tx).rules(); },
                                          [this](Result<std::vector<AlertRule>> rules) {
                                              if (rules)
                                                  showRuleList(*rules);
                                          });
}

void AlertsPanel::addCard()
{
    auto *card = new AlertCard(list_->parentWidget());
    connect(card, &AlertCard::openWanted, this, [this](const AlertView &view) { openCause(shell(), view); });
    connect(card, &AlertCard::doneWanted, this, &AlertsPanel::decide);
    connect(card, &AlertCard::snoozeWanted, this, [this, card] { askSnooze(card); });
    connect(card, &AlertCard::muteWanted, this, [this](const AlertView &view) { muteRule(shell(), view.rule); });
    list_->insertWidget(static_cast<int>(cards_.size()), card);
    cards_.push_back(card);
}

void AlertsPanel::showAlerts(const std::vector<AlertView> &views)
{
    while (cards_.size() > views.size()) {
        cards_.back()->deleteLater();
        cards_.pop_back();
    }
    while (cards_.size() < views.size())
        addCard();
    for (std::size_t i = 0; i < views.size(); ++i)
        cards_[i]->show(views[i], bridge().zone(), bridge().now());
    header_->setCount(views.empty() ? QString() : format::number(static_cast<double>(views.size())));
    showRules(rulesTab_->isChecked());
}

void AlertsPanel::showRuleList(const std::vector<AlertRule> &rules)
{
    ruleRows_ = rules;
    while (ruleButtons_.size() > rules.size()) {
        ruleButtons_.back()->deleteLater();
        ruleButtons_.pop_back();
    }
    while (ruleButtons_.size() < rules.size()) {
        auto *button = roleButton(QStringLiteral("quiet"), rules_->parentWidget());
        const auto place = ruleButtons_.size();
        connect(button, &QPushButton::clicked, this, [this, place] { editRule(ruleRows_[place]); });
        rules_->addWidget(button, 0, Qt::AlignLeft);
        ruleButtons_.push_back(button);
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto &rule = rules[i];
        QStringList words{alertRuleName(rule)};
        if (!rule.on)
            words << tr("off");
        if (rule.mutedUntil && *rule.mutedUntil > bridge().now())
            words << tr("muted until %1").arg(format::dateTime(*rule.mutedUntil, bridge().zone()));
        if (rule.breaksThrough)
            words << tr("in quiet hours as well");
        ruleButtons_[i]->setText(words.join(QString::fromUtf8(" \xC2\xB7 ")));
        ruleButtons_[i]->setAccessibleName(tr("Change the rule: %1").arg(words.join(QStringLiteral(", "))));
        ruleButtons_[i]->setIcon(shell().theme.icon(rule.on ? QStringLiteral("bell") : QStringLiteral("mute"), &Colors::muted));
    }
}

void AlertsPanel::showRules(bool rules)
{
    alertsTab_->setChecked(!rules);
    rulesTab_->setChecked(rules);
    doneToo_->setVisible(!rules);
    stack_->setCurrentIndex(rules ? 2 : cards_.empty() ? 0 : 1);
}

AlertCard *AlertsPanel::current() const
{
    for (auto *widget = QApplication::focusWidget(); widget != nullptr && widget != this; widget = widget->parentWidget())
        if (auto *card = qobject_cast<AlertCard *>(widget))
            return card;
    return nullptr;
}

void AlertsPanel::decide(const AlertView &view)
{
    if (view.alert.state == AlertState::Done || view.alert.snoozedUntil)
        reopenAlert(shell(), view);
    else
        closeAlert(shell(), view);
}

void AlertsPanel::askSnooze(AlertCard *card)
{
    askWhen(*popup_, bridge(), card, [this, view = card->view()](const WallTime &wall) {
        if (const auto at = toInstant(wall, bridge().zone()); at && at->at > bridge().now())
            snoozeAlert(shell(), view, at->at);
        else
            shell().toasts.show(tr("That time has passed."));
    });
}

void AlertsPanel::move(int step)
{
    if (cards_.empty() || rulesTab_->isChecked())
        return;
    const auto at = std::find(cards_.begin(), cards_.end(), current());
    const int from = at == cards_.end() ? (step > 0 ? -1 : 1) : static_cast<int>(at - cards_.begin());
    auto *card = cards_[static_cast<std::size_t>(std::clamp(from + step, 0, static_cast<int>(cards_.size()) - 1))];
    card->setFocus(Qt::TabFocusReason);
    listArea_->ensureWidgetVisible(card);
}

void AlertsPanel::editRule(const AlertRule &rule)
{
    auto *editor = new RuleEditor(shell(), rule, this);
    connect(editor, &RuleEditor::saveWanted, this, &AlertsPanel::saveRule);
    connect(editor, &RuleEditor::removeWanted, this, &AlertsPanel::removeRule);
    editor->open();
}

void AlertsPanel::saveRule(const AlertRule &rule)
{
    changeRules(shell(), tr("Saved: %1").arg(alertRuleName(rule)), [rule](store::Alerts alerts) -> Result<void> {
        VIGIE_CHECK(alerts.save(rule));
        return {};
    });
}

void AlertsPanel::removeRule(const AlertRule &rule)
{
    changeRules(shell(), tr("Removed: %1").arg(alertRuleName(rule)), [id = rule.id](store::Alerts alerts) { return alerts.remove(id); });
}

void AlertsPanel::retranslate()
{
    header_->setTitle(title());
    alertsTab_->setText(tr("Alerts"));
    rulesTab_->setText(tr("Rules and quiet hours"));
    doneToo_->setText(tr("Done and snoozed too"));
    addRule_->setText(tr("Add a rule..."));
    placeTitle_->setText(tr("Notices of alerts appear"));
    for (auto *button : {alertsTab_, rulesTab_, doneToo_, addRule_})
        button->setAccessibleName(button->text());
    empty_->setContent(QStringLiteral("bell"), tr("Nothing out of the ordinary"),
                       tr("When more is said than usual, when the tone turns, when somebody with an audience speaks or a source falls silent, it stands here with what is usual."));
    showRuleList(std::vector<AlertRule>(ruleRows_));
}

void AlertsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace vigie::ui
