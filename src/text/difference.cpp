// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/difference.hpp>

#include <dtl/dtl.hpp>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace vigie::text {

namespace {

using Kind = DifferencePiece::Kind;
using Units = std::vector<std::string>;

constexpr std::size_t kMostWords = 4'000; ///< of both texts together: the work grows with what differs

Units lines(std::string_view text)
{
    Units out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

Units words(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText input = UTEXT_INITIALIZER;
    utext_openUTF8(&input, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status))
        return lines(text);
    breaks->setText(&input, status);
    Units out;
    int begin = 0;
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
        out.emplace_back(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    utext_close(&input);
    return out;
}

void append(std::vector<DifferencePiece> &pieces, Kind kind, const std::string &text)
{
    if (text.empty())
        return;
    if (!pieces.empty() && pieces.back().kind == kind)
        pieces.back().text += text;
    else
        pieces.push_back({kind, text});
}

} // namespace

std::vector<DifferencePiece> wordDifference(std::string_view before, std::string_view after)
{
    auto old = words(before), now = words(after);
    if (old.size() + now.size() > kMostWords) {
        old = lines(before);
        now = lines(after);
    }
    std::vector<DifferencePiece> pieces;
    if (old.size() + now.size() > kMostWords) { // as good as another text
        if (before == after) {
            append(pieces, Kind::Same, std::string(before));
        } else {
            append(pieces, Kind::Removed, std::string(before));
            append(pieces, Kind::Added, std::string(after));
        }
        return pieces;
    }
    dtl::Diff<std::string, Units> difference(old, now);
    difference.compose();
    std::string removed, added;
    const auto flush = [&] {
        append(pieces, Kind::Removed, removed);
        append(pieces, Kind::Added, added);
        removed.clear();
        added.clear();
    };
    for (const auto &[text, info] : difference.getSes().getSequence()) {
        if (info.type == dtl::SES_DELETE) {
            removed += text;
        } else if (info.type == dtl::SES_ADD) {
            added += text;
        } else {
            flush();
            append(pieces, Kind::Same, text);
        }
    }
    flush();
    return pieces;
}

} // namespace vigie::text
