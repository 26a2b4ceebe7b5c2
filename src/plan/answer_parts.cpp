// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/answer_parts.hpp>

#include <vigie/plan/planner.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/split.hpp>

#include <algorithm>
#include <functional>

namespace vigie::plan {

namespace {

using Fits = std::function<bool(std::string_view, std::size_t)>;

std::vector<std::string> parted(const std::string &text, const Fits &fits, bool numbered)
{
    const auto given = threadParts(text);
    if (given.size() == 1)
        return text::splitInParts(given.front(), fits, numbered);
    std::vector<std::string> parts;
    for (const auto &part : given)
        for (auto &piece : text::splitInParts(part, [&](std::string_view one, std::size_t index) { return fits(one, parts.empty() ? index : index + 1); }, false))
            parts.push_back(std::move(piece));
    return parts;
}

bool allFit(const std::vector<text::Length> &lengths)
{
    return std::all_of(lengths.begin(), lengths.end(), [](const text::Length &length) { return length.fits(); });
}

} // namespace

std::vector<std::string> answerParts(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text, bool numbered)
{
    const auto fits = [&](std::string_view part, std::size_t index) { return allFit(sentLengths(networks, account, index == 0 ? answered : std::string(), std::string(part))); };
    return parted(text, fits, numbered);
}

std::vector<std::string> postParts(const connect::Catalogue &networks, const PostWords &words, bool numbered)
{
    const auto &whole = words.variant.overridden ? words.variant.text : words.plan.text;
    // A part alone may look like another language than the whole: French spaces follow the whole, as they will when it leaves.
    auto probe = words.plan;
    probe.lang = text::detectLanguage(whole, words.plan.lang);
    auto following = words.variant;
    following.overridden = false;
    const auto fits = [&](std::string_view part, std::size_t) {
        probe.text = part;
        return allFit(sentLengths(networks, words.account, {}, leavingText(probe, following, words.account, words.tracking, words.campaign).text, probe.warning));
    };
    return parted(whole, fits, numbered);
}

std::string joinParts(const std::vector<std::string> &parts)
{
    std::string text;
    for (const auto &part : parts)
        text += (text.empty() ? "" : "\n---\n") + part;
    return text;
}

} // namespace vigie::plan
