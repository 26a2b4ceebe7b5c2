// SPDX-License-Identifier: GPL-3.0-or-later
// How far the files of a part that is being sent have come, so that an upload goes on where it was cut, also after a restart.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace vigie::store {

struct PartKey {
    OutboundId outbound;
    std::size_t part = 0;
    std::string words;         ///< digest of what is sent: a part with other words or files begins anew
};

class UploadProgress {
public:
    explicit UploadProgress(Tx &tx) : tx_(tx) {}
    /// The connector's own state, of an upload that began at `since` or later; else none.
    Result<std::optional<std::string>> of(const PartKey &key, Instant since);
    Result<void> keep(const PartKey &key, const std::string &state);
    Result<void> forget(const PartKey &key);

private:
    Tx &tx_;
};

} // namespace vigie::store
