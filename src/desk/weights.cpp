// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/desk.hpp>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace vigie::desk {

namespace {

constexpr std::array<std::pair<const char *, double QueueWeights::*>, 16> kFields{{
    {"question", &QueueWeights::question},
    {"complaint", &QueueWeights::complaint},
    {"direct", &QueueWeights::direct},
    {"review", &QueueWeights::review},
    {"waitingHour", &QueueWeights::waitingHour},
    {"waitingCap", &QueueWeights::waitingCap},
    {"negativeTone", &QueueWeights::negativeTone},
    {"exchange", &QueueWeights::exchange},
    {"exchangeCap", &QueueWeights::exchangeCap},
    {"relay", &QueueWeights::relay},
    {"relayCap", &QueueWeights::relayCap},
    {"audience", &QueueWeights::audience},
    {"firstContact", &QueueWeights::firstContact},
    {"serviceLate", &QueueWeights::serviceLate},
    {"deadline", &QueueWeights::deadline},
    {"deadlineHours", &QueueWeights::deadlineHours},
}};

} // namespace

std::string QueueWeights::toJson() const
{
    nlohmann::json object = nlohmann::json::object();
    for (const auto &field : kFields)
        object[field.first] = this->*field.second;
    return object.dump();
}

Result<QueueWeights> QueueWeights::fromJson(const std::string &json)
{
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return fail(Errc::InvalidInput, "queue weights are not a JSON object");
    QueueWeights weights;
    for (const auto &field : kFields) {
        const auto found = object.find(field.first);
        if (found == object.end())
            continue;
        if (!found->is_number())
            return fail(Errc::InvalidInput, std::string("queue weight is not a number: ") + field.first);
        weights.*field.second = found->get<double>();
    }
    return weights;
}

} // namespace vigie::desk
