// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/html_simple.hpp"

#include "text/html_builder.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace vigie::text {

namespace {

constexpr std::size_t kDeepest = 32;

enum class Nature { Unknown, Inline, Paragraph, Container, Void };

Nature natureOf(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, Nature>, 14> kKnown{
        {{"a", Nature::Inline}, {"span", Nature::Inline}, {"p", Nature::Paragraph}, {"br", Nature::Void}, {"b", Nature::Inline}, {"i", Nature::Inline}, {"em", Nature::Inline},
         {"strong", Nature::Inline}, {"code", Nature::Inline}, {"del", Nature::Inline}, {"s", Nature::Inline}, {"u", Nature::Inline}, {"blockquote", Nature::Container},
         {"img", Nature::Void}}};
    const auto found = std::find_if(kKnown.begin(), kKnown.end(), [&](const auto &one) { return one.first == name; });
    return found == kKnown.end() ? Nature::Unknown : found->second;
}

void appendUtf8(std::string &out, std::uint32_t code)
{
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, code);
    out.append(reinterpret_cast<const char *>(bytes.data()), length);
}

/// `reference` stands between '&' and ';'. False for those that only a parser knows, or that name no character.
bool appendReference(std::string &out, std::string_view reference)
{
    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 6> kNames{{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}}};
    if (reference.size() < 2 || reference[0] != '#') {
        const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto &one) { return one.first == reference; });
        if (found == kNames.end())
            return false;
        appendUtf8(out, found->second);
        return true;
    }
    const bool hex = reference[1] == 'x';
    const auto digits = reference.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool character = (code >= 0x20 && code < 0xD800) || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
    if (error != std::errc{} || stop != digits.data() + digits.size() || !character)
        return false;
    appendUtf8(out, code);
    return true;
}

bool appendDecoded(std::string &out, std::string_view written)
{
    for (;;) {
        const auto reference = written.find('&');
        out.append(written.substr(0, reference));
        if (reference == std::string_view::npos)
            return true;
        const auto end = written.find(';', reference);
        if (end == std::string_view::npos || !appendReference(out, written.substr(reference + 1, end - reference - 1)))
            return false;
        written.remove_prefix(end + 1);
    }
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

class SimpleReader {
public:
    SimpleReader(std::string_view html, HtmlBuilder &builder) : rest_(html), builder_(builder) {}

    bool run()
    {
        while (!rest_.empty())
            if (!(rest_[0] == '<' ? tag() : words()))
                return false;
        for (; !open_.empty(); open_.pop_back()) { // a paragraph need not be closed
            if (open_.back().name != "p")
                return false;
            builder_.close("p");
        }
        return true;
    }

private:
    struct Open {
        std::string_view name;
        Nature nature;
    };

    bool words()
    {
        const auto written = rest_.substr(0, rest_.find('<'));
        rest_.remove_prefix(written.size());
        // Whether blanks between two tags count depends on what the tags are; where they would show, the parser decides.
        if (isBlank(written) && builder_.showsBlank() && !blankCounts_)
            return false;
        text_.clear();
        if (!appendDecoded(text_, written))
            return false;
        builder_.text(text_.c_str());
        return true;
    }

    bool tag()
    {
        rest_.remove_prefix(1);
        const bool end = !rest_.empty() && rest_[0] == '/';
        if (end)
            rest_.remove_prefix(1);
        const auto name = letters();
        const auto nature = natureOf(name);
        if (nature == Nature::Unknown)
            return false;
        return end ? endTag(name) : startTag(name, nature);
    }

    bool endTag(std::string_view name)
    {
        if (open_.empty() || open_.back().name != name || rest_.empty() || rest_[0] != '>')
            return false;
        rest_.remove_prefix(1);
        builder_.close(name);
        blankCounts_ = open_.back().nature == Nature::Inline;
        open_.pop_back();
        return true;
    }

    bool startTag(std::string_view name, Nature nature)
    {
        const bool block = nature == Nature::Paragraph || nature == Nature::Container;
        if (block && !open_.empty() && open_.back().nature == Nature::Paragraph && nature == Nature::Paragraph) { // ends the one before
            builder_.close("p");
            open_.pop_back();
        }
        const bool within = !open_.empty() && open_.back().nature != Nature::Container;
        const bool linked = name == "a" && std::any_of(open_.begin(), open_.end(), [](const Open &one) { return one.name == "a"; });
        if ((block && within) || linked || open_.size() >= kDeepest)
            return false;
        HtmlTag tag{name, {}, {}, {}};
        if (!attributes(tag, nature == Nature::Void))
            return false;
        const bool into = builder_.open(tag);
        blankCounts_ = nature == Nature::Inline;
        if (nature == Nature::Void)
            return true;
        open_.push_back({name, nature});
        return into; // what is not to be looked into takes a parser to find the end of
    }

    /// Up to and with '>'.
    bool attributes(HtmlTag &tag, bool mayEnd)
    {
        for (;;) {
            const auto blanks = std::min(rest_.find_first_not_of(' '), rest_.size());
            rest_.remove_prefix(blanks);
            if (mayEnd && rest_.size() > 1 && rest_[0] == '/' && rest_[1] == '>')
                rest_.remove_prefix(1);
            if (!rest_.empty() && rest_[0] == '>') {
                rest_.remove_prefix(1);
                return true;
            }
            const auto name = letters();
            if (blanks == 0 || name.empty() || rest_.size() < 3 || rest_[0] != '=' || (rest_[1] != '"' && rest_[1] != '\''))
                return false;
            const auto end = rest_.find(rest_[1], 2);
            if (end == std::string_view::npos || !keep(tag, name, rest_.substr(2, end - 2)))
                return false;
            rest_.remove_prefix(end + 1);
        }
    }

    static bool keep(HtmlTag &tag, std::string_view name, std::string_view written)
    {
        auto *value = name == "class" ? &tag.classes : name == "href" ? &tag.href : name == "alt" ? &tag.alt : nullptr;
        if (value == nullptr)
            return true;
        // Of an attribute that is given twice the first counts; an empty one cannot be told from none.
        return !written.empty() && value->empty() && appendDecoded(*value, written);
    }

    std::string_view letters()
    {
        const auto end = std::find_if(rest_.begin(), rest_.end(), [](char c) { return !((c >= 'a' && c <= 'z') || c == '-'); });
        const auto name = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        rest_.remove_prefix(name.size());
        return name;
    }

    std::string_view rest_;
    HtmlBuilder &builder_;
    std::vector<Open> open_;
    std::string text_;
    bool blankCounts_ = false; ///< blanks before the next tag are words: they follow a tag of running text
};

} // namespace

std::optional<RichText> readSimpleHtml(std::string_view html, const HtmlContext &context)
{
    // U+FFFE and U+FFFF are no characters: the parser leaves them out.
    if (html.find("\xEF\xBF\xBE") != std::string_view::npos || html.find("\xEF\xBF\xBF") != std::string_view::npos)
        return std::nullopt;
    HtmlBuilder builder(context);
    return SimpleReader(html, builder).run() ? std::optional(builder.take()) : std::nullopt;
}

} // namespace vigie::text
