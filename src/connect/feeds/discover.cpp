// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/strings.hpp"
#include "connect/common/xml.hpp"
#include "connect/feeds/feed.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/net/url.hpp>

#include <algorithm>

namespace vigie::connect::feeds {

namespace {

constexpr std::size_t kMostBytes = 2U << 20;

bool feedType(const std::string &type)
{
    return type.find("rss+xml") != std::string::npos || type.find("atom+xml") != std::string::npos || type.find("feed+json") != std::string::npos
           || type.find("rdf+xml") != std::string::npos || type == "application/json" || type == "text/xml" || type == "application/xml";
}

} // namespace

std::vector<std::string> discover(std::string_view html, const std::string &url)
{
    std::vector<std::string> found;
    std::string base = url;
    eachElement(readHtml(html.substr(0, kMostBytes), nullptr), [&](const xmlNode *node) {
        const auto name = lowerAscii(reinterpret_cast<const char *>(node->name));
        if (name == "base") {
            if (auto given = net::resolveUrl(url, xmlAttribute(node, "href")))
                base = std::move(*given);
        } else if (name == "link" && lowerAscii(xmlAttribute(node, "rel")).find("alternate") != std::string::npos && feedType(lowerAscii(xmlAttribute(node, "type")))) {
            const auto address = net::resolveUrl(base, xmlAttribute(node, "href"));
            if (address && net::parseUrl(*address) && std::find(found.begin(), found.end(), *address) == found.end() && found.size() < 20)
                found.push_back(*address);
        }
    });
    return found;
}

} // namespace vigie::connect::feeds
