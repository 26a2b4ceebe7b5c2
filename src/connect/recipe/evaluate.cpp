// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/expression.hpp"

#include "connect/common/digest.hpp"

#include <vigie/net/url.hpp>
#include <vigie/text/rich_text.hpp>

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vigie::connect::recipe {

namespace {

using Op = Expression::Op;

constexpr std::size_t kLongestText = 1'000'000;
constexpr double kWholeLimit = 9.0e15;         ///< beyond it a double is not exact

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string{} : std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string lower(std::string text)
{
    for (char &c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return text;
}

Value boolean(bool value)
{
    return Value(Json(value));
}

/// Byte offset of the character with that number.
std::size_t offsetOf(std::string_view text, std::int64_t characters)
{
    std::size_t at = 0;
    while (at < text.size() && characters > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            ++at;
        --characters;
    }
    return at;
}

Value slice(const std::string &text, std::int64_t from, std::int64_t to)
{
    std::int64_t length = 0;
    for (const char c : text)
        length += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    from = std::clamp<std::int64_t>(from < 0 ? length + from : from, 0, length);
    to = std::clamp<std::int64_t>(to < 0 ? length + to : to, 0, length);
    if (from >= to)
        return {};
    const auto begin = offsetOf(text, from), end = offsetOf(text, to);
    return Value::text(text.substr(begin, end - begin));
}

Value split(const std::string &text, const Expression &how)
{
    if (how.to == 1) { // "rest"
        const auto at = text.find(how.text);
        return at == std::string::npos ? Value() : Value::text(text.substr(at + how.text.size()));
    }
    std::vector<std::string_view> parts;
    for (std::string_view rest = text;;) {
        const auto at = rest.find(how.text);
        parts.push_back(rest.substr(0, at));
        if (at == std::string_view::npos || parts.size() > 2000)
            break;
        rest = rest.substr(at + how.text.size());
    }
    const auto index = how.from < 0 ? static_cast<std::int64_t>(parts.size()) + how.from : how.from;
    if (index < 0 || index >= static_cast<std::int64_t>(parts.size()))
        return {};
    return Value::text(std::string(parts[static_cast<std::size_t>(index)]));
}

Value toInteger(const Value &value)
{
    const auto &json = value.json();
    if (json.is_number_integer())
        return value;
    if (json.is_string()) {
        const auto &written = json.get_ref<const std::string &>();
        std::int64_t number = 0;
        const auto *end = written.data() + written.size();
        const auto [stop, error] = std::from_chars(written.data(), end, number);
        if (error == std::errc{} && stop == end && !written.empty())
            return Value(Json(number));
    }
    const auto number = value.number();
    if (!number || std::abs(*number) > kWholeLimit)
        return {};
    return Value(Json(static_cast<std::int64_t>(*number)));
}

std::string base64(const std::string &text)
{
    std::string out(4 * ((text.size() + 2) / 3) + 1, '\0');
    const auto length = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data()), reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    out.resize(static_cast<std::size_t>(std::max(length, 0)));
    return out;
}

const Json *step(const Json &from, const PathStep &to)
{
    if (from.is_object()) {
        const auto found = from.find(to.key);
        return found == from.end() ? nullptr : &*found;
    }
    if (from.is_array() && to.index && *to.index < from.size())
        return &from[*to.index];
    return nullptr;
}

const Json *startOf(const Path &path, const Scope &scope)
{
    switch (path.from) {
    case Path::From::Root: return scope.root;
    case Path::From::Outer: return scope.outer;
    case Path::From::Here: break;
    }
    return scope.here;
}

void selectFrom(const Json &from, const Path &path, std::size_t at, const Scope &scope, bool spread, std::vector<const Json *> &out)
{
    if (scope.budget != nullptr && !scope.budget->spend())
        return;
    if (at == path.steps.size()) {
        if (spread && from.is_array()) {
            if (scope.budget != nullptr && !scope.budget->spend(static_cast<std::int64_t>(from.size())))
                return;
            for (const auto &one : from)
                out.push_back(&one);
        }
        else if (!from.is_null())
            out.push_back(&from);
        return;
    }
    const auto &here = path.steps[at];
    if (!here.every) {
        if (const auto *next = step(from, here))
            selectFrom(*next, path, at + 1, scope, spread, out);
        return;
    }
    if (from.is_array() || from.is_object())
        for (const auto &one : from)
            selectFrom(one, path, at + 1, scope, false, out);
}

Value join(const Expression &how, const Scope &scope)
{
    const auto wanted = evaluate(how.args[1], scope);
    if (wanted.absent())
        return {};
    const auto key = wanted.text();
    const Json *found = nullptr;
    const auto look = [&](const auto &each) {
        std::vector<const Json *> all;
        select(how.path, scope, true, all);
        for (const auto *one : all) {
            Scope inner = scope;
            inner.outer = scope.here;
            inner.here = one;
            const auto has = evaluate(how.args[0], inner);
            if (!has.absent())
                each(has.text(), one);
        }
    };
    if (how.path.from == Path::From::Root && scope.budget != nullptr) {
        auto [index, fresh] = scope.budget->joins.try_emplace(&how);
        if (fresh)
            look([&](std::string has, const Json *one) { index->second.emplace(std::move(has), one); });
        const auto at = index->second.find(key);
        found = at == index->second.end() ? nullptr : at->second;
    } else {
        look([&](const std::string &has, const Json *one) {
            if (found == nullptr && has == key)
                found = one;
        });
    }
    if (found == nullptr)
        return {};
    if (how.args.size() < 3)
        return Value::of(*found);
    Scope inner = scope;
    inner.outer = scope.here;
    inner.here = found;
    return evaluate(how.args[2], inner);
}

template <class Each>
void eachOf(const Expression &how, const Scope &scope, Each each)
{
    std::vector<const Json *> all;
    select(how.path, scope, true, all);
    for (const auto *one : all) {
        if (how.args.empty()) {
            each(Value::of(*one));
            continue;
        }
        Scope inner = scope;
        inner.outer = scope.here;
        inner.here = one;
        each(evaluate(how.args[0], inner));
    }
}

bool same(const Value &a, const Value &b)
{
    if (a.absent() || b.absent())
        return a.absent() && b.absent();
    if (a.json().is_number() && b.json().is_number())
        return a.json() == b.json();
    return a.text() == b.text() && (a.json().is_structured() == b.json().is_structured()) && (!a.json().is_structured() || a.json() == b.json());
}

int compared(const Value &a, const Value &b, bool &comparable)
{
    const auto x = a.time() ? std::optional(static_cast<double>(toMicros(*a.time()))) : a.number();
    const auto y = b.time() ? std::optional(static_cast<double>(toMicros(*b.time()))) : b.number();
    comparable = x && y;
    return !comparable ? 0 : *x < *y ? -1 : *x > *y ? 1 : 0;
}

Value timeOf(const Expression &how, const Value &written)
{
    if (written.time())
        return written;
    const auto at = readTime(written.json(), how.time);
    return at ? Value(*at) : Value();
}

} // namespace

bool Value::truthy() const
{
    if (time_)
        return true;
    const auto &value = json();
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number())
        return value.get<double>() != 0;
    if (value.is_string())
        return !value.get_ref<const std::string &>().empty();
    return value.is_structured() && !value.empty();
}

std::string Value::text() const
{
    if (time_)
        return toRfc3339(*time_);
    const auto &value = json();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number() || value.is_boolean())
        return value.dump();
    return {};
}

std::optional<double> Value::number() const
{
    const auto &value = json();
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const auto written = trimmed(value.get_ref<const std::string &>());
    double number = 0;
    const auto [stop, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    return error == std::errc{} && stop == written.data() + written.size() && !written.empty() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

const Json *follow(const Path &path, const Scope &scope)
{
    const auto *at = startOf(path, scope);
    for (const auto &next : path.steps) {
        if (at == nullptr)
            return nullptr;
        at = step(*at, next);
    }
    return at;
}

void select(const Path &path, const Scope &scope, bool spread, std::vector<const Json *> &out)
{
    if (const auto *from = startOf(path, scope))
        selectFrom(*from, path, 0, scope, spread, out);
}

std::optional<std::string> fill(const Expression &text, const Scope &scope, const std::function<std::string(std::string_view)> &encode)
{
    if (text.op != Op::Template) {
        const auto value = evaluate(text, scope);
        if (value.absent())
            return std::nullopt;
        return encode && text.op != Op::Constant ? encode(value.text()) : value.text();
    }
    std::string out;
    for (const auto &hole : text.holes) {
        out += hole.before;
        Value value;
        if (!hole.variable.empty())
            value = scope.variables != nullptr ? (*scope.variables)(hole.variable) : Value();
        else if (const auto *found = follow(hole.path, scope))
            value = Value::of(*found);
        if (value.absent()) {
            if (!hole.optional)
                return std::nullopt;
            continue;
        }
        const auto at = value.time();
        std::string written;
        switch (hole.filter) {
        case Hole::Filter::EpochS: written = at ? writeTime(*at, TimeAs::EpochS) : value.text(); break;
        case Hole::Filter::EpochMs: written = at ? writeTime(*at, TimeAs::EpochMs) : value.text(); break;
        case Hole::Filter::Date: written = at ? writeTime(*at, TimeAs::Date) : value.text(); break;
        case Hole::Filter::Wall: written = at ? writeTime(*at, TimeAs::Wall) : value.text(); break;
        case Hole::Filter::Lower: written = lower(value.text()); break;
        case Hole::Filter::Trim: written = trimmed(value.text()); break;
        case Hole::Filter::Url: written = net::encodeComponent(value.text()); break;
        default: written = value.text(); break;
        }
        const bool already = hole.filter == Hole::Filter::Url || hole.filter == Hole::Filter::Raw;
        out += encode && !already ? encode(written) : written;
        if (out.size() > kLongestText)
            return std::nullopt;
    }
    return out + text.text;
}

Value evaluate(const Expression &how, const Scope &scope)
{
    if (scope.budget != nullptr && !scope.budget->spend())
        return {};
    const auto arg = [&](std::size_t i) { return i < how.args.size() ? evaluate(how.args[i], scope) : Value(); };
    const auto textOf = [&](auto change) {
        const auto value = arg(0);
        return value.absent() ? Value() : Value::text(change(value.text()));
    };
    switch (how.op) {
    case Op::Constant: return Value::of(how.constant);
    case Op::Pointer: {
        const auto *found = follow(how.path, scope);
        return found != nullptr ? Value::of(*found) : Value();
    }
    case Op::Variable: return scope.variables != nullptr ? (*scope.variables)(how.text) : Value();
    case Op::Template: {
        // A hole alone keeps the type of what it names.
        if (how.holes.size() == 1 && how.text.empty() && how.holes[0].before.empty() && how.holes[0].filter == Hole::Filter::None) {
            const auto &hole = how.holes[0];
            const auto *found = hole.variable.empty() ? follow(hole.path, scope) : nullptr;
            auto value = !hole.variable.empty() ? (scope.variables != nullptr ? (*scope.variables)(hole.variable) : Value()) : found != nullptr ? Value::of(*found) : Value();
            return value.absent() && hole.optional ? Value::text({}) : value;
        }
        auto filled = fill(how, scope, {});
        return filled ? Value::text(std::move(*filled)) : Value();
    }
    case Op::First:
        for (const auto &one : how.args)
            if (auto value = evaluate(one, scope); !value.absent() && !(value.json().is_string() && value.json().get_ref<const std::string &>().empty()))
                return value;
        return {};
    case Op::Map: {
        const auto value = arg(0);
        if (!value.absent()) {
            const auto key = value.text();
            for (const auto &[name, result] : how.cases)
                if (name == key)
                    return evaluate(result, scope);
        }
        return arg(1);
    }
    case Op::Slice: {
        const auto value = arg(0);
        return value.absent() ? Value() : slice(value.text(), how.from, how.to);
    }
    case Op::Split: {
        const auto value = arg(0);
        return value.absent() ? Value() : split(value.text(), how);
    }
    case Op::Match: {
        const auto value = arg(0);
        auto found = value.absent() || !how.pattern ? std::nullopt : how.pattern->find(value.text(), static_cast<int>(how.from));
        if (scope.budget != nullptr)
            (void)scope.budget->spend(20);
        return found ? Value::text(std::move(*found)) : Value();
    }
    case Op::Matches: {
        const auto value = arg(0);
        if (scope.budget != nullptr)
            (void)scope.budget->spend(20);
        return boolean(!value.absent() && how.pattern && how.pattern->find(value.text(), 0));
    }
    case Op::Number: {
        const auto number = arg(0).number();
        return number ? Value(Json(*number)) : Value();
    }
    case Op::Integer: return toInteger(arg(0));
    case Op::Boolean: {
        const auto value = arg(0);
        if (value.absent())
            return {};
        const auto word = value.text();
        return boolean(value.truthy() && word != "false" && word != "0" && word != "no");
    }
    case Op::String: return textOf([](std::string text) { return text; });
    case Op::Join: return join(how, scope);
    case Op::When: return arg(0).truthy() ? arg(1) : arg(2);
    case Op::Time: return timeOf(how, arg(0));
    case Op::FormatTime: {
        const auto value = arg(0);
        return value.time() ? Value::text(writeTime(*value.time(), how.as)) : Value();
    }
    case Op::Decode:
    case Op::Plain: return textOf([](const std::string &text) { return text::fromHtml(text).text; });
    case Op::Lower: return textOf(lower);
    case Op::Trim: return textOf([](const std::string &text) { return trimmed(text); });
    case Op::Digest: return textOf([](const std::string &text) { return sha256Hex(text, 16); });
    case Op::Count: {
        const auto value = arg(0);
        return value.absent() ? Value() : Value(Json(value.json().is_structured() ? value.json().size() : 1U));
    }
    case Op::Url: return textOf([](const std::string &text) { return net::encodeComponent(text); });
    case Op::Base64: return textOf(base64);
    case Op::List: {
        std::string all;
        eachOf(how, scope, [&](const Value &one) {
            const auto text = one.text();
            if (!text.empty() && all.size() < kLongestText)
                all += (all.empty() ? "" : how.text) + text;
        });
        return all.empty() ? Value() : Value::text(std::move(all));
    }
    case Op::Sum: {
        double total = 0;
        bool any = false;
        eachOf(how, scope, [&](const Value &one) {
            if (const auto number = one.number()) {
                total += *number;
                any = true;
            }
        });
        return any ? Value(Json(total)) : Value();
    }
    case Op::Header: {
        const auto value = scope.response != nullptr ? scope.response->header(how.text) : std::string_view{};
        return value.empty() ? Value() : Value::text(std::string(value));
    }
    case Op::Equals: return boolean(same(arg(0), arg(1)));
    case Op::In: {
        const auto value = arg(0);
        return boolean(!value.absent() && std::any_of(how.constant.begin(), how.constant.end(), [&](const Json &one) { return same(value, Value::of(one)); }));
    }
    case Op::Contains: {
        const auto list = arg(0), wanted = arg(1);
        if (list.json().is_array())
            return boolean(std::any_of(list.json().begin(), list.json().end(), [&](const Json &one) { return same(Value::of(one), wanted); }));
        return boolean(!list.absent() && !wanted.absent() && list.text().find(wanted.text()) != std::string::npos);
    }
    case Op::Exists: return boolean(!arg(0).absent());
    case Op::Not: return boolean(!arg(0).truthy());
    case Op::All: return boolean(std::all_of(how.args.begin(), how.args.end(), [&](const Expression &one) { return evaluate(one, scope).truthy(); }));
    case Op::Any: return boolean(std::any_of(how.args.begin(), how.args.end(), [&](const Expression &one) { return evaluate(one, scope).truthy(); }));
    case Op::Less:
    case Op::Greater: {
        bool comparable = false;
        const int order = compared(arg(0), arg(1), comparable);
        return boolean(comparable && (how.op == Op::Less ? order < 0 : order > 0));
    }
    case Op::Add: {
        double total = 0;
        for (const auto &one : how.args) {
            const auto number = evaluate(one, scope).number();
            if (!number)
                return {};
            total += *number;
        }
        return std::abs(total) < kWholeLimit && total == std::floor(total) ? Value(Json(static_cast<std::int64_t>(total))) : Value(Json(total));
    }
    }
    return {};
}

} // namespace vigie::connect::recipe
