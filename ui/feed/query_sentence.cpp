// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/query_sentence.hpp"

#include "ui/bridge/text.hpp"
#include "ui/feed/query_sentence_fields.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace vigie::ui {

namespace {

using Kind = text::QueryNode::Kind;
using Node = text::QueryNode;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QuerySentence)
};

constexpr int kMostParts = 60; ///< beyond, a sentence helps nobody

bool isWords(const Node &node)
{
    switch (node.kind) {
    case Kind::Word:
    case Kind::Prefix:
    case Kind::Phrase:
    case Kind::Pattern:
    case Kind::Exact: return true;
    case Kind::Or: return std::all_of(node.children.begin(), node.children.end(), isWords);
    default: return false;
    }
}

class Speaker {
public:
    QString clause(const Node &node)
    {
        if (++parts_ > kMostParts)
            return QStringLiteral("...");
        switch (node.kind) {
        case Kind::All: return Words::tr("of every kind");
        case Kind::And: return all(node);
        case Kind::Or: return isWords(node) ? Words::tr("that say %1").arg(said(node)) : any(node);
        case Kind::Not: return node.children.empty() ? QString() : Words::tr("but not those %1").arg(clause(node.children.front()));
        case Kind::Word:
        case Kind::Prefix:
        case Kind::Phrase:
        case Kind::Pattern:
        case Kind::Exact:
        case Kind::Near: return Words::tr("that say %1").arg(said(node));
        case Kind::Sentence: return Words::tr("with one sentence %1").arg(clause(node.children.front()));
        case Kind::Scope: return scope(node);
        case Kind::Count: return Words::tr("that say %1 %2").arg(said(node.children.front()), times(node.range));
        case Kind::Saved: return Words::tr("that the saved query \"%1\" finds").arg(qs(node.value));
        case Kind::Number: return numberClause(node);
        case Kind::Time: return timeClause(node);
        case Kind::Field: return fieldClause(node);
        }
        return {};
    }

private:
    QString all(const Node &node)
    {
        QStringList parts;
        for (const auto &child : node.children)
            parts << clause(child);
        return parts.join(Words::tr(", ", "between two things that are both asked for"));
    }

    QString any(const Node &node)
    {
        QStringList parts;
        for (const auto &child : node.children)
            parts << clause(child);
        return Words::tr("(%1)").arg(parts.join(Words::tr(", or ", "between two things one of which is asked for")));
    }

    /// Words as they are looked for: "rep..." , "stock" or "pieces".
    QString said(const Node &node)
    {
        if (++parts_ > kMostParts)
            return QStringLiteral("...");
        QStringList words;
        for (const auto &word : node.words)
            words << qs(word);
        const auto phrase = words.join(QLatin1Char(' '));
        switch (node.kind) {
        case Kind::Prefix: return Words::tr("a word in \"%1...\"").arg(phrase);
        case Kind::Pattern: return Words::tr("a word like \"%1\"").arg(phrase);
        case Kind::Exact: return exact(node);
        case Kind::Near: return near(node);
        case Kind::Or: {
            QStringList parts;
            for (const auto &child : node.children)
                parts << said(child);
            return parts.join(Words::tr(" or ", "between words"));
        }
        default: return Words::tr("\"%1\"").arg(phrase);
        }
    }

    static QString exact(const Node &node)
    {
        const auto written = qs(node.value);
        switch (node.field) {
        case text::QueryField::Case: return Words::tr("\"%1\" with these capitals").arg(written);
        case text::QueryField::Accent: return Words::tr("\"%1\" with these accents").arg(written);
        default: return Words::tr("exactly \"%1\", sign for sign").arg(written);
        }
    }

    QString near(const Node &node)
    {
        if (node.children.size() != 2)
            return {};
        const auto apart = node.distance == 0 ? Words::tr("side by side") : Words::tr("at most %n word(s) between", nullptr, node.distance);
        const auto pattern = node.ordered ? Words::tr("%1 and behind it %2 (%3)") : Words::tr("%1 near %2 (%3)");
        return pattern.arg(said(node.children.front()), said(node.children.back()), apart);
    }

    QString scope(const Node &node)
    {
        const auto inside = clause(node.children.front());
        switch (node.field) {
        case text::QueryField::Title: return Words::tr("with a title %1").arg(inside);
        case text::QueryField::Quote: return Words::tr("that quote one %1").arg(inside);
        default: return Words::tr("with a text (title apart) %1").arg(inside);
        }
    }

    static QString times(const text::QueryRange &range)
    {
        return Words::tr("%1 times", "how often").arg(rangeWords(range));
    }

    int parts_ = 0;
};

} // namespace

QString querySentence(const text::Query &query)
{
    if (query.root.kind == Kind::All)
        return Words::tr("All mentions.");
    return Words::tr("Mentions %1.").arg(Speaker().clause(query.root));
}

QString queryCostMark(const text::QueryCost &cost)
{
    switch (cost.level) {
    case text::QueryCost::Level::Light: return Words::tr("Quick");
    case text::QueryCost::Level::Medium: return Words::tr("May take a moment");
    case text::QueryCost::Level::Heavy: return Words::tr("Slow: looks at nearly everything");
    }
    return {};
}

QStringList queryCostReasons(const text::QueryCost &cost, const text::Query &query)
{
    QStringList out;
    for (const auto &reason : cost.reasons) {
        const auto size = query.source.size();
        const auto part = reason.begin < reason.end && reason.end <= size ? qs(std::string_view(query.source).substr(reason.begin, reason.end - reason.begin)) : QString();
        using Why = text::QueryCost::Reason::Kind;
        switch (reason.kind) {
        case Why::LeadingWildcard: out << Words::tr("%1 begins with a wildcard: every text is looked at.").arg(part); break;
        case Why::ShortBeginning: out << Words::tr("%1 is the beginning of very many words.").arg(part); break;
        case Why::NothingWanted: out << Words::tr("Nothing narrows the search: add a word that has to be there."); break;
        case Why::ReadsTexts: out << Words::tr("For %1 the texts that may match are read one by one.").arg(part); break;
        case Why::ReadsItems: out << Words::tr("For %1 the mentions that may match are read whole, one by one.").arg(part); break;
        case Why::ManyTerms: out << Words::tr("The query has very many terms."); break;
        case Why::Live: out << Words::tr("The answer changes with members, answers, quotes or the clock: it is searched for anew each time."); break;
        case Why::NeverGiven: out << Words::tr("No network that is read tells this, so nothing matches: %1").arg(part); break;
        }
    }
    return out;
}

QStringList translationNotes(const text::QueryTranslation &translation)
{
    QStringList out;
    for (const auto &note : translation.notes) {
        const auto found = qs(note.found), meant = qs(note.meant);
        switch (note.shape) {
        case text::TranslationNote::Shape::Dropped: out << Words::tr("Left out, because nothing here says it: %1").arg(found); break;
        case text::TranslationNote::Shape::Nearly: out << Words::tr("Nearly the same: %1 became %2").arg(found, meant); break;
        case text::TranslationNote::Shape::Mended: out << Words::tr("Mended: %1").arg(found); break;
        }
    }
    return out;
}

} // namespace vigie::ui
