// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/pattern.hpp"

#include <unicode/regex.h>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

constexpr std::size_t kLongestPattern = 300, kLongestText = 8192;
constexpr int32_t kMostSteps = 50;             ///< of ICU's time limit: about a millisecond each
constexpr int32_t kStackBytes = 1 << 20;

} // namespace

struct Pattern::Impl {
    std::unique_ptr<icu::RegexPattern> regex;
    int groups = 0;
};

Pattern::Pattern() : impl_(std::make_unique<Impl>()) {}
Pattern::~Pattern() = default;

std::shared_ptr<const Pattern> Pattern::compile(const std::string &regex, std::string *why)
{
    if (regex.empty() || regex.size() > kLongestPattern) {
        *why = "a pattern has 1 to " + std::to_string(kLongestPattern) + " bytes";
        return nullptr;
    }
    std::shared_ptr<Pattern> made(new Pattern);
    UParseError where;
    UErrorCode status = U_ZERO_ERROR;
    made->impl_->regex.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(regex), where, status));
    if (U_FAILURE(status) != 0) {
        *why = "this is not a regular expression (" + std::string(u_errorName(status)) + " at character " + std::to_string(where.offset) + ")";
        return nullptr;
    }
    const std::unique_ptr<icu::RegexMatcher> matcher(made->impl_->regex->matcher(status));
    made->impl_->groups = matcher ? matcher->groupCount() : 0;
    return made;
}

int Pattern::groups() const
{
    return impl_->groups;
}

std::optional<std::string> Pattern::find(std::string_view text, int group) const
{
    text = text.substr(0, std::min(text.size(), kLongestText));
    const auto input = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(impl_->regex->matcher(input, status));
    if (U_FAILURE(status) != 0 || !matcher)
        return std::nullopt;
    matcher->setTimeLimit(kMostSteps, status);
    matcher->setStackLimit(kStackBytes, status);
    if (matcher->find(status) == 0 || U_FAILURE(status) != 0 || group > impl_->groups)
        return std::nullopt;
    if (matcher->start(group, status) < 0)
        return std::nullopt; // this group took no part
    std::string out;
    matcher->group(group, status).toUTF8String(out);
    return U_FAILURE(status) != 0 ? std::nullopt : std::optional(out);
}

} // namespace vigie::connect::recipe
