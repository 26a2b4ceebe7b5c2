// SPDX-License-Identifier: GPL-3.0-or-later
// A line of coverage under what was found or counted: it asks for its figures itself, and opens what stands behind them.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/app/coverage.hpp>

#include <QWidget>

namespace vigie::ui {

class CoverageLine;

class CoverageFoot final : public QWidget {
    Q_OBJECT
public:
    explicit CoverageFoot(Shell &shell, QWidget *parent = nullptr);
    /// `title`: what the coverage is of, for the list of gaps.
    void tellOf(const QString &title, app::CoverageScope scope);
    /// Of nothing any more.
    void clear();
    [[nodiscard]] CoverageLine &line() const { return *line_; }

private:
    void open();

    Shell &shell_;
    CoverageLine *line_;
    QString title_;
    app::CoverageScope scope_;
    Generation asked_;
};

} // namespace vigie::ui
