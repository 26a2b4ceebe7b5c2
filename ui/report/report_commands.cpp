// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_commands.hpp"

#include "ui/command/registry.hpp"
#include "ui/report/plans_dialog.hpp"
#include "ui/report/report_dialog.hpp"
#include "ui/report/report_words.hpp"

#include <QCoreApplication>
#include <QLocale>

namespace vigie::ui {

namespace {

constexpr int kDays = 30;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportCommands)
};

insight::ReportRequest usual(const Shell &shell)
{
    insight::ReportRequest request;
    const auto today = localDay(shell.bridge.now(), shell.bridge.zone()).value_or(0);
    request.period = {today - kDays + 1, today + 1};
    request.language = QLocale().language() == QLocale::French ? "fr" : "en";
    return request;
}

} // namespace

void openReport(Shell &shell, QWidget *parent, std::optional<insight::ReportRequest> request)
{
    (new ReportDialog(shell, request.value_or(usual(shell)), parent))->open();
}

void registerReportCommands(CommandRegistry &commands, Shell &shell, QWidget *parent)
{
    const auto open = [&shell] { return shell.bridge.state() == Bridge::State::Open; };
    commands.add({QStringLiteral("report.make"), [] { return Words::tr("Make a report..."); }, QStringLiteral("report"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}, nullptr,
                  [&shell, parent] { openReport(shell, parent); }, open});
    commands.add({QStringLiteral("report.plans"), [] { return Words::tr("Reports made by themselves..."); }, QStringLiteral("calendar"), {}, nullptr,
                  [&shell, parent] {
                      (new PlansDialog(shell, usual(shell), {}, reports::usualFolder(), parent))->open();
                  },
                  open});
}

} // namespace vigie::ui
