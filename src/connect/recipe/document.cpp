// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/document.hpp"

#include <algorithm>
#include <iterator>

namespace vigie::connect::recipe {

namespace {

constexpr std::size_t kDeepest = 64;

/// Tells how far the lexer has read: the library names no places of its own but for errors.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *at, const char *begin, std::size_t *reached) : at_(at), begin_(begin), reached_(reached) {}
    reference operator*() const { return *at_; }
    CountingIterator &operator++()
    {
        ++at_;
        *reached_ = static_cast<std::size_t>(at_ - begin_);
        return *this;
    }
    CountingIterator operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator &a, const CountingIterator &b) { return a.at_ == b.at_; }
    friend bool operator!=(const CountingIterator &a, const CountingIterator &b) { return a.at_ != b.at_; }

private:
    const char *at_, *begin_;
    std::size_t *reached_;
};

class Builder final : public nlohmann::json_sax<Json> {
public:
    Builder(Document &document, const std::size_t &reached) : document_(document), reached_(reached) {}

    bool null() override { return put(nullptr, false); }
    bool boolean(bool value) override { return put(value, false); }
    bool number_integer(number_integer_t value) override { return put(value, true); }
    bool number_unsigned(number_unsigned_t value) override { return put(value, true); }
    bool number_float(number_float_t value, const string_t &) override { return put(value, true); }
    bool string(string_t &value) override { return put(std::move(value), false); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override
    {
        auto &top = open_.back();
        top.key = value;
        const auto pointer = childPointer(top.pointer, value);
        keyAt_ = tokenBegin();
        if (top.value->contains(value)) {
            document_.places[pointer] = keyAt_;
            document_.problems.push_back(document_.problem(pointer, "this key is given twice"));
        }
        after(false);
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error) override
    {
        document_.places[""] = position == 0 ? 0 : position - 1;
        std::string why = error.what();
        if (const auto colon = why.rfind("; expected "); colon != std::string::npos)
            why = why.substr(colon + 2);
        else if (const auto dash = why.find(" - "); dash != std::string::npos)
            why = why.substr(dash + 3);
        document_.problems.push_back(document_.problem("", "this is not JSON: " + why));
        return false;
    }

private:
    struct Open {
        Json *value;
        std::string pointer, key;
    };
    /// Behind the token before, behind blanks and what joins two values.
    [[nodiscard]] std::size_t tokenBegin() const
    {
        const auto found = document_.text.find_first_not_of(" \t\r\n,:", before_);
        return found == std::string::npos ? before_ : found;
    }
    /// The lexer reads one character beyond a number.
    void after(bool number) { before_ = number && reached_ > 0 ? reached_ - 1 : reached_; }

    Json *place(Json value, std::size_t at)
    {
        if (open_.empty()) {
            document_.places[""] = at;
            document_.root = std::move(value);
            return &document_.root;
        }
        auto &top = open_.back();
        if (top.value->is_array()) {
            document_.places[top.pointer + "/" + std::to_string(top.value->size())] = at;
            top.value->push_back(std::move(value));
            return &top.value->back();
        }
        document_.places[childPointer(top.pointer, top.key)] = keyAt_;
        auto &slot = (*top.value)[top.key];
        slot = std::move(value);
        return &slot;
    }
    bool put(Json value, bool number)
    {
        place(std::move(value), tokenBegin());
        after(number);
        return true;
    }
    bool open(Json value)
    {
        if (open_.size() >= kDeepest) {
            document_.places[""] = tokenBegin();
            document_.problems.push_back(document_.problem("", "nested too deep"));
            return false;
        }
        std::string pointer;
        if (!open_.empty())
            pointer = open_.back().value->is_array() ? open_.back().pointer + "/" + std::to_string(open_.back().value->size()) : childPointer(open_.back().pointer, open_.back().key);
        auto *placed = place(std::move(value), tokenBegin());
        open_.push_back({placed, std::move(pointer), {}});
        after(false);
        return true;
    }
    bool close()
    {
        open_.pop_back();
        after(false);
        return true;
    }

    Document &document_;
    const std::size_t &reached_;
    std::size_t before_ = 0, keyAt_ = 0;
    std::vector<Open> open_;
};

} // namespace

std::string childPointer(const std::string &pointer, std::string_view key)
{
    std::string out = pointer + "/";
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

Problem Document::problem(const std::string &pointer, std::string message) const
{
    Problem made;
    made.pointer = pointer;
    made.message = std::move(message);
    // The nearest ancestor that stands in the file: a missing key is told at its object.
    auto known = places.find(pointer);
    for (auto parent = pointer; known == places.end() && !parent.empty();) {
        parent.erase(parent.rfind('/'));
        known = places.find(parent);
    }
    const auto offset = known == places.end() ? 0 : std::min(known->second, text.size());
    const auto before = std::string_view(text).substr(0, offset);
    made.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const auto lineBegin = before.rfind('\n');
    made.column = 1 + static_cast<int>(offset - (lineBegin == std::string_view::npos ? 0 : lineBegin + 1));
    return made;
}

Document readDocument(std::string text)
{
    Document document;
    document.text = std::move(text);
    std::size_t reached = 0;
    Builder builder(document, reached);
    const auto *begin = document.text.data();
    const auto *end = begin + document.text.size();
    Json::sax_parse(CountingIterator(begin, begin, &reached), CountingIterator(end, begin, &reached), &builder);
    return document;
}

} // namespace vigie::connect::recipe
