// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/handover.hpp>

#include <vigie/app/workspace.hpp>
#include <vigie/base/digest.hpp>

#include <unistd.h>

#include <array>
#include <fstream>

namespace vigie::app {

namespace {

constexpr std::size_t kNameBytes = 8;

std::string machine()
{
    std::string id;
    if (std::ifstream file("/etc/machine-id"); std::getline(file, id) && !id.empty())
        return id;
    std::array<char, 256> host{};
    return ::gethostname(host.data(), host.size() - 1) == 0 ? std::string(host.data()) : std::string();
}

} // namespace

desk::Exchanger exchangerOf(const Workspace &workspace)
{
    return {sha256(machine() + '\n' + workspace.path(), kNameBytes), workspace.person()};
}

} // namespace vigie::app
