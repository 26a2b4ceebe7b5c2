// SPDX-License-Identifier: GPL-3.0-or-later
// Every stretch that was not seen behind a figure: of which account, from when to when, why, and a way to read it, with progress
// and cancel; or why there is none.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/app/coverage.hpp>

#include <QDialog>
#include <QTimer>

#include <deque>
#include <stop_token>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class CoverageLine;
class ErrorBar;

class CoverageDialog final : public QDialog {
    Q_OBJECT
public:
    /// `title`: what the coverage is of; `scope.to`: in the future means up to now, and goes on with it.
    CoverageDialog(Shell &shell, const QString &title, app::CoverageScope scope, QWidget *parent);
    ~CoverageDialog() override;

    [[nodiscard]] const app::CoverageReport &report() const { return report_; }
    [[nodiscard]] bool ready() const { return read_; }
    [[nodiscard]] bool filling() const { return filling_; }
    [[nodiscard]] QPushButton &fillAllButton() const { return *fillAll_; }
    [[nodiscard]] QPushButton &cancelButton() const { return *cancel_; }
    /// The buttons of the stretches that can be read, in their order.
    [[nodiscard]] const std::vector<QPushButton *> &fillButtons() const { return fillButtons_; }

private:
    struct Step {
        StreamKey key;
        std::optional<Instant> from; ///< none: to the oldest gap
    };
    void build(const QString &title);
    void reload();
    void show(app::CoverageReport report);
    [[nodiscard]] QString nothingMissing() const;
    QWidget *makeRow(const app::CoverageGap &gap);
    void fill(std::deque<Step> steps);
    void fillAll();
    void next();
    void end(const std::optional<Error> &error);

    Shell &shell_;
    app::CoverageScope scope_;
    app::CoverageReport report_;
    bool read_ = false, filling_ = false;
    int found_ = 0;
    std::deque<Step> steps_;
    std::stop_source stop_;
    CoverageLine *line_;
    QWidget *rows_;
    QVBoxLayout *rowLayout_;
    QLabel *more_, *told_;
    QProgressBar *progress_;
    QPushButton *fillAll_, *cancel_;
    ErrorBar *error_;
    std::vector<QPushButton *> fillButtons_;
    Generation generation_;
    QTimer soon_;
};

} // namespace vigie::ui
