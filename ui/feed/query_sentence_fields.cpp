// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/query_sentence_fields.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace vigie::ui {

namespace {

using text::QueryField;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QuerySentence)
};

struct Said {
    std::string_view value;
    const char *words;
};

template <std::size_t N>
QString chosen(const Said (&table)[N], std::string_view value)
{
    for (const auto &said : table)
        if (said.value == value)
            return Words::tr(said.words);
    return qs(value);
}

constexpr Said kIs[] = {{"reply", QT_TRANSLATE_NOOP("QuerySentence", "that are replies")},
                        {"repost", QT_TRANSLATE_NOOP("QuerySentence", "that are relays")},
                        {"quote", QT_TRANSLATE_NOOP("QuerySentence", "that quote another")},
                        {"original", QT_TRANSLATE_NOOP("QuerySentence", "that are originals")},
                        {"review", QT_TRANSLATE_NOOP("QuerySentence", "that are reviews")},
                        {"ours", QT_TRANSLATE_NOOP("QuerySentence", "by ourselves")},
                        {"direct", QT_TRANSLATE_NOOP("QuerySentence", "that are direct messages")},
                        {"edited", QT_TRANSLATE_NOOP("QuerySentence", "that were edited")},
                        {"deleted", QT_TRANSLATE_NOOP("QuerySentence", "that were deleted")}};
constexpr Said kHas[] = {{"link", QT_TRANSLATE_NOOP("QuerySentence", "with a link")},
                         {"image", QT_TRANSLATE_NOOP("QuerySentence", "with a picture")},
                         {"video", QT_TRANSLATE_NOOP("QuerySentence", "with a video")},
                         {"media", QT_TRANSLATE_NOOP("QuerySentence", "with a picture, a video or a sound")},
                         {"question", QT_TRANSLATE_NOOP("QuerySentence", "that ask a question")},
                         {"mention", QT_TRANSLATE_NOOP("QuerySentence", "that mention somebody")},
                         {"tag", QT_TRANSLATE_NOOP("QuerySentence", "with a hashtag")}};
constexpr Said kSentiment[] = {{"positive", QT_TRANSLATE_NOOP("QuerySentence", "of a positive tone")},
                               {"negative", QT_TRANSLATE_NOOP("QuerySentence", "of a negative tone")},
                               {"neutral", QT_TRANSLATE_NOOP("QuerySentence", "of a neutral tone")}};
constexpr Said kStatus[] = {{"none", QT_TRANSLATE_NOOP("QuerySentence", "that are in no conversation of the inbox")},
                            {"new", QT_TRANSLATE_NOOP("QuerySentence", "whose conversation is new")},
                            {"open", QT_TRANSLATE_NOOP("QuerySentence", "whose conversation is open")},
                            {"waiting", QT_TRANSLATE_NOOP("QuerySentence", "whose conversation waits")},
                            {"done", QT_TRANSLATE_NOOP("QuerySentence", "whose conversation is done")},
                            {"ignored", QT_TRANSLATE_NOOP("QuerySentence", "whose conversation is ignored")},
                            {"snoozed", QT_TRANSLATE_NOOP("QuerySentence", "whose conversation sleeps")}};
constexpr Said kSla[] = {{"late", QT_TRANSLATE_NOOP("QuerySentence", "whose answer is late")},
                         {"soon", QT_TRANSLATE_NOOP("QuerySentence", "whose answer will soon be late")},
                         {"ok", QT_TRANSLATE_NOOP("QuerySentence", "that wait for an answer, in time")}};

QString langClause(std::string_view code)
{
    if (code == "fr")
        return Words::tr("in French");
    if (code == "en")
        return Words::tr("in English");
    if (code == "und")
        return Words::tr("in a language that was not recognised");
    return Words::tr("in the language \"%1\"").arg(qs(code));
}

/// "7d" as 7 and "d"; 0 when it is a day, a month, a year.
int countBack(std::string_view value, std::string_view &unit)
{
    const auto letters = value.find_first_not_of("0123456789");
    if (letters == 0 || letters == std::string_view::npos || value.size() > letters + 2)
        return 0;
    unit = value.substr(letters);
    return qs(value.substr(0, letters)).toInt();
}

/// The stretch that ends now.
QString lastWords(std::string_view value)
{
    std::string_view unit;
    const int count = countBack(value, unit);
    if (count == 0)
        return {};
    if (unit == "h")
        return Words::tr("of the last %n hour(s)", nullptr, count);
    if (unit == "w")
        return Words::tr("of the last %n week(s)", nullptr, count);
    return unit == "mo" ? Words::tr("of the last %n month(s)", nullptr, count) : Words::tr("of the last %n day(s)", nullptr, count);
}

/// One end of a time in words; a count back from now keeps its unit.
QString momentWords(std::string_view value)
{
    const auto text = qs(value);
    const QLocale locale;
    if (value == "today")
        return Words::tr("today");
    if (value == "yesterday")
        return Words::tr("yesterday");
    if (const auto at = QDateTime::fromString(text, QStringLiteral("yyyy-MM-ddTHH:mm")); value.size() == 16 && at.isValid())
        return locale.toString(at, QLocale::ShortFormat);
    if (const auto day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); value.size() == 10 && day.isValid())
        return locale.toString(day, QLocale::ShortFormat);
    if (const auto month = QDate::fromString(text + QStringLiteral("-01"), QStringLiteral("yyyy-MM-dd")); value.size() == 7 && month.isValid())
        return locale.toString(month, QStringLiteral("MMMM yyyy"));
    std::string_view unit;
    const int count = countBack(value, unit);
    if (count == 0)
        return text;
    if (unit == "h")
        return Words::tr("%n hour(s) ago", nullptr, count);
    if (unit == "w")
        return Words::tr("%n week(s) ago", nullptr, count);
    return unit == "mo" ? Words::tr("%n month(s) ago", nullptr, count) : Words::tr("%n day(s) ago", nullptr, count);
}

} // namespace

QString fieldClause(const text::QueryNode &node)
{
    const auto value = qs(node.value);
    switch (node.field) {
    case QueryField::Network: return Words::tr("on %1", "a network").arg(value);
    case QueryField::Connector: return Words::tr("read through %1", "a connector").arg(value);
    case QueryField::Author: return Words::tr("by %1", "an author").arg(value);
    case QueryField::Member: return Words::tr("by the member %1, under any name").arg(value);
    case QueryField::List: return Words::tr("by somebody of the list \"%1\"").arg(value);
    case QueryField::Known: return node.value == "yes" ? Words::tr("by somebody we answered before") : Words::tr("by somebody we never answered");
    case QueryField::Lang: return langClause(node.value);
    case QueryField::Country: return Words::tr("from the country %1").arg(value.toUpper());
    case QueryField::Sentiment: return chosen(kSentiment, node.value);
    case QueryField::Has: return chosen(kHas, node.value);
    case QueryField::Is: return chosen(kIs, node.value);
    case QueryField::Tag: return Words::tr("that were given the tag \"%1\"").arg(value);
    case QueryField::Status: return chosen(kStatus, node.value);
    case QueryField::Sla: return chosen(kSla, node.value);
    case QueryField::Assignee: return node.value == "none" ? Words::tr("in nobody's hands") : Words::tr("in the hands of %1").arg(value);
    case QueryField::Answered: return node.value == "yes" ? Words::tr("that we answered") : Words::tr("that we did not answer");
    case QueryField::Site: return Words::tr("published on the site %1").arg(value);
    case QueryField::Url: return Words::tr("whose address holds %1").arg(value);
    case QueryField::Link: return Words::tr("with a link to %1").arg(value);
    default: return {};
    }
}

QString rangeWords(const text::QueryRange &range)
{
    const auto number = [](double value) { return format::number(value, value == std::floor(value) ? 0 : 1); };
    const bool low = std::isfinite(range.least), high = std::isfinite(range.most);
    if (low && high)
        return range.least == range.most ? number(range.least) : Words::tr("from %1 to %2").arg(number(range.least), number(range.most));
    if (high)
        return (range.belowMost ? Words::tr("fewer than %1") : Words::tr("at most %1")).arg(number(range.most));
    return (range.aboveLeast ? Words::tr("more than %1") : Words::tr("at least %1")).arg(number(range.least));
}

QString numberClause(const text::QueryNode &node)
{
    const auto range = rangeWords(node.range);
    switch (node.field) {
    case QueryField::Likes: return Words::tr("with %1 likes").arg(range);
    case QueryField::Replies: return Words::tr("with %1 replies").arg(range);
    case QueryField::Reposts: return Words::tr("with %1 relays").arg(range);
    case QueryField::Followers: return Words::tr("by somebody with %1 followers").arg(range);
    case QueryField::Reach: return Words::tr("seen by %1 people, or that many may have").arg(range);
    case QueryField::Rating: return Words::tr("with %1 stars of 5").arg(range);
    default: return {};
    }
}

QString timeClause(const text::QueryNode &node)
{
    const std::string_view value = node.value;
    if (node.field != QueryField::Until && value.find("..") == std::string_view::npos)
        if (const auto last = lastWords(value); !last.isEmpty())
            return last;
    if (node.field == QueryField::Since)
        return Words::tr("since %1").arg(momentWords(value));
    if (node.field == QueryField::Until)
        return Words::tr("until %1 included").arg(momentWords(value));
    const auto dots = value.find("..");
    if (dots == std::string_view::npos)
        return Words::tr("of %1", "a day, a month, a year").arg(momentWords(value));
    const auto from = value.substr(0, dots), to = value.substr(dots + 2);
    if (from.empty())
        return Words::tr("until %1 included").arg(momentWords(to));
    if (to.empty())
        return Words::tr("since %1").arg(momentWords(from));
    return Words::tr("from %1 to %2", "two times").arg(momentWords(from), momentWords(to));
}

} // namespace vigie::ui
