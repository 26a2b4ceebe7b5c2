// SPDX-License-Identifier: GPL-3.0-or-later
// What the stages of a publish share: the state between two steps, and the pair of functions of each kind.
// Thread: pure functions. Errors: see publish.hpp.
#pragma once

#include "connect/wordpress/markup.hpp"
#include "connect/wordpress/wire.hpp"

#include <vigie/connect/connector.hpp>

#include <string>
#include <vector>

namespace vigie::connect::wordpress::publishing {

/// PublishState, read.
struct State {
    std::vector<Picture> pictures;  ///< uploaded
    std::string figures;            ///< Edit: those the article has
    std::string title;              ///< Edit: the article's
    bool ownTitle = true;           ///< Edit: the title is no mere beginning of the text
    bool looked = false;            ///< Edit of an article: its body was seen
    bool duplicate = false;         ///< the site said that it has these words already
    bool force = false;             ///< the site keeps no trash
    bool doubtful = false;          ///< moderation: the site said "not changed"; what it is now must be asked
    bool unspam = false;            ///< Restore: it lay in the spam folder

    [[nodiscard]] PublishState text() const;
    static State from(const PublishState &stored);
};

[[nodiscard]] const OutboundPart *partOf(const PublishJob &job);
/// The target, or InvalidInput.
[[nodiscard]] Result<Place> targetOf(const PublishJob &job);

// publish_comment.cpp
[[nodiscard]] Result<PublishStep> replyStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbReply(const Context &context, const PublishJob &job, State state, const net::Response &response);

// publish_post.cpp
[[nodiscard]] Result<PublishStep> postStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbPost(const Context &context, const PublishJob &job, State state, const net::Response &response);
[[nodiscard]] Result<PublishStep> editStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbEdit(const Context &context, const PublishJob &job, State state, const net::Response &response);

// moderation.cpp: status changes and removals
[[nodiscard]] Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbAction(const Context &context, const PublishJob &job, State state, const net::Response &response);

} // namespace vigie::connect::wordpress::publishing
