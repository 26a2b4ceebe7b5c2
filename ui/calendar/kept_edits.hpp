// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to planned posts that were typed and not planned yet: what leaves stays as it was planned, and the words typed
// are in the workspace within a second, so that neither quitting nor a power cut takes them.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/plan.hpp>

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace vigie::ui {

class KeptEdits final : public QObject {
    Q_OBJECT
public:
    explicit KeptEdits(Bridge &bridge, QObject *parent = nullptr);
    /// `plan` with the words typed over it; none when nothing was typed.
    [[nodiscard]] std::optional<PlanItem> over(const PlanItem &plan) const;
    void keep(const PlanItem &typed);
    void drop(PlanId id);

Q_SIGNALS:
    /// What an earlier run kept is here.
    void loaded();
    void failed(const vigie::Error &error);

private:
    void load();
    void write();
    Bridge &bridge_;
    QJsonObject all_; ///< by plan id
};

} // namespace vigie::ui
