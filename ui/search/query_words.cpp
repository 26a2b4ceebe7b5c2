// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/query_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueryWords)
};

QString faultAlone(const text::QueryError &error)
{
    const auto found = qs(error.found);
    switch (error.fault) {
    case text::QueryFault::None: return {};
    case text::QueryFault::UnclosedQuote: return Words::tr("This quotation mark is never closed.");
    case text::QueryFault::UnclosedParenthesis: return Words::tr("This parenthesis is never closed.");
    case text::QueryFault::UnexpectedParenthesis: return Words::tr("This parenthesis was never opened, or has nothing in it.");
    case text::QueryFault::MissingOperand: return Words::tr("Something is missing beside \"%1\".").arg(found);
    case text::QueryFault::UnknownField: return Words::tr("There is no field \"%1\".").arg(found);
    case text::QueryFault::UnknownValue: return Words::tr("\"%1\" is not a value of this field.").arg(found);
    case text::QueryFault::EmptyValue: return Words::tr("The field \"%1\" needs a value.").arg(found);
    case text::QueryFault::StarAlone: return Words::tr("A star stands at the end of a word's beginning: repar*.");
    case text::QueryFault::TooDeep: return Words::tr("There are too many parentheses inside one another.");
    case text::QueryFault::TooLong: return Words::tr("The query is too long.");
    }
    return {};
}

} // namespace

QString queryFaultWords(const text::QueryError &error)
{
    auto words = faultAlone(error);
    if (!error.suggestion.empty())
        words += QLatin1Char(' ') + Words::tr("Did you mean \"%1\"?").arg(qs(error.suggestion));
    return words;
}

} // namespace vigie::ui
