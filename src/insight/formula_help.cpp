// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/formula_help.hpp>

#include "insight/formula_functions.hpp"
#include "insight/formula_lexer.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using Kind = FormulaToken::Kind;

bool isMetric(std::string_view name, std::span<const Metric> metrics)
{
    return std::any_of(metrics.begin(), metrics.end(), [&](const Metric &one) { return one.key == name; });
}

/// What stands around a place: inside the brackets of a metric, and behind which field's comparison.
struct Place {
    bool brackets = false;
    bool value = false;                ///< a value of `field` is to come
    FormulaField field = FormulaField::Lang;
};

/// Where there is none of that name: kFormulaFields.size().
std::size_t fieldNamed(std::string_view name)
{
    return static_cast<std::size_t>(std::find(kFormulaFields.begin(), kFormulaFields.end(), name) - kFormulaFields.begin());
}

Place placeAfter(const std::vector<FormulaToken> &before)
{
    Place place;
    auto named = kFormulaFields.size();
    for (const auto &token : before) {
        const bool wasValue = place.value;
        place.value = false;
        if (token.kind == Kind::Sign) {
            if (token.text == "[" || token.text == "]")
                place.brackets = token.text == "[";
            const bool compares = std::find(kFormulaCompares.begin(), kFormulaCompares.end(), token.text) != kFormulaCompares.end();
            if (place.brackets && compares && named < kFormulaFields.size()) {
                place.value = true;
                place.field = static_cast<FormulaField>(named);
            }
            named = kFormulaFields.size();
        } else {
            named = place.brackets && token.kind == Kind::Name && !wasValue ? fieldNamed(token.text) : kFormulaFields.size();
        }
    }
    return place;
}

std::string quotedValue(const std::string &value)
{
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::vector<std::string> valuesOf(FormulaField field, const FormulaNames &names)
{
    std::vector<std::string> out;
    switch (field) {
    case FormulaField::Lang:
        for (const auto *lang : {"fr", "en", "de", "es", "it", "nl", "pt"})
            out.push_back(quotedValue(lang));
        break;
    case FormulaField::Network:
        for (const auto &network : names.networks)
            out.push_back(quotedValue(network));
        break;
    case FormulaField::Tag:
        for (const auto &tag : names.tags)
            out.push_back(quotedValue(tag.first));
        break;
    case FormulaField::Query:
        for (const auto &query : names.queries)
            out.push_back(quotedValue(query.first));
        break;
    case FormulaField::Sentiment: out = {"negative", "neutral", "positive"}; break;
    case FormulaField::Relays: out = {"no", "yes"}; break;
    case FormulaField::Words: break;
    }
    return out;
}

/// Behind it stands an operator, and nothing that a list could offer.
bool endsOperand(const std::vector<FormulaToken> &before)
{
    if (before.empty())
        return false;
    const auto &last = before.back();
    const bool word = last.kind == Kind::Name && last.text != "and" && last.text != "or" && last.text != "not";
    return word || last.kind == Kind::Number || last.kind == Kind::Text || last.text == ")" || last.text == "]";
}

class Completer {
public:
    Completer(std::string typed, std::uint32_t begin, std::uint32_t end) : typed_(lowerAscii(typed)), begin_(begin), end_(end) {}
    void offer(FormulaCompletion::Kind kind, const std::string &text, const std::string &name)
    {
        auto plain = lowerAscii(text);
        plain.erase(std::remove(plain.begin(), plain.end(), '"'), plain.end());
        if (plain.rfind(typed_, 0) == 0)
            first_.push_back({kind, text, name, begin_, end_});
        else if (!typed_.empty() && plain.find(typed_) != std::string::npos)
            later_.push_back({kind, text, name, begin_, end_});
    }
    std::vector<FormulaCompletion> all()
    {
        first_.insert(first_.end(), later_.begin(), later_.end());
        return std::move(first_);
    }

private:
    std::string typed_;
    std::uint32_t begin_, end_;
    std::vector<FormulaCompletion> first_, later_; ///< begins with it; has it inside
};

} // namespace

std::vector<FormulaSpan> formulaSpans(std::string_view source, std::span<const Metric> metrics)
{
    std::vector<FormulaSpan> out;
    const auto tokens = formulaTokens(source);
    bool brackets = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto &token = tokens[i];
        FormulaSpan span{FormulaSpan::Kind::Sign, token.begin, token.end};
        switch (token.kind) {
        case Kind::End: continue;
        case Kind::Wrong: span.kind = FormulaSpan::Kind::Wrong; break;
        case Kind::Number: span.kind = FormulaSpan::Kind::Number; break;
        case Kind::Text: span.kind = FormulaSpan::Kind::Text; break;
        case Kind::Sign: brackets = token.text == "[" || (brackets && token.text != "]"); break;
        case Kind::Name: {
            const bool called = i + 1 < tokens.size() && tokens[i + 1].kind == Kind::Sign && tokens[i + 1].text == "(";
            span.kind = brackets ? FormulaSpan::Kind::Filter
                        : called && formulaFunction(token.text) != nullptr ? FormulaSpan::Kind::Function
                        : isMetric(token.text, metrics) ? FormulaSpan::Kind::Metric : FormulaSpan::Kind::Word;
            break;
        }
        }
        if (span.begin < span.end)
            out.push_back(span);
    }
    return out;
}

std::vector<FormulaCompletion> formulaCompletions(std::string_view source, std::size_t cursor, const FormulaNames &names, std::span<const Metric> metrics)
{
    cursor = std::min(cursor, source.size());
    auto before = formulaTokens(source.substr(0, cursor));
    auto typed = before.back();
    if (typed.kind == Kind::End) {
        before.pop_back();
        typed.text.clear();
        if (!before.empty() && before.back().end == cursor && (before.back().kind == Kind::Name || before.back().kind == Kind::Number || before.back().kind == Kind::Text)) {
            typed = before.back();
            before.pop_back();
        }
    } else { // what is wrong is the last: a quotation that is being typed
        before.pop_back();
        if (typed.fault != FormulaFault::UnclosedQuote)
            return {};
        typed.text.erase(0, 1);
    }
    if (typed.kind == Kind::Number || typed.kind == Kind::Text || (typed.kind == Kind::End && endsOperand(before)))
        return {};
    const auto place = placeAfter(before);
    Completer completer(typed.text, typed.begin, static_cast<std::uint32_t>(cursor));
    if (place.value) {
        for (const auto &value : valuesOf(place.field, names))
            completer.offer(FormulaCompletion::Kind::Value, value, {});
    } else if (typed.kind == Kind::Wrong) {
        return {};
    } else if (place.brackets) {
        for (const auto field : kFormulaFields)
            completer.offer(FormulaCompletion::Kind::Filter, std::string(field) + "=", {});
    } else {
        for (const auto &one : metrics)
            completer.offer(FormulaCompletion::Kind::Metric, one.key, one.key);
        for (const auto &row : kFunctions)
            completer.offer(FormulaCompletion::Kind::Function, std::string(row.name) + "(", std::string(row.name));
    }
    return completer.all();
}

std::optional<FormulaWord> formulaWordAt(std::string_view source, std::size_t position, std::span<const Metric> metrics)
{
    for (const auto &span : formulaSpans(source, metrics)) {
        if (position < span.begin || position >= span.end)
            continue;
        if (span.kind != FormulaSpan::Kind::Metric && span.kind != FormulaSpan::Kind::Function)
            return std::nullopt;
        return FormulaWord{span.kind == FormulaSpan::Kind::Function, lowerAscii(source.substr(span.begin, span.end - span.begin)), span.begin, span.end};
    }
    return std::nullopt;
}

std::string functionSignature(std::string_view name)
{
    const auto *row = formulaFunction(name);
    return row != nullptr ? std::string(row->signature) : std::string();
}

std::vector<std::string> functionNames()
{
    std::vector<std::string> out;
    for (const auto &row : kFunctions)
        out.emplace_back(row.name);
    return out;
}

} // namespace vigie::insight
