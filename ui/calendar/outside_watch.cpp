// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/outside_watch.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kRestMs = 1500; ///< half an address is nobody's to be asked for

/// Accounts with the links and names of their words: what an answer depends on.
std::string wantedOf(const PlanItem &plan)
{
    std::string wanted;
    for (const auto &variant : plan.variants) {
        std::string here;
        for (const auto &span : text::fromPlain(variant.overridden ? variant.text : plan.text).spans)
            if (span.kind == TextSpan::Kind::Link || span.kind == TextSpan::Kind::Mention)
                here += span.target + "\n";
        if (!here.empty())
            wanted += std::to_string(variant.account.value) + "\n" + here;
    }
    return wanted;
}

} // namespace

OutsideWatch::OutsideWatch(Bridge &bridge, QObject *parent) : QObject(parent), bridge_(bridge)
{
    timer_.setSingleShot(true);
    timer_.setInterval(kRestMs);
    connect(&timer_, &QTimer::timeout, this, &OutsideWatch::ask);
}

void OutsideWatch::watch(const PlanItem &plan)
{
    plan_ = plan;
    const auto wanted = wantedOf(plan);
    if (wanted == asked_)
        return;
    asked_ = wanted;
    stop_.request_stop();
    turns_.next();
    asking_ = false;
    if (wanted.empty()) {
        timer_.stop();
        answer_ = {};
        Q_EMIT answered();
        return;
    }
    timer_.start();
}

void OutsideWatch::clear()
{
    timer_.stop();
    stop_.request_stop();
    turns_.next();
    asked_.clear();
    answer_ = {};
    asking_ = false;
}

void OutsideWatch::ask()
{
    auto *workspace = bridge_.workspace();
    if (workspace == nullptr || !bridge_.options().engines)
        return;
    stop_ = {};
    const auto number = turns_.next();
    asking_ = true;
    workspace->composing().look(plan_, stop_.get_token(), bridge_.executor(), bridge_.guarded<Result<plan::OutsideAnswer>>(this, [this, number](Result<plan::OutsideAnswer> answer) {
        if (!turns_.is(number))
            return;
        asking_ = false;
        if (!answer)
            return; // stopped
        answer_ = std::move(*answer);
        Q_EMIT answered();
    }));
}

} // namespace vigie::ui
