// SPDX-License-Identifier: GPL-3.0-or-later
// The media library's rows; the files stand beside the workspace (plan/media_shelf.hpp).
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/asset.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

/// One post that uses a file.
struct AssetUse {
    PlanId plan;
    std::string text;                  ///< the beginning of the post
    std::optional<Instant> due;
    bool sent = false;                 ///< a network took it
};

class Assets {
public:
    explicit Assets(Tx &tx) : tx_(tx) {}

    /// The row of these bytes: the one that is there already (brought back when it was removed), else a new one.
    Result<AssetId> add(const Asset &asset);
    Result<Asset> get(AssetId id);
    Result<std::optional<Asset>> byHash(const std::string &sha256);
    /// Of one post, by the order of its media; what is not of the library is left out.
    Result<std::vector<Asset>> of(const std::vector<OutboundMedia> &media);
    /// Not removed, newest first; `words`: in name, alternative texts, credit or licence (empty: all).
    Result<std::vector<Asset>> list(const std::string &words = {}, int limit = 2000);
    /// Pictures that look like this one, the most alike first; the same bytes are not among them.
    Result<std::vector<Asset>> alike(std::uint64_t fingerprint, AssetId except, int bits);
    /// What a person says of it: words, credit, licence, expiry, place.
    Result<void> describe(const Asset &asset);
    Result<std::vector<AssetUse>> uses(AssetId id);
    /// Conflict while a post that is not sent yet uses it.
    Result<void> remove(AssetId id);
    Result<void> bringBack(AssetId id);

private:
    Tx &tx_;
};

/// From which base a variant went its own way.
class VariantBases {
public:
    explicit VariantBases(Tx &tx) : tx_(tx) {}
    struct Row {
        AccountId account;
        std::string text;
    };
    Result<std::vector<Row>> of(PlanId plan);
    /// The person has looked at what changed in the base and keeps the variant.
    Result<void> seen(PlanId plan, AccountId account, const std::string &base);
    /// Of what is saved: variants that began now remember the base, those that follow it again forget it.
    Result<void> saved(const PlanItem &plan);

private:
    Tx &tx_;
};

} // namespace vigie::store
