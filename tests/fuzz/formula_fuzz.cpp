// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a formula: a typed tree or a mistake with a place; what is printed reads back; it is worth something or nothing.
#include "fuzz/text_soundness.hpp"

#include <vigie/insight/formula_help.hpp>
#include <vigie/insight/formula_value.hpp>

#include <cmath>

using namespace vigie;
using namespace vigie::insight;

namespace {

class OneFigure final : public FigureSource {
public:
    Result<Figure> figure(const std::string &key, const FigureScope &, const Period &period) override
    {
        Figure out;
        out.unit = metric(key)->unit;
        if ((key.size() + static_cast<std::size_t>(period.fromDay)) % 5 != 0)
            out.value = static_cast<double>(key.size()) - 8;
        return out;
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string source(reinterpret_cast<const char *>(data), size);
    static const FormulaNames names{{{"Rivals", QueryId{7}}}, {{"SAV", TagId{5}}}, {"mastodon"}};
    std::uint32_t coloured = 0;
    for (const auto &span : formulaSpans(source, catalogue())) {
        fuzz::require(span.begin >= coloured && span.begin < span.end && span.end <= source.size(), "stretches are ordered and inside the source");
        coloured = span.end;
    }
    for (const auto &choice : formulaCompletions(source, size / 2, names, catalogue()))
        fuzz::require(choice.begin <= choice.end && choice.end <= source.size(), "a completion is inside the source");
    (void)formulaWordAt(source, size / 2, catalogue());
    const auto formula = checkFormula(source, names);
    if (!formula) {
        fuzz::require(formula.error().fault != FormulaFault::None, "a mistake has a shape");
        fuzz::require(formula.error().begin <= formula.error().end && formula.error().end <= source.size(), "a mistake is inside the source");
        fuzz::require(!formulaSentence(formula.error(), "fr").empty(), "a mistake has a sentence");
        return 0;
    }
    if (formula->source.size() <= kMaxFormulaBytes) { // what is printed may be longer than what was typed
        const auto again = checkFormula(formula->source, names);
        fuzz::require(again.has_value() && again->source == formula->source && sameFormula(again->root, formula->root), "what is printed reads back");
    }
    OneFigure figures;
    const auto value = evaluate(*formula, {}, {100, 107}, figures);
    fuzz::require(value.has_value(), "a checked formula can be evaluated");
    fuzz::require(!value->value || std::isfinite(*value->value), "a value is a number");
    return 0;
}
