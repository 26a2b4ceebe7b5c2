// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces values by others of the same shape, the same by the same: letters by letters, digits by digits, lengths kept.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/app/recording.hpp>

#include <map>
#include <string>
#include <string_view>

namespace vigie::app {

class Disguise {
public:
    explicit Disguise(std::string salt);

    /// Word by word, so that a handle is the same one in a mention and in an address.
    std::string words(std::string_view text);
    /// As one value; punctuation inside stays.
    std::string id(std::string_view value);
    /// A whole number with as many digits.
    std::int64_t number(std::int64_t value);
    /// Scheme, length and depth stay; the host becomes one that nobody can have.
    std::string address(std::string_view url);
    /// RFC 3339, RFC 822 and HTTP dates, moved by the days of this salt; none when it is no date.
    std::optional<std::string> time(std::string_view text);
    /// Seconds, milliseconds or microseconds since 1970, when they are of our time.
    std::optional<std::int64_t> epoch(std::int64_t value);
    /// Tags, attributes and entities stay; what stands between them, and addresses in attributes, are replaced.
    std::string markup(std::string_view text);
    /// Whatever it is: a date, an address, markup or words.
    std::string anything(std::string_view text);

    [[nodiscard]] std::vector<Replaced> replaced() const;
    /// Originals of ids, words and addresses.
    [[nodiscard]] std::vector<std::string> originals() const;

private:
    std::string shaped(std::string_view word);
    std::string attributes(std::string_view tag);
    void note(Replaced::Kind kind, std::string_view was, const std::string &now);

    std::string salt_;
    std::int64_t shiftSeconds_;
    std::map<std::pair<Replaced::Kind, std::string>, Replaced> replaced_;
};

} // namespace vigie::app
