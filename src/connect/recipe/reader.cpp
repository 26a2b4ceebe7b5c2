// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/reader.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

} // namespace

std::string suggestion(std::string_view written, const std::vector<std::string> &known)
{
    const std::string *best = nullptr;
    std::size_t least = std::max<std::size_t>(2, written.size() / 3) + 1;
    if (written.size() <= 60)
        for (const auto &one : known)
            if (const auto d = distance(written, one); d < least) {
                least = d;
                best = &one;
            }
    return best == nullptr ? std::string{} : " (did you mean \"" + *best + "\"?)";
}

std::optional<Node> Node::find(std::string_view key) const
{
    return has(key) ? std::optional(child(key)) : std::nullopt;
}

std::vector<Node> Node::elements() const
{
    std::vector<Node> all;
    if (!value_->is_array())
        return all;
    for (std::size_t i = 0; i < value_->size(); ++i)
        all.emplace_back((*value_)[i], pointer_ + "/" + std::to_string(i), *document_);
    return all;
}

std::vector<std::pair<std::string, Node>> Node::members() const
{
    std::vector<std::pair<std::string, Node>> all;
    if (!value_->is_object())
        return all;
    for (const auto &[key, value] : value_->items())
        all.emplace_back(key, Node(value, childPointer(pointer_, key), *document_));
    return all;
}

bool Node::object(std::initializer_list<std::string_view> known) const
{
    if (!value_->is_object()) {
        problem("an object is expected here");
        return false;
    }
    for (const auto &[key, value] : value_->items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            child(key).problem("unknown key \"" + key + "\"" + suggestion(key, {known.begin(), known.end()}));
    return true;
}

std::string Node::text(std::string_view key, std::string otherwise) const
{
    const auto found = find(key);
    if (!found)
        return otherwise;
    if (!found->isString()) {
        found->problem("a text is expected here");
        return otherwise;
    }
    return found->json().get<std::string>();
}

std::string Node::requiredText(std::string_view key) const
{
    if (!has(key)) {
        problem("\"" + std::string(key) + "\" is missing");
        return {};
    }
    auto value = text(key);
    if (value.empty() && child(key).isString())
        child(key).problem("must not be empty");
    return value;
}

bool Node::flag(std::string_view key, bool otherwise) const
{
    const auto found = find(key);
    if (!found)
        return otherwise;
    if (!found->json().is_boolean()) {
        found->problem("true or false is expected here");
        return otherwise;
    }
    return found->json().get<bool>();
}

std::int64_t Node::number(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most) const
{
    const auto found = find(key);
    if (!found)
        return otherwise;
    const auto value = found->json().is_number_integer() ? intAt(*value_, key) : std::nullopt;
    if (!value || *value < least || *value > most) {
        found->problem("a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is expected here");
        return otherwise;
    }
    return *value;
}

std::vector<std::string> Node::texts(std::string_view key) const
{
    const auto found = find(key);
    if (!found)
        return {};
    if (found->isString())
        return {found->json().get<std::string>()};
    std::vector<std::string> all;
    if (!found->isArray())
        found->problem("a list of texts is expected here");
    for (const auto &one : found->elements()) {
        if (one.isString())
            all.push_back(one.json().get<std::string>());
        else
            one.problem("a text is expected here");
    }
    return all;
}

int Node::word(std::string_view key, std::initializer_list<std::string_view> words, int otherwise) const
{
    if (!has(key))
        return otherwise;
    const auto written = text(key);
    const auto found = std::find(words.begin(), words.end(), written);
    if (found != words.end())
        return static_cast<int>(found - words.begin());
    std::string all;
    for (const auto word : words)
        all += (all.empty() ? "" : ", ") + std::string(word);
    child(key).problem("unknown word \"" + written + "\"; known are: " + all);
    return otherwise;
}

} // namespace vigie::connect::recipe
