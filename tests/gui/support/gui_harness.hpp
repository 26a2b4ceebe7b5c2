// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a practice workspace in a folder of its own, driven by keys, waiting for conditions.
// The language is that of VIGIE_LANG (ctest runs each program in both).
#pragma once

#include "ui/app/language.hpp"
#include "ui/app/main_window.hpp"
#include "ui/settings/preferences.hpp"

#include <QKeySequence>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace vigie::gui {

/// Runs the event loop until `done` says so; false after the deadline.
bool waitFor(const std::function<bool()> &done, int milliseconds = 20000);

/// The longest single event since the last reset: time on the processor, time asleep, and whose it was.
struct Stall {
    double processorMs = 0, asleepMs = 0;
    std::string whose;
};
[[nodiscard]] Stall worstStall();
void resetStall();

class Harness {
public:
    struct Options {
        bool practice = true;
        bool open = true; ///< opens the workspace and waits until the first panel shows its data
        int width = 1440, height = 900;
    };
    Harness();
    explicit Harness(const Options &options);
    ~Harness();

    [[nodiscard]] ui::MainWindow &window() { return *window_; }
    [[nodiscard]] ui::Bridge &bridge() { return window_->bridge(); }
    [[nodiscard]] ui::Preferences &preferences() { return *preferences_; }
    [[nodiscard]] QString folder() const { return folder_.path(); }
    /// The practice network, to make people write; null outside a practice workspace.
    [[nodiscard]] practice::Server *server() { return bridge().workspace()->practiceServer(); }

    /// Shows a panel and waits until it has its data.
    template <class P = ui::Panel>
    P *show(const QString &id)
    {
        window_->showPanel(id);
        if (!waitFor([&] { return window_->ready(); }))
            throw std::runtime_error("the panel " + id.toStdString() + " did not get its data");
        return dynamic_cast<P *>(window_->panel(id));
    }
    /// Presses keys in the widget that has the focus (the window when none has).
    void press(const QKeySequence &keys);
    void type(const QString &text);
    /// Closes the window and opens a new one over the same folder: "survives a restart".
    void restart();

    /// A job in the workspace, waited for (tests may wait).
    template <class T>
    Result<T> read(std::function<Result<T>(store::Tx &)> job)
    {
        return bridge().workspace()->store().readNow<T>(job);
    }
    template <class T>
    Result<T> write(std::function<Result<T>(store::Tx &)> job)
    {
        return bridge().workspace()->store().writeNow<T>(job, store::Durability::Full);
    }

private:
    void start();
    Options options_;
    QTemporaryDir folder_;
    std::unique_ptr<ui::Preferences> preferences_;
    std::unique_ptr<ui::Language> language_;
    std::unique_ptr<ui::Theme> theme_;
    std::unique_ptr<ui::MainWindow> window_;
};

/// Visible words of a widget and everything in it: labels, buttons, placeholders, accessible names.
[[nodiscard]] QStringList visibleWords(const QWidget *root);
/// Controls (buttons, fields, lists) without an accessible name, as "class objectName".
[[nodiscard]] QStringList withoutAccessibleName(const QWidget *root);

} // namespace vigie::gui
