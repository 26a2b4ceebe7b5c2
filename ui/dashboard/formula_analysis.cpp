// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/formula_analysis.hpp"

#include "ui/dashboard/formula_words.hpp"
#include "ui/query/query_stretches.hpp"

#include <vigie/insight/formula_help.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

using Span = insight::FormulaSpan::Kind;
using Colour = text::QuerySpan::Kind;
using Completion = insight::FormulaCompletion::Kind;

Colour colourOf(Span kind)
{
    switch (kind) {
    case Span::Metric: return Colour::Saved;
    case Span::Function: return Colour::Function;
    case Span::Number: return Colour::Number;
    case Span::Text: return Colour::Phrase;
    case Span::Filter: return Colour::FieldName;
    case Span::Word: return Colour::Word;
    case Span::Sign: return Colour::Parenthesis;
    case Span::Wrong: return Colour::Wrong;
    }
    return Colour::Word;
}

text::QueryCompletion::Kind kindOf(Completion kind)
{
    switch (kind) {
    case Completion::Function: return text::QueryCompletion::Kind::Function;
    case Completion::Value: return text::QueryCompletion::Kind::Value;
    case Completion::Metric:
    case Completion::Filter: return text::QueryCompletion::Kind::Field;
    }
    return text::QueryCompletion::Kind::Field;
}

QString definitionAt(const std::string &bytes, std::size_t place)
{
    auto word = insight::formulaWordAt(bytes, place, insight::catalogue());
    if (!word && place > 0)
        word = insight::formulaWordAt(bytes, place - 1, insight::catalogue()); // the cursor stands behind it
    if (!word)
        return {};
    const auto language = FormulaWords::language();
    const auto colon = language == "fr" ? QChar(0xA0) + QStringLiteral(": ") : QStringLiteral(": ");
    if (word->isFunction)
        return qs(insight::functionSignature(word->name)) + colon + qs(insight::functionDefinition(word->name, language));
    const auto words = insight::metricWords(word->name, language);
    return qs(words.name) + colon + qs(words.definition);
}

} // namespace

FormulaAnalysis analyseFormula(const QString &source, int cursor, bool typing, const insight::FormulaNames &names)
{
    FormulaAnalysis out;
    out.source = source;
    const auto bytes = utf8(source);
    out.stretches = stretchesOf(bytes, insight::formulaSpans(bytes, insight::catalogue()), [](const insight::FormulaSpan &span) { return colourOf(span.kind); });
    const auto place = utf8(source.left(std::clamp(cursor, 0, static_cast<int>(source.size())))).size();
    out.about = definitionAt(bytes, place);
    if (typing)
        for (auto &one : insight::formulaCompletions(bytes, place, names, insight::catalogue())) {
            if (bytes.compare(one.begin, one.end - one.begin, one.text) == 0)
                continue;
            const auto ends = utf16Offsets(bytes, {one.begin, one.end});
            out.choices.push_back({qs(one.text), static_cast<int>(ends[0]), static_cast<int>(ends[1] - ends[0]), kindOf(one.kind), FormulaWords::completion(one)});
            if (out.choices.size() >= kMostChoices)
                break;
        }
    auto formula = insight::checkFormula(bytes, names);
    if (formula) {
        out.formula = std::move(*formula);
        return out;
    }
    const auto ends = utf16Offsets(bytes, {formula.error().begin, formula.error().end});
    out.faultBegin = static_cast<int>(ends[0]);
    out.faultLength = static_cast<int>(ends[1] - ends[0]);
    if (out.faultLength == 0 && !source.isEmpty()) { // something is missing there: the letter before it
        out.faultBegin = std::max(0, out.faultBegin - 1);
        out.faultLength = 1;
    }
    out.mistake = std::move(formula.error());
    return out;
}

} // namespace vigie::ui
