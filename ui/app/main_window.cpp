// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/main_window.hpp"

#include "ui/alerts/alerts_panel.hpp"
#include "ui/alerts/desktop_bus.hpp"
#include "ui/alerts/notifier.hpp"
#include "ui/app/panels.hpp"
#include "ui/app/practice_banner.hpp"
#include "ui/app/quiet_trim.hpp"
#include "ui/app/rail.hpp"
#include "ui/app/secret_place.hpp"
#include "ui/app/status_line.hpp"
#include "ui/app/top_bar.hpp"
#include "ui/app/window_commands.hpp"
#include "ui/bridge/text.hpp"
#include "ui/effort/effort_meter.hpp"
#include "ui/publishing/pause_banner.hpp"
#include "ui/publishing/publishing_desk.hpp"
#include "ui/rules/rule_notices.hpp"
#include "ui/search/results_panel.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/widget/calm_wheel.hpp"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie::ui {

MainWindow::MainWindow(Preferences &preferences, Theme &theme, Language &language)
    : preferences_(preferences), theme_(theme), language_(language), central_(new QWidget(this)), commands_(this, preferences, theme), toasts_(central_),
      shell_(bridge_, theme, commands_, toasts_, preferences), rail_(new Rail(central_)), top_(new TopBar(bridge_, central_)),
      banner_(new PracticeBanner(bridge_, central_)), stack_(new QStackedWidget(central_)), status_(new StatusLine(bridge_, central_)),
      start_(new StartPage(stack_)), palette_(shell_, central_), help_(commands_, central_),
      notifier_(new AlertNotifier(shell_, new DesktopBus, this))
{
    setCentralWidget(central_);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(top_);
    column->addWidget(banner_);
    auto *pauses = new PauseBanner(shell_, central_);
    column->addWidget(pauses);
    column->addWidget(stack_, 1);
    column->addWidget(status_);
    auto *layout = new QHBoxLayout(central_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(rail_);
    layout->addLayout(column, 1);
    stack_->addWidget(start_);
    connectShell();
    connectStart();
    connectAlerts();
    registerWindowCommands(*this);
    new PublishingDesk(shell_, *pauses, this);
    QCoreApplication::instance()->installEventFilter(new CalmWheel(this));
    new QuietTrim(this);
    top_->findBox()->setKeys(commands_.keyText(QStringLiteral("window.palette")));
    buildPanels();
    restoreWindow();
    retranslate();
    start_->showOpening();
}

MainWindow::~MainWindow()
{
    dropPanels(); // they ask the bridge until the end
    bridge_.close();
}

void MainWindow::connectShell()
{
    connect(rail_, &Rail::chosen, this, &MainWindow::showPanel);
    // What stands behind a stroke is a place on the panel, which the panel itself listens for.
    connect(&shell_, &Shell::openPanel, this, [this](const QString &place) { showPanel(place.section(QLatin1Char('/'), 0, 0)); });
    connect(&shell_, &Shell::openItem, this, [this] { showPanel(QStringLiteral("feed")); });
    connect(&shell_, &Shell::openQuery, this, [this] { showPanel(QStringLiteral("feed")); });
    connect(&shell_, &Shell::openTicket, this, [this] { showPanel(QStringLiteral("inbox")); });
    connect(&shell_, &Shell::openPlan, this, [this] { showPanel(QStringLiteral("calendar")); });
    connect(&shell_, &Shell::openRows, this, [this](const QString &title, const Shell::RowSource &source) {
        showPanel(QStringLiteral("search"));
        results_->showRows(title, source);
    });
    connect(&palette_, &Palette::searchWanted, this, &MainWindow::search);
    connect(top_->findBox(), &FindBox::clicked, this, [this] { commands_.run(QStringLiteral("window.palette")); });
    connect(status_, &StatusLine::gapPressed, this, [this] { showPanel(QStringLiteral("accounts")); });
    connect(status_, &StatusLine::outboxPressed, this, [this] { commands_.run(QStringLiteral("publishing.outbox")); });
    connect(banner_, &PracticeBanner::ownAccountsPressed, this, [this] { openOwn(usualWorkspace()); });
    connect(&bridge_, &Bridge::statusChanged, this, &MainWindow::updateHealth);
    connect(&bridge_, &Bridge::opened, this, [this] {
        preferences_.set(kWorkspace, bridge_.workspace()->isPractice() ? QString() : qs(bridge_.workspace()->path()));
        if (!bridge_.workspace()->isPractice() && wantedPanel_.isEmpty())
            wantedPanel_ = preferences_.text(kPanel);
        showPanel(wantedPanel_.isEmpty() ? preferences_.text(kPanel) : wantedPanel_);
    });
    connect(&bridge_, &Bridge::openFailed, this, [this](const Error &error) {
        stack_->setCurrentWidget(start_);
        if (error.code == Errc::NoSecret)
            return start_->askSecrets(sealedFileExists());
        start_->showError(error, qs(bridge_.options().path));
    });
}

void MainWindow::connectAlerts()
{
    connect(top_, &TopBar::alertsPressed, this, [this] { showPanel(QStringLiteral("alerts")); });
    new RuleNotices(shell_, this);
    new EffortMeter(shell_, this);
    connect(notifier_, &AlertNotifier::windowWanted, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
    });
}

void MainWindow::buildPanels()
{
    // With their parent from the start: a tree of widgets that gets one later is styled all over again.
    results_ = new ResultsPanel(shell_, stack_);
    connect(results_, &ResultsPanel::backWanted, this, &MainWindow::goBack);
    panels_.push_back(results_);
    for (const auto &make : panelFactories())
        panels_.push_back(make(shell_, stack_));
    const auto states = preferences_.object(kPanelStates);
    for (auto *panel : panels_) {
        stack_->addWidget(panel);
        if (auto *alerts = qobject_cast<AlertsPanel *>(panel))
            connect(alerts, &AlertsPanel::backWanted, this, &MainWindow::goBack);
        panel->registerCommands(commands_);
        panel->restoreState(states[panel->id()].toObject());
        if (panel->place() == Panel::Place::Hidden)
            continue;
        rail_->add(panel->id(), panel->title(), panel->iconName(), {}, panel->place() == Panel::Place::Foot);
        connect(panel, &Panel::badgeChanged, this, [this, id = panel->id()](int count) {
            rail_->button(id)->setBadge(count);
            if (id == QLatin1String("inbox"))
                status_->setToAnswer(count);
        });
    }
    registerPanelCommands(*this);
    retranslate();
}

void MainWindow::dropPanels()
{
    saveStates();
    stack_->setCurrentWidget(start_);
    commands_.setActiveContext(nullptr);
    current_ = nullptr;
    rail_->clear();
    for (auto *panel : std::exchange(panels_, {}))
        delete panel;
    results_ = nullptr;
}

void MainWindow::openWorkspace(const app::OpenWorkspace &options)
{
    wanted_ = options;
    if (bridge_.state() != Bridge::State::Idle) { // what panels hold is of the workspace before
        dropPanels();
        bridge_.close();
        buildPanels();
    }
    start_->showOpening();
    stack_->setCurrentWidget(start_);
    bridge_.open(options);
}

void MainWindow::openPractice()
{
    app::OpenWorkspace options;
    options.path = app::practicePath();
    options.practice = true;
    openWorkspace(options);
}

void MainWindow::openOwn(const QString &path)
{
    app::OpenWorkspace options;
    options.path = utf8(path);
    wantedPanel_ = path == usualWorkspace() && preferences_.text(kWorkspace) != path ? QStringLiteral("accounts") : QString();
    openWorkspace(options);
}

Panel *MainWindow::panel(const QString &id) const
{
    for (auto *panel : panels_)
        if (panel->id() == id)
            return panel;
    return nullptr;
}

void MainWindow::showPanel(const QString &id)
{
    auto *wanted = panel(id);
    for (auto *first : panels_)
        if (wanted == nullptr && first->place() == Panel::Place::Rail)
            wanted = first;
    if (wanted == nullptr)
        return;
    if (bridge_.state() != Bridge::State::Open) {
        wantedPanel_ = id;
        return;
    }
    wantedPanel_.clear();
    if (current_ != nullptr && current_ != wanted) {
        before_ = current_->id();
        current_->deactivated();
    }
    current_ = wanted;
    stack_->setCurrentWidget(wanted);
    rail_->setCurrent(wanted->id());
    commands_.setActiveContext(wanted);
    wanted->activated();
    if (auto *focus = QApplication::focusWidget(); focus == nullptr || !wanted->isAncestorOf(focus))
        wanted->setFocus(); // keys belong to the panel even while it has nothing to show
    if (wanted->place() != Panel::Place::Hidden)
        preferences_.set(kPanel, wanted->id());
}

void MainWindow::goBack()
{
    showPanel(before_.isEmpty() ? QStringLiteral("feed") : before_);
}

void MainWindow::search(const QString &query)
{
    showPanel(QStringLiteral("search"));
    if (current_ == results_)
        results_->search(query);
}

bool MainWindow::ready() const
{
    return bridge_.state() == Bridge::State::Open && current_ != nullptr && current_->ready();
}

void MainWindow::updateHealth(const app::Status &status)
{
    auto *button = rail_->button(QStringLiteral("accounts"));
    if (button == nullptr)
        return;
    auto health = status.accounts.empty() ? Health::Unknown : status.online ? Health::Good : Health::Warning;
    for (const auto &account : status.accounts) {
        if (account.account.state == AccountState::ReconnectNeeded)
            health = Health::Bad;
        else if (health != Health::Bad && (account.openGaps > 0 || account.account.lastError))
            health = Health::Warning;
    }
    button->setHealth(health);
}

void MainWindow::restoreWindow()
{
    if (restoreGeometry(preferences_.bytes(kGeometry)))
        return;
    // What the window manager puts around the window takes room as well.
    constexpr int kFrame = 48;
    const auto room = screen()->availableGeometry().size() - QSize(0, kFrame);
    resize(QSize(1440, 900).boundedTo(room));
}

void MainWindow::saveStates()
{
    auto states = preferences_.object(kPanelStates);
    for (const auto *panel : panels_)
        states[panel->id()] = panel->saveState();
    preferences_.set(kPanelStates, states);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    for (auto *panel : panels_)
        if (!panel->mayClose()) {
            event->ignore();
            return;
        }
    saveStates();
    preferences_.set(kGeometry, saveGeometry());
    hide();
    QMainWindow::closeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Vigie"));
    for (auto *panel : panels_)
        rail_->setTitle(panel->id(), panel->title(), commands_.keyText(QStringLiteral("panel.") + panel->id()));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace vigie::ui
