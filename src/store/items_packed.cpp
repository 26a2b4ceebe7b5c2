// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/items_packed.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vigie::store {

namespace {

/// Letters 'A' and on; the order is part of the file format.
constexpr std::array<std::string_view, 9> kKeys = {"likes", "reposts", "replies", "quotes", "views", "followers", "following", "posts", "rating"};
constexpr char kElided = '\x01';

bool isLetter(std::string_view key)
{
    return key.size() == 1 && key[0] >= 'A' && key[0] < static_cast<char>('A' + kKeys.size());
}

/// The characters that part fields must not come from the network's text.
std::string escaped(std::string_view text, std::string_view special)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '%' || special.find(c) != std::string_view::npos) {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    return out;
}

std::string unescaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr == text.data() + i + 3) {
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

template <class T>
T number(std::string_view text)
{
    T value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string_view cut(std::string_view &rest, char separator)
{
    const auto at = rest.find(separator);
    const auto head = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return head;
}

std::string_view slice(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    return begin <= end && end <= text.size() ? text.substr(begin, end - begin) : std::string_view();
}

} // namespace

std::string packSpans(const std::vector<TextSpan> &spans, std::string_view text)
{
    std::string out;
    for (const auto &span : spans) {
        out += std::to_string(static_cast<int>(span.kind));
        out += ',';
        out += std::to_string(span.begin);
        out += ',';
        out += std::to_string(span.end);
        out += ',';
        if (!span.target.empty() && slice(text, span.begin, span.end) == span.target)
            out += '=';
        else
            out += '~' + escaped(span.target, "\n");
        out += '\n';
    }
    return out;
}

std::vector<TextSpan> unpackSpans(std::string_view packed, std::string_view text)
{
    std::vector<TextSpan> spans;
    while (!packed.empty()) {
        auto line = cut(packed, '\n');
        TextSpan span;
        span.kind = static_cast<TextSpan::Kind>(number<int>(cut(line, ',')));
        span.begin = number<std::uint32_t>(cut(line, ','));
        span.end = number<std::uint32_t>(cut(line, ','));
        if (line == "=")
            span.target = slice(text, span.begin, span.end);
        else if (!line.empty())
            span.target = unescaped(line.substr(1));
        spans.push_back(std::move(span));
    }
    return spans;
}

std::string packMetrics(const std::vector<MetricValue> &metrics)
{
    std::string out;
    char digits[40];
    for (const auto &metric : metrics) {
        if (const auto known = std::find(kKeys.begin(), kKeys.end(), metric.key); known != kKeys.end())
            out += static_cast<char>('A' + (known - kKeys.begin()));
        else
            out += escaped(metric.key, isLetter(metric.key) ? std::string_view(metric.key) : std::string_view("=;"));
        out += '=';
        if (metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated) {
            if (metric.status == ValueStatus::Estimated)
                out += '~';
            const auto end = std::to_chars(digits, digits + sizeof digits, metric.value);
            out.append(digits, end.ptr);
        } else {
            out += '?';
            out += std::to_string(static_cast<int>(metric.status));
        }
        out += ';';
    }
    return out;
}

std::vector<MetricValue> unpackMetrics(std::string_view packed)
{
    std::vector<MetricValue> metrics;
    while (!packed.empty()) {
        auto entry = cut(packed, ';');
        MetricValue metric;
        const auto key = cut(entry, '=');
        metric.key = isLetter(key) ? std::string(kKeys[static_cast<std::size_t>(key[0] - 'A')]) : unescaped(key);
        if (!entry.empty() && entry.front() == '?') {
            metric.status = static_cast<ValueStatus>(number<int>(entry.substr(1)));
        } else {
            if (!entry.empty() && entry.front() == '~') {
                metric.status = ValueStatus::Estimated;
                entry.remove_prefix(1);
            }
            metric.value = number<double>(entry);
        }
        metrics.push_back(std::move(metric));
    }
    return metrics;
}

std::string packLink(const std::string &link, const Item &item)
{
    std::string_view rest = link;
    std::string out;
    if (!item.instance.empty() && rest.substr(0, item.instance.size()) == item.instance) {
        out += kElided;
        rest.remove_prefix(item.instance.size());
    } else if (!rest.empty() && rest.front() == kElided) {
        return {}; // no address begins or ends so
    }
    const auto &native = item.nativeId;
    const bool alone = out.empty() && rest.size() == native.size();
    if (!native.empty() && !alone && rest.size() >= native.size() && rest.substr(rest.size() - native.size()) == native)
        return out.append(rest.substr(0, rest.size() - native.size())) + kElided;
    if (!rest.empty() && rest.back() == kElided)
        return {};
    return out.append(rest);
}

std::string unpackLink(std::string_view packed, const Item &item)
{
    std::string out;
    // Alone it stands for the instance: a link that is the native id and nothing else is written out.
    if (!packed.empty() && packed.front() == kElided) {
        out = item.instance;
        packed.remove_prefix(1);
    }
    if (!packed.empty() && packed.back() == kElided)
        return out.append(packed.substr(0, packed.size() - 1)) + item.nativeId;
    return out.append(packed);
}

} // namespace vigie::store
