// SPDX-License-Identifier: GPL-3.0-or-later
// What is still missing before a record can be written, and the pair of functions of each kind of it.
// Thread: pure functions. Errors: see publish.hpp.
#pragma once

#include "connect/bluesky/facets.hpp"
#include "connect/bluesky/wire.hpp"

#include <string>
#include <vector>

namespace vigie::connect::bluesky::publishing {

/// PublishState, read: what was found out so far. Members:
///   parent {uri, cid, root {uri, cid}}, dids {handle: did or ""}, quote {uri, cid} or false, card {title, description, image}
///   or false, picture {mime, base64} or false, thumb blob or false, blobs [blob], target {cid, value}, seen {cid, like, repost}, blocking, gate {cid, value} or false
struct State {
    Json found = Json::object();

    [[nodiscard]] bool has(std::string_view key) const { return found.contains(std::string(key)); }
    [[nodiscard]] PublishState text() const;
    static State from(const PublishState &stored);
};

enum class Need : std::uint8_t {
    Target, ///< our record as it is (Edit), or the answer to be hidden
    Parent, ///< the post answered, from the repository it is in
    Seen,   ///< the post acted on, as the network shows it to us
    Handle, ///< who is mentioned
    Quote,  ///< the post that the text links to
    Card,   ///< the page that the text links to
    CardPicture, ///< the picture that the page names
    CardUpload,
    Upload,
    Block,  ///< our block of the member
    Gate,   ///< the rules of our thread
    Send
};
struct Wanted {
    Need need = Need::Send;
    std::string what;     ///< at-uri, handle, address or DID
    std::size_t media = 0;
};
[[nodiscard]] Wanted wantedNow(const PublishJob &job, const State &state);

[[nodiscard]] bool writesText(OutboundKind kind);
[[nodiscard]] const OutboundPart *partOf(const PublishJob &job);
/// When it was published, the same for every attempt of one turn; parts of a thread in their order.
[[nodiscard]] std::string createdAt(const Context &context, const PublishJob &job);

/// A record written under a key of ours, with what it costs of the write points.
[[nodiscard]] net::Request putRecord(const Context &context, const std::string &collection, const std::string &rkey, const Json &record, const std::string &swap, int points);
[[nodiscard]] net::Request deleteRecord(const Context &context, const AtUri &uri);
[[nodiscard]] net::Request getRecord(const Context &context, const AtUri &uri);

// publish_look.cpp
[[nodiscard]] Result<PublishStep> lookStep(const Context &context, const PublishJob &job, const State &state, const Wanted &wanted);
[[nodiscard]] Result<PublishOutcome> absorbLook(const Context &context, const PublishJob &job, State state, const Wanted &wanted, const net::Response &response);
// publish_card.cpp
/// Title, description and picture of a page, from its Open Graph data, else its title.
[[nodiscard]] Json cardOf(const net::Response &page);
[[nodiscard]] net::Request pageRequest(const std::string &address);
[[nodiscard]] net::Request pictureRequest(const std::string &address);
/// Type and bytes of a PNG, JPEG, GIF or WebP that is small enough for a card; else false.
[[nodiscard]] Json pictureOf(const net::Response &response);
[[nodiscard]] net::Request uploadOf(const Context &context, const std::string &mime);
[[nodiscard]] net::Request thumbRequest(const Context &context, const Json &picture);
[[nodiscard]] Result<Json> blobOf(const Context &context, const net::Response &response);

// publish_post.cpp
[[nodiscard]] Result<PublishStep> textStep(const Context &context, const PublishJob &job, const State &state);
// publish_action.cpp
[[nodiscard]] Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state);
[[nodiscard]] Result<PublishOutcome> absorbSend(const Context &context, const PublishJob &job, const net::Response &response);

} // namespace vigie::connect::bluesky::publishing
