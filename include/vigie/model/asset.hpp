// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the media library: kept once, however often it is used, with what a person says of it.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

struct Asset {
    AssetId id;
    std::string sha256, name, mime;    ///< name: as the person's file was called
    std::int64_t bytes = 0;
    int width = 0, height = 0, durationMs = 0, frames = 1;
    std::uint64_t fingerprint = 0;     ///< plan::pictureFingerprint; 0: none
    bool hasPlace = false;             ///< says where it was taken
    bool keepPlace = false;            ///< and the person wants that to leave with it
    std::string altFr, altEn;
    bool noWords = false;              ///< decoration: a person says that it needs no alternative text
    std::string credit, licence;
    std::string expiresOn;             ///< YYYY-MM-DD, the last day of use; empty: none
    Instant addedAt;
    std::optional<Instant> removedAt;

    /// In the language of the post, else in the other one.
    [[nodiscard]] const std::string &alt(std::string_view lang) const
    {
        const auto &wanted = lang == "fr" ? altFr : altEn;
        return wanted.empty() ? (lang == "fr" ? altEn : altFr) : wanted;
    }
    friend bool operator==(const Asset &, const Asset &) = default;
};

} // namespace vigie
