// SPDX-License-Identifier: GPL-3.0-or-later
// Says when rules were stopped because one event led to too many changes: once for each stop, also of one that happened while no
// window was open.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/rule.hpp>

#include <QObject>

#include <vector>

namespace vigie::ui {

class RuleNotices final : public QObject {
    Q_OBJECT
public:
    RuleNotices(Shell &shell, QObject *parent);

private:
    void look();
    void tell(const std::vector<RuleLogLine> &stops);

    Shell &shell_;
    Generation generation_;
    std::int64_t told_ = 0;
};

} // namespace vigie::ui
