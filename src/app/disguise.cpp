// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/disguise.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/net/url.hpp>

#include <algorithm>
#include <cstdlib>

namespace vigie::app {

namespace {

using Kind = Replaced::Kind;

constexpr std::size_t kDigest = 32;
constexpr std::int64_t kDay = 86'400, kLeastShift = 40, kShiftSpan = 300;
constexpr std::int64_t kOldestEpoch = 946'684'800, kNewestEpoch = 4'102'444'800; ///< 2000 to 2100

bool isDigit(unsigned char c) { return c >= '0' && c <= '9'; }
bool isLower(unsigned char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
bool isWordByte(unsigned char c) { return isDigit(c) || isLower(c) || isUpper(c) || c >= 0x80; }

/// Bytes of a letter beyond ASCII; others stand for themselves.
std::size_t letterBytes(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t wanted = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(wanted, text.size() - at);
}

std::optional<Instant> dateIn(std::string_view text)
{
    if (text.size() < 10 || text.size() > 40)
        return std::nullopt;
    if (const auto full = parseRfc3339(text))
        return *full;
    return net::parseHttpDate(text);
}

bool isDay(std::string_view text)
{
    return text.size() == 10 && text[4] == '-' && text[7] == '-'
           && std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || isDigit(static_cast<unsigned char>(c)); });
}

/// One letter in twenty-six is drawn for itself: then the next one stands for it.
std::string turned(std::string word)
{
    for (char &c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (!isDigit(byte) && !isUpper(byte) && !isLower(byte))
            continue;
        c = c == 'z' ? 'a' : c == 'Z' ? 'A' : c == '9' ? '1' : static_cast<char>(c + 1);
        break;
    }
    return word;
}

} // namespace

Disguise::Disguise(std::string salt) : salt_(std::move(salt))
{
    const auto digits = sha256(salt_ + "/shift", 6);
    const auto drawn = static_cast<std::int64_t>(std::strtoull(digits.c_str(), nullptr, 16));
    shiftSeconds_ = -(kLeastShift + drawn % kShiftSpan) * kDay - drawn % 3600; // into the past, by hours nobody knows
}

void Disguise::note(Kind kind, std::string_view was, const std::string &now)
{
    auto [entry, fresh] = replaced_.try_emplace({kind, std::string(was)}, Replaced{kind, std::string(was), now, 0});
    ++entry->second.times;
}

/// The digest decides each letter, so that equal words meet equal ones; case and digits keep their places.
std::string Disguise::shaped(std::string_view word)
{
    std::string out;
    std::string pool;
    std::size_t used = 0;
    const auto draw = [&](unsigned count) {
        if (used + 4 > pool.size()) {
            pool = sha256(salt_ + "/" + lowerAscii(word) + "/" + std::to_string(out.size()), kDigest);
            used = 0;
        }
        const auto value = std::strtoul(pool.substr(used, 4).c_str(), nullptr, 16);
        used += 4;
        return static_cast<char>(value % count);
    };
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (isDigit(c))
            out += static_cast<char>((out.empty() && c != '0' ? '1' + draw(9) : '0' + draw(10)));
        else if (isUpper(c))
            out += static_cast<char>('A' + draw(26));
        else if (isLower(c))
            out += static_cast<char>('a' + draw(26));
        else if (c >= 0x80) {
            i += letterBytes(word, i) - 1; // whatever letter or picture it was
            out += static_cast<char>('a' + draw(26));
        } else {
            out += word[i];
        }
    }
    return out == word ? turned(std::move(out)) : out;
}

std::string Disguise::words(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (!isWordByte(static_cast<unsigned char>(text[i]))) {
            out += text[i++];
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && isWordByte(static_cast<unsigned char>(text[end])))
            ++end;
        const auto word = text.substr(i, end - i);
        const auto now = shaped(word);
        note(Kind::Word, word, now);
        out += now;
        i = end;
    }
    return out;
}

std::string Disguise::id(std::string_view value)
{
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return isWordByte(static_cast<unsigned char>(c)); });
    const auto now = plain ? shaped(value) : words(value);
    note(Kind::Id, value, now);
    return now;
}

std::int64_t Disguise::number(std::int64_t value)
{
    const auto was = std::to_string(value);
    const auto now = value < 0 ? "-" + shaped(was.substr(1)) : shaped(was);
    note(Kind::Number, was, now);
    return std::strtoll(now.c_str(), nullptr, 10);
}

std::string Disguise::address(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return words(url);
    const auto rest = url.substr(scheme + 3);
    const auto hostEnd = std::min(rest.find_first_of("/?#"), rest.size());
    const auto host = words(rest.substr(0, hostEnd));
    auto tail = std::string(rest.substr(hostEnd));
    // Words of the interface in a path are not worth keeping against a name among them.
    auto now = std::string(url.substr(0, scheme + 3)) + "h" + host + ".example" + words(net::decodeComponent(tail));
    note(Kind::Address, url, now);
    return now;
}

std::optional<std::string> Disguise::time(std::string_view text)
{
    const auto whole = isDay(text) ? std::string(text) + "T12:00:00Z" : std::string(text);
    const auto at = dateIn(whole);
    if (!at)
        return std::nullopt;
    auto now = toRfc3339(*at + std::chrono::seconds(shiftSeconds_));
    if (isDay(text))
        now.resize(10);
    note(Kind::Time, text, now);
    return now;
}

std::optional<std::int64_t> Disguise::epoch(std::int64_t value)
{
    for (const std::int64_t unit : {std::int64_t{1}, std::int64_t{1'000}, std::int64_t{1'000'000}})
        if (value / unit >= kOldestEpoch && value / unit < kNewestEpoch) {
            const auto now = value + shiftSeconds_ * unit;
            note(Kind::Time, std::to_string(value), std::to_string(now));
            return now;
        }
    return std::nullopt;
}

std::vector<Replaced> Disguise::replaced() const
{
    std::vector<Replaced> all;
    for (const auto &[key, entry] : replaced_)
        all.push_back(entry);
    std::stable_sort(all.begin(), all.end(), [](const Replaced &a, const Replaced &b) { return a.times > b.times; });
    return all;
}

std::vector<std::string> Disguise::originals() const
{
    std::vector<std::string> all;
    for (const auto &[key, entry] : replaced_)
        if (key.first != Kind::Time)
            all.push_back(entry.was);
    return all;
}

} // namespace vigie::app
