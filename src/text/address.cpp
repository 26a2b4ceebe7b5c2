// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/address.hpp>

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>

namespace vigie::text {

namespace {

/// What senders, shops and networks put behind an address to know who came: beginnings of "key=value".
bool campaignMark(std::string_view pair)
{
    static constexpr std::array<std::string_view, 29> kMarks = {
        "utm_",  "at_",    "pk_",   "mtm_",    "xtor=", "fbclid=", "gclid=",   "gbraid=", "wbraid=",  "dclid=", "msclkid=", "twclid=",  "ttclid=",  "yclid=", "li_fat_id=",
        "igsh=", "igshid=", "mc_cid=", "mc_eid=", "ref=",  "ref_src=", "ref_url=", "_hsenc=", "_hsmi=", "mkt_tok=", "cmpid=", "s_cid=", "spm=", "si="};
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

} // namespace vigie::text
