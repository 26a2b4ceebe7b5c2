// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing on Instagram and Threads: a container is made (one for each picture of several), looked at until it is ready, and published. Both fetch pictures and
// films from a public address; where the person has a place for that ("media_base"), the file is looked for there first. Publishing is never
// repeated: after an answer that tells nothing the container says whether it took effect, then our newest posts do.
// Thread: pure functions. Errors: ContentRefused (too long, no text, a file that is not at its public address), PolicyRefused (no
// public place for files), QuotaExhausted, as graph.hpp.
#pragma once

#include "connect/meta/graph.hpp"

namespace vigie::connect::meta {

[[nodiscard]] Result<PublishStep> containerStep(const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> containerAbsorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

/// Where Meta fetches a file from: where it was put for that, else under "media_base"; empty without either.
[[nodiscard]] std::string publicUrl(const Account &account, const OutboundMedia &media);
[[nodiscard]] const OutboundPart *partOf(const PublishJob &job);
/// Too long, nothing to say, too much attached: told before anything is sent.
[[nodiscard]] Result<void> checkContent(const Context &context, const PublishJob &job, const text::LengthProfile &profile);

} // namespace vigie::connect::meta
