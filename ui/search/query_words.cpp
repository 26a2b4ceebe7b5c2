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
    case text::QueryFault::StarAlone: return Words::tr("A star needs a letter beside it: repar*, *tion.");
    case text::QueryFault::TooDeep: return Words::tr("There are too many parentheses inside one another.");
    case text::QueryFault::TooLong: return Words::tr("The query is too long.");
    case text::QueryFault::BadDistance: return Words::tr("Nearness is written NEAR/5, up to NEAR/100.");
    case text::QueryFault::NearNeeds: return Words::tr("Beside NEAR stand words, or words joined by OR: not \"%1\".").arg(found);
    case text::QueryFault::WordsOnly: return Words::tr("Only words can stand here, not \"%1\".").arg(found);
    case text::QueryFault::BadNumber: return Words::tr("\"%1\" is not a number, as in >10 or 10..20.").arg(found);
    case text::QueryFault::BadTime: return Words::tr("\"%1\" is not a date, as in 2026-11-21, 7d or yesterday.").arg(found);
    case text::QueryFault::EmptyRange: return Words::tr("Nothing lies between the two ends of \"%1\".").arg(found);
    case text::QueryFault::CountNeeds: return Words::tr("How often? As in count(word)>=3.");
    case text::QueryFault::UnknownSaved: return Words::tr("There is no saved query \"%1\"; a mention goes in quotes.").arg(found);
    case text::QueryFault::UnknownList: return Words::tr("There is no list of authors \"%1\".").arg(found);
    case text::QueryFault::SavedCircle: return Words::tr("\"%1\" asks for itself.").arg(found);
    case text::QueryFault::SavedBroken: return Words::tr("The saved query \"%1\" has a mistake of its own.").arg(found);
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
