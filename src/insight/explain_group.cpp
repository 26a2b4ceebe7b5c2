// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/explain_group.hpp"

#include <vigie/base/utf8.hpp>

namespace vigie::insight {

namespace {

constexpr std::size_t kNameBytes = 120, kLangBytes = 7;

/// A language is its letters: "fr" is 0x6672.
std::int64_t numberOf(std::string_view lang)
{
    std::int64_t out = 0;
    if (lang != "und")
        for (const char c : lang.substr(0, kLangBytes))
            out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

std::string langOf(std::int64_t number)
{
    std::string out;
    for (; number > 0; number >>= 8)
        out.insert(out.begin(), static_cast<char>(number & 0xFF));
    return out;
}

std::string beginningOf(const Item &item)
{
    auto text = item.title.empty() ? item.text : item.title;
    for (auto &c : text)
        if (c == '\n' || c == '\r' || c == '\t')
            c = ' ';
    return std::string(cutUtf8(text, kNameBytes));
}

std::string joined(const std::string &words, const std::string &more)
{
    return words.empty() ? more : "(" + words + "\n) " + more;
}

} // namespace

Result<Grouping> Grouping::make(store::Tx &tx, Dimension by, TopicSplit topics)
{
    Grouping out;
    out.by_ = by;
    out.topics_ = std::move(topics);
    VIGIE_TRY(out.networks_, store::MentionFacts(tx).networks());
    for (const auto &[source, connector] : out.networks_)
        out.firstSource_.emplace(connector, source);
    return out;
}

std::int64_t Grouping::of(const store::MentionFact &fact) const
{
    switch (by_) {
    case Dimension::Network: {
        const auto network = networks_.find(fact.source);
        return network == networks_.end() ? fact.source : firstSource_.at(network->second);
    }
    case Dimension::Topic: {
        const auto topic = topics_.of.find(fact.item.value);
        return topic == topics_.of.end() ? 0 : topic->second;
    }
    case Dimension::Author: return std::max<std::int64_t>(fact.author, 0);
    case Dimension::Tone: return fact.label;
    case Dimension::Language: return numberOf(fact.lang);
    case Dimension::Cluster: return fact.root.value;
    }
    return 0;
}

bool Grouping::isNothing(std::int64_t group) const
{
    return group == 0 && (by_ == Dimension::Topic || by_ == Dimension::Author || by_ == Dimension::Language);
}

Result<std::string> Grouping::name(store::Tx &tx, std::int64_t group) const
{
    if (isNothing(group))
        return std::string();
    switch (by_) {
    case Dimension::Network: {
        const auto network = networks_.find(group);
        return network == networks_.end() ? std::string() : network->second;
    }
    case Dimension::Topic: return topics_.topics.at(static_cast<std::size_t>(group) - 1).form;
    case Dimension::Author: return store::MentionFacts(tx).authorName(group);
    case Dimension::Tone: return std::to_string(group);
    case Dimension::Language: return langOf(group);
    case Dimension::Cluster: {
        VIGIE_TRY(const auto item, store::Items(tx).get(ItemId{group}));
        return item ? beginningOf(*item) : std::string();
    }
    }
    return std::string();
}

FigureScope Grouping::narrowed(const FigureScope &scope, std::int64_t group, const std::string &name) const
{
    auto out = scope;
    if (isNothing(group))
        return out;
    switch (by_) {
    case Dimension::Network: out.networks = {name}; break;
    case Dimension::Topic: out.words = joined(scope.words, topics_.topics.at(static_cast<std::size_t>(group) - 1).query); break;
    case Dimension::Author:
        if (!name.empty() && name.find('"') == std::string::npos)
            out.words = joined(scope.words, "author:\"" + name + '"');
        break;
    case Dimension::Tone: out.tones = {static_cast<std::int8_t>(group)}; break;
    case Dimension::Language: out.langs = {name}; break;
    case Dimension::Cluster: break;
    }
    return out;
}

} // namespace vigie::insight
