// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/link_header.hpp>
#include <vigie/net/url.hpp>

#include "net/ascii.hpp"

#include <algorithm>

namespace vigie::net {

namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    bool accept(char c)
    {
        skipSpace();
        if (at_ >= text_.size() || text_[at_] != c)
            return false;
        ++at_;
        return true;
    }
    [[nodiscard]] bool atEnd()
    {
        skipSpace();
        return at_ >= text_.size();
    }
    std::string_view until(std::string_view marks)
    {
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(marks, at_), text_.size());
        return trim(text_.substr(begin, at_ - begin));
    }
    std::string value()
    {
        skipSpace();
        if (at_ >= text_.size() || text_[at_] != '"')
            return std::string(until(",;"));
        std::string out;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size())
                ++at_;
            out += text_[at_];
        }
        skip();
        return out;
    }
    void skip() { at_ = std::min(at_ + 1, text_.size()); }

private:
    void skipSpace()
    {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
    }
    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::string_view Link::param(std::string_view name) const
{
    for (const Header &param : params)
        if (equalsIgnoreCase(param.name, name))
            return param.value;
    return {};
}

bool Link::hasRel(std::string_view rel) const
{
    std::string_view words = param("rel");
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        if (equalsIgnoreCase(words.substr(0, space), rel))
            return true;
        words = space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
    }
    return false;
}

std::vector<Link> parseLinkHeader(std::string_view value)
{
    std::vector<Link> links;
    Reader in(value);
    while (!in.atEnd()) {
        if (!in.accept('<')) {
            in.until(","); // not a link: on to the next
            in.skip();
            continue;
        }
        Link link;
        link.target = in.until(">"); // commas and semicolons inside belong to the address
        if (!in.accept('>'))
            break;
        while (in.accept(';')) {
            Header param;
            param.name = in.until("=,;");
            if (in.accept('='))
                param.value = in.value();
            if (!param.name.empty())
                link.params.push_back(std::move(param));
        }
        links.push_back(std::move(link));
        if (!in.accept(',')) {
            in.until(",");
            in.skip();
        }
    }
    return links;
}

std::string linkOf(const Response &response, std::string_view rel)
{
    for (const std::string_view header : response.allHeaders("link"))
        for (const Link &link : parseLinkHeader(header))
            if (link.hasRel(rel)) {
                auto resolved = resolveUrl(response.finalUrl, link.target);
                if (resolved)
                    return std::move(*resolved);
            }
    return {};
}

} // namespace vigie::net
