// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/operations.hpp"

#include <algorithm>
#include <array>

namespace vigie::connect::recipe {

namespace {

constexpr std::array<Known, 29> kOperations{{
    {"me", Family::Me, std::nullopt}, {"listen.tag", Family::Stream, Capability::ListenTag}, {"listen", Family::Stream, Capability::ListenKeyword},
    {"inbox.direct", Family::Stream, Capability::DirectMessages}, {"inbox.reviews", Family::Stream, Capability::Reviews},
    {"inbox", Family::Stream, Capability::Inbox}, {"own", Family::Stream, std::nullopt}, {"thread", Family::Thread, std::nullopt},
    {"lookup", Family::Lookup, Capability::Lookup}, {"read_back", Family::ReadBack, std::nullopt}, {"metrics", Family::Metrics, Capability::Insights},
    {"publish", Family::Write, Capability::Publish}, {"reply", Family::Write, Capability::Reply}, {"edit", Family::Write, Capability::Edit},
    {"delete", Family::Write, Capability::Delete}, {"like", Family::Write, Capability::Favourite}, {"unlike", Family::Write, std::nullopt},
    {"boost", Family::Write, Capability::Boost}, {"unboost", Family::Write, std::nullopt}, {"mute", Family::Write, Capability::Mute},
    {"unmute", Family::Write, std::nullopt}, {"block", Family::Write, Capability::Block}, {"unblock", Family::Write, std::nullopt},
    {"report", Family::Write, Capability::Report}, {"hide", Family::Write, Capability::HideReply}, {"unhide", Family::Write, std::nullopt},
    {"remove", Family::Write, Capability::RemoveOthers}, {"restore", Family::Write, std::nullopt}, {"ban", Family::Write, Capability::BanMember}}};
constexpr std::array<Known, 3> kModeration{{{"approve", Family::Write, Capability::Moderate}, {"hold", Family::Write, Capability::Moderate}, {"spam", Family::Write, Capability::Moderate}}};

} // namespace

bool covers(std::string_view known, const std::string &name)
{
    return name == known || (name.size() > known.size() && name.compare(0, known.size(), known) == 0 && name[known.size()] == '.');
}

Known knownAs(const std::string &name)
{
    for (const auto &one : kOperations)
        if (covers(one.name, name))
            return one;
    for (const auto &one : kModeration)
        if (covers(one.name, name))
            return one;
    return {"", Family::Unknown, std::nullopt};
}

std::vector<std::string> knownNames()
{
    std::vector<std::string> names{"listen.keyword"};
    for (const auto &one : kOperations)
        names.emplace_back(one.name);
    for (const auto &one : kModeration)
        names.emplace_back(one.name);
    return names;
}

bool hasOperation(Capability capability)
{
    return capability == Capability::Moderate || std::any_of(kOperations.begin(), kOperations.end(), [&](const Known &one) { return one.capability == capability; });
}

} // namespace vigie::connect::recipe
