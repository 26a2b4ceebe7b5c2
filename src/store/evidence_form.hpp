// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical form of entries: JSON with sorted keys and no spaces, UTF-8 as it was received (docs/evidence.md). A random nonce
// in each keeps the hash of erased words from being guessed back.
// Thread: pure, but for the nonce. Errors: InvalidInput.
#pragma once

#include <vigie/model/evidence.hpp>

#include <string>
#include <string_view>

namespace vigie::store {

/// `said` in canonical form, with a fresh nonce.
[[nodiscard]] std::string canonicalForm(const EvidenceContent &said);
/// Words, warnings and pictures are the same.
[[nodiscard]] bool sameKeptWords(const Item &a, const Item &b);

} // namespace vigie::store
