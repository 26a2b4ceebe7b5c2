// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/metric_formula.hpp>

#include <vigie/insight/figure.hpp>

#include <nlohmann/json.hpp>
#include <vigie_embedded/report_files.hpp>

namespace vigie::insight {

namespace {

/// By figure; in English they stand in the catalogue itself.
const nlohmann::json &frenchFormulas()
{
    static const auto all = [] {
        for (const auto &file : embedded::report_files)
            if (file.name == std::string_view("formulas_fr.json"))
                return nlohmann::json::parse(file.data);
        return nlohmann::json::object();
    }();
    return all;
}

} // namespace

std::string metricFormula(std::string_view key, std::string_view language)
{
    const auto *known = metric(key);
    if (known == nullptr)
        return {};
    const auto &french = frenchFormulas();
    const auto own = french.find(known->key);
    if (language != "fr" || own == french.end())
        return known->formula;
    return metricWords(key, language).name + "\xC2\xA0= " + own->get<std::string>();
}

} // namespace vigie::insight
