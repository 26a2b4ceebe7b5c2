// SPDX-License-Identifier: GPL-3.0-or-later
// Where an upload goes on that was cut: only for networks that say so, only for the very same words and files, and only while what is
// there already may still be used.
#include "plan/publisher_impl.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/connect/extensions.hpp>
#include <vigie/store/upload_progress.hpp>

namespace vigie::plan {

namespace {

store::PartKey keyOf(const Outbound &outbound, std::size_t index)
{
    const auto &part = outbound.parts[index];
    std::string words = part.text + '\0' + outbound.warning + '\0' + outbound.targetNative;
    for (const auto &media : part.media)
        words += '\0' + media.path + '\0' + media.mime + '\0' + media.alt;
    return {outbound.id, index, sha256(words)};
}

const connect::ResumesUploads *resuming(const connect::Connector &connector, const OutboundPart &part)
{
    return part.media.empty() ? nullptr : connect::extension<connect::ResumesUploads>(connector);
}

} // namespace

Result<connect::PublishState> Lane::uploadedSoFar(const connect::Connector &connector, const Outbound &outbound, std::size_t part)
{
    const auto *uploads = resuming(connector, outbound.parts[part]);
    if (uploads == nullptr)
        return connect::PublishState{};
    VIGIE_TRY(auto state, parts.store.readNow<std::optional<std::string>>([&](store::Tx &tx) {
        return store::UploadProgress(tx).of(keyOf(outbound, part), parts.clock.now() - uploads->uploadsLast());
    }));
    return connect::PublishState{std::move(state).value_or(std::string())};
}

Result<void> Lane::keepUploaded(const connect::Connector &connector, const Outbound &outbound, std::size_t part, const connect::PublishState &state)
{
    if (resuming(connector, outbound.parts[part]) == nullptr)
        return {};
    return parts.store.writeNow<void>([&](store::Tx &tx) { return store::UploadProgress(tx).keep(keyOf(outbound, part), state.data); });
}

Result<void> Lane::forgetUploaded(const connect::Connector &connector, const Outbound &outbound, std::size_t part)
{
    if (resuming(connector, outbound.parts[part]) == nullptr)
        return {};
    return parts.store.writeNow<void>([&](store::Tx &tx) { return store::UploadProgress(tx).forget(keyOf(outbound, part)); });
}

} // namespace vigie::plan
