// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/query_error_text.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueryError)
};

QString sentenceOf(const text::QueryError &error, const QString &found)
{
    switch (error.fault) {
    case text::QueryFault::UnclosedQuote: return Words::tr("The quote that opens here is never closed.");
    case text::QueryFault::UnclosedParenthesis: return Words::tr("The parenthesis that opens here is never closed.");
    case text::QueryFault::UnexpectedParenthesis: return Words::tr("This parenthesis closes nothing.");
    case text::QueryFault::MissingOperand: return Words::tr("Something is missing beside \"%1\".").arg(found);
    case text::QueryFault::UnknownField: return Words::tr("There is no field \"%1\".").arg(found);
    case text::QueryFault::UnknownValue: return Words::tr("This field does not know the value \"%1\".").arg(found);
    case text::QueryFault::EmptyValue: return Words::tr("A value is missing after \"%1\".").arg(found);
    case text::QueryFault::StarAlone: return Words::tr("A star only stands at the end of a word, as in repair*.");
    case text::QueryFault::TooDeep: return Words::tr("The parentheses are nested too deep.");
    case text::QueryFault::TooLong: return Words::tr("The query is too long: %1 characters at most.").arg(QLocale().toString(static_cast<int>(text::kMaxQueryBytes)));
    case text::QueryFault::None: break;
    }
    return {};
}

} // namespace

QueryErrorText queryErrorText(const text::QueryError &error, const QString &source)
{
    QueryErrorText out;
    const auto found = qs(error.found);
    out.sentence = sentenceOf(error, found);
    const auto bytes = utf8(source);
    out.begin = static_cast<int>(utf16Offsets(bytes, {std::min<std::size_t>(error.position, bytes.size())}).front());
    out.length = std::max(1, static_cast<int>(found.size()));
    if (out.begin >= source.size() && !source.isEmpty()) {
        out.begin = static_cast<int>(source.size()) - 1; // the end of the text has no letter of its own
        out.length = 1;
    }
    if (!error.suggestion.empty() && source.mid(out.begin, out.length) == found) {
        out.replacement = qs(error.suggestion);
        out.sentence = Words::tr("%1 Did you mean \"%2\"?", "a sentence, a suggestion").arg(out.sentence, out.replacement);
    }
    return out;
}

} // namespace vigie::ui
