// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of reports, from anywhere in the window.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/insight/report.hpp>

#include <QWidget>

#include <optional>

namespace vigie::ui {

/// `parent`: the window that dialogs belong to.
void registerReportCommands(CommandRegistry &commands, Shell &shell, QWidget *parent);
/// The dialog over `parent`, with what is in view; the 30 days that end today where nothing is.
void openReport(Shell &shell, QWidget *parent, std::optional<insight::ReportRequest> request = {});

} // namespace vigie::ui
