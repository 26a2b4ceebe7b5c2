// SPDX-License-Identifier: GPL-3.0-or-later
// A count that says at once how many there are at least and goes on in strides, so that nothing else waits long for the store
// and every stride is news. Gone with its owner, stopped by stop().
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/store/search_steps.hpp>

#include <QPointer>

#include <memory>

namespace vigie::ui {

class SteppedCount final : public QObject {
    Q_OBJECT
public:
    explicit SteppedCount(Bridge &bridge, QObject *parent = nullptr) : QObject(parent), bridge_(bridge) {}

    /// Counts up to `cap` (cap + 1: more), from where `known` stopped. What was being counted is dropped.
    void start(std::shared_ptr<const text::Query> query, int cap, store::CountedPart known = {});
    void stop();
    [[nodiscard]] bool isCounting() const { return !asker_.isNull(); }

Q_SIGNALS:
    /// Of what was looked at so far; isCounting() tells whether it goes on.
    void counted(int count);
    void failed(const vigie::Error &error);

private:
    void step(const store::CountedPart &known, std::chrono::milliseconds budget);
    void take(const store::CountedPart &known, store::CountedPart part, std::chrono::milliseconds budget);

    Bridge &bridge_;
    std::shared_ptr<const text::Query> query_;
    int cap_ = 0;
    QPointer<QObject> asker_; ///< gone with the question: the store stops looking
};

} // namespace vigie::ui
