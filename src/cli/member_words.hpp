// SPDX-License-Identifier: GPL-3.0-or-later
// People and promises as the command line says them.
// Thread: pure. Errors: none.
#pragma once

#include "cli/context.hpp"

#include <vigie/model/person.hpp>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vigie::cli {

[[nodiscard]] nlohmann::json lineJson(const PersonLine &line);
[[nodiscard]] nlohmann::json cardJson(const PersonCard &card);
[[nodiscard]] nlohmann::json entryJson(const TimelineEntry &entry);
[[nodiscard]] nlohmann::json reasonsJson(const std::vector<SameReason> &reasons);
[[nodiscard]] nlohmann::json promiseJson(const Promise &promise, Instant now);
[[nodiscard]] std::string reasonText(const SameReason &reason);
[[nodiscard]] std::string cardText(const PersonCard &card, const std::vector<TimelineEntry> &timeline);

void addMemberCommands(CLI::App &app, Context &context, int &code);
void addPromiseCommands(CLI::App &app, Context &context, int &code);

} // namespace vigie::cli
