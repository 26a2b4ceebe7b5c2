// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/stepped_count.hpp"

#include <vigie/store/relay_counting.hpp>

#include <utility>

namespace vigie::ui {

void SteppedCount::start(std::shared_ptr<const text::Query> query, int cap, store::CountedPart known)
{
    stop();
    query_ = std::move(query);
    cap_ = cap;
    asker_ = new QObject(this);
    step(known, known.stoppedAt ? store::kStride : store::kAtOnce);
}

void SteppedCount::stop()
{
    delete asker_.data();
}

void SteppedCount::step(const store::CountedPart &known, std::chrono::milliseconds budget)
{
    bridge_.read<store::CountedPart>(
        asker_,
        [query = query_, cap = cap_ - known.count, from = known.stoppedAt.value_or(ItemId{}), budget](store::Tx &tx) {
            const store::AsCounted counting(tx);
            return store::SearchSteps(tx, budget).count(*query, cap, from);
        },
        [this, known, budget](const Result<store::CountedPart> &part) {
            if (part)
                return take(known, *part, budget);
            stop();
            if (part.error().code != Errc::Cancelled)
                Q_EMIT failed(part.error());
        });
}

void SteppedCount::take(const store::CountedPart &known, store::CountedPart part, std::chrono::milliseconds budget)
{
    const bool wentOn = part.count > 0 || part.stoppedAt != known.stoppedAt;
    part.count += known.count;
    if (part.stoppedAt && part.count <= cap_)
        step(part, store::nextStride(budget, wentOn));
    else
        stop();
    Q_EMIT counted(part.count);
}

} // namespace vigie::ui
