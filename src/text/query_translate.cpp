// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_fields.hpp"
#include "text/query_foreign.hpp"
#include "text/query_lexer.hpp"
#include "text/query_said.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace vigie::text {

namespace {

using Kind = ForeignPiece::Kind;
using Shape = TranslationNote::Shape;

constexpr int kMaxMends = 10;

std::string inMarks(std::string text)
{
    std::replace(text.begin(), text.end(), '"', ' ');
    return '"' + text + '"';
}

/// "[100 TO 500]" as "100..500".
std::string rangeValue(std::string value)
{
    if (value.size() < 2 || value.front() != '[')
        return value;
    const auto to = value.find(" TO ");
    if (to == std::string::npos)
        return value;
    auto low = value.substr(1, to - 1), high = value.substr(to + 4);
    if (!high.empty() && high.back() == ']')
        high.pop_back();
    const auto open = [](std::string &end) {
        if (end == "*")
            end.clear();
    };
    open(low);
    open(high);
    return low + ".." + high;
}

struct Meaning {
    std::string_view theirs, ours;
};
constexpr std::array kTypes{Meaning{"retweet", "repost"}, Meaning{"share", "repost"}, Meaning{"repost", "repost"}, Meaning{"reply", "reply"},
                            Meaning{"comment", "reply"},  Meaning{"quote", "quote"},  Meaning{"original", "original"}};
constexpr std::array kPages{Meaning{"twitter", "x"},     Meaning{"x", "x"},           Meaning{"facebook", "facebook"}, Meaning{"instagram", "instagram"},
                            Meaning{"youtube", "youtube"}, Meaning{"reddit", "reddit"}, Meaning{"linkedin", "linkedin"}, Meaning{"bluesky", "bluesky"},
                            Meaning{"mastodon", "mastodon"}, Meaning{"tiktok", "tiktok"}};

template <class Table>
std::string meaningOf(const Table &table, std::string_view value)
{
    for (const auto &one : table)
        if (one.theirs == value)
            return std::string(one.ours);
    return {};
}

class Translator {
public:
    Translator(std::string_view source, QueryDialect dialect) : source_(source) { out_.dialect = dialect; }

    QueryTranslation run()
    {
        for (const auto &piece : cutForeign(source_, out_.dialect))
            say(piece);
        wrapSentences();
        tidy(said_);
        for (const auto &said : said_) {
            if (!out_.source.empty() && out_.source.back() != '(' && out_.source.back() != '\n' && said.role != Said::Role::Close && out_.source.back() != ':')
                out_.source += ' ';
            out_.source += said.text;
        }
        mend();
        return std::move(out_);
    }

private:
    void note(Shape shape, const ForeignPiece &piece, std::string meant = {})
    {
        out_.notes.push_back({shape, piece.begin, piece.end, std::string(source_.substr(piece.begin, piece.end - piece.begin)), std::move(meant)});
    }
    void operand(std::string text) { said_.push_back({Said::Role::Operand, std::move(text)}); }

    void say(const ForeignPiece &piece)
    {
        using Role = Said::Role;
        switch (piece.kind) {
        case Kind::Open: said_.push_back({Role::Open, "("}); break;
        case Kind::Close: said_.push_back({Role::Close, ")"}); break;
        case Kind::And: said_.push_back({Role::Joins, "AND"}); break;
        case Kind::Or: said_.push_back({Role::Joins, "OR"}); break;
        case Kind::Not: said_.push_back({Role::Not, "NOT"}); break;
        case Kind::Near: near(piece); break;
        case Kind::Sentence: said_.push_back({Role::Sentence, "AND"}); break;
        case Kind::Comment: comment(piece); break;
        case Kind::Phrase: phrase(piece); break;
        case Kind::Word: word(piece); break;
        case Kind::Field: field(piece); break;
        }
    }

    void near(const ForeignPiece &piece)
    {
        const int distance = std::min(piece.distance, kMaxDistance);
        auto text = (piece.ordered ? "ONEAR/" : "NEAR/") + std::to_string(distance);
        if (distance != piece.distance)
            note(Shape::Nearly, piece, text);
        said_.push_back({Said::Role::Joins, std::move(text)});
    }

    void comment(const ForeignPiece &piece)
    {
        auto text = piece.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        said_.push_back({Said::Role::Comment, "# " + text + '\n'});
    }

    void phrase(const ForeignPiece &piece)
    {
        if (piece.distance < 0) {
            operand(inMarks(piece.text));
            return;
        }
        const int distance = std::min(piece.distance, kMaxDistance);
        std::string chain;
        int words = 0;
        for (const auto &token : tokenize(piece.text)) {
            if (!chain.empty())
                chain += " NEAR/" + std::to_string(distance) + ' ';
            chain += '"' + token.word + '"';
            ++words;
        }
        if (words > 2 || distance != piece.distance)
            note(Shape::Nearly, piece, chain); // they count over the whole, we from one to the next
        if (!chain.empty())
            operand('(' + chain + ')');
    }

    void word(const ForeignPiece &piece)
    {
        std::string_view text = piece.text;
        if (out_.dialect == QueryDialect::Talkwalker && text.front() == '+' && text.size() > 1) {
            const bool both = text.substr(0, 2) == "++";
            text.remove_prefix(both ? 2 : 1);
            if (!text.empty())
                operand((both ? "case:" : "accent:") + inMarks(std::string(text)));
            note(Shape::Nearly, piece, said_.empty() ? std::string() : said_.back().text);
            return;
        }
        // Small letters are words there; here they would join.
        operand(isOperatorWord(lowerAscii(text)) || text.front() == '@' || text.find('"') != std::string_view::npos ? inMarks(std::string(text)) : std::string(text));
    }

    void field(const ForeignPiece &piece)
    {
        if (piece.field == "{}") {
            operand("case:" + inMarks(piece.text));
            return;
        }
        const auto *theirs = foreignField(out_.dialect, piece.field);
        const auto ours = theirs ? std::string(theirs->ours) : piece.field;
        if (theirs && theirs->nearly)
            note(Shape::Nearly, piece, ours + ':');
        if (ours == "#" || ours == "@") {
            operand(inMarks(ours + piece.text));
            return;
        }
        const auto known = fieldFrom(ours);
        if (!known) {
            drop(piece);
            return;
        }
        if (piece.text.empty() && fieldShape(*known) == FieldShape::Scope) {
            said_.push_back({Said::Role::Not, ours + ':'}); // before a group, as NOT is, and gone with it
            return;
        }
        value(piece, *known, ours);
    }

    void value(const ForeignPiece &piece, QueryField field, const std::string &ours)
    {
        auto text = rangeValue(piece.text);
        const auto lower = lowerAscii(text);
        if (piece.field == "engagementtype")
            text = meaningOf(kTypes, lower);
        else if (piece.field == "pagetype")
            text = meaningOf(kPages, lower);
        if (text.empty()) {
            drop(piece);
            return;
        }
        const bool bare = text.find_first_of(" \"()*") == std::string::npos && !piece.quotedValue;
        const bool pattern = fieldShape(field) == FieldShape::Scope && !piece.quotedValue;
        auto source = ours + ':' + (bare || pattern ? text : inMarks(text));
        if (const auto read = parseQuery(source); !read) {
            if (read.error().suggestion.empty() || (read.error().fault != QueryFault::UnknownValue && read.error().fault != QueryFault::StarAlone)) {
                drop(piece);
                return;
            }
            source = mended(source, read.error());
            note(Shape::Nearly, piece, source);
        }
        operand(std::move(source));
    }

    void drop(const ForeignPiece &piece)
    {
        note(Shape::Dropped, piece);
        while (!said_.empty() && said_.back().role == Said::Role::Not)
            said_.pop_back(); // else it would turn against what comes next
    }

    /// a SENTENCE b as SENT(a b).
    void wrapSentences()
    {
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (said_[i].role != Said::Role::Sentence)
                continue;
            const auto left = operandBefore(i), right = operandBehind(i);
            said_[i].role = Said::Role::Joins;
            if (!left || !right)
                continue;
            onlyWords(*left, *right);
            said_.insert(said_.begin() + static_cast<std::ptrdiff_t>(*right) + 1, {Said::Role::Close, ")"});
            said_.insert(said_.begin() + static_cast<std::ptrdiff_t>(*left), {Said::Role::Open, "SENT("});
            ++i;
        }
    }
    /// A sentence is one of the text: a field that says so is more than SENT() can hold, and its words are what counts.
    void onlyWords(std::size_t left, std::size_t right)
    {
        for (auto i = left; i <= right; ++i) {
            auto &said = said_[i];
            const auto colon = said.text.find(':');
            if (said.role != Said::Role::Operand || colon == std::string::npos || said.text.front() == '"')
                continue;
            const auto field = fieldFrom(said.text.substr(0, colon));
            if (!field || fieldShape(*field) != FieldShape::Scope)
                continue;
            const auto whole = said.text;
            said.text.erase(0, colon + 1);
            out_.notes.push_back({Shape::Nearly, 0, static_cast<std::uint32_t>(source_.size()), whole, said.text});
        }
    }
    std::optional<std::size_t> operandBefore(std::size_t at) const
    {
        int depth = 0;
        while (at-- > 0) {
            depth += said_[at].role == Said::Role::Close ? 1 : said_[at].role == Said::Role::Open ? -1 : 0;
            if (depth < 0)
                return std::nullopt;
            if (depth == 0)
                return said_[at].role == Said::Role::Operand || said_[at].role == Said::Role::Open ? std::optional(at) : std::nullopt;
        }
        return std::nullopt;
    }
    std::optional<std::size_t> operandBehind(std::size_t at) const
    {
        int depth = 0;
        while (++at < said_.size()) {
            depth += said_[at].role == Said::Role::Open ? 1 : said_[at].role == Said::Role::Close ? -1 : 0;
            if (depth < 0)
                return std::nullopt;
            if (depth == 0)
                return said_[at].role == Said::Role::Operand || said_[at].role == Said::Role::Close ? std::optional(at) : std::nullopt;
        }
        return std::nullopt;
    }

    void mend()
    {
        for (int step = 0; step < kMaxMends; ++step) {
            const auto query = parseQuery(out_.source);
            if (query)
                return;
            auto next = mended(out_.source, query.error());
            if (next == out_.source)
                return;
            out_.notes.push_back({Shape::Mended, 0, static_cast<std::uint32_t>(source_.size()), query.error().found, query.error().fix ? query.error().fix->text : std::string()});
            out_.source = std::move(next);
        }
    }

    std::string_view source_;
    QueryTranslation out_;
    std::vector<Said> said_;
};

} // namespace

QueryTranslation translateQuery(std::string_view source, std::optional<QueryDialect> from)
{
    const auto dialect = from.value_or(recogniseDialect(source));
    if (dialect == QueryDialect::Vigie)
        return {dialect, std::string(source), {}};
    return Translator(source.substr(0, kMaxQueryBytes), dialect).run();
}

} // namespace vigie::text
