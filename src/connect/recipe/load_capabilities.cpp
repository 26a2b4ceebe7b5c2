// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/operations.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

/// An ability with several operations was tried as well as the one that was tried least.
void noteLevel(Descriptor &descriptor, Capability capability, Verification level)
{
    const auto found = std::find_if(descriptor.verified.begin(), descriptor.verified.end(), [&](const auto &one) { return one.first == capability; });
    if (found == descriptor.verified.end())
        descriptor.verified.emplace_back(capability, level);
    else
        found->second = std::max(found->second, level);
}

} // namespace

void setCapabilities(const Node &root, Loading &loading)
{
    auto &descriptor = loading.recipe.descriptor;
    auto &capabilities = descriptor.capabilities;
    bool counts = false, media = false;
    for (const auto &operation : loading.recipe.operations) {
        const auto known = knownAs(operation.name);
        if (known.capability) {
            capabilities.set(*known.capability);
            noteLevel(descriptor, *known.capability, operation.verification);
        }
        for (const auto &selector : operation.items)
            for (const auto &choice : selector.maps)
                counts = counts || !choice.map->metrics.empty();
        for (const auto &step : operation.steps)
            media = media || step.eachMedia;
        if (operation.name == "me" && !operation.who.metrics.empty())
            capabilities.set(Capability::AccountCounts);
    }
    if (counts)
        capabilities.set(Capability::PostCounts);
    if (media)
        capabilities.set(Capability::Images);
    for (const auto &[name, value] : root.child("capabilities").members()) {
        const auto capability = capabilityFrom(name);
        const auto reason = value.isString() ? capabilityReasonFrom(value.json().get<std::string>()) : std::nullopt;
        if (!capability || !reason) {
            value.problem(!capability ? "no such capability: " + name : "no such reason");
            continue;
        }
        if ((*reason == CapabilityReason::Offered || isConditional(*reason)) && hasOperation(*capability) && !capabilities.has(*capability))
            value.problem("offered, but no operation does it");
        else
            capabilities.set(*capability, *reason);
    }
}

} // namespace vigie::connect::recipe
