// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/query_analysis.hpp"

#include "ui/feed/query_sentence.hpp"
#include "ui/query/query_stretches.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueryAnalysis)
};

constexpr int kLongestSentence = 700, kLongestPart = 60;

/// What was typed to the end already is nothing to offer.
bool isTyped(const text::QueryCompletion &completion, const std::string &bytes)
{
    return bytes.compare(completion.begin, completion.end - completion.begin, completion.text) == 0;
}

std::vector<QueryChoice> choicesAt(const QString &source, const std::string &bytes, int cursor, const text::QueryLibrary &library)
{
    std::vector<QueryChoice> out;
    const auto place = utf8(source.left(cursor)).size();
    for (auto &one : text::queryCompletions(bytes, place, library)) {
        if (isTyped(one, bytes))
            continue;
        const auto ends = utf16Offsets(bytes, {one.begin, one.end});
        out.push_back({qs(one.text), static_cast<int>(ends[0]), static_cast<int>(ends[1] - ends[0]), one.kind});
        if (out.size() >= kMostChoices)
            break;
    }
    return out;
}

QString cut(QString text, int longest)
{
    if (text.size() > longest)
        text = text.left(longest).trimmed() + QChar(0x2026);
    return text;
}

} // namespace

QueryAnalysis analyseQuery(const QString &source, int cursor, const text::QueryContext &context)
{
    QueryAnalysis out;
    out.source = source;
    const auto bytes = utf8(source);
    out.stretches = stretchesOf(bytes, text::queryTokens(bytes), [](const text::QuerySpan &span) { return span.kind; });
    if (cursor >= 0)
        out.choices = choicesAt(source, bytes, std::min(cursor, static_cast<int>(source.size())), context.library);
    auto query = text::parseAndBind(bytes, context);
    if (!query) {
        out.fault = queryErrorText(query.error(), source);
        return out;
    }
    out.mixedAndOr = query->mixedAndOr;
    out.softOperators = query->softOperators;
    out.sentence = cut(querySentence(*query), kLongestSentence);
    out.query = std::make_shared<const text::Query>(std::move(*query));
    return out;
}

QString queryPartWords(const std::vector<text::QueryPart> &parts, const std::string &source)
{
    QStringList out;
    for (const auto &part : parts) {
        if (part.begin >= part.end || part.end > source.size())
            continue;
        const auto words = cut(qs(source.substr(part.begin, part.end - part.begin)).simplified(), kLongestPart);
        out.append(part.held ? Words::tr("has: %1", "part of a query that a mention holds").arg(words) : Words::tr("lacks: %1", "part of a query that a mention does not hold").arg(words));
    }
    return out.join(QStringLiteral(" · "));
}

QString nearMissWords(text::LooserQuery::Way way, const std::vector<text::QueryPart> &why, const std::string &source)
{
    const auto parts = queryPartWords(why, source);
    switch (way) {
    case text::LooserQuery::Way::Dropped: return parts;
    case text::LooserQuery::Way::Apart: return Words::tr("%1 (its words stand apart)").arg(parts);
    case text::LooserQuery::Way::Anywhere: return Words::tr("%1 (said elsewhere, or less often)").arg(parts);
    case text::LooserQuery::Way::Alike: return Words::tr("%1 (written otherwise)").arg(parts);
    }
    return parts;
}

} // namespace vigie::ui
