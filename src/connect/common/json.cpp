// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/json.hpp"

#include <vigie/text/rich_text.hpp>

#include <charconv>
#include <cmath>
#include <vector>

namespace vigie::connect {

namespace {

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
        return fail(Errc::TooLarge, "the answer is nested too deep");
    if (!complete)
        return fail(Errc::Protocol, "the answer is not JSON");
    return std::move(builder.root);
}

const Json kNull;
const Json kNoEntries = Json::array();

} // namespace

Result<Json> parseJson(std::string_view body, int maxDepth)
{
    auto first = parseOnce(body, maxDepth);
    if (first || first.error().code != Errc::Protocol)
        return first;
    const auto mended = text::cleanUtf8(body);
    return mended == body ? first : parseOnce(mended, maxDepth);
}

const Json &at(const Json &object, std::string_view key)
{
    if (!object.is_object())
        return kNull;
    const auto found = object.find(key);
    return found == object.end() ? kNull : *found;
}

std::string textAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    return value.is_string() ? value.get<std::string>() : std::string{};
}

std::string asId(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number_integer() ? value.dump() : std::string{};
}

std::string idAt(const Json &object, std::string_view key)
{
    return asId(at(object, key));
}

bool boolAt(const Json &object, std::string_view key, bool otherwise)
{
    const auto &value = at(object, key);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

std::optional<std::int64_t> intAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        return number > static_cast<std::uint64_t>(INT64_MAX) ? std::nullopt : std::optional(static_cast<std::int64_t>(number));
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return std::abs(number) < 9e15 ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
    }
    if (value.is_string()) {
        const auto &written = value.get_ref<const std::string &>();
        std::int64_t number = 0;
        const auto *end = written.data() + written.size();
        const auto [stop, error] = std::from_chars(written.data(), end, number);
        if (error == std::errc{} && stop == end && !written.empty())
            return number;
    }
    return std::nullopt;
}

const Json &arrayAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    return value.is_array() ? value : kNoEntries;
}

std::string dump(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace vigie::connect
