// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/figure.hpp>

#include <vigie_embedded/metric_files.hpp>

#include <nlohmann/json.hpp>

namespace vigie::insight {

namespace {

const nlohmann::json &words()
{
    static const auto all = nlohmann::json::parse(embedded::metric_files.front().data);
    return all;
}

std::string in(std::string_view language)
{
    return language.substr(0, 2) == "fr" ? "fr" : "en";
}

} // namespace

MetricWords metricWords(std::string_view key, std::string_view language)
{
    const auto &metrics = words().at("metrics");
    const auto found = metrics.find(std::string(key));
    if (found == metrics.end())
        return {std::string(key), {}};
    const auto &texts = found->at(in(language));
    return {texts.at("name").get<std::string>(), texts.at("definition").get<std::string>()};
}

std::string familyName(std::string_view family, std::string_view language)
{
    const auto &families = words().at("families");
    const auto found = families.find(std::string(family));
    return found == families.end() ? std::string(family) : found->at(in(language)).get<std::string>();
}

} // namespace vigie::insight
