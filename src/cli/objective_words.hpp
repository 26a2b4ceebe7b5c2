// SPDX-License-Identifier: GPL-3.0-or-later
// Objectives and indicators as JSON and as lines.
#pragma once

#include <vigie/insight/objectives.hpp>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vigie::cli {

inline constexpr int kObjectiveWidth = 46;

/// `lang`: of the sentences of mistakes.
[[nodiscard]] nlohmann::json toJson(const insight::IndicatorStanding &one, const std::string &lang);
/// objectives[] from the top down, indicators[] of all of them and then the curiosities.
[[nodiscard]] nlohmann::json toJson(const std::vector<insight::ObjectiveStanding> &objectives, const std::vector<insight::IndicatorStanding> &curiosities, const std::string &lang);
[[nodiscard]] nlohmann::json toJson(const insight::IndicatorCurve &curve, const std::string &lang);
void print(const insight::IndicatorStanding &one, int depth, const std::string &lang);
void print(const insight::ObjectiveStanding &one, int depth, const std::string &lang);

} // namespace vigie::cli
