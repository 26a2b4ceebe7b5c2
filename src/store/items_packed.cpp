// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/items_packed.hpp"

#include <charconv>

namespace vigie::store {

namespace {

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
        out += escaped(metric.key, "=;");
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
        metric.key = unescaped(cut(entry, '='));
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

} // namespace vigie::store
