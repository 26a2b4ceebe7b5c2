// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up workspace of any size, the same for the same seed: English and French words by Zipf's law, six networks, a
// daily cycle over eleven months, a brand that a quarter of all posts name and a word that hardly any does.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/base/random.hpp>
#include <vigie/model/item.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace vigie::bench {

inline constexpr const char *kCommonWord = "velora";
inline constexpr const char *kRareWord = "squire";

class Generator {
public:
    Generator(std::uint64_t seed, std::int64_t items, std::int64_t members)
        : random_(seed), items_(items), members_(members)
    {
        makeVocabulary();
    }

    /// Items in the order of their time, but for one in twenty that comes up to an hour late.
    Item next()
    {
        Item item;
        const auto number = made_++;
        const auto who = static_cast<std::int64_t>(zipf(static_cast<std::size_t>(members_)));
        const auto network = static_cast<std::size_t>(who % 6);
        item.connector = kNetworks[network];
        item.instance = std::string("https://") + kNetworks[network] + ".example";
        item.nativeId = std::to_string(100'000'000'000 + number * 37);
        item.author.nativeId = std::to_string(500'000 + who);
        item.author.handle = "member" + std::to_string(who) + "@" + kNetworks[network] + ".example";
        item.author.name = "Member " + std::to_string(who);
        item.author.metrics = {{"followers", static_cast<double>((who * 7919) % 20'000), ValueStatus::Ok}};
        item.permalink = item.instance + "/@member" + std::to_string(who) + "/" + item.nativeId;
        item.visibility = Visibility::Public;
        item.lang = random_.below(20) < 11 ? "en" : "fr";
        item.text = text(item.lang == "fr");
        if (random_.below(5) == 0) {
            const auto begin = static_cast<std::uint32_t>(item.text.size() + 1);
            item.text += " https://news.example/a" + std::to_string(random_.below(1'000'000));
            item.spans.push_back({TextSpan::Kind::Link, begin, static_cast<std::uint32_t>(item.text.size()), item.text.substr(begin)});
        }
        const auto tone = static_cast<int>(random_.below(10));
        item.toneLabel = static_cast<std::int8_t>(tone < 2 ? -1 : tone < 5 ? 1 : 0);
        item.tone = static_cast<float>(item.toneLabel) * 0.6F;
        item.metrics = {{"likes", static_cast<double>(random_.below(30)), ValueStatus::Ok}, {"reposts", static_cast<double>(random_.below(5)), ValueStatus::Ok},
                        {"replies", static_cast<double>(random_.below(3)), ValueStatus::Ok}};
        if (number > 100 && random_.below(4) == 0)
            item.refs.push_back({Relation::ReplyTo, std::to_string(100'000'000'000 + (number - 1 - static_cast<std::int64_t>(random_.below(100))) * 37), {}});
        if (random_.below(10) == 0)
            item.media.push_back({MediaRef::Kind::Image, "https://media.example/" + item.nativeId + ".jpg", "", "", "A picture", "image/jpeg", 1200, 800, {}});
        item.publishedAt = timeOf(number);
        item.fetchedAt = last();
        return item;
    }

    /// When the youngest item is published, and so when "now" is.
    [[nodiscard]] Instant last() const { return kBegin + kSpan + std::chrono::hours(1); }
    [[nodiscard]] Instant first() const { return kBegin; }

private:
    static constexpr std::array<const char *, 6> kNetworks = {"mastodon", "bluesky", "rss", "reddit", "youtube", "lemmy"};
    static constexpr Instant kBegin{std::chrono::seconds{1'735'689'600}}; // 2025-01-01
    static constexpr Micros kSpan = std::chrono::hours(24 * 334);

    void makeVocabulary()
    {
        static constexpr std::array<const char *, 20> kSyllables = {"ba", "co", "du", "fi", "ga", "le", "mi", "no", "pa", "ra",
                                                                   "se", "ti", "vo", "lan", "mer", "ton", "cre", "pli", "sou", "nte"};
        static constexpr std::array<const char *, 20> kAccented = {"b\xC3\xA9", "c\xC5\x93", "d\xC3\xBB", "fi", "g\xC3\xA2", "l\xC3\xA8", "mi", "no", "p\xC3\xA9", "ra",
                                                                  "s\xC3\xA9", "ti", "vo", "lan", "mer", "ton", "cr\xC3\xA8", "pli", "sou", "nt\xC3\xA9"};
        for (int language = 0; language < 2; ++language) {
            const auto &syllables = language == 0 ? kSyllables : kAccented;
            auto &words = words_[static_cast<std::size_t>(language)];
            words = language == 0 ? std::vector<std::string>{"the", "service", "is", "to", "and", "of", "not", "good", "my", "day"}
                                  : std::vector<std::string>{"de", "la", "le", "service", "est", "pas", "et", "bon", "les", "jour"};
            while (words.size() < 20'000) {
                std::string word;
                for (auto left = 1 + random_.below(3); left > 0; --left)
                    word += syllables[random_.below(syllables.size())];
                words.push_back(std::move(word));
            }
        }
    }

    /// Rank by a law close to Zipf's: log-uniform.
    std::size_t zipf(std::size_t count)
    {
        const double rank = std::exp(random_.unit() * std::log(static_cast<double>(count) + 1)) - 1;
        return std::min(static_cast<std::size_t>(rank), count - 1);
    }

    std::string text(bool french)
    {
        const auto &words = words_[french ? 1 : 0];
        std::string out;
        const auto wanted = 60 + random_.below(150);
        const bool brand = random_.below(100) < 24, rare = random_.below(8000) == 0;
        const auto place = random_.below(6);
        for (std::uint64_t i = 0; out.size() < wanted; ++i) {
            if (!out.empty())
                out += random_.below(9) == 0 ? ", " : " ";
            if (i == place && brand)
                out += random_.below(3) == 0 ? "maison velora " : "Velora ";
            if (i == place && rare)
                out += "Squire ";
            out += words[zipf(words.size())];
        }
        if (random_.below(7) == 0)
            out += '?';
        return out;
    }

    Instant timeOf(std::int64_t number)
    {
        const double share = static_cast<double>(number) / static_cast<double>(items_);
        const double day = share * 334.0, hour = (day - std::floor(day)) * 24;
        // Nights are quiet: the hours of a day are drawn towards its afternoon.
        const double warped = hour + 2.0 * std::sin((hour - 15.0) / 24.0 * 6.283185307);
        auto at = kBegin + std::chrono::duration_cast<Micros>(std::chrono::duration<double, std::ratio<3600>>(std::floor(day) * 24 + std::max(0.0, warped)));
        if (random_.below(20) == 0)
            at -= std::chrono::seconds(random_.below(3600));
        return at;
    }

    Sequence random_;
    std::int64_t items_, members_, made_ = 0;
    std::array<std::vector<std::string>, 2> words_;
};

} // namespace vigie::bench
