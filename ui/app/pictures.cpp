// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/pictures.hpp"

#include "ui/app/main_window.hpp"
#include "ui/bridge/text.hpp"

#include <vigie/base/log.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kLookEveryMs = 30, kPatienceMs = 30'000, kSettleLooks = 8;

class Photographer final : public QObject {
public:
    Photographer(MainWindow &window, QString folder, QString report) : QObject(&window), window_(window), folder_(std::move(folder)), report_(std::move(report))
    {
        QDir().mkpath(folder_);
        for (const auto *panel : window_.panels())
            if (panel->place() == Panel::Place::Rail)
                waiting_ << panel->id();
    }
    void next()
    {
        if (waiting_.isEmpty())
            return finish();
        const auto id = waiting_.takeFirst();
        window_.showPanel(id);
        whenReady(window_, [this, id](bool ready) {
            if (!ready) {
                log::error("pictures", "{} did not show its data in time", id.toStdString());
                failed_ = true;
            }
            const auto file = folder_ + QLatin1Char('/') + id + QStringLiteral(".png");
            if (!window_.grab().save(file)) {
                log::error("pictures", "{} could not be written", file.toStdString());
                failed_ = true;
            }
            auto *panel = window_.panel(id);
            if (id == QLatin1String("dashboard") && !report_.isEmpty() && panel != nullptr && !panel->exportReport(report_)) {
                log::error("pictures", "{} could not be written", report_.toStdString());
                failed_ = true;
            }
            next();
        });
    }

private:
    void finish()
    {
        QCoreApplication::exit(failed_ ? 1 : 0);
    }
    MainWindow &window_;
    QString folder_, report_;
    QStringList waiting_;
    bool failed_ = false;
};

/// Every network was read once and none is being read: before that, pictures would show half of it.
bool networksRead(MainWindow &window)
{
    const auto &bridge = window.bridge();
    if (!bridge.options().engines)
        return true;
    const auto &accounts = bridge.status().accounts;
    return !accounts.empty() && std::all_of(accounts.begin(), accounts.end(), [](const app::AccountStatus &one) {
        return one.account.state != AccountState::Active || one.account.lastError || (one.seenUpTo && !one.syncing);
    });
}

} // namespace

void whenReady(MainWindow &window, std::function<void(bool)> done)
{
    auto *timer = new QTimer(&window);
    QElapsedTimer since;
    since.start();
    // Rows that are read only when they are first painted come a few looks later.
    QObject::connect(timer, &QTimer::timeout, &window, [&window, timer, since, looks = 0, done = std::move(done)]() mutable {
        looks = window.ready() ? looks + 1 : 0;
        if (looks < kSettleLooks && since.elapsed() < kPatienceMs)
            return void(looks == 1 ? window.grab() : QPixmap());
        timer->stop();
        timer->deleteLater();
        done(looks >= kSettleLooks);
    });
    timer->start(kLookEveryMs);
}

void takePictures(MainWindow &window, const QString &folder, const QString &report)
{
    auto *photographer = new Photographer(window, folder, report);
    auto *timer = new QTimer(photographer);
    QElapsedTimer since;
    since.start();
    QObject::connect(timer, &QTimer::timeout, photographer, [&window, photographer, timer, since] {
        if (!networksRead(window) && since.elapsed() < kPatienceMs && window.bridge().state() != Bridge::State::Failed)
            return window.bridge().refreshStatus();
        timer->stop();
        whenReady(window, [photographer](bool) { photographer->next(); });
    });
    timer->start(kLookEveryMs * 4);
}

} // namespace vigie::ui
