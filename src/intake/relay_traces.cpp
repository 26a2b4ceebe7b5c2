// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/relay_traces.hpp"

#include <vigie/text/address.hpp>

#include <algorithm>

namespace vigie::intake {

namespace {

constexpr std::size_t kMostLinks = 4; ///< lists of links relay nothing

std::uint32_t hashed(std::string_view text)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

std::vector<std::string> plainAddresses(const std::vector<std::string> &urls, std::size_t most)
{
    std::vector<std::string> out;
    for (const auto &url : urls)
        if (auto address = text::plainAddress(url); !address.empty() && out.size() < most && std::find(out.begin(), out.end(), address) == out.end())
            out.push_back(std::move(address));
    return out;
}

std::vector<std::uint32_t> hashes(const std::vector<std::string> &addresses)
{
    std::vector<std::uint32_t> out;
    for (const auto &address : addresses)
        out.push_back(hashed(address));
    return out;
}

std::string wholeText(const store::RelaySubject &subject)
{
    if (subject.title.empty() || subject.text.rfind(subject.title, 0) == 0)
        return subject.text.empty() ? subject.title : subject.text;
    return subject.title + "\n" + subject.text;
}

} // namespace

Comparable::Comparable(const store::RelaySubject &subject)
    : words(wholeText(subject)), addresses(plainAddresses(subject.addresses, kMostLinks)), links(plainAddresses(subject.links, kMostLinks))
{
    if (!subject.title.empty() && !subject.text.empty())
        title.emplace(subject.title);
    links.erase(std::remove_if(links.begin(), links.end(), [this](const std::string &link) { return std::find(addresses.begin(), addresses.end(), link) != addresses.end(); }),
                links.end());
}

RelayTraces Comparable::traces() const
{
    RelayTraces out{text::candidateKeys(words), text::sketchOf(words), hashes(addresses), hashes(links)};
    if (title)
        for (const auto key : text::candidateKeys(*title))
            out.copies.push_back(key);
    return out;
}

std::optional<double> copyLikeness(const Comparable &a, const Comparable &b)
{
    auto best = text::copyLikeness(a.words, b.words);
    if (a.title)
        best = std::max(best, text::copyLikeness(*a.title, b.words));
    if (b.title)
        best = std::max(best, text::copyLikeness(a.words, *b.title));
    return best;
}

bool linksTo(const Comparable &from, const Comparable &to)
{
    return std::any_of(from.links.begin(), from.links.end(), [&to](const std::string &link) { return std::find(to.addresses.begin(), to.addresses.end(), link) != to.addresses.end(); });
}

} // namespace vigie::intake
