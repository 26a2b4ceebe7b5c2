// SPDX-License-Identifier: GPL-3.0-or-later
// What the stages of a publish share: the state between two steps, and the pair of functions of each stage.
// Thread: pure functions. Errors: see publish.hpp.
#pragma once

#include <vigie/connect/connector.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::connect::mastodon::publishing {

/// Mastodon forgets a key after one hour; ten minutes are left for clocks and queues.
constexpr std::chrono::seconds kKeyValid{3000};

struct Upload {
    std::string id;
    bool ready = false;
};

/// PublishState, read.
struct State {
    std::vector<Upload> uploads;
    std::vector<std::string> kept;  ///< Edit: media the post already has
    std::string account;            ///< Report: who wrote the reported post
    bool looked = false, oldUpload = false, noLanguage = false;
    int checks = 0, missing = 0;

    [[nodiscard]] PublishState text() const;
    static State from(const PublishState &stored);
};

enum class Stage : std::uint8_t { Look, Upload, Wait, Send };
[[nodiscard]] Stage stageOf(const PublishJob &job, const State &state);
[[nodiscard]] bool writesText(OutboundKind kind);
[[nodiscard]] const OutboundPart *partOf(const PublishJob &job);
/// Media that a failed attempt already brought there is not sent again.
[[nodiscard]] State withKnownMedia(State state, const OutboundPart *part);

[[nodiscard]] std::string statusPath(const std::string &id, const char *action = "");

// publish_media.cpp
[[nodiscard]] Result<PublishStep> uploadStep(const Context &context, const OutboundPart &part, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbUpload(const Context &context, State state, const net::Response &response);
[[nodiscard]] PublishStep waitStep(const Context &context, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbWait(const Context &context, State state, const net::Response &response);

// publish_text.cpp
[[nodiscard]] Result<PublishStep> textStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbText(const Context &context, const PublishJob &job, State state, const net::Response &response);

// publish_action.cpp
[[nodiscard]] Result<PublishStep> lookStep(const Context &context, const PublishJob &job);
[[nodiscard]] Result<PublishOutcome> absorbLook(const Context &context, const PublishJob &job, State state, const net::Response &response);
[[nodiscard]] Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbAction(const Context &context, const PublishJob &job, const net::Response &response);

} // namespace vigie::connect::mastodon::publishing
