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

/// What `read` makes of the entries of a list; those it cannot make anything of are left out.
template <class Read>
auto readList(const Json &script, const char *name, const Read &read)
{
    std::vector<decltype(read(script))> out;
    const auto list = script.find(name);
    if (list == script.end() || !list->is_array())
        return out;
    for (const Json &entry : *list) {
        try {
            out.push_back(read(entry));
        } catch (const Json::exception &) {
            continue; // the others are still of use
        }
    }
    return out;
}

} // namespace

std::vector<FirstPlan> readPlans(const Json &script)
{
    auto plans = readList(script, "calendar", readPlan);
    std::erase_if(plans, [](const FirstPlan &plan) { return !plan.zone.empty() && !zoneExists(plan.zone); });
    return plans;
}

std::vector<FirstAnswer> readAnswers(const Json &script)
{
    return readList(script, "answers", [](const Json &entry) {
        return FirstAnswer{entry.at("keyword"), entry.value("title", ""), entry.value("fr", ""), entry.value("en", "")};
    });
}

} // namespace vigie::practice
