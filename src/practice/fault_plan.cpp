// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/practice/fault_plan.hpp>

#include <mutex>
#include <vector>

namespace vigie::practice {

struct FaultPlan::Impl {
    std::mutex mutex;
    std::vector<FaultRule> rules;
};

FaultPlan::FaultPlan() : impl_(std::make_unique<Impl>()) {}
FaultPlan::~FaultPlan() = default;

void FaultPlan::add(FaultRule rule)
{
    const std::lock_guard lock(impl_->mutex);
    impl_->rules.push_back(std::move(rule));
}

void FaultPlan::clear()
{
    const std::lock_guard lock(impl_->mutex);
    impl_->rules.clear();
}

Fault FaultPlan::take(std::string_view method, std::string_view path, std::chrono::milliseconds *delay)
{
    const std::lock_guard lock(impl_->mutex);
    for (FaultRule &rule : impl_->rules) {
        const bool fits = (rule.method.empty() || rule.method == method) && path.substr(0, rule.pathPrefix.size()) == rule.pathPrefix;
        if (!fits || rule.times == 0)
            continue;
        // One rule per call: the first that still has something to do, and letting a call pass is something.
        if (rule.skip > 0) {
            --rule.skip;
            return Fault::None;
        }
        if (rule.times > 0)
            --rule.times;
        if (delay != nullptr)
            *delay = rule.delay;
        return rule.fault;
    }
    return Fault::None;
}

} // namespace vigie::practice
