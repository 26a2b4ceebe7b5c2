// SPDX-License-Identifier: GPL-3.0-or-later
// Asks behind whether the links of the post that is being written answer and the people it names are there, once the words rest.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/plan.hpp>
#include <vigie/plan/outside.hpp>

#include <QObject>
#include <QTimer>

#include <stop_token>
#include <string>

namespace vigie::ui {

class OutsideWatch final : public QObject {
    Q_OBJECT
public:
    OutsideWatch(Bridge &bridge, QObject *parent);
    /// `plan` as it stands in the fields; what is the same as before is not asked again.
    void watch(const PlanItem &plan);
    void clear();
    [[nodiscard]] const plan::OutsideAnswer &answer() const { return answer_; }
    [[nodiscard]] bool asking() const { return asking_ || timer_.isActive(); }

Q_SIGNALS:
    void answered();

private:
    void ask();
    Bridge &bridge_;
    QTimer timer_;
    PlanItem plan_;
    std::string asked_;
    plan::OutsideAnswer answer_;
    std::stop_source stop_;
    Generation turns_;
    bool asking_ = false;
};

} // namespace vigie::ui
