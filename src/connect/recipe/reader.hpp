// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a recipe's JSON: typed members, every key accounted for, problems collected with their place.
// Thread: one at a time. Errors: collected, reading goes on.
#pragma once

#include "connect/recipe/document.hpp"

#include <initializer_list>
#include <optional>

namespace vigie::connect::recipe {

class Node {
public:
    Node(const Json &value, std::string pointer, Document &document) : value_(&value), pointer_(std::move(pointer)), document_(&document) {}

    [[nodiscard]] const Json &json() const { return *value_; }
    [[nodiscard]] const std::string &pointer() const { return pointer_; }
    [[nodiscard]] bool isObject() const { return value_->is_object(); }
    [[nodiscard]] bool isArray() const { return value_->is_array(); }
    [[nodiscard]] bool isString() const { return value_->is_string(); }
    void problem(std::string message) const { document_->problems.push_back(document_->problem(pointer_, std::move(message))); }

    [[nodiscard]] bool has(std::string_view key) const { return value_->is_object() && value_->contains(key); }
    [[nodiscard]] std::optional<Node> find(std::string_view key) const;
    [[nodiscard]] Node child(std::string_view key) const { return Node(at(*value_, key), childPointer(pointer_, key), *document_); }
    [[nodiscard]] std::vector<Node> elements() const;                       ///< of an array
    [[nodiscard]] std::vector<std::pair<std::string, Node>> members() const; ///< of an object

    /// An object whose keys are all among these; else a problem with the nearest of them as a suggestion.
    bool object(std::initializer_list<std::string_view> known) const;
    [[nodiscard]] std::string text(std::string_view key, std::string otherwise = {}) const;
    [[nodiscard]] std::string requiredText(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key, bool otherwise = false) const;
    [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const; ///< one string or an array of them
    /// Index of a word in `words`, or -1 with a problem.
    [[nodiscard]] int word(std::string_view key, std::initializer_list<std::string_view> words, int otherwise) const;

private:
    const Json *value_;
    std::string pointer_;
    Document *document_;
};

/// " (did you mean \"x\"?)" for the nearest of `known`, empty when none is near.
[[nodiscard]] std::string suggestion(std::string_view written, const std::vector<std::string> &known);

} // namespace vigie::connect::recipe
