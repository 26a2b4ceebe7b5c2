// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: it composes rail, top bar, panels, status line, palette and toasts. Panels declare everything else.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"
#include "ui/app/start_page.hpp"
#include "ui/command/key_help.hpp"
#include "ui/command/palette.hpp"
#include "ui/command/registry.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/toast.hpp"

#include <QMainWindow>
#include <QStackedWidget>

#include <vector>

namespace vigie::ui {

class AlertNotifier;
class Language;
class PracticeBanner;
class Rail;
class ResultsPanel;
class StatusLine;
class TopBar;

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Preferences &preferences, Theme &theme, Language &language);
    ~MainWindow() override;

    /// Opens a workspace in place of the one that is open. First paint does not wait for it.
    void openWorkspace(const app::OpenWorkspace &options);
    void openPractice();
    /// One's own workspace: finds out where secrets are first, and asks when there is no keyring.
    void openOwn(const QString &path);
    [[nodiscard]] static QString usualWorkspace();

    [[nodiscard]] Shell &shell() { return shell_; }
    [[nodiscard]] Bridge &bridge() { return bridge_; }
    [[nodiscard]] CommandRegistry &commands() { return commands_; }
    [[nodiscard]] Palette &palette() { return palette_; }
    [[nodiscard]] KeyHelp &keyHelp() { return help_; }
    [[nodiscard]] Toasts &toasts() { return toasts_; }
    [[nodiscard]] Theme &theme() { return theme_; }
    [[nodiscard]] Language &language() { return language_; }
    [[nodiscard]] StatusLine &statusLine() { return *status_; }
    [[nodiscard]] StartPage &startPage() { return *start_; }
    [[nodiscard]] const std::vector<Panel *> &panels() const { return panels_; }
    [[nodiscard]] Panel *panel(const QString &id) const;
    [[nodiscard]] Panel *currentPanel() const { return current_; }
    void showPanel(const QString &id);
    void goBack();
    void search(const QString &query);
    /// The workspace is open and the panel in front shows its data.
    [[nodiscard]] bool ready() const;

private:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void buildPanels();
    void dropPanels();
    void saveStates();
    void restoreWindow();
    void retranslate();
    void connectShell();
    void connectStart();
    void connectAlerts();
    void updateHealth(const app::Status &status);
    void openSealed(const Secret &passphrase);

    Preferences &preferences_;
    Theme &theme_;
    Language &language_;
    QWidget *central_;
    Bridge bridge_;
    CommandRegistry commands_;
    Toasts toasts_;
    Shell shell_;
    Rail *rail_;
    TopBar *top_;
    PracticeBanner *banner_;
    QStackedWidget *stack_;
    StatusLine *status_;
    StartPage *start_;
    Palette palette_;
    KeyHelp help_;
    AlertNotifier *notifier_;
    std::vector<Panel *> panels_;
    ResultsPanel *results_ = nullptr;
    Panel *current_ = nullptr;
    QString before_, wantedPanel_;
    app::OpenWorkspace wanted_;
};

} // namespace vigie::ui
