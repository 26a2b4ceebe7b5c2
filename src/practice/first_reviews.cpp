// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/practice/first_reviews.hpp>

#include <vigie_embedded/practice_files.hpp>

#include <nlohmann/json.hpp>

#include <string_view>

namespace vigie::practice {

namespace {

using Json = nlohmann::json;

Micros part(double count, std::chrono::hours of)
{
    return Micros{static_cast<std::int64_t>(count * static_cast<double>(std::chrono::duration_cast<Micros>(of).count()))};
}

FirstReview reviewOf(const Json &entry, const Json &places, Instant now)
{
    constexpr std::chrono::hours kDay{24}, kHour{1};
    FirstReview out;
    out.site = entry.at("site").get<std::string>();
    out.place = places.value(out.site, "");
    out.lang = entry.at("lang").get<std::string>();
    out.author = entry.at("author").get<std::string>();
    out.text = entry.at("text").get<std::string>();
    out.stars = entry.at("stars").get<int>();
    out.at = now - part(entry.at("daysAgo").get<double>(), kDay);
    out.joined = out.at - part(entry.at("joinedDaysBefore").get<double>(), kDay);
    if (const auto changed = entry.find("changed"); changed != entry.end())
        out.changed = FirstReview::Change{out.at + part(changed->at("daysAfter").get<double>(), kDay), changed->at("stars").get<int>(), changed->at("text").get<std::string>()};
    if (const auto answer = entry.find("answer"); answer != entry.end())
        out.answer = FirstReview::Answer{out.at + part(answer->at("afterHours").get<double>(), kHour), answer->at("text").get<std::string>()};
    return out;
}

} // namespace

std::vector<FirstReview> firstReviews(Instant now)
{
    std::vector<FirstReview> out;
    for (const auto &file : embedded::practice_files) {
        if (std::string_view(file.name) != "reviews.json")
            continue;
        const auto script = Json::parse(file.data, nullptr, false);
        if (script.is_discarded())
            continue;
        for (const auto &entry : script.at("reviews"))
            out.push_back(reviewOf(entry, script.at("places"), now));
    }
    return out;
}

} // namespace vigie::practice
