// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/post_names.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/store/members.hpp>

namespace vigie::insight {

Result<std::string> PostNames::of(const Item &item)
{
    auto known = may_.find(item.connector);
    if (known == may_.end()) {
        VIGIE_TRY(const auto policy, store::Accounts(tx_).policyOf(item.connector));
        known = may_.emplace(item.connector, policy.exports == ExportRule::Yes).first;
    }
    if (known->second)
        return item.instance + " " + item.nativeId;
    ++hidden_;
    return "sha256 " + sha256(item.connector + '\x1f' + item.instance + '\x1f' + item.nativeId);
}

std::string PostNames::content(const Item &item)
{
    return sha256(item.title + '\x1f' + item.warning + '\x1f' + item.text);
}

} // namespace vigie::insight
