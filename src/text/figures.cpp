// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/figures.hpp>

#include "text/figure_patterns.hpp"

#include <vigie/text/gist.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <unicode/unistr.h>

namespace vigie::text {

namespace {

constexpr double kAboutTheSame = 0.34;     ///< shared words of two sentences from which they speak of one thing
constexpr double kAboutTheSameLonely = 0.2; ///< when each text holds but one figure of the kind
constexpr std::size_t kLongestText = 20'000;

/// Text in lower case with plain blanks and apostrophes, each UTF-16 unit still standing where it stood.
icu::UnicodeString levelled(std::string_view text)
{
    auto out = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    for (int32_t at = 0; at < out.length(); ++at) {
        const auto unit = out.charAt(at);
        if (unit == 0xA0 || unit == 0x202F || unit == 0x2009 || unit == '\t')
            out.setCharAt(at, ' ');
        else if (unit == 0x2019)
            out.setCharAt(at, '\'');
        else if (!U16_IS_SURROGATE(unit))
            if (const auto lower = u_tolower(unit); lower <= 0xFFFF)
                out.setCharAt(at, static_cast<char16_t>(lower));
    }
    return out;
}

/// Byte offsets of the UTF-16 units.
std::vector<std::uint32_t> byteOffsets(std::string_view text)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        out.push_back(at);
        if (byte >= 0xF0U)
            out.push_back(at); // two units
    }
    out.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

/// The expressions, compiled once per thread: a matcher holds state.
class Matchers {
public:
    Matchers()
    {
        for (const auto &pattern : figurePatterns()) {
            UErrorCode status = U_ZERO_ERROR;
            all_.push_back(std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(pattern.expression), 0, status));
            all_.back()->setTimeLimit(200, status); // a text can be anything
        }
    }
    icu::RegexMatcher &of(std::size_t pattern) { return *all_[pattern]; }

private:
    std::vector<std::unique_ptr<icu::RegexMatcher>> all_;
};

bool endsSentence(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == '\n' || c == '!' || c == '?' || c == ';')
        return true;
    return c == '.' && (at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
}

bool speaksOfYours(const std::string &sentence)
{
    const auto level = ' ' + sentence + ' ';
    for (const auto *word : {" votre ", " vos ", " ton ", " ta ", " tes ", " your ", " Votre ", " Vos ", " Your "})
        if (level.find(word) != std::string::npos)
            return true;
    return false;
}

/// Fills in what the sentences around the figures speak of.
void addSentences(std::vector<Figure> &figures, std::string_view text, std::string_view lang)
{
    for (auto &figure : figures) {
        std::size_t begin = figure.begin, end = figure.end;
        while (begin > 0 && !endsSentence(text, begin - 1))
            --begin;
        while (end < text.size() && !endsSentence(text, end))
            ++end;
        std::string around;
        for (auto at = begin; at < end; ++at) {
            const bool inFigure = std::any_of(figures.begin(), figures.end(), [at](const Figure &one) { return at >= one.begin && at < one.end; });
            around += inFigure ? ' ' : text[at];
        }
        figure.personal = speaksOfYours(around);
        figure.about = gistOf(around, lang);
    }
}

bool comparable(const Figure &figure, std::string_view text, std::span<const std::string> ignored)
{
    using Kind = Figure::Kind;
    if (figure.personal && (figure.kind == Kind::Date || figure.kind == Kind::Weekday || figure.kind == Kind::Money || figure.kind == Kind::Count))
        return false;
    for (const auto &value : ignored)
        for (auto at = value.empty() ? std::string_view::npos : text.find(value); at != std::string_view::npos; at = text.find(value, at + 1))
            if (figure.begin < at + value.size() && at < figure.end)
                return false;
    return true;
}

std::vector<Figure> comparableFigures(std::string_view text, std::string_view lang, std::span<const std::string> ignored)
{
    auto figures = figuresOf(text, lang);
    figures.erase(std::remove_if(figures.begin(), figures.end(), [&](const Figure &one) { return !comparable(one, text, ignored); }), figures.end());
    return figures;
}

bool agreesWithAny(const Figure &figure, const std::vector<Figure> &others)
{
    return std::any_of(others.begin(), others.end(), [&figure](const Figure &other) { return agrees(figure, other); });
}

/// Prices of nothing are compared with those of any currency; other units only with their own.
bool sameMeasure(const Figure &a, const Figure &b)
{
    if (a.kind != b.kind)
        return false;
    if (a.kind == Figure::Kind::Money)
        return a.unit == b.unit || a.unit.empty() || b.unit.empty();
    return a.kind != Figure::Kind::Count || a.unit == b.unit;
}

} // namespace

std::vector<Figure> figuresOf(std::string_view text, std::string_view lang)
{
    std::vector<Figure> out;
    if (text.size() > kLongestText)
        text = text.substr(0, kLongestText);
    const auto level = levelled(text);
    const auto offsets = byteOffsets(text);
    if (static_cast<std::size_t>(level.length()) + 1 != offsets.size())
        return out; // not UTF-8
    thread_local Matchers matchers;
    std::vector<bool> taken(static_cast<std::size_t>(level.length()), false);
    const auto patterns = figurePatterns();
    for (std::size_t index = 0; index < patterns.size(); ++index) {
        auto &match = matchers.of(index);
        match.reset(level);
        UErrorCode status = U_ZERO_ERROR;
        while (match.find(status) && U_SUCCESS(status)) {
            const auto from = match.start(status), to = match.end(status);
            const auto first = taken.begin() + from, last = taken.begin() + to;
            if (from == to || std::find(first, last, true) != last)
                continue;
            auto figure = patterns[index].read != nullptr ? patterns[index].read(match) : std::optional<Figure>{};
            if (patterns[index].read != nullptr && !figure)
                continue;
            std::fill(first, last, true);
            if (!figure)
                continue; // known to be no figure
            figure->kind = patterns[index].kind;
            figure->begin = offsets[static_cast<std::size_t>(from)];
            figure->end = offsets[static_cast<std::size_t>(to)];
            if (figure->kind == Figure::Kind::Count) {
                const auto unit = gistOf(figure->unit, lang);
                if (unit.empty())
                    continue;
                figure->unit = unit.front();
            }
            out.push_back(std::move(*figure));
        }
    }
    std::sort(out.begin(), out.end(), [](const Figure &a, const Figure &b) { return a.begin < b.begin; });
    addSentences(out, text, stemLanguage(text, lang));
    return out;
}

bool agrees(const Figure &a, const Figure &b)
{
    if (!sameMeasure(a, b))
        return false;
    switch (a.kind) {
    case Figure::Kind::Mail:
    case Figure::Kind::Phone: return a.unit == b.unit;
    case Figure::Kind::Date: return a.month == b.month && a.day == b.day && (a.year == b.year || a.year == 0 || b.year == 0);
    case Figure::Kind::Weekday: return a.from == b.from && a.to == b.to;
    case Figure::Kind::Money:
        if (a.unit != b.unit)
            return false;
        break;
    default: break;
    }
    const double slack = 0.005 * std::max({std::abs(a.from), std::abs(b.from), 0.01}); // a month is not always 730 hours
    const bool within = a.from >= b.from - slack && a.to <= b.to + slack, around = b.from >= a.from - slack && b.to <= a.to + slack;
    return within || around;
}

std::vector<Contradiction> contradictions(std::string_view now, std::string_view nowLang, std::string_view before, std::string_view beforeLang,
                                          std::span<const std::string> ignored)
{
    std::vector<Contradiction> out;
    const auto here = comparableFigures(now, nowLang, ignored);
    if (here.empty())
        return out;
    const auto there = comparableFigures(before, beforeLang, ignored);
    const auto ofKind = [](const std::vector<Figure> &all, const Figure &like) {
        return std::count_if(all.begin(), all.end(), [&like](const Figure &one) { return sameMeasure(one, like); });
    };
    for (const auto &figure : here) {
        if (agreesWithAny(figure, there))
            continue;
        const Figure *best = nullptr;
        double most = 0;
        for (const auto &other : there) {
            if (!sameMeasure(figure, other) || agreesWithAny(other, here))
                continue;
            const double shared = sharedGist(figure.about, other.about);
            const bool lonely = ofKind(here, figure) == 1 && ofKind(there, other) == 1;
            if (shared >= (lonely ? kAboutTheSameLonely : kAboutTheSame) && shared > most) {
                most = shared;
                best = &other;
            }
        }
        if (best != nullptr)
            out.push_back({figure, *best});
    }
    return out;
}

} // namespace vigie::text
