// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/x_links.hpp"



#include <vigie_embedded/domain_files.hpp>
#include <memory>
#include <string>
#include <unicode/idna.h>
#include <unicode/regex.h>

namespace vigie::text {

namespace {

using icu::RegexMatcher;
using icu::RegexPattern;
using icu::UnicodeString;
using Range = std::pair<std::int32_t, std::int32_t>;

constexpr std::int32_t kLongestUrl = 4096, kLongestSlug = 40, kLongestLabel = 63;
constexpr std::int32_t kPatience = 200; ///< ICU's steps of about a millisecond

const std::string kInvalid = R"(\uFFFE\uFEFF\uFFFF)";
const std::string kDirection = R"(\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069)";
const std::string kSpaces = R"(\u0009-\u000D\u0020\u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000)";
const std::string kPunctuation = R"(\!'#%\&'\(\)\*\+,\\\-\./\:;<=>\?@\[\]\^_\{\|\}~\$)";
const std::string kLatin = R"(\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF)";
const std::string kCyrillic = R"(\u0400-\u04FF)";

/// "com|org|...", the longest first, as the resource has them.
std::string topLevels()
{
    std::string all;
    for (const auto &file : embedded::domain_files)
        for (const char c : file.data)
            all += c == '\n' ? '|' : c;
    while (!all.empty() && all.back() == '|')
        all.pop_back();
    return all;
}

std::string ending()
{
    static const std::string all = "(?:(?:" + topLevels() + R"()(?=[^0-9a-zA-Z@+\-]|$)|xn--[\-0-9a-z]+))";
    return all;
}

std::string domain()
{
    const auto inside = "[^" + kPunctuation + kSpaces + kInvalid + kDirection + "]";
    const auto sub = "(?:(?:" + inside + "(?:[_\\-]|" + inside + ")*)?" + inside + "\\.)";
    const auto name = "(?:(?:" + inside + "(?:-|" + inside + ")*)?" + inside + "\\.)";
    return "(?:" + sub + "*" + name + ending() + ")";
}

std::string path()
{
    const auto general = "[a-z" + kCyrillic + R"(0-9\!\*';\:=\+,\.\$/%#\[\]\-\u2013_~@\|\&)" + kLatin + "]";
    const auto balanced = "\\((?:" + general + "+|(?:" + general + "*\\(" + general + "+\\)" + general + "*))\\)";
    const auto last = "(?:[\\+\\-a-z" + kCyrillic + "0-9=_#/" + kLatin + "]|(?:" + balanced + "))";
    return "(?:(?:" + general + "*(?:" + balanced + general + "*)*" + last + ")|(?:@" + general + "+/))";
}

const std::string kQueryChars = R"([a-z0-9\!\?\*'@\(\);\:\&=\+\$/%#\[\]\-_\.,~\|])";
const std::string kQueryEnd = R"([a-z0-9\-_\&=#/])";

/// Groups: 1 what stands before, 2 all, 3 protocol, 4 domain, 5 path.
std::string link()
{
    const auto before = "(?:[^A-Za-z0-9@\\uFF20\\$#\\uFF03" + kInvalid + "]|[" + kDirection + "]|^)";
    return "(" + before + ")((https?://)?(" + domain() + ")(?::[0-9]+)?(/" + path() + "*)?(?:\\?" + kQueryChars + "*" + kQueryEnd + ")?)";
}

std::unique_ptr<RegexPattern> compiled(const std::string &pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    return std::unique_ptr<RegexPattern>(RegexPattern::compile(UnicodeString::fromUTF8(pattern), UREGEX_CASE_INSENSITIVE, where, status));
}

struct Grammar {
    std::unique_ptr<RegexPattern> link = compiled(text::link());
    std::unique_ptr<RegexPattern> asciiDomain = compiled("(?:(?:[\\-a-z0-9" + kLatin + "]+)\\.)+" + ending());
    std::unique_ptr<RegexPattern> shortened = compiled("^https?://t\\.co/([a-z0-9]+)(?:\\?" + kQueryChars + "*" + kQueryEnd + ")?");

    [[nodiscard]] static std::unique_ptr<RegexMatcher> on(const std::unique_ptr<RegexPattern> &pattern, const UnicodeString &text)
    {
        UErrorCode status = U_ZERO_ERROR;
        if (!pattern)
            return nullptr;
        std::unique_ptr<RegexMatcher> matcher(pattern->matcher(text, status));
        if (U_FAILURE(status) != 0 || !matcher)
            return nullptr;
        matcher->setTimeLimit(kPatience, status);
        return matcher;
    }
};

const Grammar &grammar()
{
    static const Grammar one; // compiled once: the list of domains is long
    return one;
}

/// Length of the host as it travels; none when no host can be called so.
std::int32_t hostLength(const UnicodeString &host)
{
    static const auto idna = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::IDNA>(icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
    }();
    std::int32_t total = 0;
    for (std::int32_t begin = 0; begin <= host.length();) {
        auto end = host.indexOf(u'.', begin);
        if (end < 0)
            end = host.length();
        UnicodeString label(host, begin, end - begin), ascii;
        UErrorCode status = U_ZERO_ERROR;
        icu::IDNAInfo info;
        if (idna)
            idna->labelToASCII(label, ascii, info, status);
        const auto length = U_FAILURE(status) != 0 || ascii.isEmpty() ? label.length() : ascii.length();
        const bool brokenPunycode = (info.getErrors() & UIDNA_ERROR_PUNYCODE) != 0;
        if (length < 1 || length > kLongestLabel || brokenPunycode)
            return -1;
        total += length + (end < host.length() ? 1 : 0);
        begin = end + 1;
    }
    return total;
}

/// Without a protocol only names in Latin letters are links; several may hang together in a text without spaces.
void addBare(std::vector<Range> &found, const UnicodeString &domain, Range all, bool path)
{
    const auto names = Grammar::on(grammar().asciiDomain, domain);
    UErrorCode status = U_ZERO_ERROR;
    bool any = false;
    while (names && names->find(status) != 0) {
        found.emplace_back(all.first + names->start(status), all.first + names->end(status));
        any = true;
    }
    if (any && path)
        found.back().second = all.second;
}

/// Of a t.co address only the slug belongs to it; longer slugs are none of theirs.
void addFull(std::vector<Range> &found, const UnicodeString &url, Range all)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto shortened = Grammar::on(grammar().shortened, url);
    if (shortened && shortened->find(status) != 0) {
        if (shortened->end(1, status) - shortened->start(1, status) > kLongestSlug)
            return;
        all.second = all.first + shortened->end(status);
    }
    found.push_back(all);
}

} // namespace

std::vector<Range> xLinkRanges(const UnicodeString &text)
{
    std::vector<Range> found;
    if (text.indexOf(u'.') < 0)
        return found;
    const auto links = Grammar::on(grammar().link, text);
    UErrorCode status = U_ZERO_ERROR;
    const auto group = [&](int number) { return links->group(number, status); };
    while (links && links->find(status) != 0 && U_SUCCESS(status) != 0) {
        const auto before = group(1), url = group(2), protocol = group(3), host = group(4);
        const Range all{links->start(2, status), links->end(2, status)};
        const bool path = links->start(5, status) >= 0;
        const auto length = hostLength(host);
        if (length < 0 || protocol.length() + url.length() + length - host.length() > kLongestUrl)
            continue;
        if (!protocol.isEmpty())
            addFull(found, url, all);
        else if (before.isEmpty() || UnicodeString(u"-_./").indexOf(before.charAt(before.length() - 1)) < 0)
            addBare(found, host, all, path);
    }
    return found;
}

} // namespace vigie::text
