// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/plans.hpp"

#include "practice/png.hpp"

#include <vigie/base/time.hpp>

#include <cstdio>

namespace vigie::practice {

namespace {

constexpr int kPictureWidth = 640, kPictureHeight = 400;

FirstPlan readPlan(const Json &entry)
{
    FirstPlan plan;
    for (const Json &handle : entry.at("accounts"))
        plan.accounts.push_back(handle.get<std::string>());
    plan.text = entry.at("text").get<std::string>();
    plan.warning = entry.value("warning", "");
    plan.lang = entry.value("lang", "fr");
    plan.zone = entry.value("zone", "");
    plan.day = entry.value("day", 0);
    plan.lateBy = entry.value("lateBy", 15);
    plan.planned = entry.value("planned", false);
    const std::string time = entry.value("time", "09:00");
    if (std::sscanf(time.c_str(), "%d:%d", &plan.hour, &plan.minute) != 2 || plan.hour > 23 || plan.minute > 59)
        plan.hour = 9, plan.minute = 0;
    if (const auto own = entry.find("own"); own != entry.end())
        for (const auto &[handle, text] : own->items())
            plan.ownTexts.emplace_back(handle, text.get<std::string>());
    if (const auto picture = entry.find("picture"); picture != entry.end()) {
        plan.pictureName = picture->at("name").get<std::string>() + ".png";
        plan.alt = picture->value("alt", "");
        plan.picture = picturePng(picture->value("seed", std::uint64_t{1}), kPictureWidth, kPictureHeight);
    }
    return plan;
}

} // namespace

std::vector<FirstPlan> readPlans(const Json &script)
{
    std::vector<FirstPlan> plans;
    const auto list = script.find("calendar");
    if (list == script.end() || !list->is_array())
        return plans;
    for (const Json &entry : *list) {
        try {
            auto plan = readPlan(entry);
            if (plan.zone.empty() || zoneExists(plan.zone))
                plans.push_back(std::move(plan));
        } catch (const Json::exception &) {
            continue; // the others are still of use
        }
    }
    return plans;
}

} // namespace vigie::practice
