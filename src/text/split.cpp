// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/split.hpp>

#include "text/graphemes.hpp"

#include <vigie/text/rich_text.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace vigie::text {

namespace {

using Cuts = std::vector<std::size_t>;
using Fits = std::function<bool(std::string_view, std::size_t)>;

constexpr std::size_t kMostParts = 99;

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// Places where one may cut, in order, the end included.
Cuts cutsOf(std::string_view text, icu::BreakIterator *(*make)(const icu::Locale &, UErrorCode &))
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(make(icu::Locale::getRoot(), status));
    UText input = UTEXT_INITIALIZER;
    utext_openUTF8(&input, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status) || !breaks)
        return {text.size()};
    breaks->setText(&input, status);
    Cuts cuts;
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
        cuts.push_back(static_cast<std::size_t>(end));
    utext_close(&input);
    return cuts;
}

void dropInsideLinks(Cuts &cuts, std::string_view text)
{
    const auto rich = fromPlain(text);
    if (rich.text != text)
        return;
    cuts.erase(std::remove_if(cuts.begin(), cuts.end(),
                              [&](std::size_t cut) {
                                  return std::any_of(rich.spans.begin(), rich.spans.end(), [cut](const TextSpan &span) { return span.begin < cut && cut < span.end; });
                              }),
               cuts.end());
}

/// How much of the text goes into the next part: as far as it fits, at the best kind of cut that there is.
std::size_t reach(std::string_view text, std::size_t index, const std::string &ending, const Fits &fits)
{
    const auto goes = [&](std::size_t end) { return fits(std::string(trimmed(text.substr(0, end))) + ending, index); };
    if (goes(text.size()))
        return text.size();
    // Letter by letter at last, and inside a link or a mention only when nothing before it fits.
    struct Kind {
        icu::BreakIterator *(*make)(const icu::Locale &, UErrorCode &);
        bool whole;
    };
    for (const auto &kind : {Kind{&icu::BreakIterator::createSentenceInstance, true}, Kind{&icu::BreakIterator::createLineInstance, true},
                             Kind{&icu::BreakIterator::createCharacterInstance, true}, Kind{&icu::BreakIterator::createCharacterInstance, false}}) {
        auto cuts = cutsOf(text, kind.make);
        if (kind.whole)
            dropInsideLinks(cuts, text);
        std::size_t best = 0;
        for (const auto cut : cuts) {
            if (trimmed(text.substr(0, cut)).empty())
                continue;
            if (!goes(cut))
                break;
            best = cut;
        }
        if (best > 0)
            return best;
    }
    return text.size(); // nothing fits, not even a letter: the counter says so
}

std::vector<std::string> cutWith(std::string_view text, std::size_t total, const Fits &fits)
{
    std::vector<std::string> parts;
    for (auto rest = trimmed(text); !rest.empty() && parts.size() < kMostParts;) {
        const auto ending = total > 0 ? " (" + std::to_string(parts.size() + 1) + "/" + std::to_string(total) + ")" : std::string();
        const auto size = parts.size() + 1 == kMostParts ? rest.size() : reach(rest, parts.size(), ending, fits);
        parts.push_back(std::string(trimmed(rest.substr(0, size))) + ending);
        rest = trimmed(rest.substr(size));
    }
    return parts;
}

} // namespace

std::vector<std::string> splitInParts(std::string_view text, const Fits &fits, bool numbered)
{
    auto parts = cutWith(text, 0, fits);
    if (!numbered || parts.size() < 2)
        return parts;
    // The numbers take room themselves: the total may grow by writing it.
    auto total = parts.size();
    for (int round = 0; round < 4; ++round) {
        parts = cutWith(text, total, fits);
        if (parts.size() == total)
            break;
        total = parts.size();
    }
    return parts;
}

} // namespace vigie::text
