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
    case text::QueryFault::StarAlone: return Words::tr("A star needs a letter beside it, as in repair* or *ing; values of fields take none.");
    case text::QueryFault::TooDeep: return Words::tr("The parentheses are nested too deep.");
    case text::QueryFault::TooLong: return Words::tr("The query is too long: %1 characters at most.").arg(QLocale().toString(static_cast<int>(text::kMaxQueryBytes)));
    case text::QueryFault::BadDistance: return Words::tr("Nearness is written NEAR/5 or ONEAR/5, with %1 words between at most.").arg(QLocale().toString(text::kMaxDistance));
    case text::QueryFault::NearNeeds: return Words::tr("Beside NEAR stand words, phrases, or groups of them joined by OR: not \"%1\".").arg(found);
    case text::QueryFault::WordsOnly: return Words::tr("Only words can stand here, not \"%1\".").arg(found);
    case text::QueryFault::BadNumber: return Words::tr("\"%1\" is not a number: write >10, <=3 or 10..20.").arg(found);
    case text::QueryFault::BadTime: return Words::tr("\"%1\" is not a date: write 2026-11-21, 2026-11, 7d or yesterday.").arg(found);
    case text::QueryFault::EmptyRange: return Words::tr("Nothing lies between the two ends of \"%1\".").arg(found);
    case text::QueryFault::CountNeeds: return Words::tr("How often? Write count(word)>=3.");
    case text::QueryFault::UnknownSaved: return Words::tr("There is no saved query \"%1\". To look for a mention, put it in quotes.").arg(found);
    case text::QueryFault::UnknownList: return Words::tr("There is no list of authors of that name: \"%1\".").arg(found);
    case text::QueryFault::SavedCircle: return Words::tr("\"%1\" leads back to this query: a query cannot ask for itself.").arg(found);
    case text::QueryFault::SavedBroken: return Words::tr("The saved query \"%1\" has a mistake of its own.").arg(found);
    case text::QueryFault::None: break;
    }
    return {};
}

/// What the button offers to put there.
QString fixSentence(const text::QueryFix &fix)
{
    return fix.text.empty() ? Words::tr("Take it out") : fix.begin == fix.end ? Words::tr("Add %1").arg(qs(fix.text)) : Words::tr("Write %1").arg(qs(fix.text));
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
        // A name is written with its sign: what goes into the source is the fix, not the bare name.
        const bool whole = error.fix && error.fix->begin == error.position && error.fix->end == error.position + error.found.size();
        out.replacement = qs(whole ? error.fix->text : error.suggestion);
        out.sentence = Words::tr("%1 Did you mean \"%2\"?", "a sentence, a suggestion").arg(out.sentence, out.replacement);
    }
    if (error.fix) {
        const auto ends = utf16Offsets(bytes, {std::min<std::size_t>(error.fix->begin, bytes.size()), std::min<std::size_t>(error.fix->end, bytes.size())});
        out.fixBegin = static_cast<int>(ends.front());
        out.fixLength = static_cast<int>(ends.back()) - out.fixBegin;
        out.fixText = qs(error.fix->text);
        out.fixLabel = fixSentence(*error.fix);
    }
    return out;
}

} // namespace vigie::ui
