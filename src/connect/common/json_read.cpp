// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/json_read.hpp"

#include <vigie/text/rich_text.hpp>

#include <simdjson.h>

#include <vector>

namespace vigie::connect {

namespace {

constexpr const char *kTooDeep = "the answer is nested too deep";

/// Builds the tree itself, because the library's own builder has no depth cap and turns large whole numbers into doubles.
class TreeBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit TreeBuilder(int maxDepth) : maxDepth_(static_cast<std::size_t>(maxDepth)) {}

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t &written) override
    {
        if (written.find_first_of(".eE") == std::string::npos)
            return put(written);
        return put(value);
    }
    bool string(string_t &value) override { return put(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override
    {
        key_ = std::move(value);
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

    Json root;
    bool tooDeep = false;

private:
    Json *place(Json value)
    {
        if (open_.empty()) {
            root = std::move(value);
            return &root;
        }
        if (open_.back()->is_array()) {
            open_.back()->push_back(std::move(value));
            return &open_.back()->back();
        }
        auto &slot = (*open_.back())[key_];
        slot = std::move(value);
        return &slot;
    }
    bool put(Json value)
    {
        place(std::move(value));
        return true;
    }
    bool open(Json value)
    {
        if (open_.size() >= maxDepth_) {
            tooDeep = true;
            return false;
        }
        open_.push_back(place(std::move(value)));
        return true;
    }
    bool close()
    {
        open_.pop_back();
        return true;
    }

    std::size_t maxDepth_;
    std::vector<Json *> open_; ///< stays valid: only the innermost container grows
    std::string key_;
};

Result<Json> parseOnce(std::string_view body, int maxDepth)
{
    TreeBuilder builder(maxDepth);
    const bool complete = Json::sax_parse(body.begin(), body.end(), &builder);
    if (builder.tooDeep)
        return fail(Errc::TooLarge, kTooDeep);
    if (!complete)
        return fail(Errc::Protocol, "the answer is not JSON");
    return std::move(builder.root);
}

/// A document of this size keeps its buffers for the next one; those of a larger one are given back.
constexpr std::size_t kKeptCapacity = 1U << 20;

/// Copies simdjson's flat document into the tree that connectors walk.
class TreeCopier {
public:
    /// False when it is nested deeper than `left`.
    static bool copy(const simdjson::dom::element &from, Json &to, int left)
    {
        using simdjson::dom::element_type;
        switch (from.type()) {
        case element_type::OBJECT: return left > 0 && copyObject(from.get_object().value_unsafe(), to, left - 1);
        case element_type::ARRAY: return left > 0 && copyArray(from.get_array().value_unsafe(), to, left - 1);
        case element_type::STRING: to = std::string(from.get_string().value_unsafe()); break;
        case element_type::INT64: to = number(from.get_int64().value_unsafe()); break;
        case element_type::UINT64: to = from.get_uint64().value_unsafe(); break;
        case element_type::DOUBLE: to = from.get_double().value_unsafe(); break;
        case element_type::BOOL: to = from.get_bool().value_unsafe(); break;
        case element_type::NULL_VALUE: to = nullptr; break;
        }
        return true;
    }

private:
    /// The library keeps whole numbers without a sign as unsigned.
    static Json number(std::int64_t value) { return value < 0 ? Json(value) : Json(static_cast<std::uint64_t>(value)); }

    static bool copyObject(const simdjson::dom::object &from, Json &to, int left)
    {
        to = Json::object();
        auto &members = to.get_ref<Json::object_t &>();
        for (const auto [key, value] : from)
            if (!copy(value, members[std::string(key)], left)) // of a key that comes twice the last value stays
                return false;
        return true;
    }
    static bool copyArray(const simdjson::dom::array &from, Json &to, int left)
    {
        to = Json::array();
        auto &entries = to.get_ref<Json::array_t &>();
        entries.reserve(from.size());
        for (const auto entry : from)
            if (!copy(entry, entries.emplace_back(), left))
                return false;
        return true;
    }
};

} // namespace

Result<Json> readByLibrary(std::string_view body, int maxDepth)
{
    auto first = parseOnce(body, maxDepth);
    if (first || first.error().code != Errc::Protocol)
        return first;
    const auto mended = text::cleanUtf8(body);
    return mended == body ? first : parseOnce(mended, maxDepth);
}

std::optional<Result<Json>> readFast(std::string_view body, int maxDepth)
{
    thread_local simdjson::dom::parser parser; // its buffers cost more than what is read into them
    simdjson::dom::element document;
    const bool accepted = parser.parse(body.data(), body.size()).get(document) == simdjson::SUCCESS;
    std::optional<Result<Json>> read;
    if (accepted) {
        Json root;
        if (TreeCopier::copy(document, root, maxDepth))
            read.emplace(std::move(root));
        else
            read.emplace(fail(Errc::TooLarge, kTooDeep));
    }
    if (parser.capacity() > kKeptCapacity)
        parser = simdjson::dom::parser();
    return read;
}

Result<Json> parseJson(std::string_view body, int maxDepth)
{
    if (auto read = readFast(body, maxDepth))
        return std::move(*read);
    return readByLibrary(body, maxDepth);
}

} // namespace vigie::connect
