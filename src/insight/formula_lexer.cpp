// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/formula_lexer.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::array<const char *, 8> kSuffixes{"", "%", "pt", "s", "min", "h", "d", "w"};
constexpr double kLargest = 1e15; ///< beyond it, whole numbers are no longer exact when they are multiplied

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isFigure(char c) { return c >= '0' && c <= '9'; }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
public:
    explicit Lexer(std::string_view source) : source_(source) {}

    std::vector<FormulaToken> run()
    {
        while (at_ < source_.size()) {
            if (isBlank(source_[at_])) {
                ++at_;
                continue;
            }
            out_.push_back(next());
            if (out_.back().kind == FormulaToken::Kind::Wrong)
                return std::move(out_);
        }
        FormulaToken end;
        end.begin = end.end = static_cast<std::uint32_t>(source_.size());
        out_.push_back(end);
        return std::move(out_);
    }

private:
    FormulaToken next()
    {
        const char c = source_[at_];
        if (isFigure(c) || (c == '.' && at_ + 1 < source_.size() && isFigure(source_[at_ + 1])))
            return number();
        if (isLetter(c))
            return name();
        if (c == '"' || c == '\'')
            return text(c);
        return sign();
    }
    FormulaToken token(FormulaToken::Kind kind, std::size_t begin) const
    {
        FormulaToken out;
        out.kind = kind;
        out.begin = static_cast<std::uint32_t>(begin);
        out.end = static_cast<std::uint32_t>(at_);
        return out;
    }
    FormulaToken wrong(FormulaFault fault, std::size_t begin) const
    {
        auto out = token(FormulaToken::Kind::Wrong, begin);
        out.fault = fault;
        out.text = std::string(source_.substr(begin, at_ - begin));
        return out;
    }
    FormulaToken number()
    {
        const auto begin = at_;
        while (at_ < source_.size() && (isFigure(source_[at_]) || source_[at_] == '.'))
            ++at_;
        double value = 0;
        const auto *first = source_.data() + begin, *last = source_.data() + at_;
        const auto read = std::from_chars(first, last, value, std::chars_format::fixed);
        if (read.ec != std::errc() || read.ptr != last || !std::isfinite(value) || value > kLargest)
            return wrong(FormulaFault::BadNumber, begin);
        const auto suffixAt = at_;
        if (at_ < source_.size() && source_[at_] == '%')
            ++at_;
        else
            while (at_ < source_.size() && (isLetter(source_[at_]) || isFigure(source_[at_])))
                ++at_;
        const auto suffix = lowerAscii(source_.substr(suffixAt, at_ - suffixAt));
        const auto found = std::find(kSuffixes.begin(), kSuffixes.end(), suffix);
        if (found == kSuffixes.end())
            return wrong(FormulaFault::UnknownSuffix, suffixAt);
        auto out = token(FormulaToken::Kind::Number, begin);
        out.number = value;
        out.suffix = static_cast<FormulaSuffix>(found - kSuffixes.begin());
        return out;
    }
    FormulaToken name()
    {
        const auto begin = at_;
        while (at_ < source_.size() && (isLetter(source_[at_]) || isFigure(source_[at_])))
            ++at_;
        auto out = token(FormulaToken::Kind::Name, begin);
        out.text = lowerAscii(source_.substr(begin, at_ - begin));
        return out;
    }
    FormulaToken text(char quote)
    {
        const auto begin = at_++;
        std::string value;
        for (; at_ < source_.size(); ++at_) {
            if (source_[at_] == quote) {
                ++at_;
                auto out = token(FormulaToken::Kind::Text, begin);
                out.text = std::move(value);
                return out;
            }
            if (source_[at_] == '\\' && at_ + 1 < source_.size())
                ++at_;
            value += source_[at_];
        }
        return wrong(FormulaFault::UnclosedQuote, begin);
    }
    FormulaToken sign()
    {
        const auto begin = at_;
        const auto two = source_.substr(at_, 2);
        const bool pair = two == "<=" || two == ">=" || two == "!=" || two == "==" || two == "<>";
        at_ += pair ? 2 : 1;
        if (!pair && std::string_view("+-*/()[],<>=").find(source_[begin]) == std::string_view::npos) {
            while (at_ < source_.size() && (static_cast<unsigned char>(source_[at_]) & 0xC0U) == 0x80U) // the whole character
                ++at_;
            return wrong(FormulaFault::BadCharacter, begin);
        }
        auto out = token(FormulaToken::Kind::Sign, begin);
        out.text = two == "==" ? "=" : two == "<>" ? "!=" : std::string(source_.substr(begin, at_ - begin));
        return out;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::vector<FormulaToken> out_;
};

} // namespace

std::vector<FormulaToken> formulaTokens(std::string_view source)
{
    return Lexer(source).run();
}

FormulaError formulaError(std::string_view source, FormulaFault fault, std::uint32_t begin, std::uint32_t end, std::vector<std::string> arguments)
{
    const auto upTo = source.substr(0, begin);
    const auto letters = std::count_if(upTo.begin(), upTo.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {fault, begin, end, static_cast<std::uint32_t>(letters) + 1, std::move(arguments)};
}

const char *suffixName(FormulaSuffix suffix) noexcept
{
    return kSuffixes[static_cast<std::size_t>(suffix)];
}

} // namespace vigie::insight
