// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/relay_traces.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <cctype>

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

bool campaignMark(std::string_view pair)
{
    static constexpr std::array<std::string_view, 8> kMarks = {"utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid=", "ref=", "at_"};
    return std::any_of(kMarks.begin(), kMarks.end(), [pair](std::string_view mark) { return pair.substr(0, mark.size()) == mark; });
}

std::string withoutMarks(std::string_view query)
{
    std::string out;
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto pair = query.substr(0, end);
        if (!pair.empty() && !campaignMark(pair))
            out.append(out.empty() ? "?" : "&").append(pair);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return out;
}

std::vector<std::string> plainAddresses(const std::vector<std::string> &urls, std::size_t most)
{
    std::vector<std::string> out;
    for (const auto &url : urls)
        if (auto address = plainAddress(url); !address.empty() && out.size() < most && std::find(out.begin(), out.end(), address) == out.end())
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

std::string plainAddress(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos || scheme > 5)
        return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    const auto hostEnd = std::min(url.find_first_of("/?"), url.size());
    auto host = lowerAscii(url.substr(0, hostEnd));
    if (host.rfind("www.", 0) == 0)
        host.erase(0, 4);
    auto rest = url.substr(hostEnd);
    const auto question = rest.find('?');
    auto path = rest.substr(0, question);
    while (!path.empty() && path.back() == '/')
        path.remove_suffix(1);
    const auto query = question == std::string_view::npos ? std::string() : withoutMarks(rest.substr(question + 1));
    if (host.empty() || (path.empty() && query.empty()))
        return {};
    return host.append(path).append(query);
}

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
