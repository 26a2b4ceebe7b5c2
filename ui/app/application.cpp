// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/application.hpp"

#include "ui/app/language.hpp"
#include "ui/app/main_window.hpp"
#include "ui/app/pictures.hpp"
#include "ui/bridge/text.hpp"
#include "ui/settings/preferences.hpp"

#include <vigie/base/log.hpp>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <utility>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Application)
};

const QCommandLineOption kOptWorkspace(QStringLiteral("workspace"), QStringLiteral("Opens the workspace in this file."), QStringLiteral("path"));
const QCommandLineOption kOptPractice(QStringLiteral("practice"), QStringLiteral("Opens it as a practice workspace, with the practice network."));
const QCommandLineOption kOptLang(QStringLiteral("lang"), QStringLiteral("Language of this run: en or fr."), QStringLiteral("code"));
const QCommandLineOption kOptTheme(QStringLiteral("theme"), QStringLiteral("Theme of this run: light, dark or system."), QStringLiteral("name"));
const QCommandLineOption kOptPanel(QStringLiteral("panel"), QStringLiteral("Shows this panel first."), QStringLiteral("id"));
const QCommandLineOption kOptPictures(QStringLiteral("screenshot-dir"), QStringLiteral("Draws the panels into PNG files of this folder and quits."), QStringLiteral("folder"));
const QCommandLineOption kOptReport(QStringLiteral("report-pdf"), QStringLiteral("With --screenshot-dir: writes the dashboard as PDF to this file."), QStringLiteral("file"));
const QCommandLineOption kOptQuit(QStringLiteral("quit-after-ready"), QStringLiteral("Quits when the first panel shows its data, and says how long it took."));

/// Goes on when the window was first painted (or is not shown at all, as when it starts minimised).
class FirstPaint final : public QObject {
public:
    FirstPaint(QWidget *window, const QElapsedTimer &since, std::function<void()> then) : QObject(window), since_(since), then_(std::move(then))
    {
        window->installEventFilter(this);
        QTimer::singleShot(kNotShownMs, this, [this] { goOn(); });
    }

private:
    static constexpr int kNotShownMs = 1000;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { // behind this event, which paints
                log::info("window", "first paint after {} ms", since_.elapsed());
                goOn();
            });
        }
        return false;
    }
    void goOn()
    {
        if (const auto then = std::exchange(then_, {}))
            then();
    }
    const QElapsedTimer &since_;
    std::function<void()> then_;
};

void openFirst(MainWindow &window, const QCommandLineParser &options, const Preferences &preferences)
{
    const auto asked = options.value(kOptWorkspace);
    if (options.isSet(kOptPractice)) {
        app::OpenWorkspace open;
        open.path = asked.isEmpty() ? app::practicePath() : utf8(QFileInfo(asked).absoluteFilePath());
        open.practice = true;
        return window.openWorkspace(open);
    }
    const auto last = asked.isEmpty() ? preferences.text(kWorkspace) : QFileInfo(asked).absoluteFilePath();
    if (!asked.isEmpty() || (!last.isEmpty() && QFileInfo::exists(last)))
        return window.openOwn(last);
    window.openPractice();
}

} // namespace

int runApplication(int argc, char *argv[])
{
    QElapsedTimer since;
    since.start();
    for (int i = 1; i < argc; ++i) // pictures need no screen
        if (QByteArray(argv[i]).startsWith("--screenshot-dir") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("vigie"));
    QApplication::setApplicationDisplayName(QStringLiteral("Vigie"));
    QApplication::setApplicationVersion(QStringLiteral(VIGIE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("vigie"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/vigie.svg")));

    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions({kOptWorkspace, kOptPractice, kOptLang, kOptTheme, kOptPanel, kOptPictures, kOptReport, kOptQuit});
    options.process(application);

    const bool pictures = options.isSet(kOptPictures);
    log::init({});
    // Pictures are the same on every machine: they take nothing from the settings of this one and leave nothing there.
    const QTemporaryDir ownSettings;
    Preferences preferences(pictures ? ownSettings.filePath(QStringLiteral("vigie.ini")) : QString());
    Language language(application);
    Theme theme(application);
    language.set(options.isSet(kOptLang) ? options.value(kOptLang) : preferences.text(kLanguage));
    theme.setTextScale(preferences.number(kTextScale));
    theme.setChoice(Theme::choiceFrom(options.isSet(kOptTheme) ? options.value(kOptTheme) : pictures ? QStringLiteral("light") : preferences.text(kThemeChoice)));
    QObject::connect(&preferences, &Preferences::changed, &application, [&](const QString &key) {
        if (key == QLatin1String(kLanguage.key))
            language.set(preferences.text(kLanguage));
        else if (key == QLatin1String(kThemeChoice.key))
            theme.setChoice(Theme::choiceFrom(preferences.text(kThemeChoice)));
        else if (key == QLatin1String(kTextScale.key))
            theme.setTextScale(preferences.number(kTextScale));
    });

    MainWindow window(preferences, theme, language);
    if (options.isSet(kOptPanel))
        window.showPanel(options.value(kOptPanel));
    if (pictures)
        window.resize(1440, 900);
    new FirstPaint(&window, since, [&] { openFirst(window, options, preferences); });
    window.show();
    if (pictures)
        takePictures(window, options.value(kOptPictures), options.value(kOptReport));
    else if (options.isSet(kOptQuit))
        whenReady(window, [&since](bool ready) {
            log::info("window", "{} after {} ms", ready ? "ready" : "not ready", since.elapsed());
            QCoreApplication::exit(ready ? 0 : 1);
        });
    return QApplication::exec();
}

} // namespace vigie::ui
