// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_foot.hpp"

#include "ui/coverage/coverage_dialog.hpp"
#include "ui/coverage/coverage_line.hpp"

#include <QVBoxLayout>

#include <utility>

namespace vigie::ui {

CoverageFoot::CoverageFoot(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell), line_(new CoverageLine(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line_);
    connect(line_, &QAbstractButton::clicked, this, &CoverageFoot::open);
    hide();
}

void CoverageFoot::tellOf(const QString &title, app::CoverageScope scope)
{
    title_ = title;
    scope_ = std::move(scope);
    const auto number = asked_.next();
    shell_.bridge.read<Coverage>(
        this, [scope = scope_](store::Tx &tx) { return app::coverageOf(tx, scope); },
        [this, number](Result<Coverage> coverage) {
            if (!asked_.is(number) || !coverage)
                return;
            line_->setCoverage(std::move(*coverage), shell_.bridge.zone());
            show();
        });
}

void CoverageFoot::clear()
{
    asked_.next();
    hide();
}

void CoverageFoot::open()
{
    auto *dialog = new CoverageDialog(shell_, title_, scope_, this);
    dialog->open();
}

} // namespace vigie::ui
