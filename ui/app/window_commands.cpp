// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/window_commands.hpp"

#include "ui/app/language.hpp"
#include "ui/app/main_window.hpp"
#include "ui/app/rail.hpp"
#include "ui/app/relay_count.hpp"
#include "ui/bridge/text.hpp"
#include "ui/report/report_commands.hpp"
#include "ui/settings/preferences.hpp"

#include <vigie/plan/media_shelf.hpp>
#include <vigie/store/store.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WindowCommands)
};

/// A file dialog that answers later; the window goes on living meanwhile.
void chooseFile(MainWindow &window, const QString &title, QFileDialog::AcceptMode mode, const QString &suggestion, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(&window, title, QFileInfo(suggestion).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters({Words::tr("Vigie workspaces (*.vigie)"), Words::tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("vigie"));
    if (mode == QFileDialog::AcceptSave)
        dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, [chosen = std::move(chosen)](const QString &file) { chosen(file); });
    dialog->open();
}

void backUp(MainWindow &window)
{
    auto *workspace = window.bridge().workspace();
    const auto suggestion = QFileInfo(qs(workspace->path())).absolutePath() + QStringLiteral("/backup-%1.vigie").arg(QDate::currentDate().toString(Qt::ISODate));
    chooseFile(window, Words::tr("Back up the workspace"), QFileDialog::AcceptSave, suggestion, [&window, workspace](const QString &file) {
        window.bridge().work<QString>(
            &window,
            [workspace, file]() -> Result<QString> {
                VIGIE_CHECK(workspace->store().backupTo(utf8(file)));
                VIGIE_CHECK(plan::copyShelf(workspace->path(), utf8(file)));
                return file;
            },
            [&window](Result<QString> done) {
                if (done)
                    window.toasts().show(Words::tr("Backed up to %1").arg(QDir::toNativeSeparators(*done)));
                else
                    window.toasts().showError(done.error());
            });
    });
}

void restoreBackup(MainWindow &window)
{
    const auto path = window.bridge().options().path;
    const auto reopen = window.bridge().options();
    chooseFile(window, Words::tr("Restore a backup"), QFileDialog::AcceptOpen, qs(path), [&window, path, reopen](const QString &file) {
        window.bridge().close();
        window.bridge().work<bool>(
            &window,
            [path, file]() -> Result<bool> {
                VIGIE_CHECK(store::restoreFrom(utf8(file), path));
                VIGIE_CHECK(plan::copyShelf(utf8(file), path));
                return true;
            },
            [&window, reopen](Result<bool> done) {
                if (!done)
                    return window.startPage().showError(done.error(), qs(reopen.path));
                window.toasts().show(Words::tr("Restored. The workspace as it was is kept beside it."));
                window.openWorkspace(reopen);
            });
    });
}

void openAnother(MainWindow &window)
{
    chooseFile(window, Words::tr("Open a workspace"), QFileDialog::AcceptOpen, MainWindow::usualWorkspace(), [&window](const QString &file) { window.openOwn(file); });
}

void switchTheme(MainWindow &window)
{
    const auto choice = window.theme().isDark() ? QStringLiteral("light") : QStringLiteral("dark");
    window.shell().preferences.set(kThemeChoice, choice);
}

void turnRelays(MainWindow &window)
{
    auto &count = RelayCount::of(window.shell());
    window.toasts().show(count.counted() ? Words::tr("Relays are not counted any more: in columns, trends, alerts, figures and searches.")
                                         : Words::tr("Relays are counted again, everywhere."));
    count.set(!count.counted());
}

void switchLanguage(MainWindow &window)
{
    window.shell().preferences.set(kLanguage, window.language().code() == QLatin1String("fr") ? QStringLiteral("en") : QStringLiteral("fr"));
}

constexpr int kTextStep = 10, kSmallestText = 100, kLargestText = 200; // percent

void resizeText(MainWindow &window, int percent)
{
    auto &preferences = window.shell().preferences;
    const int next = std::clamp(percent, kSmallestText, kLargestText);
    preferences.set(kTextScale, QString::number(next));
    window.toasts().show(Words::tr("Text at %1").arg(format::percent(next / 100.0)));
}

void openPalette(MainWindow &window, const QString &text = {})
{
    std::vector<Palette::PanelName> names;
    for (const auto *panel : window.panels())
        if (panel->place() != Panel::Place::Hidden)
            names.push_back({panel->id(), panel->title(), panel->iconName()});
    window.palette().open(names, text);
}

void syncNow(MainWindow &window)
{
    auto &bridge = window.bridge();
    bridge.workspace()->syncNow({}, bridge.stopFor(&window), bridge.executor(),
                                bridge.guarded<Result<intake::SyncReport>>(&window, [&window](Result<intake::SyncReport> report) {
                                    if (!report)
                                        window.toasts().showError(report.error(), [&window] { syncNow(window); });
                                    else
                                        window.toasts().show(report->inserted() > 0 ? Words::tr("%Ln new", nullptr, report->inserted()) : Words::tr("Nothing new"));
                                }));
}

} // namespace

void registerWindowCommands(MainWindow &window)
{
    auto &commands = window.commands();
    const auto open = [&window] { return window.bridge().state() == Bridge::State::Open; };
    registerReportCommands(commands, window.shell(), &window);
    commands.add({QStringLiteral("window.palette"), [] { return Words::tr("Search or run a command"); }, QStringLiteral("search"),
                  {QKeySequence(Qt::CTRL | Qt::Key_K)}, nullptr, [&window] { openPalette(window); }, {}, false});
    commands.add({QStringLiteral("window.keyHelp"), [] { return Words::tr("Show the keys"); }, QStringLiteral("keyboard"),
                  {QKeySequence(QStringLiteral("?")), QKeySequence(Qt::Key_F1)}, nullptr,
                  [&window] { window.keyHelp().open(window.currentPanel() != nullptr ? window.currentPanel()->title() : QStringLiteral("Vigie")); }, {}});
    commands.add({QStringLiteral("window.sync"), [] { return Words::tr("Read all networks now"); }, QStringLiteral("sync"), {QKeySequence(Qt::CTRL | Qt::Key_R)}, nullptr,
                  [&window] { syncNow(window); }, [&window, open] { return open() && window.bridge().options().engines; }});
    commands.add({QStringLiteral("window.alerts"), [] { return Words::tr("Show the alerts"); }, QStringLiteral("bell"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, nullptr,
                  [&window] { window.showPanel(QStringLiteral("alerts")); }, open});
    commands.add({QStringLiteral("window.relays"), [&window] { return RelayCount::of(window.shell()).counted() ? Words::tr("Count without relays, everywhere") : Words::tr("Count with relays, everywhere"); },
                  QStringLiteral("sort"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, nullptr, [&window] { turnRelays(window); }, open});
    commands.add({QStringLiteral("window.theme"), [] { return Words::tr("Switch between light and dark"); }, QStringLiteral("moon"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, nullptr, [&window] { switchTheme(window); }, {}});
    const auto size = [&window] { return window.shell().preferences.number(kTextScale); };
    commands.add({QStringLiteral("window.largerText"), [] { return Words::tr("Larger text"); }, QStringLiteral("add"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, nullptr, [&window, size] { resizeText(window, size() + kTextStep); },
                  [size] { return size() < kLargestText; }});
    commands.add({QStringLiteral("window.smallerText"), [] { return Words::tr("Smaller text"); }, QStringLiteral("remove"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, nullptr,
                  [&window, size] { resizeText(window, size() - kTextStep); }, [size] { return size() > kSmallestText; }});
    commands.add({QStringLiteral("window.normalText"), [] { return Words::tr("Text at its normal size"); }, QStringLiteral("undo"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, nullptr,
                  [&window] { resizeText(window, kSmallestText); }, [size] { return size() != kSmallestText; }});
    commands.add({QStringLiteral("window.language"), [] { return Words::tr("Switch between English and French"); }, QStringLiteral("language"), {}, nullptr,
                  [&window] { switchLanguage(window); }, {}});
    commands.add({QStringLiteral("window.openOwn"), [] { return Words::tr("Open your own workspace"); }, QStringLiteral("folder"), {}, nullptr,
                  [&window] { window.openOwn(MainWindow::usualWorkspace()); },
                  [&window] { return qs(window.bridge().options().path) != MainWindow::usualWorkspace(); }});
    commands.add({QStringLiteral("window.openWorkspace"), [] { return Words::tr("Open another workspace..."); }, QStringLiteral("folder"),
                  {QKeySequence(Qt::CTRL | Qt::Key_O)}, nullptr, [&window] { openAnother(window); }, {}});
    commands.add({QStringLiteral("window.openPractice"), [] { return Words::tr("Open the practice workspace"); }, QStringLiteral("practice"), {}, nullptr,
                  [&window] { window.openPractice(); }, [&window] { return !window.bridge().options().practice; }});
    commands.add({QStringLiteral("window.backUp"), [] { return Words::tr("Back up the workspace..."); }, QStringLiteral("save"), {}, nullptr,
                  [&window] { backUp(window); }, open});
    commands.add({QStringLiteral("window.restoreBackup"), [] { return Words::tr("Restore a backup..."); }, QStringLiteral("history"), {}, nullptr,
                  [&window] { restoreBackup(window); }, [&window] { return !window.bridge().options().path.empty(); }});
    commands.add({QStringLiteral("window.quit"), [] { return Words::tr("Quit Vigie"); }, QStringLiteral("close"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, nullptr,
                  [&window] { window.close(); }, {}});
}

void registerPanelCommands(MainWindow &window)
{
    auto &commands = window.commands();
    int number = 1;
    for (const auto place : {Panel::Place::Rail, Panel::Place::Foot})
        for (auto *panel : window.panels()) {
            if (panel->place() != place)
                continue;
            const auto id = QStringLiteral("panel.") + panel->id();
            const int key = number++;
            if (commands.find(id) != nullptr)
                continue;
            QList<QKeySequence> keys;
            if (key <= 9)
                keys << QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + key));
            commands.add({id, [&window, name = panel->id()] { return Words::tr("Go to %1").arg(window.panel(name) != nullptr ? window.panel(name)->title() : name); },
                          panel->iconName(), keys, nullptr, [&window, name = panel->id()] { window.showPanel(name); }, {}, false});
        }
}

} // namespace vigie::ui
