// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the network along its indexes: what answers what, who wrote what, which tag is where.
#include "practice/network.hpp"

#include <algorithm>

namespace vigie::practice {

std::vector<Key> Network::repliesTo(Key id) const
{
    std::vector<Key> out;
    const auto it = replies_.find(id);
    if (it != replies_.end())
        for (const Key reply : it->second)
            if (const auto found = statuses.find(reply); found != statuses.end() && !found->second.deleted)
                out.push_back(reply);
    return out;
}

std::int64_t Network::replyCount(Key id) const { return static_cast<std::int64_t>(repliesTo(id).size()); }

std::vector<Key> Network::postsOf(Key accountId) const
{
    std::vector<Key> out;
    const auto it = byAuthor_.find(accountId);
    if (it != byAuthor_.end())
        for (const Key id : it->second)
            if (const auto found = statuses.find(id); found != statuses.end() && !found->second.deleted)
                out.push_back(id);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Key> Network::idsWithTag(const std::string &folded) const
{
    const auto it = byTag_.find(folded);
    if (it == byTag_.end())
        return {};
    std::vector<Key> out = it->second;
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<Key> Network::ancestors(const Status &from)
{
    std::vector<Key> out;
    const Status *at = &from;
    while (at->inReplyTo != 0 && out.size() < 4096) {
        at = status(at->inReplyTo);
        if (at == nullptr)
            break;
        out.push_back(at->id);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<Key> Network::descendants(Key id)
{
    std::vector<Key> out, open = repliesTo(id);
    std::reverse(open.begin(), open.end());
    while (!open.empty() && out.size() < 4096) {
        const Key next = open.back();
        open.pop_back();
        out.push_back(next);
        std::vector<Key> below = repliesTo(next);
        open.insert(open.end(), below.rbegin(), below.rend());
    }
    return out;
}

} // namespace vigie::practice
