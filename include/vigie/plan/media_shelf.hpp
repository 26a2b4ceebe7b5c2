// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the media library: one folder beside the workspace ("name.vigie.media"), each file once, under the hash of its bytes.
// A file there never changes; what networks get that must be smaller is made from it and kept apart, and may be thrown away at any time.
// Thread: safe; reads and writes files, so on a worker. Errors: NotFound, Unsupported, StorageFull, Storage, Cancelled.
#pragma once

#include <vigie/model/asset.hpp>
#include <vigie/plan/rendition.hpp>

#include <functional>
#include <stop_token>
#include <string>

namespace vigie::plan {

class MediaShelf {
public:
    explicit MediaShelf(std::string folder) : folder_(std::move(folder)) {}
    [[nodiscard]] static std::string folderOf(const std::string &workspace) { return workspace + ".media"; }

    /// Copies a file onto the shelf and says what it is; a file that is there already is only looked at. `progress`: 0..1.
    Result<Asset> take(const std::string &path, const std::function<void(double)> &progress = {}, const std::stop_token &stop = {}) const;
    [[nodiscard]] std::string pathOf(const std::string &sha256, const std::string &mime) const;
    [[nodiscard]] std::string pathOf(const Asset &asset) const { return pathOf(asset.sha256, asset.mime); }
    /// The file for one network: the original, or what is made of it (once; the next call finds it).
    Result<std::string> rendition(const Asset &asset, const connect::MediaRules &rules) const;
    /// The bytes still are those that were put there.
    [[nodiscard]] Result<bool> isWhole(const Asset &asset) const;

private:
    std::string folder_;
};

/// The originals of one workspace beside another file (a backup, or back again): hard links where the disk can, else copies; what is
/// there already is left. The value is how many were brought.
Result<int> copyShelf(const std::string &fromWorkspace, const std::string &toWorkspace);

/// SHA-256 of a file, read piece by piece.
Result<std::string> fileHash(const std::string &path, const std::stop_token &stop = {});

} // namespace vigie::plan
