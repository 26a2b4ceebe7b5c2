// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_foreign.hpp"

#include "text/query_lexer.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace vigie::text {

namespace {

using Kind = ForeignPiece::Kind;

constexpr int kMeltwaterNear = 4; // what its NEAR means without a number

constexpr std::array kBrandwatch{
    ForeignField{"links", "link"},       ForeignField{"hashtags", "#"},       ForeignField{"at_mentions", "@"},
    ForeignField{"language", "lang"},    ForeignField{"authorfollowers", "followers"}, ForeignField{"engagementtype", "is"},
    ForeignField{"pagetype", "network"}, ForeignField{"tags", "tag"},         ForeignField{"assigned", "assignee"},
    ForeignField{"location", {}},        ForeignField{"state", {}},           ForeignField{"county", {}},
    ForeignField{"city", {}},            ForeignField{"continent", {}},       ForeignField{"region", {}},
    ForeignField{"authorgender", {}},    ForeignField{"authorverified", {}},  ForeignField{"authorverifiedtype", {}},
    ForeignField{"minuteofday", {}},     ForeignField{"contentsource", {}},   ForeignField{"imagetype", {}},
    ForeignField{"priority", {}},        ForeignField{"category", "tag", true}, ForeignField{"starred", {}},
    ForeignField{"checked", {}},         ForeignField{"reachestimate", "reach"}, ForeignField{"blogname", "site", true}};
constexpr std::array kTalkwalker{
    ForeignField{"content", "body"},     ForeignField{"sourcecountry", "country"}, ForeignField{"engagement", "likes", true},
    ForeignField{"tags_internal", "tag"}, ForeignField{"host", "site"},       ForeignField{"domain_url", "site"},
    ForeignField{"followers_count", "followers"}, ForeignField{"facebook_likes", "likes", true}, ForeignField{"twitter_retweets", "reposts"},
    ForeignField{"sourcetype", {}},      ForeignField{"published", {}},       ForeignField{"sourcecity", {}},
    ForeignField{"sourceregion", {}},    ForeignField{"author_gender", {}},   ForeignField{"posttype", {}},
    ForeignField{"images", {}},          ForeignField{"hashtags", "#"},       ForeignField{"mentions", "@"}};
constexpr std::array kMeltwater{
    ForeignField{"ingress", "body", true}, ForeignField{"headline", "title"}, ForeignField{"hashtag", "#"},
    ForeignField{"socialauthor", "author"}, ForeignField{"source", "site", true}, ForeignField{"language", "lang"},
    ForeignField{"region", {}},          ForeignField{"metadata", {}},        ForeignField{"sourcetype", {}},
    ForeignField{"reachrank", {}}};

std::span<const ForeignField> fieldsOf(QueryDialect dialect)
{
    switch (dialect) {
    case QueryDialect::Brandwatch: return kBrandwatch;
    case QueryDialect::Talkwalker: return kTalkwalker;
    case QueryDialect::Meltwater: return kMeltwater;
    case QueryDialect::Vigie: break;
    }
    return {};
}

bool digit(char c) { return c >= '0' && c <= '9'; }

class Cutter {
public:
    Cutter(std::string_view source, QueryDialect dialect) : source_(source), dialect_(dialect) {}

    std::vector<ForeignPiece> run()
    {
        while (at_ < source_.size()) {
            if (const auto blank = blankLength(source_, at_); blank > 0)
                at_ += blank;
            else
                piece();
        }
        return std::move(pieces_);
    }

private:
    ForeignPiece &add(Kind kind, std::size_t begin, std::size_t end)
    {
        auto &piece = pieces_.emplace_back();
        piece.kind = kind;
        piece.begin = static_cast<std::uint32_t>(begin);
        piece.end = static_cast<std::uint32_t>(end);
        at_ = end;
        return piece;
    }

    void piece()
    {
        const auto begin = at_;
        const char c = source_[begin];
        if (c == '(' || c == ')') {
            add(c == '(' ? Kind::Open : Kind::Close, begin, begin + 1);
        } else if (source_.substr(begin, 3) == "<<<") {
            const auto close = source_.find(">>>", begin);
            const auto end = close == std::string_view::npos ? source_.size() : close + 3;
            auto &comment = add(Kind::Comment, begin, end);
            comment.text = source_.substr(begin + 3, (close == std::string_view::npos ? end : close) - begin - 3);
        } else if (c == '{' && dialect_ == QueryDialect::Brandwatch) {
            const auto end = std::min(source_.find('}', begin), source_.size());
            auto &exact = add(Kind::Field, begin, std::min(end + 1, source_.size()));
            exact.field = "{}";
            exact.text = source_.substr(begin + 1, end - begin - 1);
        } else if (quoteMarkAt(source_, begin)) {
            phrase();
        } else if (c == '-' && begin + 1 < source_.size() && blankLength(source_, begin + 1) == 0) {
            add(Kind::Not, begin, begin + 1);
        } else {
            run(begin);
        }
    }

    /// The end of a quotation, and what is in it; open to the end when it is never closed.
    std::string quotation(std::size_t begin, std::size_t &end) const
    {
        const auto *open = quoteMarkAt(source_, begin);
        const auto inner = begin + open->mark.size();
        for (end = inner; end < source_.size(); ++end)
            if (const auto *close = quoteMarkAt(source_, end); close && close->family == open->family) {
                auto text = std::string(source_.substr(inner, end - inner));
                end += close->mark.size();
                return text;
            }
        return std::string(source_.substr(inner));
    }

    void phrase()
    {
        const auto begin = at_;
        std::size_t end = 0;
        auto text = quotation(begin, end);
        auto &piece = add(Kind::Phrase, begin, end);
        piece.text = std::move(text);
        if (at_ < source_.size() && source_[at_] == '~') {
            auto stop = at_ + 1;
            int distance = 0;
            for (; stop < source_.size() && digit(source_[stop]); ++stop)
                distance = std::min(distance * 10 + (source_[stop] - '0'), 1000);
            if (stop > at_ + 1) {
                piece.distance = distance;
                piece.end = static_cast<std::uint32_t>(stop);
                at_ = stop;
            }
        }
    }

    void run(std::size_t begin)
    {
        auto end = begin;
        while (end < source_.size() && source_[end] != '(' && source_[end] != ')' && blankLength(source_, end) == 0 && !quoteMarkAt(source_, end)
               && source_[end] != '[')
            ++end;
        end = std::max(end, begin + 1);
        const auto text = source_.substr(begin, end - begin);
        if (oper(text, begin, end))
            return;
        const auto colon = text.find(':');
        const bool named = colon != std::string_view::npos && colon > 0 && text.substr(colon, 3) != "://"
                           && text.substr(0, colon).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.") == std::string_view::npos;
        if (!named) {
            add(Kind::Word, begin, end).text = text;
            return;
        }
        const auto name = text.substr(0, colon);
        std::string value(text.substr(colon + 1));
        bool quoted = false;
        if (value.empty() && end < source_.size() && quoteMarkAt(source_, end)) {
            value = quotation(end, end);
            quoted = true;
        } else if (value.empty() && end < source_.size() && source_[end] == '[') {
            const auto close = std::min(source_.find(']', end), source_.size());
            value = source_.substr(end, std::min(close + 1, source_.size()) - end);
            end = std::min(close + 1, source_.size());
        }
        auto &field = add(Kind::Field, begin, end);
        field.field = lowerAscii(name);
        field.text = std::move(value);
        field.quotedValue = quoted;
    }

    bool oper(std::string_view text, std::size_t begin, std::size_t end)
    {
        const auto lower = lowerAscii(text);
        // Their operators are in capitals, but for Meltwater's.
        const bool any = dialect_ == QueryDialect::Meltwater, capitals = any || std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (capitals && (lower == "and" || lower == "or" || lower == "not")) {
            add(lower == "and" ? Kind::And : lower == "or" ? Kind::Or : Kind::Not, begin, end);
            return true;
        }
        if (capitals && lower == "sentence") {
            add(Kind::Sentence, begin, end);
            return true;
        }
        const bool ordered = lower.rfind("onear", 0) == 0;
        if (!capitals && lower.find('/') == std::string::npos)
            return false;
        if (!ordered && lower.rfind("near", 0) != 0)
            return false;
        const auto rest = std::string_view(lower).substr(ordered ? 5 : 4);
        if (!rest.empty() && (rest.front() != '/' || rest.size() < 2 || !digit(rest[1])))
            return false;
        auto &near = add(Kind::Near, begin, end);
        near.ordered = ordered || (!rest.empty() && rest.back() == 'f');
        near.distance = rest.empty() ? dialect_ == QueryDialect::Meltwater ? kMeltwaterNear : kUsualDistance : 0;
        for (std::size_t i = 1; i < rest.size() && digit(rest[i]); ++i)
            near.distance = std::min(near.distance * 10 + (rest[i] - '0'), 1000);
        return true;
    }

    std::string_view source_;
    QueryDialect dialect_;
    std::size_t at_ = 0;
    std::vector<ForeignPiece> pieces_;
};

} // namespace

std::vector<ForeignPiece> cutForeign(std::string_view source, QueryDialect dialect)
{
    return Cutter(source, dialect).run();
}

const ForeignField *foreignField(QueryDialect dialect, std::string_view name)
{
    for (const auto &field : fieldsOf(dialect))
        if (field.theirs == name)
            return &field;
    return nullptr;
}

} // namespace vigie::text
